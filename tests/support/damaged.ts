/** Copies of a whole bundle, each with one thing wrong. */
import { cp, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bundlePaths,
  FORMAT_VERSION,
  LISTINGS_FOLDER,
  MANIFEST_FILE,
  type Manifest,
  type Narration,
} from '../../content/format/index.ts';
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

const readManifest = async (bundle: string): Promise<Manifest> =>
  JSON.parse(await readFile(join(bundle, MANIFEST_FILE), 'utf8')) as Manifest;

/** A kind of damage: does it to a bundle and returns the path, inside the bundle, of what it damaged. */
export type Damage = (bundle: string) => Promise<string>;

/** Puts one letter for another, the length the same: only the hash can tell. */
const alter = async (bundle: string, path: string, from: string, to: string): Promise<string> => {
  const text = await readFile(join(bundle, path), 'utf8');
  if (!text.includes(from)) throw new Error(`${path} does not say “${from}”: choose other words.`);
  await writeFile(join(bundle, path), text.replace(from, to));
  return path;
};

const pagePath = bundlePaths.document('en-GB', `pages/${PAGE}`);
const homePath = bundlePaths.document('en-GB', 'home');

/** Damage to what every visit begins with: the kiosk rests. */
export const fatalDamages = {
  'no manifest': async (bundle) => {
    await rm(join(bundle, MANIFEST_FILE));
    return MANIFEST_FILE;
  },
  'a manifest that was cut short': async (bundle) => {
    await truncate(join(bundle, MANIFEST_FILE), 200);
    return MANIFEST_FILE;
  },
  'a newer format': async (bundle) => {
    const manifest = await readManifest(bundle);
    const newer = { ...manifest, formatVersion: FORMAT_VERSION + 1 };
    await writeFile(join(bundle, MANIFEST_FILE), JSON.stringify(newer));
    return MANIFEST_FILE;
  },
  'a missing home': async (bundle) => {
    await rm(join(bundle, homePath));
    return homePath;
  },
  'altered words on its buttons': (bundle) =>
    alter(bundle, bundlePaths.document('en-GB', 'messages'), 'End my visit', 'Eat my visit'),
  'no listings': async (bundle) => {
    await rm(join(bundle, LISTINGS_FOLDER), { recursive: true });
    return `${LISTINGS_FOLDER}/`;
  },
} as const satisfies Readonly<Record<string, Damage>>;

/** Damage to one page: that page is not shown, and everything else is. */
export const pageDamages = {
  'an altered page': (bundle) => alter(bundle, pagePath, 'doctors have', 'doctors hate'),
  'a missing page': async (bundle) => {
    await rm(join(bundle, pagePath));
    return pagePath;
  },
  'a page that was cut short': async (bundle) => {
    await truncate(join(bundle, pagePath), 1000);
    return pagePath;
  },
} as const satisfies Readonly<Record<string, Damage>>;

/** Cuts the first sentence of the page short, as it is spoken. */
export const truncateClip: Damage = async (bundle) => {
  const narration = await readFile(join(bundle, bundlePaths.narration('en-GB', `pages/${PAGE}`)), 'utf8');
  const { passages } = JSON.parse(narration) as Narration;
  const clip = Object.values(passages).flat()[0]?.clip;
  if (clip === undefined) throw new Error('The page is not spoken.');
  await truncate(join(bundle, clip), 100);
  return clip;
};

/** Copies the whole bundle into a folder and damages the copy. */
export const damagedBundle = async (folder: string, damage: Damage) => {
  const bundleDir = join(folder, 'bundle');
  await cp(getSurroundings().bundleDir, bundleDir, { recursive: true });
  return { bundleDir, file: await damage(bundleDir) };
};
