/** The last step of a build: what was made becomes the bundle on disk, unless it is there already. */
import { join } from 'node:path';
import { MANIFEST_FILE, SIGNATURE_FILE, type Manifest } from '../../content/format/index.ts';
import { readBytesIfPresent, writeWhole } from './disk.ts';
import type { BundleThere } from './disk/bundle-there.ts';
import type { NextBundle } from './disk/next-bundle.ts';
import { makeManifest, type BundleContents } from './make-manifest.ts';

/** Signs a manifest's bytes; returns the signature file's. */
export type SignManifest = (manifest: Uint8Array) => Uint8Array;

/** What is written, and where. */
export interface WriteOptions {
  readonly outDir: string;
  /** The bundle in service, from which `next` takes over what has not changed. */
  readonly there: BundleThere;
  readonly next: NextBundle;
  readonly about: Pick<BundleContents, 'languages' | 'reviews'>;
  /** Absent: a signature that is there stays as long as it fits. */
  readonly sign?: SignManifest | undefined;
  readonly now: Date;
}

/**
 * Puts a bundle in service. One that is there already, as far as its makers looked, is left alone and keeps its
 * number; one that was damaged is put right under its old number.
 */
export async function writeBundle({
  outDir,
  there,
  next,
  about,
  sign,
  now,
}: WriteOptions): Promise<{ readonly manifest: Manifest; readonly changed: boolean }> {
  const { manifest, bytes, listings, isSame } = makeManifest({ ...about, files: next.files }, there.manifest, now);
  const oldSignature = isSame ? await readBytesIfPresent(join(outDir, SIGNATURE_FILE)) : undefined;
  const signature = sign?.(bytes) ?? oldSignature;
  if (isSame && next.isAllThere()) {
    next.discard();
    if (signature && !oldSignature?.equals(signature)) await writeWhole(join(outDir, SIGNATURE_FILE), signature);
    return { manifest, changed: false };
  }
  next.swapIn([...listings, [MANIFEST_FILE, bytes], ...(signature ? ([[SIGNATURE_FILE, signature]] as const) : [])]);
  return { manifest, changed: true };
}
