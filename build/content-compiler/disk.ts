/** The only file of the compiler that reads and writes: sources, the clip cache, the bundle. */
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { clipFactsSchema, type ClipFacts, type RenderedClip } from './narrate/clip.ts';
import { largestFileBytes, type ContentFiles } from './read/library.ts';

/** A folder that cannot be read or written; the message says which and what to do. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
}

/**
 * Reads all texts below the content folder, with paths as an editor in the current folder would type them.
 *
 * @throws {@link DiskError} when there is no such folder.
 */
export async function readContent(contentDir: string): Promise<ContentFiles> {
  const texts = new Map<string, string>();
  const tooLarge = new Map<string, number>();
  const others: string[] = [];
  for (const path of await filesBelow(contentDir, 'content')) {
    const limit = Object.entries(largestFileBytes).find(([ending]) => path.endsWith(`.${ending}`))?.[1];
    if (limit === undefined) {
      others.push(path);
      continue;
    }
    const { size } = await stat(join(contentDir, path));
    if (size > limit) tooLarge.set(path, size);
    else texts.set(path, await readText(join(contentDir, path)));
  }
  const root = relative(process.cwd(), contentDir).split(sep).join('/');
  return { root: root || '.', texts, tooLarge, others };
}

/** Without the byte order mark some editors write, which neither YAML front matter nor SVG expects. */
async function readText(path: string): Promise<string> {
  return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
}

async function filesBelow(folder: string, option: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .sort();
  } catch (error) {
    throw new DiskError(`cannot read the folder “${folder}”; give another one with --${option} DIR`, { cause: error });
  }
}

/** A SHA-256 over the compiler's own sources and the format's: with them, what a bundle holds may change. */
export async function compilerFingerprint(): Promise<string> {
  const here = dirname(fileURLToPath(import.meta.url));
  const hash = createHash('sha256');
  for (const folder of [here, join(here, '../../content/format')]) {
    for (const path of await filesBelow(folder, 'content')) {
      if (path.endsWith('.ts'))
        hash
          .update(`${path}\0`)
          .update(await readFile(join(folder, path)))
          .update('\0');
    }
  }
  return hash.digest('hex');
}

/** A text file's content, or `undefined` when it is not there. */
export async function readTextIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
}

/** A file's size in bytes, or `undefined` when it is not there. */
export async function sizeIfPresent(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).size;
  } catch {
    return undefined;
  }
}

/** A file's bytes. */
export async function readBytes(path: string): Promise<Uint8Array> {
  return readFile(path);
}

/** A file's bytes, or `undefined` when it is not there. */
export async function readBytesIfPresent(path: string): Promise<Buffer | undefined> {
  return readFile(path).catch(() => undefined);
}

/** Writes a file so that it is there whole or not at all. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${String(process.pid)}.tmp`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}

/** Clips that were rendered before, by key. */
export interface ClipCache {
  /** The facts of a cached clip; `undefined` when it is absent or damaged. Marks it as used. */
  readonly find: (key: string) => Promise<ClipFacts | undefined>;
  readonly store: (clip: RenderedClip) => Promise<void>;
  readonly audioFile: (key: string) => string;
  /** Removes what nobody has used for a while, and answers how many clips that was. */
  readonly prune: (now: Date) => Promise<number>;
}

const UNUSED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** The cache in a folder, which is made when something is stored. */
export function openClipCache(cacheDir: string, now: Date): ClipCache {
  const audioFile = (key: string): string => join(cacheDir, `${key}.ogg`);
  const factsFile = (key: string): string => join(cacheDir, `${key}.json`);
  return {
    audioFile,
    find: async (key) => {
      const text = await readTextIfPresent(factsFile(key));
      const size = await sizeIfPresent(audioFile(key));
      if (text === undefined || !size) return undefined;
      try {
        const facts = clipFactsSchema.parse(JSON.parse(text));
        await utimes(factsFile(key), now, now);
        return facts;
      } catch {
        // A damaged entry is rendered again.
        return undefined;
      }
    },
    store: async ({ key, facts, ogg }) => {
      // The facts come last: an entry counts only once they are there.
      await writeWhole(audioFile(key), ogg);
      await writeWhole(factsFile(key), JSON.stringify(facts));
    },
    prune: async (today) => {
      const names = await readdir(cacheDir).catch(() => []);
      let pruned = 0;
      for (const name of names.filter((file) => file.endsWith('.json'))) {
        const { mtimeMs } = await stat(join(cacheDir, name));
        if (today.getTime() - mtimeMs < UNUSED_DAYS * DAY_MS) continue;
        await rm(join(cacheDir, name), { force: true });
        await rm(join(cacheDir, name.replace(/json$/, 'ogg')), { force: true });
        pruned += 1;
      }
      return pruned;
    },
  };
}

/** A file of the bundle: its bytes, or the file they are copied from. */
export type BundleSource = { readonly bytes: Uint8Array } | { readonly copyOf: string };

/**
 * Writes all files into a folder beside `outDir` and puts it in its place by renaming, so that a reader
 * finds the old bundle or the new one, never a mixture. A build that was cut off between the two
 * renames is taken back by the next one ({@link recoverBundle}).
 */
export async function swapInBundle(outDir: string, files: ReadonlyMap<string, BundleSource>): Promise<void> {
  const fresh = `${outDir}.new`;
  const previous = `${outDir}.previous`;
  await rm(fresh, { recursive: true, force: true });
  for (const [path, source] of files) {
    const target = join(fresh, path);
    await mkdir(dirname(target), { recursive: true });
    if ('bytes' in source) await writeFile(target, source.bytes);
    else await cp(source.copyOf, target);
  }
  await rm(previous, { recursive: true, force: true });
  if ((await sizeIfPresent(outDir)) !== undefined) await rename(outDir, previous);
  await rename(fresh, outDir);
  await rm(previous, { recursive: true, force: true });
}

/** Puts the previous bundle back when a build was cut off while there was none. */
export async function recoverBundle(outDir: string): Promise<void> {
  if ((await sizeIfPresent(outDir)) !== undefined) return;
  if ((await sizeIfPresent(`${outDir}.previous`)) !== undefined) await rename(`${outDir}.previous`, outDir);
}
