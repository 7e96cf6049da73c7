/** Stretches of text that a rule finds. */
import type { CheckedText } from './documents.ts';

/** What was found, and the text it stands in. */
export interface Hit {
  readonly found: string;
  readonly text: CheckedText;
}

/** All stretches that match, in order. `find` has the flag g. */
export function hitsIn(texts: readonly CheckedText[], find: RegExp): readonly Hit[] {
  return texts.flatMap((text) => [...text.text.matchAll(find)].map(([found]) => ({ found, text })));
}
