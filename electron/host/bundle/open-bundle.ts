/** The bundle in service: opened by its manifest and what every visit begins with, checked at each read (B1, B5). */
import type { ListedFile } from '../../../content/format/manifest.ts';
import { type BundleFiles, folderFiles, readChecked } from './bundle-files.ts';
import { essentialPaths, unlistedEssential } from './essentials.ts';
import { createListings } from './listings.ts';
import { readManifest, type VouchedManifest } from './manifest.ts';
import type { TrustedKey } from './trusted-keys.ts';

/** An opened bundle. It holds no file handles and needs no closing. */
export interface Bundle extends VouchedManifest {
  /** Its files as they lie on disk, for a check of the whole. */
  readonly files: BundleFiles;
  /**
   * The bytes of a listed file, or `undefined` when the bundle does not list the path.
   *
   * @throws BundleError when the file, or the listing it is in, no longer is what the manifest promises
   */
  readonly read: (path: string) => Promise<Buffer<ArrayBuffer> | undefined>;
  /**
   * What is promised of a path; `undefined` when the bundle does not list it.
   *
   * @throws BundleError when the listing it would be in no longer is what the manifest promises
   */
  readonly listed: (path: string) => Promise<ListedFile | undefined>;
}

/**
 * Opens the bundle in a folder. Reads the manifest and the documents every visit begins with, never all
 * files, so that this takes as long for ten pages as for ten thousand.
 *
 * @param trustedKeys - the keys the site has pinned; with none, whoever made the bundle is not asked for
 * @throws BundleError naming the file and the mend
 * @see B1, B5
 */
export const openBundle = async (directory: string, trustedKeys: readonly TrustedKey[] = []): Promise<Bundle> => {
  const files = folderFiles(directory);
  const { manifest, signedBy } = await readManifest(files, trustedKeys);
  const listings = createListings(files, manifest);
  const read: Bundle['read'] = async (path) => {
    const listed = await listings.find(path);
    return listed === undefined ? undefined : readChecked(files, path, listed);
  };
  for (const path of essentialPaths(manifest)) {
    if ((await read(path)) === undefined) throw unlistedEssential(path, files);
  }
  return { manifest, signedBy, files, read, listed: listings.find };
};
