/** What a language shows where nobody has translated it: the original's, marked as being in another language (C10). */
import type { OtherLanguage, Passage, TermSource, TopicSource } from '../../../content/format/index.ts';
import type { Tongue } from '../narrate/plan.ts';
import type { LanguageSource } from '../read/library.ts';
import type { IndexedPage } from '../search/page-words.ts';
import type { PageHead } from './page.ts';

/** The language that others are translated from, as far as they need it. `heads` are of all versions of its pages. */
export interface Original {
  readonly source: LanguageSource;
  readonly heads: readonly PageHead[];
}

/** Something that may be in another language than what it stands in. */
export interface InOther {
  readonly other?: OtherLanguage;
}

/** A topic as a language shows it, with the pages that the original has in it. */
export type ShownTopic = Omit<TopicSource, 'topics'> & InOther & { readonly topics: readonly ShownTopic[] };

/** How an original is marked in another language. */
export function otherOf({ source: { profile, folder } }: Original): OtherLanguage {
  if (!profile) throw new Error(`“${folder}” was not checked`);
  return { language: profile.language, direction: profile.direction };
}

/** A language as it is spoken. */
export function tongueOf({ profile, lexicon, folder }: Pick<LanguageSource, 'profile' | 'lexicon' | 'folder'>): Tongue {
  if (!profile) throw new Error(`“${folder}” was not checked`);
  return { profile, lexicon: lexicon?.value ?? [] };
}

/** Text of the original as it stands in a document of another language. */
export function inOther(passage: Passage, other: OtherLanguage | undefined): Passage {
  return other === undefined ? passage : { ...passage, other };
}

/** The original's tree in its order, in a language's own words where it has them, then what only that language has. */
export function shownTopics(own: readonly TopicSource[], original: Original | undefined): readonly ShownTopic[] {
  if (!original) return own.map(withBranches);
  return merge(own, original.source.topics?.value ?? [], otherOf(original));
}

type AnyTopic = Omit<TopicSource, 'topics'> & { readonly topics?: readonly AnyTopic[] };

function withBranches(topic: AnyTopic): ShownTopic {
  return { ...topic, topics: (topic.topics ?? []).map(withBranches) };
}

function merge(own: readonly AnyTopic[], from: readonly AnyTopic[], other: OtherLanguage): readonly ShownTopic[] {
  const translated = new Map(own.map((topic) => [topic.id, topic]));
  const ids = new Set(from.map(({ id }) => id));
  return [
    ...from.map((topic): ShownTopic => {
      const words = translated.get(topic.id);
      return {
        ...(words ?? { ...topic, other }),
        pages: [...new Set([...topic.pages, ...(words?.pages ?? [])])],
        topics: merge(words?.topics ?? [], topic.topics ?? [], other),
      };
    }),
    ...own.filter(({ id }) => !ids.has(id)).map(withBranches),
  ];
}

/** A page's head as cards tell it in a language: its own, or the original's. */
export type ShownHead = PageHead & InOther;

/** The heads of a language's own pages, and of the original's that it has not. */
export function shownHeads(own: readonly PageHead[], original: Original | undefined): readonly ShownHead[] {
  if (!original) return own;
  const other = otherOf(original);
  const there = new Set(own.map(({ id }) => id));
  // Easy Read goes with its page: nobody is led from one language into another by asking for easier words.
  return [...own, ...original.heads.filter(({ id }) => !there.has(id)).map((head) => ({ ...head, other }))];
}

/** A language's own pages for the search, and the original's that it has not. */
export function shownPages(
  own: readonly IndexedPage[],
  originals: readonly IndexedPage[],
  original: Original | undefined,
): readonly IndexedPage[] {
  if (!original) return own;
  const other = otherOf(original);
  const there = new Set(own.map(({ id }) => id));
  return [...own, ...originals.filter(({ id }) => !there.has(id)).map((page) => ({ ...page, other }))];
}

/** An entry of the glossary, in a language's own words or the original's. */
export type ShownTerm = TermSource & InOther;

/** A language's own entries, and the original's that it has not. */
export function shownTerms(own: readonly TermSource[], original: Original | undefined): readonly ShownTerm[] {
  if (!original) return own;
  const other = otherOf(original);
  const there = new Set(own.map(({ id }) => id));
  const rest = (original.source.glossary?.value ?? []).filter(({ id }) => !there.has(id));
  return [...own, ...rest.map((term) => ({ ...term, other }))];
}
