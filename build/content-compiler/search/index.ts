/** The search index of a language: which open words stand in which part, and how much they tell there (S1–S4). */
import {
  LONGEST_POSTINGS,
  PARTS_PER_SHARD,
  searchPlacesSchema,
  searchPostingsSchema,
  searchWordsSchema,
  shardOf,
  wordsOf,
  type Page,
  type Posting,
  type SearchFileName,
  type SearchPlace,
  type TermSource,
} from '../../../content/format/index.ts';
import { reservedPartIds } from '../compile/page.ts';
import { textOfPassage } from '../compile/passages.ts';
import { aliasesOf } from './aliases.ts';
import { openPassages } from './open-text.ts';
import { createWeigher, type Occurrences } from './weights.ts';

/** A file of the index; its value has passed its schema. */
export interface SearchFile {
  readonly name: SearchFileName;
  readonly value: unknown;
}

/** About how many postings a file holds: some tens of kilobytes, a moment to fetch and to check. */
const POSTINGS_PER_SHARD = 4096;

/** How much of a part's opening a result shows, in characters. */
const OPENING_LENGTH = 140;

/**
 * Indexes the full versions of pages. Linear in the length of their text.
 *
 * @param terms - the glossary, whose other names and misspellings lead to its words
 */
export function compileSearch(
  language: string,
  pages: readonly Page[],
  terms: readonly TermSource[],
): readonly SearchFile[] {
  const { places, occurrences } = readParts(pages.filter(({ version }) => version === 'full'));
  const postings = collectPostings(occurrences);
  const words = [...postings.keys()].sort();
  const count = [...postings.values()].reduce((sum, list) => sum + list.length, 0);
  const shards = Math.max(1, Math.ceil(count / POSTINGS_PER_SHARD));
  const spread = Array.from({ length: shards }, () => new Map<string, readonly Posting[]>());
  for (const word of words) spread[shardOf(word, shards)]?.set(word, mostTelling(postings.get(word) ?? []));
  return [
    {
      name: 'search/words',
      value: searchWordsSchema.parse({
        language,
        parts: places.length,
        shards,
        words,
        counts: words.map((word) => postings.get(word)?.length ?? 0),
        aliases: aliasesOf(terms),
      }),
    },
    ...spread.map((shard, index): SearchFile => ({
      name: `search/postings/${String(index)}`,
      value: searchPostingsSchema.parse(Object.fromEntries(shard)),
    })),
    ...chunks(places, PARTS_PER_SHARD).map((chunk, index): SearchFile => ({
      name: `search/parts/${String(index)}`,
      value: searchPlacesSchema.parse(chunk),
    })),
  ];
}

function readParts(pages: readonly Page[]): {
  readonly places: readonly SearchPlace[];
  readonly occurrences: readonly Occurrences[];
} {
  const places: SearchPlace[] = [];
  const occurrences: Occurrences[] = [];
  for (const page of pages) {
    const title = textOfPassage(page.title);
    const parts = page.parts.filter(({ id }) => !reservedPartIds.includes(id));
    parts.forEach((part, index) => {
      const heading = textOfPassage(part.heading);
      const open = openPassages(part.blocks).map(textOfPassage);
      places.push({ page: page.id, title, part: part.id, heading, opening: openingOf(open) });
      occurrences.push({
        title: wordsOf(title),
        heading: wordsOf(heading),
        body: open.flatMap(wordsOf),
        isFirst: index === 0,
      });
    });
  }
  return { places, occurrences };
}

function collectPostings(occurrences: readonly Occurrences[]): ReadonlyMap<string, readonly Posting[]> {
  const weigh = createWeigher(occurrences);
  const postings = new Map<string, Posting[]>();
  occurrences.forEach((one, part) => {
    for (const [word, weight] of weigh(one)) {
      const list = postings.get(word);
      if (list) list.push([part, weight]);
      else postings.set(word, [[part, weight]]);
    }
  });
  return postings;
}

function mostTelling(postings: readonly Posting[]): readonly Posting[] {
  return postings.toSorted(([partA, a], [partB, b]) => b - a || partA - partB).slice(0, LONGEST_POSTINGS);
}

function openingOf(texts: readonly string[]): string {
  const text = texts.join(' ');
  if (text.length <= OPENING_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(' ', OPENING_LENGTH))} …`;
}

function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_none, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
