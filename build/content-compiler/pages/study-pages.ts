/** Studies the pages of a library: those that changed, or of which something they rest on did. */
import type { FrontMatter } from '../../../content/format/index.ts';
import type { KnownPages, Sources } from '../check/check-content.ts';
import type { PageMemory } from '../disk/page-memory.ts';
import type { ClipJob } from '../narrate/clip.ts';
import { pageTexts, type PageText } from '../read/library.ts';
import { readFrontMatterOf } from '../read/page.ts';
import { draftOf, type StudiedPage } from './page-compiler.ts';
import { pageContext, type PageContext, type PageFile } from './page-context.ts';
import type { PageContexts, PageOf } from './page-tasks.ts';
import { doPageTasks } from './page-threads.ts';
import { createPageSealer, sealText, type SealPage } from './seals.ts';

/** A page that has no error by itself. */
export interface SoundPage extends PageOf {
  readonly seal: string;
  readonly studied: StudiedPage;
}

/** The sound pages of a library, and what building needs of them. */
export interface StudiedPages {
  readonly contexts: PageContexts;
  /** In the order of languages, versions and paths. */
  readonly pages: readonly SoundPage[];
  /** What is to be spoken of the pages that were studied now; of the others all clips are there. */
  readonly jobs: ReadonlyMap<string, ClipJob>;
}

/** How studying is done. */
export interface StudyOptions {
  readonly memory: PageMemory;
  /** Seals the compiler and all it is made of. */
  readonly compilerSeal: string;
  readonly isClipThere: (key: string) => boolean;
  readonly onProgress: (done: number, total: number) => void;
}

/** Studies pages, as far as they are not remembered. Pages of a language whose lists have errors are left out. */
export async function studyPages(sources: Sources, options: StudyOptions): Promise<StudiedPages> {
  const languages = sources.lists.languages.flatMap(({ folder }) => filesOf(folder, sources, options) ?? []);
  const contexts = new Map(languages.map(({ folder, context }) => [folder, context]));
  const sealers = new Map(languages.map(({ folder, seal }) => [folder, seal]));
  const all = languages.flatMap(({ folder, files }) => files.map((page): PageOf => ({ folder, page })));
  const sound = all.map((one) => recall(one, sealers.get(one.folder), options));
  const jobs = new Map<string, ClipJob>();
  const missing = all.flatMap((one, at) => (sound[at] ? [] : [{ one, at }]));
  let done = all.length - missing.length;
  options.onProgress(done, all.length);
  const taskAt = (index: number) => {
    const { one } = missing[index] ?? {};
    if (!one) throw new Error('there is no such page');
    return { kind: 'study', ...one } as const;
  };
  await doPageTasks(contexts, missing.length, taskAt, (result, index) => {
    const { one, at } = missing[index] ?? {};
    if (one && at !== undefined && result.kind === 'studied' && result.study) {
      for (const job of result.study.jobs) jobs.set(job.key, job);
      sound[at] = remember(one, result.study.studied, sealers.get(one.folder), options);
    }
    done += 1;
    options.onProgress(done, all.length);
  });
  return { contexts, pages: sound.filter((page) => page !== undefined), jobs };
}

/** What is known of pages for the checks of the whole library. */
export function knownPages({ pages }: Pick<StudiedPages, 'pages'>): KnownPages {
  return new Map(
    pages.map(({ page, studied }) => {
      const { problems, facts } = studied;
      return [page.file, { draft: draftOf(page, studied), problems, facts }];
    }),
  );
}

interface LanguageFiles {
  readonly folder: string;
  readonly context: PageContext;
  readonly files: readonly PageFile[];
  readonly seal: SealPage;
}

function filesOf(folder: string, sources: Sources, options: StudyOptions): LanguageFiles | undefined {
  const lists = sources.lists.languages.find((language) => language.folder === folder);
  const { full, easy } = pageTexts(sources.files, folder);
  const sealed = (text: PageText): PageText & Pick<PageFile, 'textSeal'> => {
    return { ...text, textSeal: sealText(options.compilerSeal, text.text) };
  };
  const fullFiles = full.map((text): PageFile => ({ ...sealed(text), version: 'full' }));
  const fronts = new Map<string, FrontMatter>();
  for (const page of fullFiles) {
    const front = frontMatterOf(page, options.memory);
    if (front) fronts.set(front.id, front);
  }
  const easyFiles = easy.map((text): PageFile => {
    // A page has its id for a name; where it has not, that is an error.
    const own = fronts.get(text.file.slice(text.file.lastIndexOf('/') + 1).replace(/\.md$/, ''));
    return { ...sealed(text), version: 'easy', ...(own && { full: own }) };
  });
  const context = lists && pageContext(lists, sources.lists, sources.policy, new Set(fronts.keys()));
  return context && { folder, context, files: [...fullFiles, ...easyFiles], seal: createPageSealer(context) };
}

function frontMatterOf({ file, text, textSeal }: PageFile, memory: PageMemory): FrontMatter | undefined {
  const record = memory.recall(file);
  return record?.textSeal === textSeal ? record.studied.frontMatter : readFrontMatterOf(file, text);
}

/** A page as it is remembered, if nothing has changed for it and all that is said on it is there. */
function recall(one: PageOf, seal: SealPage | undefined, options: StudyOptions): SoundPage | undefined {
  const record = options.memory.recall(one.page.file);
  if (!record || record.seal !== seal?.(one.page, namedBy(record.studied))) return undefined;
  if (!record.studied.clips.every(options.isClipThere)) return undefined;
  return { ...one, seal: record.seal, studied: record.studied };
}

function remember(
  one: PageOf,
  studied: StudiedPage,
  sealPage: SealPage | undefined,
  { memory }: StudyOptions,
): SoundPage {
  const seal = sealPage?.(one.page, namedBy(studied)) ?? '';
  memory.remember(one.page.file, { textSeal: one.page.textSeal, seal, studied });
  return { ...one, seal, studied };
}

function namedBy({ facts, frontMatter }: StudiedPage) {
  return { drawings: facts.drawings, pages: frontMatter.related };
}
