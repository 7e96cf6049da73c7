/** How postings are spread over files (S4, B4). */
import { expect, test } from 'vitest';
import { compileSearch, type SearchFile } from '../../../../../build/content-compiler/search/index.ts';
import type { IndexedPage } from '../../../../../build/content-compiler/search/page-words.ts';
import {
  searchPostingsSchema,
  shardOf,
  type SearchPostings,
  type SearchWords,
} from '../../../../../content/format/index.ts';
import { createRandom } from '../../../../bench/scale/random.ts';
import { makeWords } from '../../../../bench/scale/vocabulary.ts';

const words = [...makeWords(3000, createRandom(3))].sort();

/** Twenty pages each of which has all of these words. */
const pagesOf = (having: readonly string[]): readonly IndexedPage[] =>
  Array.from({ length: 20 }, (_none, page) => {
    const part = { id: 'part', heading: 'Part', opening: '', words: having.join(' '), counts: having.map(() => 1) };
    return { id: `page-${String(page)}`, title: 'Page', parts: [part] };
  });

const indexOf = (having: readonly string[]): readonly SearchFile[] => [...compileSearch('en-GB', pagesOf(having), [])];

const wordsFile = (files: readonly SearchFile[]): SearchWords =>
  files.find(({ name }) => name === 'search/words')?.value as SearchWords;

const postingsOf = (files: readonly SearchFile[]): readonly SearchPostings[] =>
  files.filter(({ name }) => name.startsWith('search/postings/')).map(({ value }) => value as SearchPostings);

test('S4 · each word is found in the file that its number leads to, and in no other', () => {
  const files = indexOf(words);
  const { words: all, shards } = wordsFile(files);
  const postings = postingsOf(files);
  expect(shards).toHaveLength(postings.length);
  expect(shards.length, 'there is more than one file').toBeGreaterThan(1);
  for (const [number, word] of all.entries()) {
    const holding = postings.flatMap((shard, index) => (Object.hasOwn(shard, word) ? [index] : []));
    expect(holding, word).toEqual([shardOf(shards, number)]);
  }
});

test('S4 · words that begin alike lie in one file, or in two that follow each other', () => {
  const { words: all, shards } = wordsFile(indexOf(words));
  const numbers = all.flatMap((word, number) => (word.startsWith('sp') ? [shardOf(shards, number)] : []));
  expect(numbers.length).toBeGreaterThan(10);
  expect(new Set(numbers).size).toBeLessThanOrEqual(2);
});

test('B4 · a new word changes the file it is in, and where later files begin stays as it was', () => {
  const firstWords = (files: readonly SearchFile[]): readonly string[] => {
    const { words: all, shards } = wordsFile(files);
    return shards.map((first) => all[first] ?? '');
  };
  const before = firstWords(indexOf(words));
  const after = firstWords(indexOf([...words, 'aaardvark']));
  const same = before.filter((word) => after.includes(word));
  expect(before.length).toBeGreaterThan(1);
  expect(same.length).toBeGreaterThanOrEqual(before.length - 1);
});

test.each([
  ['a part without its weight', [3, 20, 4]],
  ['a weight of nothing', [3, 0]],
  ['a weight beyond a byte', [3, 256]],
  ['a part before the first', [-1, 20]],
])('S4 · %s is no place, and is never written', (_what, places) => {
  expect(searchPostingsSchema.safeParse({ scan: [3, 20, 4, 255] }).success).toBe(true);
  expect(searchPostingsSchema.safeParse({ scan: places }).success).toBe(false);
});
