/** Reading sources, and files that may be absent. The cache and the bundle are in `disk/`. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRecordedWords, isRecording, largestSizeOf } from './read/file-sizes.ts';
import type { ContentFiles } from './read/library.ts';

/** A folder that cannot be read or written; the message says which and what to do. */
export class DiskError extends Error {
  override readonly name = 'DiskError';
}

/**
 * Reads all texts below the content folder, and looks at its recordings, with paths as an editor in the current folder would type them.
 *
 * @throws {@link DiskError} when there is no such folder.
 */
export async function readContent(contentDir: string): Promise<ContentFiles> {
  const texts = new Map<string, string>();
  const tooLarge = new Map<string, number>();
  const others: string[] = [];
  const recordings = new Map<string, string>();
  const recordedWords = new Map<string, string>();
  for (const path of await filesBelow(contentDir, 'content')) {
    const limit = largestSizeOf(path);
    if (limit === undefined) {
      others.push(path);
      continue;
    }
    // One after the other and at once: asking the system ten thousand times in turns takes four times as long.
    const file = join(contentDir, path);
    const { size, mtimeMs } = statSync(file);
    if (size > limit) tooLarge.set(path, size);
    else if (isRecording(path)) recordings.set(path, recordingHash(file, `${String(size)} ${String(mtimeMs)}`));
    else (isRecordedWords(path) ? recordedWords : texts).set(path, readText(file));
  }
  const root = relative(process.cwd(), contentDir).split(sep).join('/');
  return { root: root || '.', texts, tooLarge, others, recordings, recordedWords };
}

/** Hashes of recordings by their paths, each with size and date: a tool that reads at every save hashes them once. */
const knownHashes = new Map<string, { readonly state: string; readonly sha256: string }>();

function recordingHash(file: string, state: string): string {
  const known = knownHashes.get(file);
  if (known?.state === state) return known.sha256;
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  knownHashes.set(file, { state, sha256 });
  return sha256;
}

/** The bytes of a recording by its path below the content folder. */
export function readRecording(contentDir: string, path: string): Uint8Array {
  return readFileSync(join(contentDir, path));
}

/** Without the byte order mark some editors write, which neither YAML front matter nor SVG expects. */
function readText(path: string): string {
  return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
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
          .update(readFileSync(join(folder, path)))
          .update('\0');
    }
  }
  return hash.digest('hex');
}

/** A SHA-256 over all that makes the same text the same page: the compiler, what it is built of, and what runs it. */
export async function compilerSeal(): Promise<string> {
  const packages = join(dirname(fileURLToPath(import.meta.url)), '../../package-lock.json');
  return (
    createHash('sha256')
      .update(await compilerFingerprint())
      .update((await readTextIfPresent(packages)) ?? '')
      // Where sentences end, and how dates are written, is told by the Unicode tables that Node has.
      .update(`${process.version} ${process.versions['icu'] ?? ''}`)
      .digest('hex')
  );
}

/** A text file's content, or `undefined` when it is not there. */
export async function readTextIfPresent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    return undefined;
  }
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
