/** Small signed bundles in one file, of any version, for the tests of what installs them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFiles, makeKeys, readSigner, readTrustedKey } from '../../../build/content-compiler/transport/keys.ts';
import { packBundle } from '../../../build/content-compiler/transport/pack.ts';
import { MANIFEST_FILE, SIGNATURE_FILE } from '../../../content/format/manifest.ts';
import { folderFiles } from '../../../electron/host/bundle/bundle-files.ts';
import type { TrustedKey } from '../../../electron/host/bundle/trusted-keys.ts';
import { bundleFiles, type FileTexts, temporaryFolder, wholeBundle, writeFiles } from './kiosk-fixture.ts';

/** Somebody who signs. */
export interface Maker {
  readonly key: TrustedKey;
  /** The public key as the settings take it. */
  readonly forSettings: string;
  /** Writes a signed bundle into a folder. */
  readonly write: (folder: string, contentVersion: number, files?: FileTexts) => Promise<void>;
  /** Writes one in one file. */
  readonly pack: (file: string, contentVersion: number, files?: FileTexts) => Promise<void>;
}

/** Somebody with a key of their own. */
export const temporaryMaker = async (): Promise<Maker> => {
  const keys = await temporaryFolder();
  const { forSettings } = await makeKeys(join(keys, 'keys'));
  const { sign } = await readSigner(join(keys, 'keys', keyFiles.private));
  const write: Maker['write'] = async (folder, contentVersion, files = bundleFiles) => {
    await writeFiles(folder, wholeBundle(files, contentVersion));
    await writeFile(join(folder, SIGNATURE_FILE), sign(await readFile(join(folder, MANIFEST_FILE))));
  };
  return {
    key: await readTrustedKey(join(keys, 'keys', keyFiles.public)),
    forSettings,
    write,
    pack: async (file, contentVersion, files) => {
      const folder = await temporaryFolder();
      await write(folder, contentVersion, files);
      await packBundle(folderFiles(folder), file);
    },
  };
};
