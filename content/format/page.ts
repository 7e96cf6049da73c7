/** A page as the kiosk receives it: typed blocks of passages, ready to draw and to read aloud (C2). */
import { z } from 'zod';
import { crumbSchema, pageCardSchema } from './catalogue.ts';
import { drawingSchema } from './drawing.ts';
import { helplineBlockSchema, qrSchema } from './helpline.ts';
import { isoDateSchema, languageTagSchema, otherLanguageSchema, passageSchema, slugSchema } from './text.ts';

export const paragraphBlockSchema = z.strictObject({
  kind: z.literal('paragraph'),
  passage: passageSchema,
});

export const listBlockSchema = z.strictObject({
  kind: z.literal('list'),
  ordered: z.boolean(),
  items: z.array(passageSchema).min(1),
});

/** Text that may stand inside another block. */
export const proseBlockSchema = z.discriminatedUnion('kind', [paragraphBlockSchema, listBlockSchema]);

/** A set-apart note. `ask` points to a person to talk to. */
export const calloutBlockSchema = z.strictObject({
  kind: z.literal('callout'),
  tone: z.enum(['note', 'ask']),
  title: passageSchema.optional(),
  content: z.array(proseBlockSchema).min(1),
});

/**
 * Signs that cannot wait. Whom to ring is the site's to say: the kiosk adds the number from its settings,
 * or sends the visitor to the desk for it. No bundle ever holds such a number.
 */
export const urgentBlockSchema = z.strictObject({
  kind: z.literal('urgent'),
  id: slugSchema,
  title: passageSchema,
  content: z.array(proseBlockSchema).min(1),
});

/** The widest and the longest a table may be: it has to fit a screen in the largest words. */
export const tableLimits = { columns: 3, rows: 8 } as const;

/** A comparison. Each row is named by its first cell; `cells` are the others, under `columns` after the first. */
export const tableBlockSchema = z.strictObject({
  kind: z.literal('table'),
  id: slugSchema,
  caption: passageSchema,
  columns: z.array(passageSchema).min(2).max(tableLimits.columns),
  rows: z
    .array(z.strictObject({ name: passageSchema, cells: z.array(passageSchema).min(1) }))
    .min(1)
    .max(tableLimits.rows),
});

/**
 * Something hard to read, behind a gentle question (principle 3). Until the visitor says yes its content
 * is not on the screen, not read aloud, not found by a search and not printed.
 */
export const gateBlockSchema = z.strictObject({
  kind: z.literal('gate'),
  id: slugSchema,
  question: passageSchema,
  content: z.array(proseBlockSchema).min(1),
});

/** One idea of an Easy Read page: a picture and the words that say the same (C3). */
export const ideaBlockSchema = z.strictObject({
  kind: z.literal('idea'),
  picture: drawingSchema,
  passage: passageSchema,
});

/** A clinical trial: what researchers want to find out, and as known on which date (C6). */
export const trialBlockSchema = z.strictObject({
  kind: z.literal('trial'),
  id: slugSchema,
  label: passageSchema,
  title: passageSchema,
  content: z.array(proseBlockSchema).min(1),
  aimsHeading: passageSchema,
  aims: z.array(passageSchema).min(1),
  knownOn: passageSchema,
  askWhom: passageSchema,
});

/** A diagram with what it shows in a line (`alternative`) and told in full (`description`) (C9). */
export const diagramBlockSchema = z.strictObject({
  kind: z.literal('diagram'),
  id: slugSchema,
  drawing: drawingSchema,
  alternative: passageSchema,
  description: z.array(passageSchema).min(1),
});

/**
 * A question whose answer leads on: to a part of the same page (`part`) or to words that open in
 * place (`answer`). Exactly one of the two is present on each option.
 */
export const choiceOptionSchema = z.union([
  z.strictObject({ id: slugSchema, label: passageSchema, part: slugSchema }),
  z.strictObject({ id: slugSchema, label: passageSchema, answer: z.array(proseBlockSchema).min(1) }),
]);

export const choiceBlockSchema = z.strictObject({
  kind: z.literal('choice'),
  id: slugSchema,
  question: passageSchema,
  options: z.array(choiceOptionSchema).min(2),
});

