/** Files that are there whole or not at all: written aside, flushed to the disk, put in place by one renaming. */
import { randomUUID } from 'node:crypto';
import { dirname } from 'node:path';
import { type Disk, flushFolder } from './disk.ts';

/**
 * Writes a file. Whatever is cut short, and whenever, the file is as it was before or as it is to be. What
 * has been written aside is removed when anything fails; a link is followed, so that it stays one.
 *
 * @param mode - who may read and write it, as the system counts that; what a file has already is kept
 * @throws as the disk does
 */
export const writeAtomically = async (
  file: string,
  contents: string | Uint8Array,
  mode: number,
  disk: Disk,
): Promise<void> => {
  const target = await disk.realpath(file).catch(() => file);
  const present = await disk.stat(target).catch(() => undefined);
  // A name of its own: two that write at once must not write into the same one.
  const aside = `${target}.${randomUUID()}.new`;
  await disk.mkdir(dirname(target), { recursive: true });
  try {
    {
      await using handle = await disk.open(aside, 'wx', present === undefined ? mode : present.mode & 0o777);
      await handle.writeFile(contents);
      await handle.sync();
    }
    await disk.rename(aside, target);
  } catch (error) {
    await disk.rm(aside, { force: true }).catch(() => undefined);
    throw error;
  }
  await flushFolder(dirname(target), disk);
};
