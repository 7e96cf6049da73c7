/** Newer content than the one that the tests are shipped with: the same but for some files, signed, in one file. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keyFiles, makeKeys, readSigner } from '../../build/content-compiler/transport/keys.ts';
import { packBundle } from '../../build/content-compiler/transport/pack.ts';
import { entryOf, makeManifest } from '../../build/content-compiler/make-manifest.ts';
import { type Manifest, MANIFEST_FILE, SIGNATURE_FILE } from '../../content/format/index.ts';
import { folderFiles } from '../../electron/host/bundle/bundle-files.ts';
import { readListingInPlace } from '../../electron/host/bundle/manifest.ts';
import { getSurroundings } from './surroundings.ts';

/** Somebody whose content a kiosk trusts. */
export interface ContentMaker {
  /** Their public key as the settings take it. */
  readonly forSettings: string;
  /** The content that the kiosk is shipped with, signed by them. */
  readonly shippedDir: string;
  /**
   * Makes content of the next version.
   *
   * @param changes - what becomes of the text of some files
   */
  readonly pack: (file: string, changes: Readonly<Record<string, (text: string) => string>>) => Promise<Manifest>;
}

/** @param folder - where the maker keeps what they make */
export const contentMaker = async (folder: string): Promise<ContentMaker> => {
  const { forSettings } = await makeKeys(join(folder, 'keys'));
  const { sign } = await readSigner(join(folder, 'keys', keyFiles.private));
  const shippedDir = join(folder, 'shipped');
  await cp(getSurroundings().bundleDir, shippedDir, { recursive: true });
  await writeFile(join(shippedDir, SIGNATURE_FILE), sign(await readFile(join(shippedDir, MANIFEST_FILE))));
  let before = await readFile(join(shippedDir, MANIFEST_FILE));
  const work = join(folder, 'work');
  await cp(shippedDir, work, { recursive: true });
  return {
    forSettings,
    shippedDir,
    pack: async (file, changes) => {
      const old = JSON.parse(before.toString('utf8')) as Manifest;
      const files = new Map<string, ReturnType<typeof entryOf>>();
      for (const index of old.listings.keys())
        for (const [path, entry] of await readListingInPlace(folderFiles(work), old, index)) files.set(path, entry);
      for (const [path, change] of Object.entries(changes)) {
        const text = await readFile(join(work, path), 'utf8');
        const changed = Buffer.from(change(text));
        if (changed.equals(Buffer.from(text))) throw new Error(`${path} is as it was: choose other words.`);
        await writeFile(join(work, path), changed);
        files.set(path, entryOf(changed));
      }
      const { languages, reviews } = old;
      const { manifest, bytes, listings } = makeManifest({ languages, reviews, files }, before, new Date());
      for (const [path, listing] of listings) {
        await mkdir(dirname(join(work, path)), { recursive: true });
        await writeFile(join(work, path), listing);
      }
      await writeFile(join(work, MANIFEST_FILE), bytes);
      await writeFile(join(work, SIGNATURE_FILE), sign(bytes));
      before = Buffer.from(bytes);
      await packBundle(folderFiles(work), file);
      return manifest;
    },
  };
};
