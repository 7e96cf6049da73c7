/**
 * The smallest pieces of content: text a person reads, and the speech that goes with it.
 *
 * A {@link Passage} is the unit of reading: one paragraph, one list item, one heading. It is what a
 * person taps to start reading from, what is highlighted, and what narration is looked up by.
 */
import { z } from 'zod';

/** An id that is safe in an address, a file name and an HTML attribute: `a-z`, `0-9` and single hyphens. */
export const slugSchema = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);

/** A calendar date without a time, as `YYYY-MM-DD`. */
export const isoDateSchema = z.iso.date();

/** A language tag as BCP 47 writes it, for example `en-GB`, `cy` or `ar`. */
export const languageTagSchema = z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

/** Which way a language is written. */
export const directionSchema = z.enum(['ltr', 'rtl']);

/** A language that is not the one around it, and which way it is written. */
export const otherLanguageSchema = z.strictObject({ language: languageTagSchema, direction: directionSchema });

/**
 * A stretch of text in one style. `term` opens that glossary entry in place; `strong` is the only
 * emphasis there is (no italics, by design.md).
 */
export const runSchema = z.strictObject({
  text: z.string().min(1),
  term: slugSchema.optional(),
  strong: z.literal(true).optional(),
});

/**
 * One unit of reading. `id` is unique within its document (a page, the glossary, the interface) and
 * stable while the text stays in its place. The passage's plain text is its runs' text, joined. A passage that
 * nobody has translated is in another language than its document, shown and spoken as that (C10).
 */
export const passageSchema = z.strictObject({
  id: z.string().min(1),
  runs: z.array(runSchema).min(1),
  other: otherLanguageSchema.optional(),
});

/**
 * A spoken word: `[start, end, fromMs, toMs]`. `start` and `end` are UTF-16 offsets into the
 * passage's plain text, end exclusive; times count from the start of the sentence's clip. Words are
 * in order and do not overlap in text or time.
 */
export const spokenWordSchema = z.tuple([
  z.int().nonnegative(),
  z.int().positive(),
  z.int().nonnegative(),
  z.int().nonnegative(),
]);

/**
 * One sentence of a passage as it is spoken. `clip` is the bundle path of its audio below `audio/`;
 * `start` and `end` delimit the sentence in the passage's plain text like a word's offsets do.
 */
export const spokenSentenceSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().positive(),
  clip: z.string().regex(/^audio\/[0-9a-f]{2}\/[0-9a-f]{64}\.ogg$/),
  durationMs: z.int().positive(),
  words: z.array(spokenWordSchema),
});

/** The narration of one document: every passage's sentences, by passage id, in reading order. */
export const narrationSchema = z.strictObject({
  language: languageTagSchema,
  passages: z.record(z.string(), z.array(spokenSentenceSchema)),
});

export type Direction = z.infer<typeof directionSchema>;
export type OtherLanguage = z.infer<typeof otherLanguageSchema>;
export type Run = z.infer<typeof runSchema>;
export type Passage = z.infer<typeof passageSchema>;
export type SpokenWord = z.infer<typeof spokenWordSchema>;
export type SpokenSentence = z.infer<typeof spokenSentenceSchema>;
export type Narration = z.infer<typeof narrationSchema>;
