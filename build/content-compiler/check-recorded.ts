/** A check of a content folder, its recordings included: what a build would tell, and what one remembers (R5, E2). */
import { checkContent, checkLibrary, readSources, type CheckedContent } from './check/check-content.ts';
import { compilerSeal, readContent, readRecording } from './disk.ts';
import { openClipCache } from './disk/clip-cache.ts';
import { openPageMemory } from './disk/page-memory.ts';
import { openRecordingMemory } from './disk/recording-memory.ts';
import { knownPages, studyPages } from './pages/study-pages.ts';
import { recordLibrary, type UsedRecording } from './recorded-library.ts';

/** Checked content with the recordings in it that are used. */
export interface CheckedRecordings extends CheckedContent {
  readonly recordings: readonly UsedRecording[];
}

/** What to check. */
export interface CheckRecordedOptions {
  readonly contentDir: string;
  /** Where a recording that is aligned for the check is kept, so that a build need not do it again. */
  readonly cacheDir: string;
  /** Decides what is overdue. */
  readonly now: Date;
}

/**
 * Checks a folder. Without recordings in it nothing is compiled, and nothing written.
 *
 * @throws DiskError when there is no such folder
 */
export async function checkRecorded({ contentDir, cacheDir, now }: CheckRecordedOptions): Promise<CheckedRecordings> {
  const files = await readContent(contentDir);
  const ofRecordings = (files.recordings?.size ?? 0) + (files.recordedWords?.size ?? 0);
  if (ofRecordings === 0) return { ...checkContent(files, now), recordings: [] };
  const sources = readSources(files);
  const compiler = await compilerSeal();
  const pageMemory = openPageMemory(cacheDir, compiler);
  const studied = await studyPages(sources, {
    memory: pageMemory,
    compilerSeal: compiler,
    // What is to be spoken is the build's to ask.
    isClipThere: () => true,
    onProgress: () => undefined,
  });
  const checked = checkLibrary(sources, knownPages(studied), now);
  const cache = openClipCache(cacheDir, now);
  const { problems, recordings } = await recordLibrary(sources, studied, checked, {
    memory: openRecordingMemory(cacheDir, now),
    cache,
    isClipThere: (key) => cache.find(key) !== undefined,
    read: (path) => readRecording(contentDir, path),
    onProgress: () => undefined,
  });
  pageMemory.save();
  return { ...checked, problems, recordings };
}
