/** What an editor writes at the head of a page: the YAML front matter of `pages/<id>.md`. */
import { z } from 'zod';
import { drawingFileSchema } from './drawing.ts';
import { isoDateSchema, slugSchema } from './text.ts';

/** Where a statement comes from. The fields follow what a library catalogue would record. */
export const referenceSchema = z.strictObject({
  id: slugSchema,
  kind: z.enum(['website', 'article', 'book', 'database']),
  title: z.string().min(1),
  authors: z.string().min(1).optional(),
  editors: z.string().min(1).optional(),
  publisher: z.string().min(1).optional(),
  journal: z.string().min(1).optional(),
  edition: z.string().min(1).optional(),
  year: z.int().min(1900).max(2100).optional(),
  volume: z.string().min(1).optional(),
  issue: z.string().min(1).optional(),
  reviewed: isoDateSchema.optional(),
  accessed: z.string().min(1).optional(),
  /** Where anybody can read it: a phone opens it from the paper (P2). Short enough for a code that a phone still reads. */
  url: z
    .url({ protocol: /^https$/, hostname: z.regexes.domain })
    .max(200)
    .optional(),
});

/** Stands among a part's sources for what is generally known and still to be confirmed by a clinician. */
export const GENERAL_KNOWLEDGE = 'general';

/** Somebody the page thanks: a source, a sponsor, an illustrator (C11). */
export const acknowledgementSchema = z.string().min(1);

/**
 * `reviewer` is the named clinician who signed the page off; while it is absent every screen and
 * printout says 'Sample content – not clinically reviewed'. `translationReviewer` is somebody who speaks the language
 * and approved a translation; while it is absent the page says 'Translation not reviewed'. Dates are calendar dates.
 */
export const frontMatterSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  summary: z.string().min(1),
  reviewed: isoDateSchema,
  nextReview: isoDateSchema,
  reviewer: z.string().min(1).optional(),
  translationReviewer: z.string().min(1).optional(),
  decoration: drawingFileSchema.optional(),
  related: z.array(slugSchema).default([]),
  references: z.array(referenceSchema).default([]),
  acknowledgements: z.array(acknowledgementSchema).default([]),
});

/**
 * At the head of `easy/<id>.md`, the Easy Read version of the page with that id. Dates, reviewer,
 * references, related pages and acknowledgements are those of the full page.
 */
export const easyFrontMatterSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  summary: z.string().min(1),
  translationReviewer: z.string().min(1).optional(),
});

export type EasyFrontMatter = z.infer<typeof easyFrontMatterSchema>;
export type Reference = z.infer<typeof referenceSchema>;
export type FrontMatter = z.infer<typeof frontMatterSchema>;
