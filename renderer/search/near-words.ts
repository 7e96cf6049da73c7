/** Words like the one that was typed: beginning with it, or a slip of the finger or the spelling away (S1). */

import { placeIn } from '../../content/format/search-words.ts';

/** How a word was found for what was typed. */
export type Likeness = 'same' | 'begins' | 'spelt';

export interface NearWord {
  /** Where the word stands in the list that was searched. */
  readonly index: number;
  readonly likeness: Likeness;
  /** How much it is the word that was meant: 1 for the very same, towards 0. */
  readonly quality: number;
}

/** How many slips a word of a length may hold: short words with a slip are other words. */
const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** A slip halves what a word is worth, another one halves it again. */
const QUALITY_OF_SLIP = 0.5;

/**
 * The words of a sorted list that may be meant by a typed one, best first.
 *
 * @param words - folded, in code-unit order, each once
 * @param typed - folded
 * @param most - how many at most
 */
export function findNearWords(words: readonly string[], typed: string, most: number): readonly NearWord[] {
  const from = placeIn(words, typed);
  const found: NearWord[] = [];
  if (words[from] === typed) found.push({ index: from, likeness: 'same', quality: 1 });
  if (typed.length >= 2) found.push(...beginningWith(words, typed, from, most));
  // Who typed a word as it is written, or the beginning of one, has not slipped.
  if (found.length === 0) found.push(...misspelt(words, typed));
  return found.toSorted((a, b) => b.quality - a.quality || a.index - b.index).slice(0, most);
}

/** Where a word, or a number, stands in a sorted list; -1 when it does not. */
export function positionOf<Item extends string | number>(list: readonly Item[], item: Item): number {
  const position = placeIn(list, item);
  return list[position] === item ? position : -1;
}

function beginningWith(words: readonly string[], typed: string, from: number, most: number): NearWord[] {
  const found: NearWord[] = [];
  // A beginning of two letters fits hundreds; more than a screen can show need not be weighed.
  const end = from + 20 * most;
  for (let index = from; index < end; index += 1) {
    const word = words[index];
    if (word?.startsWith(typed) !== true) break;
    if (word !== typed) found.push({ index, likeness: 'begins', quality: 0.4 + (0.5 * typed.length) / word.length });
  }
  return found;
}

function misspelt(words: readonly string[], typed: string): readonly NearWord[] {
  const slips = slipsAllowed(typed.length);
  if (slips === 0) return [];
  return wordsWithin(words, typed, slips).map(({ index, distance }) => ({
    index,
    likeness: 'spelt',
    quality: QUALITY_OF_SLIP ** distance,
  }));
}

/**
 * The words that are no more than some slips away from a typed one, in the order of the list.
 *
 * @param words - a list that does not change
 */
export function wordsWithin(
  words: readonly string[],
  typed: string,
  most: number,
): readonly { readonly index: number; readonly distance: number }[] {
  const letters = lettersOfAll(words);
  const typedLetters = lettersOf(typed);
  const within: { readonly index: number; readonly distance: number }[] = [];
  // A plain loop: it goes over every word of the library after each letter.
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    if (Math.abs(word.length - typed.length) > most) continue;
    // A slip takes one letter away and brings one in at the most; nearly every word is ruled out by that.
    if (bitsIn((letters[index] ?? 0) ^ typedLetters) > 2 * most) continue;
    const distance = editDistance(word, typed, most);
    if (distance <= most) within.push({ index, distance });
  }
  return within;
}

/** Which letters a word has, a bit for each; some share one. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at += 1) letters |= 1 << (word.charCodeAt(at) % 32);
  return letters;
}

const known = new WeakMap<readonly string[], Int32Array>();

function lettersOfAll(words: readonly string[]): Int32Array {
  const letters = known.get(words) ?? Int32Array.from(words, lettersOf);
  known.set(words, letters);
  return letters;
}

/** How many bits are set, counted in pairs, fours and eights at once. */
function bitsIn(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x5555_5555);
  const fours = (pairs & 0x3333_3333) + ((pairs >>> 2) & 0x3333_3333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f_0f0f, 0x0101_0101) >>> 24;
}

/**
 * How many letters have to be put in, left out, changed, or swapped with their neighbour to make one word
 * of the other (optimal string alignment); `most + 1` as soon as it is more than that.
 */
export function editDistance(a: string, b: string, most: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_none, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const isSwap =
        row > 1 &&
        column > 1 &&
        a.charCodeAt(row - 1) === b.charCodeAt(column - 2) &&
        a.charCodeAt(row - 2) === b.charCodeAt(column - 1);
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current[column] = cost;
      least = Math.min(least, cost);
    }
    if (least > most) return most + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length] ?? 0;
}
