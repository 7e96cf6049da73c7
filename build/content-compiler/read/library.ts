/** All sources of the content, read: one library a language folder. */
import { z } from 'zod';
import {
  glossarySourceSchema,
  helplineSourceSchema,
  languageProfileSchema,
  lexiconSchema,
  questionsSourceSchema,
  alongsideSourceSchema,
  ticketsSourceSchema,
  topicsSourceSchema,
  type Drawing,
  type HelplineSource,
  type LexiconEntry,
  type InterfaceSource,
  type LanguageProfile,
  type QuestionsSource,
  type TermSource,
  type AlongsideSource,
  type TicketsSource,
  type TopicSource,
} from '../../../content/format/index.ts';
import type { Report } from '../problem.ts';
import type { DraftPage } from './draft.ts';
import { readDrawing } from './drawing.ts';
import { isRecordedWords, largestSizeOf } from './file-sizes.ts';
import { readInterface } from './interface.ts';
import { readEasyPage, readPage } from './page.ts';
import { readYaml, type ReadYaml } from './yaml.ts';

/** Text files by path below the content folder, `/`-separated; `root` is how an editor calls that folder. */
export interface ContentFiles {
  readonly root: string;
  readonly texts: ReadonlyMap<string, string>;
  /** Files that are too large to be read, with their sizes in bytes. */
  readonly tooLarge?: ReadonlyMap<string, number>;
  /** Files of other kinds, which the compiler passes over. */
  readonly others?: readonly string[];
  /** SHA-256 of recordings, which are no texts, by their paths. */
  readonly recordings?: ReadonlyMap<string, string>;
  /** The words that somebody read into a recording, by the paths of their files. */
  readonly recordedWords?: ReadonlyMap<string, string>;
}

/** The lists of one language, as far as they could be read. */
export interface LanguageLists {
  readonly folder: string;
  /** The path an editor opens for one of the language's files. */
  readonly fileOf: (name: string) => string;
  /** Whether all other languages are translated from this one. */
  readonly isOriginal: boolean;
  readonly profile: LanguageProfile | undefined;
  readonly messages: InterfaceSource | undefined;
  readonly topics: ReadYaml<readonly TopicSource[]> | undefined;
  readonly glossary: ReadYaml<readonly TermSource[]> | undefined;
  readonly helplines: ReadYaml<readonly HelplineSource[]> | undefined;
  readonly lexicon: ReadYaml<readonly LexiconEntry[]> | undefined;
  /** A language may do without. */
  readonly questions: ReadYaml<QuestionsSource> | undefined;
  /** A translation has the original's where it has none; without any, summaries have tickets that cannot be named. */
  readonly tickets: ReadYaml<TicketsSource> | undefined;
  /** Likewise; without any, volunteers have the topics and the search alone. */
  readonly alongside: ReadYaml<AlongsideSource> | undefined;
}

/** The sources of one language: its lists and its pages. */
export interface LanguageSource extends LanguageLists {
  readonly pages: readonly DraftPage[];
  readonly easyPages: readonly DraftPage[];
}

/** What pages are read with: languages, the original first; `drawings` holds `undefined` for a file that was refused. */
export interface Lists {
  readonly root: string;
  readonly languages: readonly LanguageLists[];
  readonly drawings: ReadonlyMap<string, Drawing | undefined>;
}

/** Everything an editor wrote. */
export interface Library extends Lists {
  readonly languages: readonly LanguageSource[];
}

/** A page's file; `file` is the path an editor opens. */
export interface PageText {
  readonly file: string;
  readonly text: string;
}

/** Folders of `content/` that are not languages. */
const sharedFolders: readonly string[] = ['format', 'lexicon', 'media', 'schemas'];

/**
 * Reads all files but the pages; reports every mistake in them.
 *
 * @param original - the folder that the others are translated from; the first there is, where there is no such
 */
export function readLists(files: ContentFiles, original: string, report: Report): Lists {
  const paths = [...files.texts.keys()].sort();
  const folders = new Set(paths.filter((path) => path.includes('/')).map((path) => path.slice(0, path.indexOf('/'))));
  const there = [...folders].filter((folder) => !sharedFolders.includes(folder));
  const first = there.includes(original) ? original : there[0];
  const languages = [...there.filter((folder) => folder === first), ...there.filter((folder) => folder !== first)];
  if (languages.length === 0) {
    report({
      place: { file: files.root, line: 1, column: 1 },
      level: 'error',
      code: 'file-missing',
      what: 'no language folder',
      why: 'content lies in a folder a language, such as “en”',
      mend: 'check --content, or add en/language.yaml, en/interface.yaml and the rest',
    });
  }
  const drawings = new Map<string, Drawing | undefined>();
  for (const [path, bytes] of files.tooLarge ?? []) {
    refuseLarge(files, path, bytes, report);
    const name = drawingName(path);
    if (name !== undefined) drawings.set(name, undefined);
  }
  for (const path of paths) {
    const name = drawingName(path);
    if (name !== undefined) drawings.set(name, readDrawing(inRoot(files, path), files.texts.get(path) ?? '', report));
  }
  return {
    root: files.root,
    languages: languages.map((folder) =>
      readLanguage(files, { folder, isOriginal: folder === first }, new Set(drawings.keys()), report),
    ),
    drawings,
  };
}

/**
 * Reads the pages too; reports every mistake in them.
 *
 * @param known - gives a page that was read before, from the very same text
 */
