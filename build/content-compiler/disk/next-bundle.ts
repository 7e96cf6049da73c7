/**
 * The next bundle, written beside the one in service and put in its place in one go. What has not changed is taken
 * over as a second name of the same file, so nobody may write into a file of a bundle: they are replaced only.
 */
import { copyFileSync, linkSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '../../../content/format/index.ts';
import { entryOf } from '../make-manifest.ts';
import type { BundleThere } from './bundle-there.ts';
import { folderMaker } from './folders.ts';

/** A bundle in the making. */
export interface NextBundle {
  /** All that was added, by path. */
  readonly files: ReadonlyMap<string, ListedFile>;
  /** Whether every file that was added was there already, and vouched for. */
  readonly isAllThere: () => boolean;
  /** Adds a file whose content is known, if the bundle in service has it; answers whether it has. */
  readonly keep: (path: string, content: ListedFile) => boolean;
  /**
   * Adds a file by its bytes.
   *
   * @param beforeWriting - what a file has to pass that was not there yet
   */
  readonly add: (path: string, bytes: Uint8Array, beforeWriting?: () => void) => ListedFile;
  /** Puts the bundle in service, with the records that vouch for it. The one there until now is removed. */
  readonly swapIn: (records: readonly (readonly [path: string, bytes: Uint8Array])[]) => void;
  /** Removes what was written. */
  readonly discard: () => void;
}

/** Begins a bundle that is to be at `outDir`, where the bundle `there` is. */
export function beginBundle(outDir: string, there: BundleThere): NextBundle {
  const fresh = `${outDir}.new`;
  const previous = `${outDir}.previous`;
  const remove = (folder: string): void => {
    rmSync(folder, { recursive: true, force: true });
  };
  const files = new Map<string, ListedFile>();
  const kept = new Set<string>();
  const makeFolderOf = folderMaker();
  const write = (path: string, bytes: Uint8Array): void => {
    kept.delete(path);
    const target = join(fresh, path);
    makeFolderOf(target);
    writeFileSync(target, bytes);
  };
  const keep = (path: string, content: ListedFile): boolean => {
    if (!there.has(path, content)) return false;
    files.set(path, content);
    kept.add(path);
    return true;
  };
  remove(fresh);
  return {
    files,
    isAllThere: () => there.isVouchedFor && kept.size === files.size,
    keep,
    add: (path, bytes, beforeWriting) => {
      const content = entryOf(bytes);
      if (keep(path, content)) return content;
      beforeWriting?.();
      write(path, bytes);
      files.set(path, content);
      return content;
    },
    swapIn: (records) => {
      for (const path of kept) {
        const target = join(fresh, path);
        makeFolderOf(target);
        linkOrCopy(join(outDir, path), target);
      }
      for (const [path, bytes] of records) write(path, bytes);
      remove(previous);
      if (statSync(outDir, { throwIfNoEntry: false })) renameSync(outDir, previous);
      renameSync(fresh, outDir);
      remove(previous);
    },
    discard: () => {
      remove(fresh);
    },
  };
}

/** Some file systems know no second names, and all have a limit to how many a file may have. */
function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

/** Puts the previous bundle back when a build was cut off while there was none. */
export function recoverBundle(outDir: string): void {
  const isThere = (folder: string): boolean => statSync(folder, { throwIfNoEntry: false }) !== undefined;
  if (!isThere(outDir) && isThere(`${outDir}.previous`)) renameSync(`${outDir}.previous`, outDir);
}
