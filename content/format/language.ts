/** A language: what is the same for all of its content (`language.yaml`), and the list of all languages (C10). */
import { z } from 'zod';
import { directionSchema, languageTagSchema } from './text.ts';

/** A language's letters in their order. */
export const alphabetSchema = z
  .array(z.strictObject({ letter: z.string().min(1).max(4), name: z.string().min(1) }))
  .min(1);

/** A site’s own words, each as it stands in the settings. */
export const siteWordsSchema = z.array(z.string().min(1).max(200)).max(50).default([]);

/** The rows of letters of a keyboard for typing, each as one word. */
export const typingRowsSchema = z.array(z.string().min(1).max(14)).min(2).max(4);

/**
 * `language.yaml`, as an editor writes it: all that is known of a language beside its words. A folder with this
 * file and `interface.yaml` is a language of the kiosk; nothing of it stands in code.
 */
export const languageProfileSchema = z.strictObject({
  language: languageTagSchema,
  direction: directionSchema,
  /** Who speaks: a voice of espeak-ng, and its rate in the engine's own unit, measured to 120–125 words a minute (R3). */
  voice: z.strictObject({ name: z.string().min(1), rate: z.int().min(60).max(300) }),
  /** Signs and short forms, and what is said for each; longer ones win. The lexicon wins over all of them. */
  signs: z.record(z.string().min(1), z.string()).default({}),
  /** Words that stand behind a gentle question only, in each form they take: `check` refuses them elsewhere. */
  sensitiveWords: z.array(z.string().min(1)).default([]),
  /** The letters of the on-screen keyboard in their order, each with how it is said when it is typed (I6, R7). */
  alphabet: alphabetSchema,
  /** What the settings of this site say in the language – the hospital’s name, the way to the desk – so that it is heard too. */
  siteWords: siteWordsSchema,
  /** The same letters as those who type know them; absent where the alphabet is all there is. */
  typingRows: typingRowsSchema.optional(),
  /** Who speaks the language and has approved interface, topics and words; until then they are told as unreviewed. */
  translationReviewer: z.string().min(1).optional(),
});

/** A language as somebody chooses it: in its own words. */
export const languageChoiceSchema = z.strictObject({
  language: languageTagSchema,
  direction: directionSchema,
  name: z.string().min(1),
  welcome: z.string().min(1),
  start: z.string().min(1),
});

/** `languages.json`: all languages, the original first. */
export const languagesSchema = z.strictObject({ languages: z.array(languageChoiceSchema).min(1) });

export type LanguageProfile = z.output<typeof languageProfileSchema>;
export type LanguageChoice = z.infer<typeof languageChoiceSchema>;
export type Languages = z.infer<typeof languagesSchema>;