export function readPages(
  lists: Lists,
  files: ContentFiles,
  known: (file: string) => DraftPage | undefined,
  report: Report,
): Library {
  return {
    ...lists,
    languages: lists.languages.map((language): LanguageSource => {
      const texts = pageTexts(files, language.folder);
      const pages = texts.full.flatMap(({ file, text }) => known(file) ?? readPage(file, text, report) ?? []);
      // The first of two pages with one id, which is a mistake of its own.
      const fronts = new Map(pages.map(({ frontMatter }) => [frontMatter.id, frontMatter] as const).toReversed());
      const easyPages = texts.easy.flatMap(
        ({ file, text }) => known(file) ?? readEasyPage(file, text, (id) => fronts.get(id), report) ?? [],
      );
      return { ...language, pages, easyPages };
    }),
  };
}

/** The files of a language's pages, by their versions, in the order of their paths. */
export function pageTexts(
  files: ContentFiles,
  folder: string,
): { readonly full: readonly PageText[]; readonly easy: readonly PageText[] } {
  const markdownIn = (name: string): readonly PageText[] =>
    [...files.texts]
      .filter(([path]) => path.startsWith(`${folder}/${name}/`) && path.endsWith('.md'))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([path, text]) => ({ file: inRoot(files, path), text }));
  return { full: markdownIn('pages'), easy: markdownIn('easy') };
}

function drawingName(path: string): string | undefined {
  return /^media\/((?:easy\/)?[^/]+\.svg)$/.exec(path)?.[1];
}

function refuseLarge(files: ContentFiles, path: string, bytes: number, report: Report): void {
  const limit = largestSizeOf(path) ?? 0;
  report({
    place: { file: inRoot(files, path), line: 1, column: 1 },
    level: 'error',
    code: 'file-size',
    what: `a file of ${inKilobytes(bytes)}; the limit is ${inKilobytes(limit)}`,
    why: 'it was not read: every kiosk would have to hold and draw it',
    mend: path.endsWith('.svg')
      ? 'draw it with fewer shapes, or save it without what the drawing program adds'
      : path.endsWith('.md') || path.endsWith('.yaml')
        ? 'make several smaller ones of it'
        : isRecordedWords(path)
          ? 'leave nothing in it but the words of its passage'
          : 'record one passage in each file, as 16 bit mono',
  });
}

function inKilobytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1000))} kB`;
}

/** The path an editor opens for a file of the content folder. */
export function inRoot({ root }: Pick<ContentFiles, 'root'>, path: string): string {
  return root === '' ? path : `${root}/${path}`;
}

function readLanguage(
  files: ContentFiles,
  { folder, isOriginal }: Pick<LanguageLists, 'folder' | 'isOriginal'>,
  drawings: ReadonlySet<string>,
  report: Report,
): LanguageLists {
  const yaml = <Schema extends z.ZodType>(path: string, schema: Schema, what: string) => {
    if (files.tooLarge?.has(path)) return undefined;
    const text = textOf(files, path, what, report);
    return text === undefined ? undefined : readYaml(inRoot(files, path), text, schema, report);
  };
  // A translation may do without a list: what the original has is then offered as that.
  const list = <Schema extends z.ZodType>(path: string, schema: Schema, what: string) =>
    isOriginal || files.texts.has(path) || files.tooLarge?.has(path)
      ? yaml(path, schema, what)
      : readYaml(inRoot(files, path), '[]', schema, report);
  const profile = yaml(
    `${folder}/language.yaml`,
    languageProfileSchema,
    'what the language is, and who speaks it',
  )?.value;
  const interfacePath = `${folder}/interface.yaml`;
  const interfaceText = textOf(files, interfacePath, 'the words of the interface', report);
  const optional = <Schema extends z.ZodType>(path: string, schema: Schema) => {
    const text = files.texts.get(path);
    return text === undefined ? undefined : readYaml(inRoot(files, path), text, schema, report);
  };
  return {
    folder,
    isOriginal,
    fileOf: (name) => inRoot(files, `${folder}/${name}`),
    profile,
    messages:
      interfaceText === undefined || profile === undefined
        ? undefined
        : readInterface(inRoot(files, interfacePath), interfaceText, drawings, profile, report),
    topics: list(`${folder}/topics.yaml`, topicsSourceSchema, 'the topics on Home'),
    glossary: list(`${folder}/glossary.yaml`, glossarySourceSchema, 'the medical words'),
    helplines: list(`${folder}/helplines.yaml`, z.array(helplineSourceSchema), 'the helplines'),
    lexicon: list(`lexicon/${folder}.yaml`, lexiconSchema, 'how words are said'),
    questions: optional(`${folder}/questions.yaml`, questionsSourceSchema),
    tickets: optional(`${folder}/tickets.yaml`, ticketsSourceSchema),
    alongside: optional(`${folder}/alongside.yaml`, alongsideSourceSchema),
  };
}

function textOf(files: ContentFiles, path: string, what: string, report: Report): string | undefined {
  const text = files.texts.get(path);
  if (text === undefined) {
    report({
      place: { file: inRoot(files, path), line: 1, column: 1 },
      level: 'error',
      code: 'file-missing',
      what: 'the file is missing',
      why: `it holds ${what}`,
      mend: 'add it (an empty list is written “[]”)',
    });
  }
  return text;
}
