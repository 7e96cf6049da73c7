/**
 * How text becomes the words of the search index, and where a word's places lie. The compiler writes the index
 * by these rules and the page asks by them. Free of schemas, so that the page may import it as it is.
 */

/** How many parts a file of places holds. */
export const PARTS_PER_SHARD = 16;

/** Ten digits in a row, and the European one that each is compared as. */
const digitsFrom = (zero: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_none, value) => [
      String.fromCodePoint((zero.codePointAt(0) ?? 0) + value),
      String(value),
    ]),
  );

/** Letters that many people write for one another, and the one they are compared as: Arabic, and its own digits. */
const oneFor: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه',
  ـ: '',
  ...digitsFrom('٠'),
  ...digitsFrom('۰'),
};

/**
 * Text as it is compared: without case, without marks above or below letters (ŵ is w, and Arabic vowel signs and
 * hamzas on letters go), compatible forms made one.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u0600-\u06ff]/g, (letter) => oneFor[letter] ?? letter)
    .toLowerCase();

/** The words of a text, folded, in order. A single letter is no word to look for. */
export const wordsOf = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 || /\p{N}/u.test(word));

/**
 * Where a sorted list has an item, or would have it.
 *
 * @param list - each item once, least first
 */
export function placeIn<Item extends string | number>(list: readonly Item[], item: Item): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = list[middle];
    if (there !== undefined && there < item) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Which of the files of postings holds a word.
 *
 * @param firsts - of each file, the number of its first word
 * @param word - the word's own number
 */
export const shardOf = (firsts: readonly number[], word: number): number => placeIn(firsts, word + 1) - 1;
