/** The disk as the host uses it for what it keeps; tests bring one that is full, may not be written, or loses its power. */
import * as nodeFiles from 'node:fs/promises';

/** The calls of the file system that keeping a file or a folder needs. */
export type Disk = Pick<
  typeof nodeFiles,
  'lstat' | 'mkdir' | 'open' | 'readFile' | 'realpath' | 'rename' | 'rm' | 'stat' | 'statfs'
>;

/** The machine's own disk. */
export const realDisk: Disk = nodeFiles;

/** The system's word for what went wrong with a file, such as `ENOSPC` for a full disk. */
export const fileErrorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/** Makes sure that a folder's list of names is on the disk. @throws as the disk does */
export const flushFolder = async (folder: string, disk: Disk): Promise<void> => {
  // Windows opens no folders, and keeps such lists by itself.
  if (process.platform === 'win32') return;
  await using handle = await disk.open(folder);
  await handle.sync();
};
