/** Reading age and average length of sentences, page by page: a first sieve, never a verdict (E2). */
import type { Policy, ProblemCode } from '../../../content/format/index.ts';
import type { Level, Report } from '../problem.ts';
import type { CheckedDocument } from './documents.ts';
import { measureDocument } from './measures.ts';

const NO_VERDICT = 'a formula is a first sieve, never a verdict';

/** Checks one page or sheet of questions against the site's limits. English only. */
export function checkReadingAge(document: CheckedDocument, language: string, policy: Policy, report: Report): void {
  const { limitAge, aimAge, aimSentenceWords } = policy.reading;
  const { readingAge, averageSentenceWords } = measureDocument(document, language);
  if (readingAge === undefined) return;
  const tell = (level: Level, code: ProblemCode, what: string, mend: string): void => {
    report({ place: document.place, level, code, what, why: NO_VERDICT, mend });
  };
  if (readingAge > limitAge) {
    tell(
      'warning',
      'reading-age',
      `reading age ${String(readingAge)} (SMOG); the limit is ${String(limitAge)}`,
      'use shorter words, and more sentences; then ask somebody to read it',
    );
  } else if (readingAge > aimAge) {
    tell(
      'info',
      'reading-age-aim',
      `reading age ${String(readingAge)} (SMOG); the aim is ${String(aimAge)}`,
      'look for long words that have a shorter neighbour',
    );
  }
  if (averageSentenceWords > aimSentenceWords) {
    tell(
      'info',
      'sentence-average',
      `${String(averageSentenceWords)} words in a sentence on average; the aim is ${String(aimSentenceWords)}`,
      'say one thing in a sentence',
    );
  }
}
