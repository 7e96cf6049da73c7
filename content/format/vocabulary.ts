/** Everything the interface can say, as it is written, so that a text on the screen can be found by ear (R7). */
import { z } from 'zod';
import { languageTagSchema } from './text.ts';

/**
 * `vocabulary.json`: each stretch's text by the id of its passage in the narration of the interface (see
 * `messagePassageId`), and medical words by their passage in the glossary, `glossary#…`. Numbers are written as the language writes them.
 */
export const vocabularySchema = z.strictObject({
  language: languageTagSchema,
  phrases: z.record(z.string(), z.string().min(1)),
});

export type Vocabulary = z.infer<typeof vocabularySchema>;
