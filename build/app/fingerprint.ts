/** Whether something built is up to date: a hash over everything it was made from, kept beside it. */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

/** The file that holds the hash, inside the folder that was built. */
const STAMP = 'sources.sha256';

/** Files and folders of the checkout, by their paths in it. */
export type Sources = readonly string[];

const filesUnder = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [join(root, path)];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

const fingerprint = async (sources: Sources): Promise<string> => {
  const hash = createHash('sha256');
  const files = (await Promise.all(sources.map(filesUnder))).flat().toSorted();
  for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex');
};

/** Notes that `outDir` was made from the sources as they are now. Call last, once all of it is written. */
export const stamp = async (outDir: string, sources: Sources): Promise<void> =>
  writeFile(join(outDir, STAMP), await fingerprint(sources));

/** Whether `outDir` was built whole, from the sources as they are now. */
export const isStamped = async (outDir: string, sources: Sources): Promise<boolean> => {
  const stamped = await readFile(join(outDir, STAMP), 'utf8').catch(() => undefined);
  return stamped !== undefined && stamped === (await fingerprint(sources));
};
