/** Unpacking a bundle that came in one file: everything is checked first, and each file before it is written (B1). */
import { resolve } from 'node:path';
import {
  listingPath,
  type ListedFile,
  type Manifest,
  MANIFEST_FILE,
  SIGNATURE_FILE,
} from '../../../content/format/manifest.ts';
import type { Disk } from '../disk/disk.ts';
import type { Archive, ArchiveLimits } from './archive.ts';
import { BundleError, FETCH_AGAIN } from './bundle-error.ts';
import { openBundleFile } from './bundle-file.ts';
import { type BundleFiles, readChecked, wrongSize } from './bundle-files.ts';
import { totalsFault, unlistedFault } from './check-whole.ts';
import { clockFault } from './clock.ts';
import { essentialPaths, unlistedEssential } from './essentials.ts';
import { type FreshFolder, makeFolder } from './fresh-folder.ts';
import { type ManifestRecords, readListingInPlace, readRecords, type VouchedManifest } from './manifest.ts';
import { readSignatureIfAny, type ReadSignature } from './signature.ts';
import type { TrustedKey } from './trusted-keys.ts';

/** What a bundle is judged by. */
export interface UnpackOptions {
  /** The keys the site has pinned; with none, anybody's bundle is taken. */
  readonly trustedKeys: readonly TrustedKey[];
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly limits?: ArchiveLimits;
  readonly disk?: Disk | undefined;
  /** Told after each file that was written. */
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Files that are written and flushed at once. */
const FILES_AT_ONCE = 8;

const readSize = (archive: Archive, path: string, { size }: ListedFile): void => {
  const actual = archive.sizeOf(path);
  if (actual === undefined)
    throw new BundleError(
      'file-missing',
      path,
      `The bundle’s file ${path} is missing in ${archive.name}.`,
      FETCH_AGAIN,
    );
  if (actual !== size) throw wrongSize(archive, path, actual, String(size));
};

/**
 * Checks that an archive holds exactly what its listings list, in name and size. Reads the listings and
 * no other entry.
 *
 * @throws BundleError
 */
const checkStructure = async (archive: Archive, manifest: Manifest): Promise<void> => {
  const unlisted = new Set(await archive.paths());
  const essentials = new Set(essentialPaths(manifest));
  const totals = { count: 0, bytes: 0 };
  unlisted.delete(MANIFEST_FILE);
  unlisted.delete(SIGNATURE_FILE);
  for (const index of manifest.listings.keys()) {
    const listing = await readListingInPlace(archive, manifest, index);
    unlisted.delete(listingPath(index, manifest.listings.length));
    for (const [path, listed] of listing) {
      readSize(archive, path, listed);
      unlisted.delete(path);
      essentials.delete(path);
      totals.count += 1;
      totals.bytes += listed.size;
    }
  }
  const [essential] = essentials;
  if (essential !== undefined) throw unlistedEssential(essential, archive);
  const [stranger] = unlisted;
  if (stranger !== undefined) throw unlistedFault(stranger, archive);
  const wrong = totalsFault(totals, manifest, archive);
  if (wrong !== undefined) throw wrong;
};

/** Settles all before it fails, so that nothing is still being written when what was written is removed. */
const each = async <Item>(items: readonly Item[], step: (item: Item) => Promise<void>): Promise<void> => {
  for (let first = 0; first < items.length; first += FILES_AT_ONCE) {
    const settled = await Promise.allSettled(items.slice(first, first + FILES_AT_ONCE).map(step));
    const failed = settled.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  }
};

const writeFiles = async (
  files: BundleFiles,
  { listings, files: { count } }: Manifest,
  fresh: FreshFolder,
  onProgress: UnpackOptions['onProgress'],
): Promise<void> => {
  const total = count + listings.length;
  let done = 0;
  const copy = async ([path, listed]: readonly [string, ListedFile]): Promise<void> => {
    await fresh.write(path, await readChecked(files, path, listed));
    done += 1;
    onProgress?.({ done, total });
  };
  for (const [index, entry] of listings.entries()) {
    await copy([listingPath(index, listings.length), entry]);
    await each([...(await readListingInPlace(files, { listings }, index))], copy);
  }
};

/** What {@link copyBundle} copies: files, the records that were read of them, and what the disk must have room for. */
export interface BundleSource {
  readonly files: BundleFiles;
  readonly records: Pick<ManifestRecords, 'manifest' | 'manifestBytes'>;
  readonly signature: ReadSignature | undefined;
  readonly totalBytes: number;
}

/**
 * Copies a bundle into a folder that is not there yet; each file is checked before it is written. The folder is
 * there whole or not at all, whenever the power fails.
 *
 * @throws BundleError for the first fault; nothing is left then
 */
export const copyBundle = async (
  { files, records: { manifest, manifestBytes }, signature, totalBytes }: BundleSource,
  targetDir: string,
  { disk, onProgress }: Pick<UnpackOptions, 'disk' | 'onProgress'>,
): Promise<void> => {
  const fill = async (fresh: FreshFolder): Promise<void> => {
    await writeFiles(files, manifest, fresh, onProgress);
    // The bytes that were checked, not those the source may hold by now.
    if (signature !== undefined) await fresh.write(SIGNATURE_FILE, signature.bytes);
    await fresh.write(MANIFEST_FILE, manifestBytes);
  };
  await makeFolder(resolve(targetDir), totalBytes, fill, disk);
};

/**
 * Unpacks an archive that is open already.
 *
 * @see {@link unpackBundle}
 */
export const unpackArchive = async (
  archive: Archive,
  targetDir: string,
  options: UnpackOptions,
): Promise<VouchedManifest> => {
  const { trustedKeys, now } = options;
  const records = await readRecords(archive, trustedKeys);
  const { manifest, signedBy } = records;
  const signature = records.signature ?? (await readSignatureIfAny(archive));
  const late = clockFault(manifest, now());
  if (late !== undefined) throw late;
  await checkStructure(archive, manifest);
  await copyBundle({ files: archive, records, signature, totalBytes: archive.totalBytes }, targetDir, options);
  return { manifest, signedBy };
};

/**
 * Unpacks a bundle into a folder that is not there yet. The directory, the signature, the clock and the
 * listings are checked before anything is written, and each file before it is. The folder is there whole
 * or not at all, whenever the power fails.
 *
 * @param file - the bundle in one file
 * @param targetDir - the folder to be
 * @throws BundleError for the first fault; nothing is left then
 * @see B1, B2
 */
export const unpackBundle = async (
  file: string,
  targetDir: string,
  options: UnpackOptions,
): Promise<VouchedManifest> => {
  await using opened = await openBundleFile(file, options.limits);
  return await unpackArchive(opened.archive, targetDir, options);
};
