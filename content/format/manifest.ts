/**
 * The bundle: a folder of files, vouched for in two steps (B1, B5). `manifest.json` holds the hash of each
 * listing, and a listing the hash of each of its files, so that whoever trusts the manifest's bytes can
 * trust any one file after reading one listing, however many files there are.
 */
import { z } from 'zod';
import { isoDateSchema, languageTagSchema } from './text.ts';

/** The version of everything in `content/format`. A kiosk refuses a bundle with another one. */
export const FORMAT_VERSION = 4;

/** Numbered files of a folder are asked for together, and so this many in a row are listed together. */
export const NUMBERED_TOGETHER = 64;

/** The manifest's own file name, at the root of the bundle. */
export const MANIFEST_FILE = 'manifest.json';

/** The signature over the manifest's exact bytes, beside it. A bundle without one is unsigned. */
export const SIGNATURE_FILE = 'manifest.sig';

/** The folder of the listings, which holds nothing else. */
export const LISTINGS_FOLDER = 'listings';

/** Files a listing should hold: few enough to read at every page open, enough to keep the manifest small. */
export const FILES_PER_LISTING = 256;

/** The longest path, so that a bundle fits below any folder on Windows too. */
const LONGEST_PATH = 180;

/** A segment that begins or ends with a dot, or that Windows takes for a device whatever its ending. */
const oddSegment = /(?:^|\/)(?:\.|[^/]*\.(?:\/|$)|(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\/|$))/;

/**
 * A path inside a bundle: relative, `/`-separated, lower-case, no empty, `.` or `..` segment, so that
 * it means the same on every file system.
 */
export const bundlePathSchema = z
  .string()
  .max(LONGEST_PATH)
  .regex(/^[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/)
  .refine((path) => !oddSegment.test(path), 'a segment begins or ends with a dot, or is the name of a device');

/** The largest file. Each is checked whole in memory before a byte of it is served or written. */
export const LARGEST_FILE_BYTES = 32 * 1024 * 1024;

/** A file's SHA-256 in lower-case hex and its size in bytes. */
export const bundleFileSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative().max(LARGEST_FILE_BYTES),
});

/** Whether a listing may list a path: what vouches for the listings cannot be in one. */
const isListable = (path: string): boolean =>
  path !== MANIFEST_FILE && path !== SIGNATURE_FILE && !path.startsWith(`${LISTINGS_FOLDER}/`);

/**
 * `listings/<n>.json`. An array in strictly ascending order (by UTF-16 code unit) and not a record: a
 * path that is listed twice is then a mistake that is seen, where JSON would silently keep the last.
 */
export const listingSchema = z.strictObject({
  files: z
    .array(z.strictObject({ path: bundlePathSchema, ...bundleFileSchema.shape }))
    .refine((files) => files.every(({ path }) => isListable(path)), 'the bundle’s own records are listed')
    .refine(
      (files) => files.every(({ path }, index) => index === 0 || path > (files[index - 1]?.path ?? '')),
      'the paths are not in ascending order, or one is there twice',
    ),
});

/** What the manifest says of the pages' reviews, so that staff can be told without opening a page (C8). */
export const reviewSummarySchema = z.strictObject({
  /** Pages in all languages, sheets of questions among them; a page and its Easy Read version count once. */
  pages: z.int().nonnegative(),
  /** Pages no named reviewer has signed off: sample content (principle 7). */
  withoutReviewer: z.int().nonnegative(),
  /** The first day on which some page is due; absent in a bundle without pages. */
  earliestReview: isoDateSchema.optional(),
});

const isPowerOfTwo = (count: number): boolean => Number.isInteger(Math.log2(count));

/**
 * `contentVersion` rises with every build; `builtAt` is UTC. Readers check `formatVersion` before
 * they trust the shape of anything else. `files` counts what the listings list, in all. A path is in the
 * listing whose number is the first 32 bits of the SHA-256 of the path's neighbourhood, modulo the number of
 * listings. The neighbourhood of a path is the path itself; of a numbered file, `<folder>/<n>.json`, it is
 * `<folder>/` and n divided by {@link NUMBERED_TOGETHER}, rounded down.
 */
export const manifestSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  contentVersion: z.int().positive(),
  builtAt: z.iso.datetime(),
  languages: z
    .array(languageTagSchema)
    .min(1)
    .max(500)
    .refine((tags) => new Set(tags).size === tags.length, 'a language is there twice'),
  reviews: reviewSummarySchema,
  files: z.strictObject({ count: z.int().nonnegative(), bytes: z.int().nonnegative() }),
  listings: z
    .array(bundleFileSchema)
    .min(1)
    .max(65_536)
    .refine(({ length }) => isPowerOfTwo(length), 'the number of listings is no power of two'),
});

/**
 * `manifest.sig`. `keyId` says which key to try and is trusted for nothing else: the keys themselves are
 * pinned by whoever reads, and never come with the bundle.
 */
export const signatureSchema = z.strictObject({
  algorithm: z.literal('Ed25519'),
  /** The first 16 hex digits of the SHA-256 over the public key as DER (SPKI). */
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  /** 64 bytes in base64. */
  signature: z.string().regex(/^[A-Za-z0-9+/]{85}[AQgw]==$/),
});

/** The path of a listing. All have equally many hex digits, so that they sort as they count. */
export function listingPath(index: number, listings: number): string {
  const digits = (listings - 1).toString(16).length;
  return `${LISTINGS_FOLDER}/${index.toString(16).padStart(digits, '0')}.json`;
}

export type Manifest = z.infer<typeof manifestSchema>;
export type Listing = z.infer<typeof listingSchema>;
export type ListedFile = z.infer<typeof bundleFileSchema>;
export type ReviewSummary = z.infer<typeof reviewSummarySchema>;
export type Signature = z.infer<typeof signatureSchema>;
