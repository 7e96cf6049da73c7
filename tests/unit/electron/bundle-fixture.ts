/** Signed bundles in one file, sound or with one thing wrong. */
import { createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { MANIFEST_FILE, SIGNATURE_FILE } from '../../../content/format/manifest.ts';
import { keyIdOf, type TrustedKey } from '../../../electron/host/bundle/trusted-keys.ts';
import { type RawEntry, rawZip } from '../../support/raw-zip.ts';
import { BUILT_AT, bundleFiles, type FileTexts, wholeBundle } from './kiosk-fixture.ts';

/** A pair of keys of these tests. */
export interface TestKey {
  readonly privateKey: KeyObject;
  readonly trusted: TrustedKey;
}

export const newKey = (): TestKey => {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = createPublicKey(privateKey);
  return { privateKey, trusted: { id: keyIdOf(key), key } };
};

/** The key the site of these tests trusts. */
export const siteKey = newKey();

/** Half a day after the bundle was built. */
export const afterBuild = (): number => BUILT_AT.getTime() + 12 * 60 * 60 * 1000;

/** The signature file over a manifest's bytes. */
export const signatureOver = (manifest: Uint8Array, { privateKey, trusted }: TestKey): string =>
  JSON.stringify({
    algorithm: 'Ed25519',
    keyId: trusted.id,
    signature: sign(null, manifest, privateKey).toString('base64'),
  });

/** A bundle's files, its records and its signature. */
export const signedBundle = (files: FileTexts = bundleFiles, key = siteKey): FileTexts => {
  const whole = wholeBundle(files);
  return { ...whole, [SIGNATURE_FILE]: signatureOver(Buffer.from(whole[MANIFEST_FILE] ?? ''), key) };
};

/** The entries of a bundle, in the order of their names. */
export const entriesOf = (files: FileTexts = signedBundle()): readonly RawEntry[] =>
  Object.entries(files)
    .map(([name, content]) => ({ name, bytes: Buffer.from(content) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** A sound bundle in one file, with entries added or exchanged by name. */
export const archiveWith = (...changes: readonly RawEntry[]): Buffer<ArrayBuffer> => {
  const names = new Set(changes.map(({ name }) => name.toString()));
  return rawZip([...entriesOf().filter(({ name }) => !names.has(name.toString())), ...changes]);
};
