/**
 * Search (S1–S4): from what somebody types to pages and their parts, with the reason why each was found.
 * Reads the index shard by shard, never so much at once that a frame is late, and keeps nothing of what was asked.
 */
import type {
  OtherLanguage,
  SearchFiles,
  SearchPlace,
  SearchPostings,
  SearchWords,
} from '../../content/format/index.ts';
import { PARTS_PER_SHARD, shardOf, wordsOf } from '../../content/format/search-words.ts';
import { type MeantTerm, findMeantTerms } from './aliases.ts';
import { type Likeness, findNearWords, positionOf, wordsWithin } from './near-words.ts';
import { type Meant, type RankedPart, rankParts } from './ranking.ts';
import { Shelf } from './shelf.ts';

/** A word of the library, folded. */
export interface FoundWord {
  readonly word: string;
  /** The language it is of, where it stands only in pages that are not translated. */
  readonly other?: OtherLanguage | undefined;
}

/**
 * Why something was found. `typed` is as it was typed, `word` as it is written. A glossary entry (`term`, its id)
 * is `also-called` what was typed, or was `meant` by a common misspelling.
 */
export type Reason =
  | ({ readonly kind: Likeness; readonly typed: string } & FoundWord)
  | { readonly kind: 'also-called' | 'meant'; readonly typed: string; readonly term: string };

/** A part that was found. */
export interface FoundPart {
  readonly part: string;
  readonly heading: string;
  readonly opening: string;
}

/** A page with its parts that were found, best first. */
export interface FoundPage {
  readonly page: string;
  readonly title: string;
  /** It has an Easy Read version. */
  readonly easy: boolean;
  /** The language it is in, where that is not the one it was looked for in. */
  readonly other: SearchPlace['other'];
  readonly parts: readonly FoundPart[];
  /** Each once, surest first. */
  readonly reasons: readonly Reason[];
}

export interface SearchResult {
  readonly pages: readonly FoundPage[];
  /** Glossary words that were meant, by id. */
  readonly terms: readonly MeantTerm[];
  /** Words of the library that the last typed one may become, most used first. */
  readonly suggestions: readonly FoundWord[];
  /** Words the library has that are nearest to what was typed; given when no page was found (S2). */
  readonly nearest: readonly FoundWord[];
}

/** No more than a person looks through. */
const MOST_PAGES = 8;
const MOST_PARTS_OF_A_PAGE = 3;
const MOST_PARTS = 24;

/** Of each typed word, this many words of the library are looked up. */
const MOST_NEAR_WORDS = 8;

/** Of a long text, this many words are looked for. */
const MOST_TYPED_WORDS = 8;

/** When nothing is found, this many words are offered that have so many slips at the most. */
const MOST_NEAREST = 3;
const MOST_SLIPS_OF_NEAREST = 3;

/** Files brought in at a time: some hundreds of kilobytes, read well within a frame. */
const POSTINGS_TOGETHER = 8;
const PLACES_TOGETHER = 64;

/** What a word is worth that stands for the typed one by the glossary only. */
const QUALITY_OF_ALIAS = 0.7;

/** A word of the library that may be meant by a typed one. */
interface Candidate {
  readonly word: string;
  readonly quality: number;
  readonly reason: Reason;
  /** In how many parts it stands. */
  readonly count: number;
}

/** For each typed word, the words that may be meant by it. */
type Candidates = readonly (readonly Candidate[])[];

/** A page whose parts are being gathered, with how sure each reason is. */
interface Gathered {
  readonly place: SearchPlace;
  readonly parts: FoundPart[];
  readonly reasons: Map<string, readonly [Reason, number]>;
}

/** A search over one language. Make one for a visit and drop it with the visit. */
export class Search {
  readonly #files: SearchFiles;
  readonly #postings: Shelf<SearchPostings>;
  readonly #places: Shelf<readonly SearchPlace[]>;
  #words: Promise<SearchWords> | undefined;

