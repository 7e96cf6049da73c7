/** A published bundle as files by path: its records and listings are fetched and checked first, its files when they are read. */
import { CURRENT_FILE, currentSchema } from '../../../content/format/published.ts';
import { type ListedFile, listingPath, MANIFEST_FILE, SIGNATURE_FILE } from '../../../content/format/manifest.ts';
import { BundleError, FETCH_AGAIN } from '../bundle/bundle-error.ts';
import type { BundleFiles } from '../bundle/bundle-files.ts';
import { type ManifestRecords, readListingInPlace, readRecords } from '../bundle/manifest.ts';
import type { Bundle } from '../bundle/open-bundle.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import { type Fetcher, FetchError } from './fetch-file.ts';

/** Two hashes and two lengths. */
const LARGEST_CURRENT_BYTES = 4096;

/** A published bundle whose manifest a trusted key has signed. */
export interface PublishedBundle {
  readonly records: ManifestRecords;
  /** Fetches and checks the listings; its files can be read by path then. */
  readonly open: () => Promise<BundleFiles>;
}

const parseCurrent = (bytes: Buffer) => {
  try {
    return currentSchema.parse(JSON.parse(bytes.toString('utf8')));
  } catch (cause) {
    throw new FetchError('malformed', `${CURRENT_FILE} is not as it should be.`, { cause });
  }
};

/**
 * Looks what is published.
 *
 * @param present - content that is there already: files it has are not fetched
 * @throws FetchError, and BundleError `manifest-…`, `format-…`, `signature-…`
 */
export const lookAtPublished = async (
  fetcher: Pick<Fetcher, 'small' | 'file'>,
  trustedKeys: readonly TrustedKey[],
  present: Pick<Bundle, 'read' | 'listed'> | undefined,
): Promise<PublishedBundle> => {
  const current = parseCurrent(await fetcher.small(CURRENT_FILE, LARGEST_CURRENT_BYTES));
  const known = new Map<string, ListedFile>([
    [MANIFEST_FILE, current.manifest],
    [SIGNATURE_FILE, current.signature],
  ]);

  /** The same bytes out of what is there; damaged ones are fetched. */
  const fromPresent = async (path: string, { sha256 }: ListedFile): Promise<Buffer<ArrayBuffer> | undefined> => {
    try {
      return (await present?.listed(path))?.sha256 === sha256 ? await present?.read(path) : undefined;
    } catch {
      return undefined;
    }
  };

  const files: BundleFiles = {
    name: 'that is published',
    mend: FETCH_AGAIN,
    paths: () => Promise.resolve([...known.keys()]),
    read: async (path, mostBytes) => {
      const entry = known.get(path);
      if (entry === undefined || entry.size > mostBytes)
        throw new BundleError('file-missing', path, `The bundle’s file ${path} is not published.`, FETCH_AGAIN);
      return (await fromPresent(path, entry)) ?? fetcher.file(entry);
    },
  };

  const records = await readRecords(files, trustedKeys);
  return {
    records,
    open: async () => {
      const { manifest } = records;
      for (const [index, entry] of manifest.listings.entries()) {
        known.set(listingPath(index, manifest.listings.length), entry);
        for (const [path, listed] of await readListingInPlace(files, manifest, index)) known.set(path, listed);
      }
      return files;
    },
  };
};
