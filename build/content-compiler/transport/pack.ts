/** Packing a bundle into one file. Every file is checked on its way in, so that no damage travels. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  listingPath,
  MANIFEST_FILE,
  SIGNATURE_FILE,
  type ListedFile,
  type Manifest,
} from '../../../content/format/index.ts';
import { readChecked, type BundleFiles } from '../../../electron/host/bundle/bundle-files.ts';
import { readListingInPlace, readRecords } from '../../../electron/host/bundle/manifest.ts';
import { readSignatureIfAny } from '../../../electron/host/bundle/signature.ts';
import { InputError } from './errors.ts';
import { storedZip, type ZipEntry } from './stored-zip.ts';
import type { CheckProgress } from './verify.ts';

/** What was packed. */
export interface PackReport {
  readonly manifest: Manifest;
  /** The id of the key the bundle is signed with, if it is; nobody has asked whether it is a right one. */
  readonly keyId: string | undefined;
  readonly bytes: number;
}

/**
 * Packs a bundle. The same bundle gives the same bytes: entries come in the order of their paths, the
 * manifest and its signature first, and carry no time and no owner.
 *
 * @throws BundleError when a file is not what its listing says; `outFile` is then as it was
 */
export async function packBundle(
  files: BundleFiles,
  outFile: string,
  onProgress?: (progress: CheckProgress) => void,
): Promise<PackReport> {
  const { manifest, manifestBytes } = await readRecords(files, []);
  const signature = await readSignatureIfAny(files);
  const entries = await listedEntries(files, manifest);
  const records: readonly ZipEntry[] = [
    { path: MANIFEST_FILE, read: () => Promise.resolve(manifestBytes) },
    ...(signature ? [{ path: SIGNATURE_FILE, read: () => Promise.resolve(signature.bytes) }] : []),
  ];
  const listed = entries.map(([path, file], index): ZipEntry => ({
    path,
    read: () => {
      onProgress?.({ done: index + 1, total: entries.length });
      return readChecked(files, path, file);
    },
  }));
  // Not deflated: nearly all of a bundle is Ogg Vorbis, and what a newer zlib makes of the rest need not be the same.
  await writeStream(Readable.from(storedZip([...records, ...listed]), { objectMode: false }), outFile);
  return { manifest, keyId: signature?.signature.keyId, bytes: (await stat(outFile)).size };
}

async function listedEntries(
  files: BundleFiles,
  manifest: Manifest,
): Promise<readonly (readonly [string, ListedFile])[]> {
  const entries: (readonly [string, ListedFile])[] = [];
  for (const [index, entry] of manifest.listings.entries()) {
    entries.push([listingPath(index, manifest.listings.length), entry]);
    entries.push(...(await readListingInPlace(files, manifest, index)));
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The file is there whole or, as before, not at all. */
async function writeStream(stream: NodeJS.ReadableStream, outFile: string): Promise<void> {
  const isFolder = await stat(outFile).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (isFolder) throw new InputError(`${outFile} is a folder; give a file with --out, such as content.bundle`);
  const unfinished = `${outFile}.${String(process.pid)}.tmp`;
  await mkdir(dirname(outFile), { recursive: true });
  try {
    await pipeline(stream, createWriteStream(unfinished));
    await rename(unfinished, outFile);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
