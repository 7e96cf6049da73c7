/**
 * A folder that is there whole or not at all: written beside its place, flushed to the disk, and put there
 * by one renaming.
 */
import { dirname, join } from 'node:path';
import { type Disk, fileErrorCode, flushFolder, realDisk } from '../disk/disk.ts';
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

const refused = (fault: BundleFault, what: string, mend: string, cause?: unknown): BundleError =>
  new BundleError(fault, '', what, mend, { cause });

const unwritable = (folder: string, cause: unknown): BundleError => {
  if (cause instanceof BundleError) return cause;
  const code = fileErrorCode(cause);
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? refused('target-full', `The disk of ${folder} is full.`, 'Make room on it and try again.', cause)
    : refused('target-unwritable', `${folder} cannot be written (${code}).`, 'Check the folder and its disk.', cause);
};

const isThere = async (path: string, disk: Disk): Promise<boolean> =>
  disk.lstat(path).then(
    () => true,
    () => false,
  );

const requireRoom = async (folder: string, neededBytes: number, disk: Disk): Promise<void> => {
  const { bavail, bsize } = await disk.statfs(folder);
  if (bavail * bsize >= neededBytes) return;
  const megabytes = (bytes: number): string => `${String(Math.ceil(bytes / 1e6))} MB`;
  const what = `The disk of ${folder} has room for ${megabytes(bavail * bsize)}, and ${megabytes(neededBytes)} are needed.`;
  throw refused('target-full', what, 'Make room on it and try again.');
};

const createFresh = (folder: string, disk: Disk): FreshFolder & { readonly flush: () => Promise<void> } => {
  const folders = new Set<string>([folder]);
  return {
    write: async (path, bytes) => {
      const file = join(folder, path);
      for (let above = dirname(file); !folders.has(above); above = dirname(above)) folders.add(above);
      try {
        await disk.mkdir(dirname(file), { recursive: true });
        // Exclusive: a name that is already there is never followed or overwritten.
        await using handle = await disk.open(file, 'wx');
        await handle.writeFile(bytes);
        await handle.sync();
      } catch (cause) {
        throw unwritable(folder, cause);
      }
    },
    flush: async () => {
      for (const written of folders) await flushFolder(written, disk);
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
  disk = realDisk,
): Promise<void> => {
  const parent = dirname(folder);
  const unfinished = `${folder}.unpacking`;
  if (await isThere(folder, disk))
    throw refused('target-exists', `${folder} is there already.`, 'Choose another folder, or remove this one.');
  let fillFault: unknown;
  try {
    await disk.mkdir(parent, { recursive: true });
    await requireRoom(parent, neededBytes, disk);
    await disk.rm(unfinished, { recursive: true, force: true });
    await disk.mkdir(unfinished);
    const fresh = createFresh(unfinished, disk);
    await fill(fresh).catch((error: unknown) => {
      fillFault = error;
      throw error;
    });
    await fresh.flush();
    await disk.rename(unfinished, folder);
    await flushFolder(parent, disk);
  } catch (cause) {
    // What cannot be removed now is removed by the next run.
    await disk.rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw cause === fillFault ? cause : unwritable(folder, cause);
  }
};
