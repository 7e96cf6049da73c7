/** What the pages of one language have in common. */
import type {
  Drawing,
  FrontMatter,
  HelplineSource,
  InterfaceSource,
  LanguageProfile,
  LexiconEntry,
  Policy,
  TermSource,
} from '../../../content/format/index.ts';
import type { Tongue } from '../narrate/plan.ts';
import type { LanguageLists, Lists } from '../read/library.ts';
import type { LanguageRecordings } from '../read/recordings.ts';

/** Plain data, so that a thread can be given it. */
export interface PageContext {
  readonly profile: LanguageProfile;
  /** What it is translated from; nothing for the original itself. */
  readonly original: { readonly tongue: Tongue; readonly terms: readonly string[] } | undefined;
  readonly messages: InterfaceSource;
  readonly glossary: readonly TermSource[];
  readonly helplines: readonly HelplineSource[];
  readonly lexicon: readonly LexiconEntry[];
  readonly policy: Policy;
  readonly drawings: ReadonlyMap<string, Drawing | undefined>;
  /** Ids of the full versions there are, those of the original among them. */
  readonly pageIds: ReadonlySet<string>;
  readonly recordings: LanguageRecordings;
}

/** A page's file, and the front matter of its full version where that is another file. */
export interface PageFile {
  readonly file: string;
  readonly text: string;
  /** Of the text and the compiler. */
  readonly textSeal: string;
  readonly version: 'full' | 'easy';
  readonly full?: FrontMatter;
}

/** The context of a language; `undefined` when a list of it could not be read: then nothing can be built. */
export function pageContext(
  { profile, isOriginal, messages, glossary, helplines, lexicon }: LanguageLists,
  { drawings, languages }: Pick<Lists, 'drawings' | 'languages'>,
  policy: Policy,
  pageIds: ReadonlySet<string>,
  recordings: LanguageRecordings = new Map(),
): PageContext | undefined {
  if (!profile || !messages || !glossary || !helplines || !lexicon) return undefined;
  const first = isOriginal ? undefined : languages[0];
  const original = first?.profile && {
    tongue: { profile: first.profile, lexicon: first.lexicon?.value ?? [] },
    terms: (first.glossary?.value ?? []).map(({ id }) => id),
  };
  const lists = { glossary: glossary.value, helplines: helplines.value, lexicon: lexicon.value };
  return { profile, original, messages, ...lists, policy, drawings, pageIds, recordings };
}

/** The name of a page's document. A page has its id for a file name; where it has not, that is an error. */
export function documentOfFile({ file, version }: Pick<PageFile, 'file' | 'version'>): string {
  return `${version === 'easy' ? 'easy' : 'pages'}/${pageIdOf(file)}`;
}

/** The id a page has by the name of its file. */
export function pageIdOf(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '');
}

/** What a page names of what lies in other files, each of which may come, go or change by itself. */
export interface Named {
  readonly drawings: readonly string[];
  readonly pages: readonly string[];
}

/** A context in which a page finds what it names, and nothing else: what it does not name cannot change it. */
export function narrowed(context: PageContext, { drawings, pages }: Named): PageContext {
  return {
    ...context,
    drawings: new Map(
      drawings.filter((name) => context.drawings.has(name)).map((name) => [name, context.drawings.get(name)]),
    ),
    pageIds: new Set(pages.filter((id) => context.pageIds.has(id))),
  };
}
