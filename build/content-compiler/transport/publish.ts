/** Publishing a bundle as a tree of files that any web server can serve (B2). */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type Current,
  CURRENT_FILE,
  currentSchema,
  listingPath,
  type ListedFile,
  type Manifest,
  publishedPath,
} from '../../../content/format/index.ts';
import { type BundleFiles, readChecked } from '../../../electron/host/bundle/bundle-files.ts';
import { parseManifest, readListingInPlace, readRecords } from '../../../electron/host/bundle/manifest.ts';
import { readSignatureIfAny } from '../../../electron/host/bundle/signature.ts';
import { writeAtomically } from '../../../electron/host/disk/atomic-file.ts';
import { realDisk } from '../../../electron/host/disk/disk.ts';
import { serialise } from '../bundle-files.ts';
import { RefusedError } from './errors.ts';
import type { CheckProgress } from './verify.ts';

/** What was published. */
export interface PublishReport {
  readonly manifest: Manifest;
  readonly keyId: string;
  /** Files that the tree had not, and their bytes: about what each kiosk will fetch. */
  readonly added: { readonly files: number; readonly bytes: number };
}

export interface PublishOptions {
  /** Whether a version may take the place of a newer one; kiosks do not take it by themselves all the same. */
  readonly older: boolean;
  readonly onProgress?: ((progress: CheckProgress) => void) | undefined;
}

/** Anybody may read what a web server serves. */
const FILE_MODE = 0o644;

const entryOf = (bytes: Uint8Array): ListedFile => ({
  sha256: createHash('sha256').update(bytes).digest('hex'),
  size: bytes.length,
});

/** The version that a tree has now; `undefined` where there is none, or none that can be read. */
const publishedVersion = async (outDir: string): Promise<number | undefined> => {
  try {
    const current = currentSchema.parse(JSON.parse(await readFile(join(outDir, CURRENT_FILE), 'utf8')));
    const text = await readFile(join(outDir, publishedPath(current.manifest.sha256)), 'utf8');
    return parseManifest(text, '').contentVersion;
  } catch {
    return undefined;
  }
};

/**
 * Publishes a signed bundle into a folder. Files that are there stay, so that kiosks that fetch an earlier version can
 * finish; the file that names the newest is replaced last and in one step.
 *
 * @throws RefusedError when the bundle is not signed, or older than what is published
 * @throws BundleError when a file is not what its listing says; what is published is then as it was
 */
export async function publishBundle(
  files: BundleFiles,
  outDir: string,
  { older, onProgress }: PublishOptions,
): Promise<PublishReport> {
  const { manifest, manifestBytes } = await readRecords(files, []);
  const signature = await readSignatureIfAny(files);
  if (signature === undefined) {
    const what = `The bundle ${files.name} is not signed, and kiosks fetch nothing that nobody has signed.`;
    throw new RefusedError(`${what} Sign it first with “npm run content -- sign”.`);
  }
  const present = await publishedVersion(outDir);
  if (!older && present !== undefined && present > manifest.contentVersion) {
    const what = `${outDir} has version ${String(present)}, and this is version ${String(manifest.contentVersion)}.`;
    throw new RefusedError(`${what} Build the bundle again, or say --older if that is meant.`);
  }
  const added = { files: 0, bytes: 0 };
  const put = async ({ sha256, size }: ListedFile, read: () => Promise<Uint8Array>): Promise<void> => {
    const target = join(outDir, publishedPath(sha256));
    // Named by what is in it, and put there whole: one of the same size is the same.
    if ((await stat(target).catch(() => undefined))?.size === size) return;
    await writeAtomically(target, await read(), FILE_MODE, realDisk);
    added.files += 1;
    added.bytes += size;
  };
  const total = manifest.files.count + manifest.listings.length;
  let done = 0;
  const putListed = async (path: string, entry: ListedFile): Promise<void> => {
    await put(entry, () => readChecked(files, path, entry));
    done += 1;
    onProgress?.({ done, total });
  };
  for (const [index, entry] of manifest.listings.entries()) {
    for (const [path, listed] of await readListingInPlace(files, manifest, index)) await putListed(path, listed);
    await putListed(listingPath(index, manifest.listings.length), entry);
  }
  const current: Current = { manifest: entryOf(manifestBytes), signature: entryOf(signature.bytes) };
  await put(current.manifest, () => Promise.resolve(manifestBytes));
  await put(current.signature, () => Promise.resolve(signature.bytes));
  await writeAtomically(join(outDir, CURRENT_FILE), serialise(current), FILE_MODE, realDisk);
  return { manifest, keyId: signature.signature.keyId, added };
}
