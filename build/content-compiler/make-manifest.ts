/** What vouches for a bundle: its listings and, over them, its manifest. Pure but for hashing. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import {
  FILES_PER_LISTING,
  FORMAT_VERSION,
  listingPath,
  listingSchema,
  manifestSchema,
  type ListedFile,
  type Manifest,
  type ReviewSummary,
} from '../../content/format/index.ts';
import { listingIndexOf } from '../../electron/host/bundle/manifest.ts';
import { serialise } from './bundle-files.ts';

/** What a manifest says apart from when it was built. `files` holds all but listings and manifest. */
export interface BundleContents {
  readonly languages: readonly string[];
  readonly reviews: ReviewSummary;
  readonly files: ReadonlyMap<string, ListedFile>;
}

/** A manifest, its exact bytes, and the listings it vouches for by path. */
export interface MadeManifest {
  readonly manifest: Manifest;
  readonly bytes: Uint8Array;
  readonly listings: ReadonlyMap<string, Uint8Array>;
  /** Whether this is the old manifest, byte for byte. */
  readonly isSame: boolean;
}

/** A file's entry in a listing, or a listing's in the manifest. */
export function entryOf(bytes: Uint8Array): ListedFile {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
}

/**
 * The manifest and the listings of a bundle. A bundle that would be the old one in every byte but for its
 * number and time keeps both (`isSame`); another one gets the next number.
 *
 * @param old - the manifest of an earlier build, in whatever state or format it is
 * @throws z.ZodError when a path or a size is none the format allows
 */
export function makeManifest(contents: BundleContents, old: Uint8Array | undefined, now: Date): MadeManifest {
  const { languages, reviews, files } = contents;
  const listings = makeListings(files);
  const make = ({ contentVersion, builtAt }: Pick<Manifest, 'contentVersion' | 'builtAt'>): Manifest =>
    manifestSchema.parse({
      formatVersion: FORMAT_VERSION,
      contentVersion,
      builtAt,
      languages,
      reviews,
      files: { count: files.size, bytes: [...files.values()].reduce((sum, { size }) => sum + size, 0) },
      listings: listings.map(({ bytes }) => entryOf(bytes)),
    } satisfies Readonly<Record<keyof Manifest, unknown>>);
  const made = (manifest: Manifest): MadeManifest => {
    const bytes = serialise(manifest);
    return {
      manifest,
      bytes,
      listings: new Map(listings.map((listing) => [listing.path, listing.bytes])),
      isSame: old !== undefined && Buffer.from(bytes).equals(old),
    };
  };
  const before = edition(old);
  const same = before && made(make(before));
  if (same?.isSame) return same;
  return made(make({ contentVersion: (before?.contentVersion ?? 0) + 1, builtAt: now.toISOString() }));
}

/** All that a build must know of an earlier manifest; it outlives changes of the format. */
const editionSchema = manifestSchema.pick({ contentVersion: true, builtAt: true }).strip();

function edition(manifest: Uint8Array | undefined): z.infer<typeof editionSchema> | undefined {
  if (manifest === undefined) return undefined;
  try {
    return editionSchema.parse(JSON.parse(new TextDecoder().decode(manifest)));
  } catch {
    // Nothing can be built on what cannot be read: the count begins again.
    return undefined;
  }
}

function makeListings(
  files: ReadonlyMap<string, ListedFile>,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, files.size / FILES_PER_LISTING)));
  const listings = Array.from({ length: count }, (): ({ readonly path: string } & ListedFile)[] => []);
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [path, { sha256, size }] of sorted) listings[listingIndexOf(path, count)]?.push({ path, sha256, size });
  return listings.map((listed, index) => ({
    path: listingPath(index, count),
    bytes: serialise(listingSchema.parse({ files: listed })),
  }));
}

/** What is reviewed: a page in one of its versions, or something like it. */
export interface Reviewed {
  readonly id: string;
  readonly language: string;
  readonly review: { readonly nextReview: string };
  readonly sampleNotice?: unknown;
}

/** What staff are told of the pages' reviews. A page and its Easy Read version count once. */
export function reviewsOf(pages: readonly Reviewed[]): ReviewSummary {
  const idsOf = (some: typeof pages): number => new Set(some.map(({ language, id }) => `${language}/${id}`)).size;
  const [earliestReview] = pages.map(({ review }) => review.nextReview).sort();
  return {
    pages: idsOf(pages),
    withoutReviewer: idsOf(pages.filter(({ sampleNotice }) => sampleNotice !== undefined)),
    ...(earliestReview !== undefined && { earliestReview }),
  };
}
