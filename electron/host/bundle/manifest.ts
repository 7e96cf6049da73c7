/** Reading what vouches for a bundle's files: the manifest, and the listings it holds the hashes of. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import {
  FORMAT_VERSION,
  NUMBERED_TOGETHER,
  type ListedFile,
  listingPath,
  listingSchema,
  type Manifest,
  MANIFEST_FILE,
  manifestSchema,
} from '../../../content/format/manifest.ts';
import { BundleError } from './bundle-error.ts';
import { type BundleFiles, readChecked } from './bundle-files.ts';
import { checkSignature, readSignature, type ReadSignature } from './signature.ts';
import type { TrustedKey } from './trusted-keys.ts';

/** A manifest of 65,536 listings has under 6 MB. */
const LARGEST_MANIFEST_BYTES = 8 * 1024 * 1024;

/** Only this much is believed of a manifest until its format is known to be ours. */
const versionSchema = z.looseObject({ formatVersion: z.int().positive() });

/** A manifest that was read, and whom it is from. */
export interface VouchedManifest {
  readonly manifest: Manifest;
  /** The id of the trusted key that signed it; `undefined` when no key was given to check against. */
  readonly signedBy: string | undefined;
}

/** A listing's files by path. */
export type ListedFiles = ReadonlyMap<string, ListedFile>;

/**
 * Parses a manifest: its format's version first, then the rest of its shape.
 *
 * @param mend - what staff are told to do about a malformed one
 * @throws BundleError `manifest-malformed`, `format-too-new`, `format-too-old`
 */
export const parseManifest = (text: string, mend: string): Manifest => {
  const refused = (fault: 'manifest-malformed' | 'format-too-new' | 'format-too-old', what: string, cause?: unknown) =>
    new BundleError(fault, MANIFEST_FILE, `The bundle’s ${MANIFEST_FILE} ${what}.`, mend, { cause });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw refused('manifest-malformed', 'is not JSON; it may have been cut short', cause);
  }
  const version = versionSchema.safeParse(json);
  if (!version.success) throw refused('manifest-malformed', 'does not say which format it has', version.error);
  const { formatVersion } = version.data;
  if (formatVersion !== FORMAT_VERSION) {
    const versions = `has format ${String(formatVersion)}, and this kiosk reads ${String(FORMAT_VERSION)}`;
    throw formatVersion > FORMAT_VERSION
      ? refused('format-too-new', `${versions}: update the kiosk`)
      : refused('format-too-old', `${versions}: the bundle has to be built anew`);
  }
  const manifest = manifestSchema.safeParse(json);
  if (manifest.success) return manifest.data;
  throw refused('manifest-malformed', `is not as it should be: ${z.prettifyError(manifest.error)}`, manifest.error);
};

const readManifestBytes = async (files: BundleFiles): Promise<Buffer<ArrayBuffer>> => {
  try {
    return await files.read(MANIFEST_FILE, LARGEST_MANIFEST_BYTES);
  } catch (cause) {
    if (!(cause instanceof BundleError)) throw cause;
    const fault = cause.fault === 'file-size' ? 'manifest-malformed' : 'manifest-missing';
    const what = `There is no readable ${MANIFEST_FILE} in the bundle ${files.name}.`;
    throw new BundleError(fault, MANIFEST_FILE, what, files.mend, { cause });
  }
};

/** The manifest and its signature, and the very bytes of both: what was checked is what may be copied. */
export interface ManifestRecords extends VouchedManifest {
  readonly manifestBytes: Buffer<ArrayBuffer>;
  /** `undefined` when no key was given: nobody could say what it is worth. */
  readonly signature: ReadSignature | undefined;
}

/**
 * Reads a bundle's manifest. With trusted keys its signature is checked before anything in the manifest is
 * looked at.
 *
 * @throws BundleError `manifest-…`, `format-…`, `signature-…`
 */
export const readRecords = async (files: BundleFiles, trustedKeys: readonly TrustedKey[]): Promise<ManifestRecords> => {
  const manifestBytes = await readManifestBytes(files);
  if (trustedKeys.length === 0) {
    const manifest = parseManifest(manifestBytes.toString('utf8'), files.mend);
    return { manifest, manifestBytes, signature: undefined, signedBy: undefined };
  }
  const signature = await readSignature(files);
  const signedBy = checkSignature(manifestBytes, signature.signature, trustedKeys);
  return { manifest: parseManifest(manifestBytes.toString('utf8'), files.mend), manifestBytes, signature, signedBy };
};

/**
 * Reads a bundle's manifest, for whoever needs no more than what it says and who says so.
 *
 * @throws BundleError like {@link readRecords}
 */
export const readManifest = async (
  files: BundleFiles,
  trustedKeys: readonly TrustedKey[],
): Promise<VouchedManifest> => {
  const { manifest, signedBy } = await readRecords(files, trustedKeys);
  return { manifest, signedBy };
};

const neighbourhoodOf = (path: string): string =>
  path.replace(/(?<=\/)\d+\.json$/, (numbered) => String(Math.floor(parseInt(numbered, 10) / NUMBERED_TOGETHER)));

/** The number of the listing that lists a path, if any does. */
export const listingIndexOf = (path: string, listings: number): number =>
  createHash('sha256').update(neighbourhoodOf(path)).digest().readUInt32BE(0) % listings;

const malformedListing = ({ mend }: BundleFiles, path: string, what: string, cause?: unknown): BundleError =>
  new BundleError('listing-malformed', path, `The bundle’s listing ${path} ${what}.`, mend, { cause });

/**
 * Reads one listing and checks it, by the manifest's hash and in itself.
 *
 * @throws BundleError `file-…` for the listing's own file, `listing-malformed`
 */
export const readListing = async (
  files: BundleFiles,
  { listings }: Pick<Manifest, 'listings'>,
  index: number,
): Promise<ListedFiles> => {
  const path = listingPath(index, listings.length);
  const refused = (what: string, cause?: unknown): BundleError => malformedListing(files, path, what, cause);
  const entry = listings[index];
  if (entry === undefined) throw refused('is not one of the manifest’s');
  const bytes = await readChecked(files, path, entry);
  let listed: z.infer<typeof listingSchema>['files'];
  try {
    listed = listingSchema.parse(JSON.parse(bytes.toString('utf8'))).files;
  } catch (cause) {
    throw refused(cause instanceof z.ZodError ? `is wrong: ${z.prettifyError(cause)}` : 'is not JSON', cause);
  }
  // A Map: a request for `__proto__` or `constructor` must find nothing.
  return new Map(listed.map((file) => [file.path, { sha256: file.sha256, size: file.size }]));
};

/**
 * The same, and no file is listed where nobody would look for it. Takes half as long again, and says
 * nothing about a file that is looked for: only whoever goes through a whole bundle needs it.
 *
 * @throws BundleError for the listing's own file, `listing-malformed`
 */
export const readListingInPlace = async (
  files: BundleFiles,
  manifest: Pick<Manifest, 'listings'>,
  index: number,
): Promise<ListedFiles> => {
  const listed = await readListing(files, manifest, index);
  const { length } = manifest.listings;
  for (const path of listed.keys()) {
    if (listingIndexOf(path, length) !== index)
      throw malformedListing(files, listingPath(index, length), `lists ${path}, which belongs in another`);
  }
  return listed;
};
