/** The site's own policy for its content (`policy.yaml`), and the names of all problems it may speak about. */
import { z } from 'zod';

/**
 * Problems that are always errors: a page would break, mislead, or show something nobody asked for. No
 * policy lowers them.
 */
export const fixedProblemCodes = [
  'bad-attribute',
  'bad-id',
  'before-first-part',
  'choice-options',
  'drawing',
  'duplicate-form',
  'duplicate-id',
  'easy-block',
  'empty',
  'figure-beside-survival',
  'file-missing',
  'file-size',
  'front-matter',
  'heading-level',
  'link-target',
  'list-item',
  'message-arguments',
  'message-extra',
  'message-missing',
  'message-syntax',
  'misplaced-block',
  'missing-alternative',
  'missing-attribute',
  'missing-gate',
  'missing-media',
  'missing-reference',
  'missing-source',
  'opening-hours',
  'page-id',
  'part-id',
  'placeholder',
  'policy',
  'raw-html',
  'recording-outdated',
  'recording-unreadable',
  'recording-unwritten',
  'reference-incomplete',
  'reserved-id',
  'review-order',
  'schema',
  'sensitive-word',
  'table-shape',
  'ticket-word',
  'time-zone',
  'topic-count',
  'trial-aims',
  'unclosed-directive',
  'unknown-attribute',
  'unknown-block',
  'unknown-directive',
  'unknown-helpline',
  'unknown-option',
  'unknown-page',
  'unknown-part',
  'unknown-recording',
  'unknown-term',
  'unreachable-page',
  'yaml-syntax',
] as const;

/** Problems of wording, dates and completeness, whose level a site may set. */
export const adjustableProblemCodes = [
  'abbreviation',
  'avoid-word',
  'capitals',
  'contraction',
  'easy-brackets',
  'helpline-unchecked',
  'long-alternative',
  'long-list',
  'long-paragraph',
  'long-sentence',
  'medical-word',
  'missing-easy-read',
  'missing-translation',
  'not-approved-by-ear',
  'not-measured',
  'number-range',
  'number-word',
  'odds-mixed',
  'outward-address',
  'plain-word',
  'poor-recording',
  'reading-age',
  'reading-age-aim',
  'recording-mismatch',
  'recording-missing',
  'review-interval',
  'review-overdue',
  'review-soon',
  'sentence-average',
  'small-label',
  'ticket-sounds-alike',
  'time-format',
  'translation-not-reviewed',
  'unknown-file',
  'unused-media',
  'unused-term',
] as const;

/** The name of a kind of problem. */
export type ProblemCode = (typeof fixedProblemCodes)[number] | (typeof adjustableProblemCodes)[number];

/** Whether a problem may never be less than an error. */
export function isFixedCode(code: ProblemCode): code is (typeof fixedProblemCodes)[number] {
  return (fixedProblemCodes as readonly string[]).includes(code);
}

/** What a site makes of a kind of problem; `off` leaves it out of every list. */
export const policyLevelSchema = z.enum(['error', 'warning', 'info', 'off']);

const wordList = z.array(z.string().trim().min(1)).default([]);

/**
 * `policy.yaml`, as an editor writes it. All of it may be left out. Names of problems under `levels` are
 * checked by the compiler, which can say more about a wrong one than a schema can.
 */
export const policySchema = z.strictObject({
  /** The folder all other languages are translated from. */
  original: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .default('en'),
  levels: z
    .record(z.string().meta({ enum: [...adjustableProblemCodes, ...fixedProblemCodes].sort() }), policyLevelSchema)
    .default({}),
  review: z
    .strictObject({
      /** How long before its next review a page is listed as due soon. */
      soonDays: z.int().min(0).max(730).default(90),
      /** The longest time between reviews. The NHS standard allows no more than 3. */
      longestYears: z.int().min(1).max(3).default(3),
      /** After how many months somebody rings a helpline again. */
      helplineMonths: z.int().min(1).max(36).default(12),
    })
    .prefault({}),
  reading: z
    .strictObject({
      /** Reading age in years, by SMOG, above which a page is reworked. */
      limitAge: z.number().min(9).max(18).default(14),
      /** Reading age in years to aim for. */
      aimAge: z.number().min(9).max(18).default(12),
      /** Average words in a sentence to aim for. */
      aimSentenceWords: z.number().min(5).max(20).default(14),
    })
    .prefault({}),
  words: z
    .strictObject({
      /** Words that look medical and are known to everybody here. */
      everyday: wordList,
      /** Initials that need no explanation. */
      abbreviations: wordList,
      /** Phrases in which a word to avoid is all right. */
      phrases: wordList,
    })
    .prefault({}),
});

export type Policy = z.output<typeof policySchema>;
