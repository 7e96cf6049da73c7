/**
 * Which words stand in which parts. A large library has millions of such places, so they are numbers in one array
 * and become postings a word at a time.
 */
import { LONGEST_POSTINGS, wordsOf } from '../../../content/format/index.ts';
import type { IndexedPage } from './page-words.ts';
import { lengthOf, MOST_WEIGHT, weigh } from './weights.ts';

/** A place of a word, and what the word tells there, 1 to 255. */
export type Posting = readonly [part: number, weight: number];

/** The places of all words; parts are numbered through the pages in their order. */
export interface Postings {
  /** All words there are, in code-unit order. */
  readonly words: readonly string[];
  /** In how many parts a word stands. */
  readonly countOf: (word: string) => number;
  /** Of the places of a word those where it tells most, these first. */
  readonly mostTelling: (word: string) => readonly Posting[];
}

/** A place is one number: what the weight lacks of the most it can be, then the part. So the best sort first. */
const PARTS = 2 ** 24;

/** Collects the places of all words of pages. */
export function collectPostings(pages: readonly IndexedPage[]): Postings {
  const numbers = new Map<string, number>();
  const wordOfPlace: number[] = [];
  const places: number[] = [];
  eachWeight(pages, (word, part, weight) => {
    const number = numbers.get(word) ?? numbers.size;
    numbers.set(word, number);
    wordOfPlace.push(number);
    places.push((MOST_WEIGHT - weight) * PARTS + part);
  });
  const { sorted, startOf } = byWord(numbers.size, wordOfPlace, places);
  const rangeOf = (word: string): readonly [start: number, end: number] => {
    const number = numbers.get(word);
    return number === undefined ? [0, 0] : [startOf[number] ?? 0, startOf[number + 1] ?? 0];
  };
  return {
    words: [...numbers.keys()].sort(),
    countOf: (word) => {
      const [start, end] = rangeOf(word);
      return end - start;
    },
    mostTelling: (word) => {
      const [start, end] = rangeOf(word);
      const best = sorted.subarray(start, end).sort().subarray(0, LONGEST_POSTINGS);
      return Array.from(best, (place): Posting => [place % PARTS, MOST_WEIGHT - Math.floor(place / PARTS)]);
    },
  };
}

function eachWeight(pages: readonly IndexedPage[], tell: (word: string, part: number, weight: number) => void): void {
  const parts = pages.flatMap((page) => page.parts);
  if (parts.length > PARTS) throw new Error(`the search index has room for ${String(PARTS)} parts of pages`);
  const meanLength = parts.reduce((sum, part) => sum + lengthOf(part), 0) / Math.max(1, parts.length) || 1;
  let number = 0;
  for (const page of pages) {
    const title = new Set(wordsOf(page.title));
    for (const [index, part] of page.parts.entries()) {
      for (const [word, weight] of weigh(part, title, index === 0, meanLength)) tell(word, number, weight);
      number += 1;
    }
  }
}

/** Puts places beside those of the same word: the n-th word's begin at `startOf[n]`. */
function byWord(words: number, wordOfPlace: readonly number[], places: readonly number[]) {
  const startOf = new Uint32Array(words + 1);
  for (const word of wordOfPlace) startOf[word + 1] = (startOf[word + 1] ?? 0) + 1;
  for (let word = 0; word < words; word += 1) startOf[word + 1] = (startOf[word + 1] ?? 0) + (startOf[word] ?? 0);
  const next = startOf.slice();
  const sorted = new Uint32Array(places.length);
  places.forEach((place, index) => {
    const word = wordOfPlace[index] ?? 0;
    const at = next[word] ?? 0;
    sorted[at] = place;
    next[word] = at + 1;
  });
  return { sorted, startOf };
}
