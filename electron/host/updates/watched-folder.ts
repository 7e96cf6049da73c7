/** The packed bundles in a folder that somebody else fills: a drive, or a share (B2). Nothing in it is opened here. */
import { lstat, opendir } from 'node:fs/promises';
import { join } from 'node:path';

/** A file that may be a bundle. */
export interface FoundFile {
  readonly path: string;
  /** Its name, size and time of change: another file, or one that is still being copied, has another one. */
  readonly mark: string;
}

/** What is beyond is not looked at: nobody keeps more than that beside a bundle, and a kiosk has other work. */
const MOST_NAMES = 10_000;
const MOST_BUNDLES = 50;

/** Hidden files are what other systems leave beside the real ones. */
const isBundleName = (name: string): boolean => /^[^.].*\.bundle$/i.test(name);

/**
 * The files in a folder whose names end in `.bundle`, by name; links and folders are passed over, and nothing below is
 * looked into. A folder that is not there, or goes away meanwhile, has none.
 */
export const findBundleFiles = async (folder: string): Promise<readonly FoundFile[]> => {
  const names: string[] = [];
  try {
    let seen = 0;
    for await (const entry of await opendir(folder)) {
      seen += 1;
      if (entry.isFile() && isBundleName(entry.name)) names.push(entry.name);
      if (seen === MOST_NAMES || names.length === MOST_BUNDLES) break;
    }
  } catch {
    return [];
  }
  const files = await Promise.all(
    names.sort().map(async (name): Promise<readonly FoundFile[]> => {
      const path = join(folder, name);
      const stats = await lstat(path).catch(() => undefined);
      return stats?.isFile() === true ? [{ path, mark: [name, stats.size, stats.mtimeMs].join('|') }] : [];
    }),
  );
  return files.flat();
};
