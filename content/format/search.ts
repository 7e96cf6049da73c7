/**
 * The search index of a language (S1–S4), in shards: a query reads the words, then a few small files, however
 * large the library is. Text behind a gate is in none of them (S3).
 */
import { z } from 'zod';
import type { SearchFolder } from './paths.ts';
import { PARTS_PER_SHARD } from './search-words.ts';
import { languageTagSchema, otherLanguageSchema, slugSchema } from './text.ts';

/** The most places kept of a word: of one that is nearly everywhere, those where it tells most. */
export const LONGEST_POSTINGS = 1000;

/**
 * `search/words.json`: every word of the open text, folded (see `fold`), in code-unit order, and in how many parts
 * it occurs. Words that follow each other have their postings in the same file, since letters typed one after another ask
 * for just these: `shards` has the number of each file's first word, and `shardOf` finds a word's file.
 */
export const searchWordsSchema = z.strictObject({
  language: languageTagSchema,
  parts: z.int().nonnegative(),
  shards: z.array(z.int().nonnegative()),
  words: z.array(z.string().min(1)),
  counts: z.array(z.int().positive()),
  /** Words that stand in no page of this language, only in pages that are not translated: their numbers in `words`. */
  untranslated: z.array(otherLanguageSchema.extend({ words: z.array(z.int().nonnegative()) })).optional(),
  aliases: z.array(
    z.strictObject({
      /** What people type, folded. */
      typed: z.string().min(1),
      /** The glossary entry they mean. */
      term: slugSchema,
      kind: z.enum(['name', 'also-called', 'slip']),
    }),
  ),
});

/**
 * `search/postings/<n>.json`: the places of each word of the shard, those first where it tells most. A place is two
 * numbers: the part, as parts are numbered through the language, and the word's weight there, 1 to 255. They stand one
 * after another in one array, which is read twice as fast as an array of pairs, at each letter that is typed.
 */
export const searchPostingsSchema = z.record(
  z.string(),
  z
    .array(z.int().nonnegative())
    .max(2 * LONGEST_POSTINGS)
    .refine(({ length }) => length % 2 === 0, 'a place has no weight')
    .refine(
      (places) => places.every((value, at) => at % 2 === 0 || (value >= 1 && value <= 255)),
      'a weight is not 1 to 255',
    ),
);

/** One part as a result shows it. `opening` is how its open text begins. */
export const searchPlaceSchema = z.strictObject({
  page: slugSchema,
  title: z.string().min(1),
  part: slugSchema,
  heading: z.string().min(1),
  opening: z.string(),
  /** The page has an Easy Read version. */
  easy: z.literal(true).optional(),
  /** The language of a page that is not translated. */
  other: otherLanguageSchema.optional(),
});

/** `search/parts/<n>.json`: the parts of the shard, by number less the shard's first. */
export const searchPlacesSchema = z.array(searchPlaceSchema).max(PARTS_PER_SHARD);

export type SearchWords = z.infer<typeof searchWordsSchema>;
export type SearchPostings = z.infer<typeof searchPostingsSchema>;
export type SearchPlace = z.infer<typeof searchPlaceSchema>;

/** What a file of each folder holds. */
export interface SearchFolders extends Record<SearchFolder, unknown> {
  'search/postings': SearchPostings;
  'search/parts': readonly SearchPlace[];
}

/** Fetches files of the index. Each rejects when a file cannot be had. */
export interface SearchFiles {
  readonly words: () => Promise<SearchWords>;
  /** Numbered files of a folder, at least one, in the order of their numbers here. */
  readonly numbered: <Folder extends SearchFolder>(
    folder: Folder,
    numbers: readonly number[],
  ) => Promise<readonly SearchFolders[Folder][]>;
}
