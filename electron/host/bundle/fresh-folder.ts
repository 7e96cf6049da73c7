/**
 * A folder that is there whole or not at all: written beside its place, flushed to the disk, and put there
 * by one renaming.
 */
import { lstat, mkdir, open, rename, rm, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BundleError, type BundleFault } from './bundle-error.ts';

/** A folder that is being written. */
export interface FreshFolder {
  /**
   * Writes one file, and the folders it needs.
   *
   * @param path - relative, checked by the caller: nothing here keeps it inside
   * @throws BundleError `target-…`
   */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';

const refused = (fault: BundleFault, what: string, mend: string, cause?: unknown): BundleError =>
  new BundleError(fault, '', what, mend, { cause });

const unwritable = (folder: string, cause: unknown): BundleError => {
  if (cause instanceof BundleError) return cause;
  const code = codeOf(cause);
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? refused('target-full', `The disk of ${folder} is full.`, 'Make room on it and try again.', cause)
    : refused('target-unwritable', `${folder} cannot be written (${code}).`, 'Check the folder and its disk.', cause);
};

/** Makes sure that what was written to a folder's own list of names is on the disk. */
const flushFolder = async (folder: string): Promise<void> => {
  // Windows opens no folders, and keeps such lists by itself.
  if (process.platform === 'win32') return;
  await using handle = await open(folder);
  await handle.sync();
};

const isThere = async (path: string): Promise<boolean> =>
  lstat(path).then(
    () => true,
    () => false,
  );

const requireRoom = async (folder: string, neededBytes: number): Promise<void> => {
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize >= neededBytes) return;
  const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1e6))} MB`;
  const what = `The disk of ${folder} has room for ${megabytes(bavail * bsize)}, and ${megabytes(neededBytes)} are needed.`;
  throw refused('target-full', what, 'Make room on it and try again.');
};

const createFresh = (folder: string): FreshFolder & { readonly flush: () => Promise<void> } => {
  const folders = new Set<string>([folder]);
  return {
    write: async (path, bytes) => {
      const file = join(folder, path);
      for (let above = dirname(file); !folders.has(above); above = dirname(above)) folders.add(above);
      await mkdir(dirname(file), { recursive: true });
      // Exclusive: a name that is already there is never followed or overwritten.
      await using handle = await open(file, 'wx');
      await handle.writeFile(bytes);
      await handle.sync();
    },
    flush: async () => {
      for (const written of folders) await flushFolder(written);
    },
  };
};

/**
 * Makes a folder. While `fill` runs, its files lie in a folder beside it, `<folder>.unpacking`; what an
 * earlier, cut-off run left there is removed first. When anything fails nothing is left.
 *
 * @param neededBytes - what the disk must have room for
 * @throws BundleError `target-…`, and whatever `fill` throws
 */
export const makeFolder = async (
  folder: string,
  neededBytes: number,
  fill: (fresh: FreshFolder) => Promise<void>,
): Promise<void> => {
  const parent = dirname(folder);
  const unfinished = `${folder}.unpacking`;
  if (await isThere(folder))
    throw refused('target-exists', `${folder} is there already.`, 'Choose another folder, or remove this one.');
  try {
    await mkdir(parent, { recursive: true });
    await requireRoom(parent, neededBytes);
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(unfinished);
    const fresh = createFresh(unfinished);
    await fill(fresh);
    await fresh.flush();
    await rename(unfinished, folder);
    await flushFolder(parent);
  } catch (cause) {
    // What cannot be removed now is removed by the next run.
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw unwritable(folder, cause);
  }
};
