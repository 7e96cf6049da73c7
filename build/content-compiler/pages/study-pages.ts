/** Studies the pages of a library: those that changed, or of which something they rest on did. */
import type { FrontMatter } from '../../../content/format/index.ts';
import type { KnownPages, Sources } from '../check/check-content.ts';
import type { PageMemory } from '../disk/page-memory.ts';
import type { ClipJob } from '../narrate/clip.ts';
import { pageTexts, type LanguageLists, type PageText } from '../read/library.ts';
import { readFrontMatterOf } from '../read/page.ts';
import { recordingsIn } from '../read/recordings.ts';
import { draftOf, type StudiedPage } from './page-compiler.ts';
import { pageContext, pageIdOf, type Named, type PageContext, type PageFile } from './page-context.ts';
import type { PageContexts, PageOf } from './page-tasks.ts';
import { doPageTasks } from './page-threads.ts';
import { createPageSealer, sealText } from './seals.ts';

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
  const languages: LanguageToStudy[] = [];
  for (const lists of sources.lists.languages) {
    // The original comes first: a translation may name its pages.
    const language = languageOf(lists, sources, languages[0]?.ownIds ?? [], options);
    if (language) languages.push(language);
  }
  const contexts = new Map(languages.map(({ folder, context }) => [folder, context]));
  const all = languages.flatMap((language) => language.pages);
  const sound = all.map((page) => recall(page, options));
  const jobs = new Map<string, ClipJob>();
  const missing = all.flatMap((page, at) => (sound[at] ? [] : [{ page, at }]));
  let done = all.length - missing.length;
  options.onProgress(done, all.length);
  const pageOf = (index: number) => {
    const one = missing[index];
    if (!one) throw new Error(`there is no page number ${String(index)}`);
    return one;
  };
  const taskAt = (index: number) => {
    const { folder, file } = pageOf(index).page;
    return { kind: 'study', folder, page: file } as const;
  };
  await doPageTasks(contexts, missing.length, taskAt, (result, index) => {
    const { page, at } = pageOf(index);
    if (result.kind === 'studied' && result.study) {
      for (const job of result.study.jobs) jobs.set(job.key, job);
      sound[at] = remember(page, result.study.studied, options);
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

/** A page that is to be studied or remembered. */
interface PageToStudy {
  readonly folder: string;
  readonly file: PageFile;
  readonly seal: (named: Named) => string;
}

interface LanguageToStudy {
  readonly folder: string;
  readonly context: PageContext;
  /** Ids of the full versions in its own folder. */
  readonly ownIds: readonly string[];
  readonly pages: readonly PageToStudy[];
}

function languageOf(
  lists: LanguageLists,
  sources: Sources,
  originalIds: readonly string[],
  { memory, compilerSeal }: StudyOptions,
): LanguageToStudy | undefined {
  const { folder } = lists;
  const { full, easy } = pageTexts(sources.files, folder);
  const recordings = recordingsIn(sources.files, folder);
  const sealed = (page: PageText) => ({ ...page, textSeal: sealText(compilerSeal, page.text) });
  const fullFiles = full.map((page): PageFile => ({ ...sealed(page), version: 'full' }));
  const fronts = new Map(fullFiles.flatMap((page) => frontMatterOf(page, memory) ?? []).map((one) => [one.id, one]));
  const easyFiles = easy.map((page): PageFile => {
    const own = fronts.get(pageIdOf(page.file));
    return { ...sealed(page), version: 'easy', ...(own && { full: own }) };
  });
  const context = pageContext(
    lists,
    sources.lists,
    sources.policy,
    new Set([...fronts.keys(), ...originalIds]),
    recordings,
  );
  if (!context) return undefined;
  const sealPage = createPageSealer(context);
  const pages = [...fullFiles, ...easyFiles].map((file): PageToStudy => {
    return { folder, file, seal: (named) => sealPage(file, named) };
  });
  return { folder, context, ownIds: [...fronts.keys()], pages };
}

function frontMatterOf({ file, text, textSeal }: PageFile, memory: PageMemory): FrontMatter | undefined {
  const record = memory.recall(file);
  return record?.textSeal === textSeal ? record.studied.frontMatter : readFrontMatterOf(file, text);
}

/** A page as it is remembered, if nothing has changed for it and all that is said on it is there. */
function recall({ folder, file, seal }: PageToStudy, options: StudyOptions): SoundPage | undefined {
  const record = options.memory.recall(file.file);
  if (!record) return undefined;
  const isSame = record.seal === seal(namedBy(record.studied)) && record.studied.clips.every(options.isClipThere);
  return isSame ? { folder, page: file, seal: record.seal, studied: record.studied } : undefined;
}

function remember({ folder, file, seal }: PageToStudy, studied: StudiedPage, { memory }: StudyOptions): SoundPage {
  const made = { textSeal: file.textSeal, seal: seal(namedBy(studied)), studied };
  memory.remember(file.file, made);
  return { folder, page: file, seal: made.seal, studied };
}

function namedBy({ facts, frontMatter }: StudiedPage): Named {
  return { drawings: facts.drawings, pages: frontMatter.related };
}
