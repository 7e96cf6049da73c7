/** How much a word tells about a part: once in a heading says more than twice in a long text. */
import { wordsOf } from '../../../content/format/index.ts';
import type { IndexedPart } from './page-words.ts';

/** What a word's standing in a title, heading or the text is worth. */
const worth = { title: 2, titleOfFirst: 3, heading: 4, body: 3 } as const;

/** BM25's k1 and b: how soon repetition stops to matter, and how much length does. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;

/** Weights are whole numbers up to 255; the most a word can be worth comes close to that. */
const SCALE = 21;
export const MOST_WEIGHT = 255;

/** Words of a part's open text, repetitions counted. */
export function lengthOf({ counts }: IndexedPart): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

/**
 * Weighs the words of a part: title, heading and open text. The weights are whole numbers, 1 to 255.
 *
 * @param isFirst - whether it is the first part of its page, to which the page's title leads
 * @param meanLength - of all parts there are
 */
export function weigh(
  part: IndexedPart,
  titleWords: ReadonlySet<string>,
  isFirst: boolean,
  meanLength: number,
): ReadonlyMap<string, number> {
  const worths = new Map<string, number>();
  const add = (word: string, value: number): void => void worths.set(word, (worths.get(word) ?? 0) + value);
  for (const word of titleWords) add(word, isFirst ? worth.titleOfFirst + worth.title : worth.title);
  for (const word of new Set(wordsOf(part.heading))) add(word, worth.heading);
  const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * lengthOf(part)) / meanLength;
  const words = part.words.split(' ');
  part.counts.forEach((count, index) => {
    add(words[index] ?? '', (worth.body * count) / (count + SATURATION * length));
  });
  for (const [word, value] of worths) {
    worths.set(word, Math.min(MOST_WEIGHT, Math.max(1, Math.round(value * SCALE))));
  }
  return worths;
}
