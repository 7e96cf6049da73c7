/** What a language is made of around its pages: topics, questions, words, and what tells each page its place. */
import { plannedNarrations, type PlannedNarration } from '../bundle-files.ts';
import { documentsAround, type CompiledDocument } from '../compile/documents.ts';
import { changedWords } from '../check/recorded-words.ts';
import { unknownPassages } from '../check/recordings.ts';
import { compileAround } from '../compile/language.ts';
import type { PageHead } from '../compile/page.ts';
import type { Reviewed } from '../make-manifest.ts';
import { createPlanner } from '../narrate/plan.ts';
import type { Problem } from '../problem.ts';
import type { LanguageSource, Library } from '../read/library.ts';
import type { LanguageRecordings } from '../read/recordings.ts';
import { shownPages, shownTerms, tongueOf, type Original } from '../compile/untranslated.ts';
import { compileSearch, type SearchFile } from '../search/index.ts';
import type { PageAmongOthers } from './place-pages.ts';
import type { SoundPage } from './study-pages.ts';

/** A language, ready to be written but for the clips. */
export interface LanguageInParts {
  readonly language: string;
  readonly pages: readonly PageAmongOthers[];
  /** All documents that are no pages, and their narrations to be. */
  readonly documents: readonly CompiledDocument[];
  readonly planned: readonly PlannedNarration[];
  /** Of recordings of those documents. */
  readonly recordingProblems: readonly Problem[];
  readonly search: Iterable<SearchFile>;
  readonly reviewed: readonly Reviewed[];
}

/**
 * Compiles what is around the pages of a language that passed its checks.
 *
 * @param originalSource - what it is translated from, where that is another
 * @throws Error when a page was not studied, which is a mistake of the caller
 */
export function compileAroundPages(
  source: LanguageSource,
  originalSource: LanguageSource | undefined,
  drawings: Library['drawings'],
  studied: readonly SoundPage[],
  recordings: LanguageRecordings,
): LanguageInParts {
  const pagesOf = (folder: string): readonly SoundPage[] => studied.filter((page) => page.folder === folder);
  const pages = pagesOf(source.folder);
  if (pages.length !== source.pages.length + source.easyPages.length) {
    throw new Error(`some pages of “${source.folder}” passed their checks and were not compiled`);
  }
  const heads = pages.map((page) => page.studied.head);
  const originals = originalSource === undefined ? [] : pagesOf(originalSource.folder);
  const original: Original | undefined = originalSource && {
    source: originalSource,
    heads: originals.map((page) => page.studied.head),
  };
  const around = compileAround(source, drawings, heads, original);
  const { language, questions } = around.documents;
  const documents = documentsAround(around.documents);
  const plan = createPlanner(tongueOf(source), originalSource && tongueOf(originalSource));
  const planned = plannedNarrations(language, documents, plan, recordings);
  const indexed = shownPages(
    pages.flatMap((page) => page.studied.indexed ?? []),
    originals.flatMap((page) => page.studied.indexed ?? []),
    original,
  );
  // What is for volunteers is not what a visitor looks for.
  const sought = indexed.filter(({ id }) => id !== around.documents.alongside?.guide);
  return {
    language,
    pages: pages.map((page) => ({ page, surroundings: around.surroundingsOf(page.studied.head) })),
    documents,
    planned,
    recordingProblems: documents.flatMap(({ name }, at) => {
      const [ofDocument, itsPlan] = [recordings.get(name), planned[at]?.plan];
      return [...unknownPassages(ofDocument, itsPlan), ...changedWords(ofDocument, itsPlan)];
    }),
    search: compileSearch(
      language,
      sought,
      shownTerms(source.glossary?.value ?? [], original),
      easyPages([...heads, ...(original?.heads ?? [])]),
    ),
    // The sheet of questions is reviewed like a page; no page has an empty id.
    reviewed: [...heads, ...(questions ? [{ ...questions, id: '' }] : [])],
  };
}

/** The pages that have an Easy Read version. */
const easyPages = (heads: readonly PageHead[]): ReadonlySet<string> =>
  new Set(heads.filter(({ version }) => version === 'easy').map(({ id }) => id));
