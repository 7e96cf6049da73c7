/** The last step of a build: what was made becomes the bundle on disk, unless it is there already. */
import { join } from 'node:path';
import { MANIFEST_FILE, SIGNATURE_FILE, type Manifest } from '../../content/format/index.ts';
import { checkWhole, MANY_AT_ONCE } from '../../electron/host/bundle/check-whole.ts';
import { openBundle } from '../../electron/host/bundle/open-bundle.ts';
import { readBytesIfPresent, swapInBundle, writeWhole, type BundleSource } from './disk.ts';
import { makeManifest, type BundleContents } from './make-manifest.ts';

/** Signs a manifest's bytes; returns the signature file's. */
export type SignManifest = (manifest: Uint8Array) => Uint8Array;

/** What is written, and where. */
export interface WriteOptions {
  readonly outDir: string;
  readonly contents: BundleContents;
  /** Every file of `contents`. */
  readonly sources: ReadonlyMap<string, BundleSource>;
  /** Absent: a signature that is there stays as long as it fits. */
  readonly sign?: SignManifest | undefined;
  readonly now: Date;
}

/**
 * Writes a bundle. One that is there already, whole to the last byte, is left alone and keeps its number;
 * one that was damaged is put right under its old number.
 */
export async function writeBundle({
  outDir,
  contents,
  sources,
  sign,
  now,
}: WriteOptions): Promise<{ readonly manifest: Manifest; readonly changed: boolean }> {
  const old = await readBytesIfPresent(join(outDir, MANIFEST_FILE));
  const { manifest, bytes, listings, isSame } = makeManifest(contents, old, now);
  const oldSignature = isSame ? await readBytesIfPresent(join(outDir, SIGNATURE_FILE)) : undefined;
  const signature = sign?.(bytes) ?? oldSignature;
  if (isSame && (await isWhole(outDir))) {
    if (signature && !oldSignature?.equals(signature)) await writeWhole(join(outDir, SIGNATURE_FILE), signature);
    return { manifest, changed: false };
  }
  const records: readonly (readonly [string, Uint8Array])[] = [
    ...listings,
    [MANIFEST_FILE, bytes],
    ...(signature ? ([[SIGNATURE_FILE, signature]] as const) : []),
  ];
  await swapInBundle(outDir, new Map([...sources, ...records.map(([path, bytes]) => [path, { bytes }] as const)]));
  return { manifest, changed: true };
}

/** Whether a kiosk would take the bundle into service. Reads a handful of files, however many there are. */
export async function opens(outDir: string): Promise<boolean> {
  return openBundle(outDir).then(
    () => true,
    () => false,
  );
}

/** Whether each file is there and unaltered. */
async function isWhole(outDir: string): Promise<boolean> {
  const bundle = await openBundle(outDir).catch(() => undefined);
  if (!bundle) return false;
  for await (const { fault } of checkWhole(bundle.files, bundle.manifest, MANY_AT_ONCE)) if (fault) return false;
  return true;
}
