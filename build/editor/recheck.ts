/**
 * Checks content again after a save: a page whose file is as it was, under lists that are as they were, is not read and
 * checked again. What is told is what a check of the whole would tell.
 */
import {
  checkLibrary,
  readSources,
  type CheckedContent,
  type KnownPages,
  type Sources,
} from '../content-compiler/check/check-content.ts';
import { checkOnePage, wordRules, type CheckedPage } from '../content-compiler/check/check-page.ts';
import { knownIds } from '../content-compiler/check/pages.ts';
import type { Problem } from '../content-compiler/problem.ts';
import {
  inRoot,
  pageTexts,
  readPages,
  type ContentFiles,
  type LanguageSource,
} from '../content-compiler/read/library.ts';

/** Checks content; remembers it for the next call. */
export type Recheck = (files: ContentFiles, now: Date) => CheckedContent;

interface Remembered {
  readonly files: ContentFiles;
  readonly sources: Sources;
  readonly pages: KnownPages;
  /** Which full versions there are, by all languages. */
  readonly ids: string;
}

/** A check with a memory, which begins empty. */
export function createRecheck(): Recheck {
  let before: Remembered | undefined;
  return (files, now) => {
    const last = before && sameButPages(before.files, files) ? before : undefined;
    const sources = last ? { ...last.sources, files } : readSources(files);
    const kept = last ? unchangedPages(last, files) : new Map<string, CheckedPage>();
    let read = checkPages(sources, kept);
    // A page that came or went is a link's end on any other.
    if (kept.size > 0 && read.ids !== last?.ids) read = checkPages(sources, new Map());
    before = { files, sources, ...read };
    return checkLibrary(sources, read.pages, now);
  };
}

/** Reads and checks those pages that are not known. */
function checkPages(sources: Sources, known: KnownPages): Pick<Remembered, 'pages' | 'ids'> {
  const problems: Problem[] = [];
  const { lists, files, policy } = sources;
  const library = readPages(
    lists,
    files,
    (file) => known.get(file)?.draft,
    (problem) => problems.push(problem),
  );
  const pages = library.languages.flatMap((source) => {
    const ids = knownIds(source, source.isOriginal ? undefined : library.languages[0], library.drawings);
    const rules = wordRules(source.profile, policy, source);
    return [...source.pages, ...source.easyPages].map((draft): readonly [string, CheckedPage] => {
      const there = known.get(draft.file);
      if (there) return [draft.file, there];
      const own = problems.filter(({ place }) => place.file === draft.file);
      const facts = checkOnePage(draft, ids, rules, (problem) => own.push(problem));
      return [draft.file, { draft, problems: own, facts }];
    });
  });
  return { pages: new Map(pages), ids: idsOf(library.languages) };
}

function idsOf(languages: readonly LanguageSource[]): string {
  return languages
    .flatMap(({ folder, pages }) => pages.map(({ frontMatter }) => `${folder}/${frontMatter.id}`))
    .sort()
    .join(' ');
}

/** Pages whose own text is as it was, and for Easy Read also that of the full version, whose dates it shows. */
function unchangedPages({ files: old, pages, sources }: Remembered, files: ContentFiles): KnownPages {
  const changed = new Set(
    [...new Set([...old.texts.keys(), ...files.texts.keys()])]
      .filter((path) => old.texts.get(path) !== files.texts.get(path))
      .map((path) => inRoot(files, path)),
  );
  const full = sources.lists.languages.flatMap(({ folder }) => pageTexts(files, folder).full.map(({ file }) => file));
  const changedFull = full.filter((file) => changed.has(file));
  const changedIds = new Set(changedFull.map((file) => pages.get(file)?.draft.frontMatter.id));
  // One that could not be read before says nothing of which Easy Read version is its own.
  const isAnyUnknown = changedIds.has(undefined);
  return new Map(
    [...pages].filter(([file, { draft }]) => {
      if (changed.has(file)) return false;
      return draft.version === 'full' || !(isAnyUnknown || changedIds.has(draft.frontMatter.id));
    }),
  );
}

function sameButPages(old: ContentFiles, now: ContentFiles): boolean {
  const rest = ({ texts, tooLarge, others }: ContentFiles): string =>
    JSON.stringify([
      [...texts].filter(([path]) => !isPage(path)),
      [...texts.keys()].filter(isPage),
      [...(tooLarge ?? [])],
      others,
    ]);
  return rest(old) === rest(now);
}

const isPage = (path: string): boolean => /^[^/]+\/(?:pages|easy)\/.*\.md$/.test(path);
