/** Rules of Easy Read that a script can see, beside its short sentences. */
import type { Report } from '../problem.ts';
import type { CheckedDocument } from './documents.ts';
import { hitsIn } from './hits.ts';

/** Hard words are explained in the next sentence, not in brackets. */
export function checkEasyRead({ kind, texts }: CheckedDocument, report: Report): void {
  if (kind !== 'easy') return;
  for (const { found, text } of hitsIn(texts, /\([^)]*\)?/gu)) {
    report({
      place: text.place,
      level: 'warning',
      code: 'easy-brackets',
      what: `brackets in Easy Read: “${found}”`,
      why: 'brackets make two ideas of one',
      mend: 'explain the word in the next sentence',
    });
  }
}
