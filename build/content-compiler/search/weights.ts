/** How much a word tells about a part: once in a heading says more than twice in a long text. */

/** The words of a part by where they stand, folded, repeated as often as they occur. */
export interface Occurrences {
  readonly title: readonly string[];
  readonly heading: readonly string[];
  readonly body: readonly string[];
  /** Whether it is the first part of its page, to which the page's title leads. */
  readonly isFirst: boolean;
}

/** What a word's standing in a title, heading or the text is worth. */
const worth = { title: 2, titleOfFirst: 3, heading: 4, body: 3 } as const;

/** BM25's k1 and b: how soon repetition stops to matter, and how much length does. */
const SATURATION = 1.2;
const LENGTH_SHARE = 0.6;

/** Weights are whole numbers up to 255; the most a word can be worth comes close to that. */
const SCALE = 21;

/** Weighs words of parts against all parts. The weights are whole numbers, 1 to 255. */
export function createWeigher(all: readonly Occurrences[]): (part: Occurrences) => ReadonlyMap<string, number> {
  const meanLength = all.reduce((sum, { body }) => sum + body.length, 0) / Math.max(1, all.length) || 1;
  return ({ title, heading, body, isFirst }) => {
    const worths = new Map<string, number>();
    const add = (word: string, value: number): void => void worths.set(word, (worths.get(word) ?? 0) + value);
    for (const word of new Set(title)) add(word, isFirst ? worth.titleOfFirst + worth.title : worth.title);
    for (const word of new Set(heading)) add(word, worth.heading);
    const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * body.length) / meanLength;
    for (const [word, count] of countOf(body)) add(word, (worth.body * count) / (count + SATURATION * length));
    return new Map([...worths].map(([word, value]) => [word, Math.min(255, Math.max(1, Math.round(value * SCALE)))]));
  };
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