/** Codes of the public addresses of references, by the ids of their passages; those without an address have none. */
export const referenceCodesSchema = z.record(z.string(), qrSchema);

/** The page's references, as one passage each. */
export const referencesBlockSchema = z.strictObject({
  kind: z.literal('references'),
  items: z.array(passageSchema).min(1),
  codes: referenceCodesSchema.optional(),
});

/** A smaller heading inside a part. */
export const subheadingBlockSchema = z.strictObject({
  kind: z.literal('subheading'),
  passage: passageSchema,
});

export const blockSchema = z.discriminatedUnion('kind', [
  paragraphBlockSchema,
  listBlockSchema,
  subheadingBlockSchema,
  calloutBlockSchema,
  urgentBlockSchema,
  tableBlockSchema,
  gateBlockSchema,
  ideaBlockSchema,
  helplineBlockSchema,
  trialBlockSchema,
  diagramBlockSchema,
  choiceBlockSchema,
  referencesBlockSchema,
]);

/**
 * A part of a page: a heading and its blocks, with its own address `#/page/<page>/<part>`.
 * `forOptions` names the choice options the part is written for; a visitor who chose another option
 * sees the part folded, never removed. `sources` are the ids of the references it rests on.
 */
export const partSchema = z.strictObject({
  id: slugSchema,
  heading: passageSchema,
  forOptions: z.array(slugSchema).optional(),
  sources: z.array(slugSchema),
  blocks: z.array(blockSchema).min(1),
});

/**
 * When the page was and will be looked at. The sentences are passages so that they are spoken;
 * `overdue` is shown once the kiosk's own date has passed `nextReview` (C8).
 */
export const reviewSchema = z.strictObject({
  lastReviewed: isoDateSchema,
  nextReview: isoDateSchema,
  dates: passageSchema,
  overdue: passageSchema,
});

/**
 * A page in one of its versions: `full`, or `easy` for Easy Read, whose parts are made of ideas (C3).
 * `otherVersion` tells that the page has the other one as well. `trail` leads to the page's topic.
 * `translationNotice` is there until somebody who speaks the language has approved the translation.
 */
export const pageSchema = z.strictObject({
  id: slugSchema,
  language: languageTagSchema,
  version: z.enum(['full', 'easy']),
  otherVersion: z.literal(true).optional(),
  trail: z.array(crumbSchema),
  title: passageSchema,
  summary: passageSchema,
  readingMinutes: z.int().positive(),
  review: reviewSchema,
  /** Present until a clinical reviewer is named (principle 7). */
  sampleNotice: passageSchema.optional(),
  translationNotice: passageSchema.optional(),
  /** A picture that carries no information and is hidden from assistive technology. */
  decoration: drawingSchema.optional(),
  parts: z.array(partSchema).min(1),
  related: z.array(pageCardSchema),
});

/**
 * In place of a page or of the questions that a language has not: in which language they are, and the way to them
 * and on from them in this one.
 */
export const insteadSchema = z.strictObject({
  language: languageTagSchema,
  instead: otherLanguageSchema,
  trail: z.array(crumbSchema),
  related: z.array(pageCardSchema),
});

export type Instead = z.infer<typeof insteadSchema>;
export type ProseBlock = z.infer<typeof proseBlockSchema>;
export type CalloutBlock = z.infer<typeof calloutBlockSchema>;
export type UrgentBlock = z.infer<typeof urgentBlockSchema>;
export type TableBlock = z.infer<typeof tableBlockSchema>;
export type GateBlock = z.infer<typeof gateBlockSchema>;
export type IdeaBlock = z.infer<typeof ideaBlockSchema>;
export type TrialBlock = z.infer<typeof trialBlockSchema>;
export type DiagramBlock = z.infer<typeof diagramBlockSchema>;
export type ChoiceBlock = z.infer<typeof choiceBlockSchema>;
export type ChoiceOption = z.infer<typeof choiceOptionSchema>;
export type Block = z.infer<typeof blockSchema>;
export type Part = z.infer<typeof partSchema>;
export type Review = z.infer<typeof reviewSchema>;
export type Page = z.infer<typeof pageSchema>;