  constructor(files: SearchFiles) {
    this.#files = files;
    this.#postings = new Shelf((numbers) => files.numbered('search/postings', numbers));
    this.#places = new Shelf((numbers) => files.numbered('search/parts', numbers));
  }

  /**
   * Brings the index in, so that no letter waits for a file: first what every search needs, then the rest bit by bit.
   * Searching need not wait for it. @throws what the files throw that cannot be had; a search asks for them again
   */
  async prepare(): Promise<void> {
    const { parts, shards } = await this.#index();
    await this.#postings.fill(shards.length, POSTINGS_TOGETHER);
    await this.#places.fill(Math.ceil(parts / PARTS_PER_SHARD), PLACES_TOGETHER);
  }

  /**
   * Finds what fits a text. An empty one finds nothing.
   *
   * @throws what the files throw that cannot be had
   */
  async find(text: string): Promise<SearchResult> {
    const typed = [...new Set(wordsOf(text))].slice(0, MOST_TYPED_WORDS);
    if (typed.length === 0) return { pages: [], terms: [], suggestions: [], nearest: [] };
    const index = await this.#index();
    const terms = findMeantTerms(index.aliases, text).slice(0, MOST_NEAR_WORDS);
    const candidates = typed.map((word) => [...near(index, word), ...meant(index, word, text, terms)]);
    const pages = await this.#pages(await this.#rank(index, candidates), candidates);
    const suggestions = suggestionsFor(candidates.at(-1) ?? [], typed.at(-1) ?? '');
    return { pages, terms, suggestions, nearest: pages.length > 0 ? [] : nearest(index, typed) };
  }

  async #rank(index: SearchWords, candidates: Candidates): Promise<readonly RankedPart[]> {
    const shardOfWord = (word: string): number => shardOf(index.shards, positionOf(index.words, word));
    const words = candidates.flat();
    const shards = await this.#postings.take(words.map(({ word }) => shardOfWord(word)));
    const postingsOf = new Map(words.map(({ word }, which) => [word, ownValue(shards[which], word)]));
    const typed = candidates.map((some) =>
      some.map(({ word, count, quality }): Meant => {
        const rarity = Math.log(1 + index.parts / Math.max(1, count));
        return { worth: rarity * quality, postings: postingsOf.get(word) ?? [] };
      }),
    );
    return rankParts(index.parts, typed, MOST_PARTS);
  }

  async #pages(parts: readonly RankedPart[], candidates: Candidates): Promise<readonly FoundPage[]> {
    const pages = new Map<string, Gathered>();
    // Every part may lie in a file of its own: no more are fetched than it takes to fill the list.
    for (let from = 0; from < parts.length && pages.size < MOST_PAGES; from += MOST_PAGES)
      await this.#gather(parts.slice(from, from + MOST_PAGES), candidates, pages);
    return [...pages].map(([page, { place, parts: found, reasons }]) => ({
      page,
      title: place.title,
      easy: place.easy === true,
      other: place.other,
      parts: found,
      reasons: [...reasons.values()].sort(([, a], [, b]) => b - a).map(([reason]) => reason),
    }));
  }

  async #gather(parts: readonly RankedPart[], candidates: Candidates, pages: Map<string, Gathered>): Promise<void> {
    const shards = await this.#places.take(parts.map(({ part }) => Math.floor(part / PARTS_PER_SHARD)));
    parts.forEach(({ part, by }, index) => {
      const place = shards[index]?.[part % PARTS_PER_SHARD];
      if (place === undefined) return;
      const found: Gathered = pages.get(place.page) ?? { place, parts: [], reasons: new Map() };
      if (!pages.has(place.page) && pages.size === MOST_PAGES) return;
      pages.set(place.page, found);
      if (found.parts.length === MOST_PARTS_OF_A_PAGE) return;
      found.parts.push({ part: place.part, heading: place.heading, opening: place.opening });
      for (const [word, which] of by.entries()) {
        const candidate = which === undefined ? undefined : candidates[word]?.[which];
        if (candidate === undefined) continue;
        found.reasons.set(JSON.stringify(candidate.reason), [candidate.reason, candidate.quality]);
      }
    });
  }

  #index(): Promise<SearchWords> {
    this.#words ??= this.#files.words().catch((cause: unknown) => {
      // It is tried again the next time.
      this.#words = undefined;
      throw cause;
    });
    return this.#words;
  }
}

