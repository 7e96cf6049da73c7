/** Finding a file's hash: one listing is read for it, and the last few listings are kept. */
import type { ListedFile, Manifest } from '../../../content/format/manifest.ts';
import type { BundleFiles } from './bundle-files.ts';
import { type ListedFiles, listingIndexOf, readListing } from './manifest.ts';

/** What a bundle lists. */
export interface Listings {
  /**
   * What is promised of a file; `undefined` when the bundle does not list the path.
   *
   * @throws BundleError when the listing it would be in is damaged
   */
  readonly find: (path: string) => Promise<ListedFile | undefined>;
}

/**
 * Listings kept in memory: 256 files each, some 60 kB. A page's clips are spread over all listings, so
 * no number would hold a page of a large library; these are for the documents every visit opens.
 */
const LISTINGS_KEPT = 128;

/** The listings of a bundle, read when needed. Memory does not grow with the bundle (B5). */
export const createListings = (files: BundleFiles, manifest: Manifest, kept = LISTINGS_KEPT): Listings => {
  // In the order of last use, since a Map keeps the order in which keys were set.
  const recent = new Map<number, Promise<ListedFiles>>();

  const load = (index: number): Promise<ListedFiles> => {
    const listing = recent.get(index) ?? readListing(files, manifest, index);
    recent.delete(index);
    recent.set(index, listing);
    const [oldest] = recent.keys();
    if (recent.size > kept && oldest !== undefined) recent.delete(oldest);
    // A damaged listing is read again the next time: it may have been mended.
    listing.catch(() => {
      if (recent.get(index) === listing) recent.delete(index);
    });
    return listing;
  };

  return {
    find: async (path) => (await load(listingIndexOf(path, manifest.listings.length))).get(path),
  };
};
