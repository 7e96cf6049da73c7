/** Copies of a whole bundle, each with one thing wrong. */
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSurroundings } from './surroundings.ts';
import { PAGE } from './words.ts';

/** A folder that is removed when it is disposed of. */
export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
}

export const temporaryFolder = async (): Promise<TemporaryFolder> => {
  const path = await mkdtemp(join(tmpdir(), 'alongside-test-'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true, maxRetries: 5 }) };
};

interface ManifestFile {
  readonly formatVersion: number;
  readonly files: Readonly<Record<string, { readonly size: number }>>;
}

const readManifest = async (bundle: string): Promise<ManifestFile> =>
  JSON.parse(await readFile(join(bundle, 'manifest.json'), 'utf8')) as ManifestFile;

/** A kind of damage: does it to a bundle and returns the path, inside the bundle, of what it damaged. */
export type Damage = (bundle: string) => Promise<string>;

const pagePath = `en-gb/pages/${PAGE}.json`;

export const damages = {
  /** One letter of the page is another, its length the same: only the hash can tell. */
  'an altered page': async (bundle) => {
    const path = join(bundle, pagePath);
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('doctors have', 'doctors hate'));
    if ((await readFile(path, 'utf8')) === text) throw new Error('The page was not altered: choose other words.');
    return pagePath;
  },
  'a missing page': async (bundle) => {
    await rm(join(bundle, pagePath));
    return pagePath;
  },
  'no manifest': async (bundle) => {
    await rm(join(bundle, 'manifest.json'));
    return 'manifest.json';
  },
  'a manifest that was cut short': async (bundle) => {
    await truncate(join(bundle, 'manifest.json'), 200);
    return 'manifest.json';
  },
  'a newer format': async (bundle) => {
    const manifest = await readManifest(bundle);
    await writeFile(
      join(bundle, 'manifest.json'),
      JSON.stringify({ ...manifest, formatVersion: manifest.formatVersion + 1 }),
    );
    return 'manifest.json';
  },
  'a truncated clip': async (bundle) => {
    const { files } = await readManifest(bundle);
    const clip = Object.keys(files).find((path) => path.endsWith('.ogg'));
    if (clip === undefined) throw new Error('The bundle has no clip.');
    await truncate(join(bundle, clip), 100);
    return clip;
  },
} as const satisfies Readonly<Record<string, Damage>>;

/** Copies the whole bundle into a folder and damages the copy. */
export const damagedBundle = async (folder: string, damage: Damage) => {
  const bundleDir = join(folder, 'bundle');
  await cp(getSurroundings().bundleDir, bundleDir, { recursive: true });
  return { bundleDir, file: await damage(bundleDir) };
};
