/** The bundle: a folder of files, listed and hashed in `manifest.json` (B1). */
import { z } from 'zod';
import { isoDateSchema, languageTagSchema } from './text.ts';

/** The version of everything in `content/format`. A kiosk refuses a bundle with a higher one. */
export const FORMAT_VERSION = 1;

/** The manifest's own file name, at the root of the bundle. */
export const MANIFEST_FILE = 'manifest.json';

/**
 * A path inside a bundle: relative, `/`-separated, lower-case, no empty, `.` or `..` segment, so that
 * it means the same on every file system.
 */
export const bundlePathSchema = z.string().regex(/^(?!.*(?:^|\/)\.)[a-z0-9._-]+(?:\/[a-z0-9._-]+)*$/);

/** A file's SHA-256 in lower-case hex and its size in bytes. */
export const bundleFileSchema = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.int().nonnegative(),
});

/**
 * `contentVersion` rises with every build; `builtAt` is UTC. Readers check `formatVersion` before
 * they trust the shape of anything else.
 */
export const manifestSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  contentVersion: z.int().positive(),
  builtAt: z.iso.datetime(),
  languages: z.array(languageTagSchema).min(1),
  earliestReview: isoDateSchema,
  files: z.record(bundlePathSchema, bundleFileSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
