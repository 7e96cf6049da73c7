/**
 * What helps a volunteer who sits with a visitor (V2): words to begin with, and lists of what to read together. Nothing in
 * it is medical by itself: a step leads to a part of a page, and the page says it.
 */
import { z } from 'zod';
import { languageTagSchema, passageSchema, slugSchema } from './text.ts';

/** Nobody looks through more while somebody sits beside them. */
const MOST_PROMPTS = 4;
const MOST_LISTS = 8;
const MOST_STEPS = 8;

const stepSchema = z.strictObject({ page: slugSchema, part: slugSchema, label: passageSchema });

/** `alongside.json`. */
export const alongsideSchema = z.strictObject({
  language: languageTagSchema,
  /** The page that tells volunteers what to do and what not. */
  guide: slugSchema,
  /** For pages that have none of their own. */
  anywhere: z.array(passageSchema).min(1).max(MOST_PROMPTS),
  pages: z.array(z.strictObject({ page: slugSchema, prompts: z.array(passageSchema).min(1).max(MOST_PROMPTS) })),
  lists: z
    .array(
      z.strictObject({
        id: slugSchema,
        title: passageSchema,
        steps: z.array(stepSchema).min(1).max(MOST_STEPS),
      }),
    )
    .min(1)
    .max(MOST_LISTS),
  /** Where those stand who can answer what a volunteer cannot. */
  who: z.array(stepSchema).min(1).max(MOST_STEPS),
});

const stepSourceSchema = z.strictObject({
  page: slugSchema,
  part: slugSchema.describe('A part of that page, by the id in braces beside its heading.'),
  label: z.string().trim().min(1).max(100),
});

const promptsSourceSchema = z.array(z.string().trim().min(1).max(200)).min(1).max(MOST_PROMPTS);

/** `alongside.yaml`, as an editor writes it. A language without one has the original's. */
export const alongsideSourceSchema = z.strictObject({
  guide: slugSchema.describe('The page that tells volunteers what to do; no topic needs to name it.'),
  anywhere: promptsSourceSchema.describe('What to say beside any page that has nothing of its own below.'),
  pages: z.record(slugSchema, promptsSourceSchema).default({}).describe('What to say beside a page, by the page’s id.'),
  lists: z
    .array(
      z.strictObject({
        id: slugSchema,
        title: z.string().trim().min(1).max(80),
        steps: z.array(stepSourceSchema).min(1).max(MOST_STEPS),
      }),
    )
    .min(1)
    .max(MOST_LISTS)
    .describe('What to read together, by why somebody came.'),
  who: z
    .array(stepSourceSchema)
    .min(1)
    .max(MOST_STEPS)
    .describe('Where those stand who can answer what a volunteer cannot.'),
});

export type Alongside = z.infer<typeof alongsideSchema>;
export type AlongsideSource = z.infer<typeof alongsideSourceSchema>;
