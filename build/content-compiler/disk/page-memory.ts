/** What is remembered of pages between builds, by their files. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { ListedFile } from '../../../content/format/index.ts';
import type { StudiedPage } from '../pages/page-compiler.ts';
import { openShards } from './shards.ts';

/** The files a page became, without their bytes. */
export interface PlacedFiles {
  /** Of the study, what is around the page, and the clips it says. */
  readonly seal: string;
  readonly document: ListedFile;
  readonly narration: ListedFile;
}

/** All that is remembered of one page. */
export interface PageRecord {
  /** Of the page's text alone: under it, the front matter is known. */
  readonly textSeal: string;
  /** Of all that the page was studied under. */
  readonly seal: string;
  readonly studied: StudiedPage;
  readonly placed?: PlacedFiles;
}

/** The memory of a build. */
export interface PageMemory {
  readonly recall: (file: string) => PageRecord | undefined;
  readonly remember: (file: string, record: PageRecord) => void;
  /** Forgets the pages that this build neither asked for nor remembered. */
  readonly forgetOthers: () => void;
  readonly save: () => void;
}

/**
 * The memory in a folder, which is made when something is remembered.
 *
 * @param compilerSeal - another compiler may remember other things, and so begins anew
 */
export function openPageMemory(cacheDir: string, compilerSeal: string): PageMemory {
  const records = openShards<PageRecord>(join(cacheDir, 'pages'), `page ${compilerSeal}`);
  const asked = new Set<string>();
  const keyOf = (file: string): string => {
    const key = createHash('sha256').update(file).digest('hex');
    asked.add(key);
    return key;
  };
  return {
    recall: (file) => records.get(keyOf(file)),
    remember: (file, record) => {
      records.set(keyOf(file), record);
    },
    forgetOthers: () => {
      for (const key of records.keys()) if (!asked.has(key)) records.delete(key);
    },
    save: records.save,
  };
}