/** The postings of a word. A library may have the word ‘constructor’, and a shard without it must not. */
const ownValue = (shard: SearchPostings | undefined, word: string): readonly number[] =>
  shard !== undefined && Object.hasOwn(shard, word) ? (shard[word] ?? []) : [];

function near(searched: SearchWords, typed: string): readonly Candidate[] {
  return findNearWords(searched.words, typed, MOST_NEAR_WORDS).flatMap(({ index, likeness, quality }): Candidate[] => {
    const found = foundWord(searched, index);
    if (found === undefined) return [];
    const reason: Reason = { kind: likeness, typed, ...found };
    return [{ word: found.word, quality, count: searched.counts[index] ?? 0, reason }];
  });
}

/** The word of a number, with the language it is of where that is another than the one that is searched. */
function foundWord({ words, untranslated = [] }: SearchWords, number: number): FoundWord | undefined {
  const word = words[number];
  if (word === undefined) return undefined;
  const other = untranslated.find(({ words: numbers }) => positionOf(numbers, number) >= 0);
  return { word, ...(other && { other: { language: other.language, direction: other.direction } }) };
}

/** The words of the names of glossary terms that were meant, in place of each typed word. */
function meant(index: SearchWords, typed: string, text: string, terms: readonly MeantTerm[]): readonly Candidate[] {
  return terms
    .filter(({ kind }) => kind !== 'name')
    .flatMap(({ term, kind, quality }) => {
      const names = index.aliases.filter((alias) => alias.term === term && alias.kind === 'name');
      const why = { typed: text.trim(), term };
      const reason: Reason = kind === 'slip' ? { kind: 'meant', ...why } : { kind: 'also-called', ...why };
      return names
        .flatMap(({ typed: name }) => wordsOf(name))
        .filter((word) => word !== typed)
        .map((word): Candidate => {
          const count = index.counts[positionOf(index.words, word)] ?? 0;
          return { word, quality: quality * QUALITY_OF_ALIAS, count, reason };
        })
        .filter(({ count }) => count > 0);
    });
}

/** What the last word may become, by how much it is that and how often it is used. */
function suggestionsFor(candidates: readonly Candidate[], typed: string): readonly FoundWord[] {
  return candidates
    .toSorted((a, b) => b.quality * Math.log(2 + b.count) - a.quality * Math.log(2 + a.count))
    .flatMap(({ reason }): readonly FoundWord[] => {
      if (reason.kind !== 'begins' && reason.kind !== 'spelt') return [];
      const { word, other } = reason;
      return word === typed ? [] : [{ word, other }];
    });
}

/** A few words that are there, for somebody whose words are not. Words with fewer slips come first, and are looked for first. */
function nearest(index: SearchWords, typed: readonly string[]): readonly FoundWord[] {
  for (let slips = 1; ; slips += 1) {
    const found = typed
      .flatMap((word) => wordsWithin(index.words, word, slips))
      .filter(({ index: number }) => (index.words[number] ?? '').length > 3);
    if (found.length < MOST_NEAREST && slips < MOST_SLIPS_OF_NEAREST) continue;
    return found
      .toSorted((a, b) => a.distance - b.distance || a.index - b.index)
      .slice(0, MOST_NEAREST)
      .flatMap(({ index: number }) => foundWord(index, number) ?? []);
  }
}
