/** Checking a bundle whole, file by file. Whoever asks sets the pace: nothing is read ahead. */
import { listingPath, type Manifest, MANIFEST_FILE, SIGNATURE_FILE } from '../../../content/format/manifest.ts';
import { BundleError } from './bundle-error.ts';
import { type BundleFiles, readChecked } from './bundle-files.ts';
import { essentialPaths, unlistedEssential } from './essentials.ts';
import { shownName } from './entry-names.ts';
import { listingIndexOf, readListingInPlace } from './manifest.ts';

/** One file after it was checked; `fault` is absent when it is as promised. */
export interface CheckedFile {
  readonly path: string;
  readonly fault?: BundleError;
}

const faultOf = async (reading: Promise<unknown>): Promise<BundleError | undefined> => {
  try {
    await reading;
    return undefined;
  } catch (error) {
    if (error instanceof BundleError) return error;
    throw error;
  }
};

const checked = (path: string, fault: BundleError | undefined): CheckedFile =>
  fault === undefined ? { path } : { path, fault };

const chunksOf = <Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** The fault of a file that is there and that nobody vouches for. */
export const unlistedFault = (path: string, { mend }: Pick<BundleFiles, 'mend'>): BundleError => {
  const what = `The bundle’s file ${shownName(path)} is in none of its listings: nobody vouches for it.`;
  return new BundleError('file-unlisted', shownName(path), what, mend);
};

/** The fault of listings that together list something else than the manifest says. */
export const totalsFault = (
  listed: Manifest['files'],
  { files: promised }: Manifest,
  { mend }: Pick<BundleFiles, 'mend'>,
): BundleError | undefined => {
  if (listed.count === promised.count && listed.bytes === promised.bytes) return undefined;
  const tell = ({ count, bytes }: Manifest['files']): string => `${String(count)} files of ${String(bytes)} bytes`;
  const what = `The bundle lists ${tell(listed)}, and its ${MANIFEST_FILE} says ${tell(promised)}.`;
  return new BundleError('totals-wrong', MANIFEST_FILE, what, mend);
};

/**
 * Everything that is there and that nobody vouches for.
 *
 * @throws BundleError when a listing cannot be read; {@link checkWhole} tells which
 */
export const unlistedFiles = async (files: BundleFiles, manifest: Manifest): Promise<readonly BundleError[]> => {
  const unlisted = new Set(await files.paths());
  unlisted.delete(MANIFEST_FILE);
  unlisted.delete(SIGNATURE_FILE);
  for (const index of manifest.listings.keys()) {
    unlisted.delete(listingPath(index, manifest.listings.length));
    for (const path of (await readListingInPlace(files, manifest, index)).keys()) unlisted.delete(path);
  }
  return [...unlisted].map((path) => unlistedFault(path, files));
};

/** Files a tool that only checks should read at once: enough to keep a disk busy, few enough to bound memory. */
export const MANY_AT_ONCE = 8;

/** How many files {@link checkWhole} will tell of, for progress. */
export const filesToCheck = ({ files, listings }: Manifest): number => files.count + listings.length;

/**
 * Checks every listing and every file, in no useful order, and goes on after a fault. A document that ought
 * to be listed, and totals that do not fit, are told under the file they are about.
 *
 * @param atOnce - files read at once; more than one is for tools that have nothing else to do
 */
export async function* checkWhole(files: BundleFiles, manifest: Manifest, atOnce = 1): AsyncGenerator<CheckedFile> {
  const { listings } = manifest;
  const essentials = essentialPaths(manifest);
  let count = 0;
  let bytes = 0;
  let isWhole = true;
  for (const index of listings.keys()) {
    const path = listingPath(index, listings.length);
    const reading = readListingInPlace(files, manifest, index);
    const fault = await faultOf(reading);
    yield checked(path, fault);
    isWhole &&= fault === undefined;
    if (fault !== undefined) continue;
    const listed = await reading;
    count += listed.size;
    for (const { size } of listed.values()) bytes += size;
    for (const some of chunksOf([...listed], atOnce)) {
      yield* await Promise.all(
        some.map(async ([file, promise]) => checked(file, await faultOf(readChecked(files, file, promise)))),
      );
    }
    for (const essential of essentials) {
      if (listingIndexOf(essential, listings.length) === index && !listed.has(essential)) {
        yield { path: essential, fault: unlistedEssential(essential, files) };
      }
    }
  }
  const wrong = isWhole ? totalsFault({ count, bytes }, manifest, files) : undefined;
  if (wrong !== undefined) yield { path: MANIFEST_FILE, fault: wrong };
}
