/** The built renderer: read into memory once, so that serving it touches no path and no disk. */
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { mediaTypeOf } from './resource-path.ts';

/** The app's files by path; `index.html` is the page itself. */
export type AppFiles = ReadonlyMap<string, Buffer<ArrayBuffer>>;

/**
 * Reads every servable file of the built renderer, a few megabytes with its fonts. A kiosk that runs
 * for weeks then cannot be broken by an update that writes the folder under it.
 *
 * @returns an empty map when the folder does not exist: the host then rests
 */
export const readAppFiles = async (directory: string): Promise<AppFiles> => {
  const files = new Map<string, Buffer<ArrayBuffer>>();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isFile() || mediaTypeOf(entry.name) === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    files.set(relative(directory, file).split(sep).join('/'), await readFile(file));
  }
  return files;
};
