/** An edition: the content as an editor saved it, compiled as the bundle would be, and kept in memory. */
import { bundlePaths, type Page } from '../../content/format/index.ts';
import {
  languagesDocument,
  plannedNarrations,
  searchDocuments,
  serialise,
  writtenDocuments,
} from '../content-compiler/bundle-files.ts';
import { documentsOf, type CompiledDocument } from '../content-compiler/compile/documents.ts';
import { compileLanguage } from '../content-compiler/compile/language.ts';
import { shownPages, shownTerms, tongueOf, type Original } from '../content-compiler/compile/untranslated.ts';
import { createPlanner, type NarrationPlan, type PlanNarration } from '../content-compiler/narrate/plan.ts';
import type { LanguageSource, Library } from '../content-compiler/read/library.ts';
import { compileSearch } from '../content-compiler/search/index.ts';
import { indexedPage } from '../content-compiler/search/page-words.ts';
import type { ViewChoice } from './pages/contract.ts';

/** One language of an edition. */
export interface LanguageEdition {
  readonly language: string;
  readonly source: LanguageSource;
  readonly documents: readonly CompiledDocument[];
  readonly views: readonly ViewChoice[];
  /** Plans speech with the language's lexicon and voice. */
  readonly plan: PlanNarration;
}

/** Everything a kiosk asks a bundle for but sound. Narration and search are made when first asked for. */
export interface Edition {
  readonly languages: readonly LanguageEdition[];
  /** The bytes of a document by its path in the bundle. */
  readonly document: (path: string) => Uint8Array<ArrayBuffer> | undefined;
  /** What is to be spoken, by the path of the narration in the bundle. */
  readonly plans: () => ReadonlyMap<string, NarrationPlan>;
}

/**
 * Compiles content that passed its checks.
 *
 * @throws Error when the compiler itself made something the format does not allow.
 */
export function compileEdition(library: Library): Edition {
  const [first] = library.languages;
  const originalPages = first ? compileLanguage(first, library.drawings).pages : [];
  const compiled = library.languages.map((source) => {
    const original: Original | undefined =
      first && source !== first ? { source: first, heads: originalPages } : undefined;
    const { language, pages, questions, ...rest } = compileLanguage(source, library.drawings, original);
    const documents = documentsOf({ language, pages, questions, ...rest });
    const plan = createPlanner(tongueOf(source), original && tongueOf(original.source));
    return { language, source, documents, original, pages, plan, views: viewsOf(source, pages) };
  });
  const index = languagesDocument(library);
  const values = new Map([
    [index.path, index.value] as const,
    ...compiled.flatMap(({ language, documents }) =>
      writtenDocuments(language, documents).map(({ path, value }) => [path, value] as const),
    ),
  ]);
  const search = once(() => new Map(compiled.flatMap((one) => searchFiles(one, originalPages))));
  const plans = once(
    () =>
      new Map(
        compiled
          .flatMap(({ language, documents, plan }) => plannedNarrations(language, documents, plan))
          .map(({ path, plan }) => [path, plan]),
      ),
  );
  return {
    languages: compiled,
    plans,
    document: (path) => {
      const value = values.get(path) ?? (/^[^/]+\/search\//.test(path) ? search().get(path) : undefined);
      return value === undefined ? undefined : Uint8Array.from(serialise(value));
    },
  };
}

/** A language's search files by path. */
function searchFiles(
  {
    language,
    pages,
    source,
    original,
  }: {
    readonly language: string;
    readonly pages: readonly Page[];
    readonly source: LanguageSource;
    readonly original: Original | undefined;
  },
  originalPages: readonly Page[],
): readonly (readonly [string, unknown])[] {
  const indexedOf = (all: readonly Page[]) => all.filter(({ version }) => version === 'full').map(indexedPage);
  const indexed = shownPages(indexedOf(pages), indexedOf(originalPages), original);
  const terms = shownTerms(source.glossary?.value ?? [], original);
  const easy = [...pages, ...originalPages].filter(({ version }) => version === 'easy').map(({ id }) => id);
  const files = searchDocuments(language, compileSearch(language, indexed, terms, new Set(easy)));
  return Array.from(files, ({ path, value }) => [path, value] as const);
}

/** Start, the questions, the words, and each page, as editors call them. */
function viewsOf({ pages: drafts, questions }: LanguageSource, pages: readonly Page[]): readonly ViewChoice[] {
  const easy = new Set(pages.filter(({ version }) => version === 'easy').map(({ id }) => id));
  return [
    { title: 'Start', route: '#/home' },
    { title: 'Before the first touch', route: '#/' },
    ...(questions === undefined ? [] : [{ title: questions.value.title, route: '#/questions' }]),
    { title: 'Words explained', route: '#/words' },
    ...drafts.map(({ frontMatter: { id, title } }) => ({
      title,
      route: `#/page/${id}`,
      ...(easy.has(id) && { easyRoute: `#/easy/${id}` }),
    })),
  ];
}

/** The view in which a document's words are met, as the start of an address. */
export function routeOf(name: CompiledDocument['name']): string {
  if (name.startsWith('pages/')) return `#/page/${name.slice('pages/'.length)}`;
  if (name.startsWith('easy/')) return `#/easy/${name.slice('easy/'.length)}`;
  if (name.startsWith('topics/')) return `#/topic/${name.slice('topics/'.length)}`;
  if (name === 'questions') return '#/questions';
  return name === 'glossary' ? '#/words' : '#/home';
}

/** The narration's path of a document, for those who look a plan up. */
export const narrationPath = (language: string, { name }: CompiledDocument): string =>
  bundlePaths.narration(language, name);

/** Makes a value when it is first needed. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
