/** The bundle on disk: opened once, checked whole, and checked again at each read (B1). */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { FORMAT_VERSION, MANIFEST_FILE, type Manifest, manifestSchema } from '../../content/format/manifest.ts';
import { BundleError, REBUILD } from './bundle-error.ts';
import { readListedFile } from './bundle-file.ts';

/** An opened bundle. It holds no file handles and needs no closing. */
export interface Bundle {
  readonly manifest: Manifest;
  /**
   * The bytes of a listed file, or `undefined` when the manifest does not list the path.
   *
   * @throws BundleError when the file no longer is what the manifest promises
   */
  readonly read: (path: string) => Promise<Buffer<ArrayBuffer> | undefined>;
}

/** Only this much is believed of a manifest until its format is known to be ours. */
const versionSchema = z.looseObject({ formatVersion: z.int().positive() });

const malformed = (detail: string, cause?: unknown): BundleError =>
  new BundleError('manifest-malformed', MANIFEST_FILE, `The bundle’s ${MANIFEST_FILE} ${detail}. ${REBUILD}`, {
    cause,
  });

const readManifestText = async (directory: string): Promise<string> => {
  try {
    return await readFile(join(directory, MANIFEST_FILE), 'utf8');
  } catch (cause) {
    const where = `There is no readable ${MANIFEST_FILE} in the bundle folder ${directory}.`;
    throw new BundleError('manifest-missing', MANIFEST_FILE, `${where} ${REBUILD}`, { cause });
  }
};

/**
 * Parses a manifest: its format's version first, then the rest of its shape.
 *
 * @throws BundleError `manifest-malformed`, `format-too-new`
 */
export const parseManifest = (text: string): Manifest => {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw malformed('is not JSON; it may have been cut short', cause);
  }
  const version = versionSchema.safeParse(json);
  if (!version.success) throw malformed('does not say which format it has', version.error);
  const { formatVersion } = version.data;
  if (formatVersion > FORMAT_VERSION) {
    const versions = `format ${String(formatVersion)}, and this kiosk reads up to ${String(FORMAT_VERSION)}`;
    const mend = 'Update the kiosk, or build the bundle with this version’s “npm run content -- build”.';
    throw new BundleError('format-too-new', MANIFEST_FILE, `The bundle’s ${MANIFEST_FILE} has ${versions}. ${mend}`);
  }
  const manifest = manifestSchema.safeParse(json);
  if (!manifest.success) throw malformed(`is not as it should be: ${z.prettifyError(manifest.error)}`, manifest.error);
  return manifest.data;
};

/** Files read at once while checking: enough to keep a disk busy, few enough to bound memory. */
const FILES_AT_ONCE = 8;

/**
 * Reads and checks every listed file. This is the part of opening whose cost grows with the bundle;
 * B5 will replace it, and nothing else needs to know.
 *
 * @throws BundleError for the first fault met
 */
export const verifyEveryFile = async (directory: string, manifest: Manifest): Promise<void> => {
  // One iterator shared by all workers hands each file to whichever is free.
  const files = Object.entries(manifest.files).values();
  const worker = async (): Promise<void> => {
    for (const [path, listed] of files) await readListedFile(directory, path, listed);
  };
  await Promise.all(Array.from({ length: FILES_AT_ONCE }, worker));
};

/**
 * Opens the bundle in a folder, after checking all of it.
 *
 * @throws BundleError naming the file and the mend
 * @see B1
 */
export const openBundle = async (directory: string): Promise<Bundle> => {
  const manifest = parseManifest(await readManifestText(directory));
  await verifyEveryFile(directory, manifest);
  // A Map: a request for `__proto__` or `constructor` must find nothing.
  const listed = new Map(Object.entries(manifest.files));
  return {
    manifest,
    read: async (path) => {
      const file = listed.get(path);
      return file === undefined ? undefined : readListedFile(directory, path, file);
    },
  };
};
