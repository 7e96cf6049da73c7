/**
 * How text becomes the words of the search index, and where a word's places lie. The compiler writes the index
 * by these rules and the page asks by them. Free of schemas, so that the page may import it as it is.
 */

/** How many parts a file of places holds. */
export const PARTS_PER_SHARD = 32;

/** Text as it is compared: without case, without marks above or below letters, compatible forms made one. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a text, folded, in order. A single letter is no word to look for. */
export const wordsOf = (text: string): readonly string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 1 || /\p{N}/u.test(word));

/** Which of the files of postings holds a word. @param shards - how many there are; at least 1 */
export function shardOf(word: string, shards: number): number {
  // FNV-1a: short, even, and the same on every machine.
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return (hash >>> 0) % shards;
}
