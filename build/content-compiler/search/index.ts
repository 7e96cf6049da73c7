/** The search index of a language: which open words stand in which part, and how much they tell there (S1–S4). */
import type { z } from 'zod';
import {
  LONGEST_POSTINGS,
  PARTS_PER_SHARD,
  searchPlacesSchema,
  searchPostingsSchema,
  searchWordsSchema,
  type OtherLanguage,
  type SearchFileName,
  type SearchPlace,
  type SearchPostings,
  type SearchWords,
  type TermSource,
} from '../../../content/format/index.ts';
import { aliasesOf } from './aliases.ts';
import type { IndexedPage } from './page-words.ts';
import { collectPostings, type Postings } from './postings.ts';

/** A file of the index, and the schema it has to pass before it is written. */
export interface SearchFile {
  readonly name: SearchFileName;
  readonly value: unknown;
  readonly schema: z.ZodType;
}

/** About how many postings a file holds: some tens of kilobytes, a moment to fetch and to check. */
const POSTINGS_PER_SHARD = 2048;

/** How many more or fewer it may hold, so that files can begin where they began before. */
const MOST_OFF = 4;

/**
 * Indexes the full versions of pages, a file at a time. Linear in the length of their text.
 *
 * @param terms - the glossary, whose other names and misspellings lead to its words
 * @param easy - the pages that have an Easy Read version as well, by id
 */
export function* compileSearch(
  language: string,
  pages: readonly IndexedPage[],
  terms: readonly TermSource[],
  easy: ReadonlySet<string> = new Set(),
): Generator<SearchFile> {
  const postings = collectPostings(pages);
  const counts = postings.words.map(postings.countOf);
  const shards = firstsOf(postings.words, counts);
  const places = pages.flatMap((page) => placesOf(page, easy.has(page.id)));
  const untranslated = untranslatedWords(postings.words, pages);
  const value: SearchWords = {
    language,
    parts: places.length,
    shards: [...shards],
    words: [...postings.words],
    counts,
    ...(untranslated.length > 0 && { untranslated: [...untranslated] }),
    aliases: [...aliasesOf(terms)],
  };
  yield { name: 'search/words', value, schema: searchWordsSchema };
  yield* postingFiles(postings, shards);
  yield* placeFiles(places);
}

type UntranslatedWords = NonNullable<SearchWords['untranslated']>[number];

/** The words that a language has only by pages in another one, by that language. */
function untranslatedWords(words: readonly string[], pages: readonly IndexedPage[]): readonly UntranslatedWords[] {
  const wordsIn = (page: IndexedPage): readonly string[] =>
    page.parts.flatMap((part) => (part.words === '' ? [] : part.words.split(' ')));
  const own = new Set<string>();
  const others = new Map<string, { readonly other: OtherLanguage; readonly words: Set<string> }>();
  for (const page of pages) {
    const { other } = page;
    const known = other && (others.get(other.language) ?? { other, words: new Set<string>() });
    if (other && known) others.set(other.language, known);
    for (const word of wordsIn(page)) (known?.words ?? own).add(word);
  }
  return [...others.values()].map(({ other, words: theirs }) => ({
    ...other,
    words: words.flatMap((word, number) => (theirs.has(word) && !own.has(word) ? [number] : [])),
  }));
}

/**
 * The number of each file's first word. Most files begin at words that are marked by what they are, and not by what
 * stands before them: a new word then changes one file, and not all that follow (B4).
 */
function firstsOf(words: readonly string[], counts: readonly number[]): readonly number[] {
  const average = counts.reduce((sum, count) => sum + Math.min(count, LONGEST_POSTINGS), 0) / Math.max(1, words.length);
  const wordsPerShard = 2 ** Math.round(Math.log2(Math.max(1, POSTINGS_PER_SHARD / Math.max(1, average))));
  const firsts: number[] = [];
  let held = Number.POSITIVE_INFINITY;
  for (const [number, word] of words.entries()) {
    const isMarked = held >= POSTINGS_PER_SHARD / MOST_OFF && hashOf(word) % wordsPerShard === 0;
    if (isMarked || held >= POSTINGS_PER_SHARD * MOST_OFF) {
      firsts.push(number);
      held = 0;
    }
    held += Math.min(counts[number] ?? 0, LONGEST_POSTINGS);
  }
  return firsts;
}

/** FNV-1a: short, even, and the same on every machine. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

function* postingFiles(postings: Postings, shards: readonly number[]): Generator<SearchFile> {
  for (const [index, first] of shards.entries()) {
    const words = postings.words.slice(first, shards[index + 1]);
    const value: SearchPostings = Object.fromEntries(words.map((word) => [word, postings.mostTelling(word).flat()]));
    yield { name: `search/postings/${String(index)}`, value, schema: searchPostingsSchema };
  }
}

function* placeFiles(places: readonly SearchPlace[]): Generator<SearchFile> {
  for (let first = 0; first < places.length; first += PARTS_PER_SHARD) {
    const value = places.slice(first, first + PARTS_PER_SHARD);
    yield { name: `search/parts/${String(first / PARTS_PER_SHARD)}`, value, schema: searchPlacesSchema };
  }
}

function placesOf({ id, title, parts, other }: IndexedPage, isEasyToo: boolean): readonly SearchPlace[] {
  return parts.map(({ id: part, heading, opening }) => ({
    page: id,
    title,
    part,
    heading,
    opening,
    ...(isEasyToo && { easy: true as const }),
    ...(other && { other }),
  }));
}
