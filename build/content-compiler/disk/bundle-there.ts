/** The bundle in service, as far as a new one can take files over from it. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST_FILE, type ListedFile } from '../../../content/format/index.ts';
import { BundleError } from '../../../electron/host/bundle/bundle-error.ts';
import { folderFiles } from '../../../electron/host/bundle/bundle-files.ts';
import { parseManifest, readListing } from '../../../electron/host/bundle/manifest.ts';

/** The bundle in service. */
export interface BundleThere {
  /** The bytes of its manifest, in whatever state or format it is; `undefined` when there is none. */
  readonly manifest: Buffer | undefined;
  /** Whether what vouches for its files can be read and trusted. */
  readonly isVouchedFor: boolean;
  /** Whether the file with this content is there at this path. */
  readonly has: (path: string, content: ListedFile) => boolean;
}

/**
 * Looks at the bundle in a folder, which need not be there or whole. A file counts as there when it is listed, has
 * its size, and nobody has written to it since the manifest was; after that only when its bytes are right.
 *
 * @param lookAt - `every-byte` trusts no date: damage done by a disk leaves none
 */
export async function bundleThere(outDir: string, lookAt: 'dates' | 'every-byte'): Promise<BundleThere> {
  const manifestFile = join(outDir, MANIFEST_FILE);
  const manifest = readIfPresent(manifestFile);
  const { listed, isVouchedFor } = await listedFiles(outDir, manifest);
  const sealedAtMs = lookAt === 'dates' ? (factsOf(manifestFile)?.mtimeMs ?? 0) : 0;
  const isWhole = (path: string, { sha256, size }: ListedFile): boolean => {
    const file = join(outDir, path);
    const facts = factsOf(file);
    if (facts?.size !== size) return false;
    return facts.mtimeMs < sealedAtMs || hashOf(file) === sha256;
  };
  const looked = new Map<string, boolean>();
  return {
    manifest,
    isVouchedFor,
    has: (path, content) => {
      const known = listed.get(path);
      if (known?.sha256 !== content.sha256 || known.size !== content.size) return false;
      const answer = looked.get(path) ?? isWhole(path, content);
      looked.set(path, answer);
      return answer;
    },
  };
}

/** All files of the listings that can be read and trusted, and whether those are all listings. */
async function listedFiles(
  outDir: string,
  manifest: Buffer | undefined,
): Promise<{ readonly listed: ReadonlyMap<string, ListedFile>; readonly isVouchedFor: boolean }> {
  const files = folderFiles(outDir);
  const listed = new Map<string, ListedFile>();
  const parsed = manifest && (await unlessFaulty(() => parseManifest(manifest.toString('utf8'), files.mend)));
  let isVouchedFor = parsed !== undefined;
  for (const index of parsed?.listings.keys() ?? []) {
    const listing = parsed && (await unlessFaulty(() => readListing(files, parsed, index)));
    isVouchedFor &&= listing !== undefined;
    for (const [path, file] of listing ?? []) listed.set(path, file);
  }
  return { listed, isVouchedFor };
}

async function unlessFaulty<Value>(read: () => Value | Promise<Value>): Promise<Value | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof BundleError) return undefined;
    throw error;
  }
}

function factsOf(file: string): { readonly size: number; readonly mtimeMs: number } | undefined {
  return statSync(file, { throwIfNoEntry: false });
}

function hashOf(file: string): string | undefined {
  const bytes = readIfPresent(file);
  return bytes && createHash('sha256').update(bytes).digest('hex');
}

function readIfPresent(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
