/** Medical words and their plain meanings (C4). */
import { z } from 'zod';
import { languageTagSchema, passageSchema, slugSchema } from './text.ts';

/** A glossary entry as the kiosk shows it. `sayIt` is a respelling; CAPITALS mark the stressed part. */
export const termSchema = z.strictObject({
  id: slugSchema,
  term: passageSchema,
  sayIt: z.string().min(1),
  meaning: passageSchema,
  sensitive: z.boolean(),
});

/** Entries in alphabetical order of the language. */
export const glossarySchema = z.strictObject({
  language: languageTagSchema,
  terms: z.array(termSchema),
});

/**
 * `glossary.yaml`, as an editor writes it. `forms` are the spellings that are marked in running text
 * (the term itself is always one); `alsoCalled` and `slips` are for search.
 */
export const glossarySourceSchema = z.array(
  z.strictObject({
    id: slugSchema,
    term: z.string().min(1),
    sayIt: z.string().min(1),
    meaning: z.string().min(1),
    forms: z.array(z.string().min(1)).default([]),
    alsoCalled: z.array(z.string().min(1)).default([]),
    slips: z.array(z.string().min(1)).default([]),
    sensitive: z.boolean().default(false),
    source: z.string().min(1),
  }),
);

export type Term = z.infer<typeof termSchema>;
export type Glossary = z.infer<typeof glossarySchema>;
export type TermSource = z.infer<typeof glossarySourceSchema>[number];
