/** Files that are there whole or not at all: written aside, flushed to the disk, put in place by one renaming. */
import { randomUUID } from 'node:crypto';
import * as nodeFiles from 'node:fs/promises';
import { dirname } from 'node:path';

/** The calls of the file system that keeping a file needs. Tests bring a disk that is full or may not be written. */
export type Disk = Pick<typeof nodeFiles, 'mkdir' | 'open' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat'>;

/** The machine's own disk. */
export const realDisk: Disk = nodeFiles;

/** The system's word for what went wrong with a file, such as `ENOSPC` for a full disk. */
export const fileErrorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** Makes sure that a folder's list of names is on the disk. */
const flushFolder = async (folder: string, disk: Disk): Promise<void> => {
  // Windows opens no folders, and keeps such lists by itself.
  if (process.platform === 'win32') return;
  await using handle = await disk.open(folder);
  await handle.sync();
};

/**
 * Writes a file. Whatever is cut short, and whenever, the file is as it was before or as it is to be. What
 * has been written aside is removed when anything fails; a link is followed, so that it stays one.
 *
 * @param mode - who may read and write it, as the system counts that; what a file has already is kept
 * @throws as the disk does
 */
export const writeAtomically = async (file: string, text: string, mode: number, disk: Disk): Promise<void> => {
  const target = await disk.realpath(file).catch(() => file);
  const present = await disk.stat(target).catch(() => undefined);
  // A name of its own: two that write at once must not write into the same one.
  const aside = `${target}.${randomUUID()}.new`;
  await disk.mkdir(dirname(target), { recursive: true });
  try {
    {
      await using handle = await disk.open(aside, 'wx', present === undefined ? mode : present.mode & 0o777);
      await handle.writeFile(text);
      await handle.sync();
    }
    await disk.rename(aside, target);
  } catch (error) {
    await disk.rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target), disk);
};
