import { appendFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_VERSION, listingPath, listingSchema, type Manifest } from '../../../../../content/format/manifest.ts';
import { entryOf } from '../../../../../build/content-compiler/make-manifest.ts';
import { checkWhole } from '../../../../../electron/host/bundle/check-whole.ts';
import { essentialPaths } from '../../../../../electron/host/bundle/essentials.ts';
import { listingIndexOf, parseManifest } from '../../../../../electron/host/bundle/manifest.ts';
import { openBundle } from '../../../../../electron/host/bundle/open-bundle.ts';
import { bundleFiles, type FileTexts, manifestOf, temporaryBundle, temporaryFolder } from '../../kiosk-fixture.ts';
import { fc, test as property } from '../../property.ts';

const faultOf = async (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'opened',
    (error: unknown) => error,
  );

const essential = essentialPaths({ languages: ['en-GB'] })[0] ?? '';
const page = 'en-gb/pages/neuroblastoma.json';
const clip = 'audio/ab/clip.ogg';
const mend = expect.stringMatching(/npm run content -- build/) as unknown;

/** Rewrites the manifest, as somebody would who knows how. */
const changeManifest = async (folder: string, change: (manifest: Manifest) => object): Promise<void> => {
  const file = join(folder, 'manifest.json');
  await writeFile(file, JSON.stringify(change(JSON.parse(await readFile(file, 'utf8')) as Manifest)));
};

/** Puts another listing in the place of the first, and its hash into the manifest. */
const changeListing = async (folder: string, text: string): Promise<void> => {
  await writeFile(join(folder, listingPath(0, 1)), text);
  await changeManifest(folder, (manifest) => ({ ...manifest, listings: [entryOf(Buffer.from(text))] }));
};

/** A bundle of so many small files more. */
const largeBundle = (count: number): FileTexts => ({
  ...bundleFiles,
  ...Object.fromEntries(Array.from({ length: count }, (_, index) => [`en-gb/more/${String(index)}.json`, '{}'])),
});

describe('B1 · a bundle opens when what every visit begins with is sound', () => {
  test('a sound bundle gives its files back', async () => {
    const bundle = await openBundle(await temporaryBundle());
    expect(bundle.manifest).toMatchObject({ contentVersion: 7, formatVersion: FORMAT_VERSION });
    for (const [path, content] of Object.entries(bundleFiles))
      expect(await bundle.read(path)).toEqual(Buffer.from(content));
  });

  test.each(['absent.json', '__proto__', 'constructor', '../manifest.json', 'manifest.json', 'listings/0.json', ''])(
    '%j is not listed and is not read',
    async (path) => {
      expect(await (await openBundle(await temporaryBundle())).read(path)).toBeUndefined();
    },
  );

  test.each<[string, (folder: string) => Promise<unknown>, string, string]>([
    ['no folder', (folder) => rm(folder, { recursive: true }), 'manifest-missing', 'manifest.json'],
    ['no manifest', (folder) => rm(join(folder, 'manifest.json')), 'manifest-missing', 'manifest.json'],
    ['a cut manifest', (folder) => truncate(join(folder, 'manifest.json'), 40), 'manifest-malformed', 'manifest.json'],
    ['an empty manifest', (folder) => truncate(join(folder, 'manifest.json')), 'manifest-malformed', 'manifest.json'],
    [
      'a manifest of ten megabytes',
      (folder) => truncate(join(folder, 'manifest.json'), 10_000_000),
      'manifest-malformed',
      'manifest.json',
    ],
    [
      'a missing listing',
      (folder) => rm(join(folder, 'listings'), { recursive: true }),
      'file-missing',
      'listings/0.json',
    ],
    [
      'an altered listing',
      (folder) => appendFile(join(folder, 'listings/0.json'), ' '),
      'file-size',
      'listings/0.json',
    ],
    ['a listing that is not JSON', (folder) => changeListing(folder, '{'), 'listing-malformed', 'listings/0.json'],
    [
      'a listing without an essential document',
      (folder) => changeListing(folder, '{"files":[]}'),
      'document-unlisted',
      essential,
    ],
    ['a missing file', (folder) => rm(join(folder, essential)), 'file-missing', essential],
    ['a cut file', (folder) => truncate(join(folder, essential), 5), 'file-size', essential],
    ['a longer file', (folder) => appendFile(join(folder, essential), ' '), 'file-size', essential],
    [
      'an altered file',
      async (folder) => {
        const bytes = await readFile(join(folder, essential));
        await writeFile(join(folder, essential), bytes.fill(0x20, 0, 1));
      },
      'file-hash',
      essential,
    ],
    [
      'a folder in a file’s place',
      async (folder) => {
        await rm(join(folder, essential));
        await mkdir(join(folder, essential));
      },
      'file-unreadable',
      essential,
    ],
  ])('%s is named with its mend', async (_what, damage, fault, named) => {
    const folder = await temporaryBundle();
    await damage(folder);
    const error = await faultOf(openBundle(folder));
    expect(error).toMatchObject({ name: 'BundleError', fault, file: named, message: mend });
    expect((error as Error).message).toContain(named);
  });

  test.each([
    [FORMAT_VERSION + 1, 'format-too-new', /update the kiosk/],
    [FORMAT_VERSION - 1, 'format-too-old', /built anew/],
  ])('format %i is told apart from a malformed one, whatever else has changed', async (formatVersion, fault, says) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'manifest.json'), JSON.stringify({ formatVersion, pages: 'all different' }));
    const error = await faultOf(openBundle(folder));
    expect(error).toMatchObject({ fault, message: expect.stringMatching(says) as unknown });
  });

  test('a page, a clip or a listing that is damaged is refused when it is read; the rest is served', async () => {
    const folder = await temporaryBundle();
    await truncate(join(folder, clip), 10);
    await rm(join(folder, page));
    const bundle = await openBundle(folder);
    expect(await faultOf(bundle.read(clip))).toMatchObject({ fault: 'file-size', file: clip });
    expect(await faultOf(bundle.read(page))).toMatchObject({ fault: 'file-missing', file: page });
    expect(await bundle.read(essential)).toBeDefined();
  });

  test('a file altered after opening is refused at the next read, and served again once it is mended', async () => {
    const folder = await temporaryBundle();
    const bundle = await openBundle(folder);
    await writeFile(join(folder, page), '{"id":"neuroblastomx"}');
    expect(await faultOf(bundle.read(page))).toMatchObject({ fault: 'file-hash', file: page });
    await writeFile(join(folder, page), bundleFiles[page] ?? '');
    expect(await bundle.read(page)).toEqual(Buffer.from(bundleFiles[page] ?? ''));
  });
});

describe('B1 · a manifest and its listings allow one reading only', () => {
  const sound = manifestOf(bundleFiles).manifest;
  const listed = (path: string) => ({ path, ...entryOf(Buffer.from('{}')) });
  const sorted = (...paths: readonly string[]): string => JSON.stringify({ files: paths.map(listed) });

  test.each<[string, object]>([
    ['three listings', { listings: [...sound.listings, ...sound.listings, ...sound.listings] }],
    ['no listing', { listings: [] }],
    ['a language twice', { languages: ['cy', 'cy'] }],
    ['a file of a gigabyte', { listings: [{ ...sound.listings[0], size: 2 ** 30 }] }],
    ['a field nobody knows', { trustedKeys: [] }],
    ['a time that is none', { builtAt: 'yesterday' }],
  ])('%s make it malformed', (_what, change) => {
    expect(() => parseManifest(JSON.stringify({ ...sound, ...change }), '')).toThrow(
      expect.objectContaining({ fault: 'manifest-malformed' }) as Error,
    );
  });

  test.each([
    ['a path twice', sorted('a.json', 'a.json')],
    ['paths out of order', sorted('b.json', 'a.json')],
    ['a path that leads out', sorted('../outside.json')],
    ['an absolute path', sorted('/etc/passwd')],
    ['a path in capitals', sorted('A.json')],
    ['a device of Windows', sorted('en-gb/nul.json')],
    ['a segment that ends in a dot', sorted('en-gb./a.json')],
    ['the manifest', sorted('manifest.json')],
    ['a listing', sorted('listings/1.json')],
    ['a file larger than any may be', JSON.stringify({ files: [{ ...listed('a.json'), size: 2 ** 40 }] })],
  ])('%s makes a listing malformed', async (_what, text) => {
    const folder = await temporaryBundle();
    await changeListing(folder, text);
    expect(await faultOf(openBundle(folder))).toMatchObject({ fault: 'listing-malformed', file: 'listings/0.json' });
  });

  test('a file in a listing it does not belong to is never served from there, and the listing is malformed', async () => {
    const folder = await temporaryBundle(largeBundle(600));
    const { manifest } = await openBundle(folder);
    const own = listingIndexOf(page, manifest.listings.length);
    const other = listingPath((own + 1) % manifest.listings.length, manifest.listings.length);
    const { files } = listingSchema.parse(JSON.parse(await readFile(join(folder, other), 'utf8')));
    const text = JSON.stringify({ files: [...files, listed(page)].sort((a, b) => (a.path < b.path ? -1 : 1)) });
    await writeFile(join(folder, other), text);
    await changeManifest(folder, (old) => ({
      ...old,
      listings: old.listings.map((entry, index) =>
        listingPath(index, old.listings.length) === other ? entryOf(Buffer.from(text)) : entry,
      ),
    }));
    const bundle = await openBundle(folder);
    const faults: unknown[] = [];
    for await (const { fault } of checkWhole(bundle.files, bundle.manifest)) if (fault) faults.push(fault);
    expect(faults).toMatchObject([{ fault: 'listing-malformed', file: other }]);
    expect(await bundle.read(page)).toEqual(Buffer.from(bundleFiles[page] ?? ''));
  });
});

describe('S4 · numbered files that are asked for together are listed together', () => {
  const LISTINGS = 4096;
  const listingOf = (path: string): number => listingIndexOf(path, LISTINGS);

  test('64 in a row lie in one listing, whatever the library’s size', () => {
    const listings = Array.from({ length: 128 }, (_none, number) =>
      listingOf(`en-gb/search/parts/${String(number)}.json`),
    );
    expect(new Set(listings.slice(0, 64)).size).toBe(1);
    expect(new Set(listings).size).toBe(2);
  });

  test('those of another folder, and names that only hold a number, do not', () => {
    expect(listingOf('en-gb/search/postings/1.json')).not.toBe(listingOf('en-gb/search/parts/1.json'));
    const pages = Array.from({ length: 64 }, (_none, number) => listingOf(`en-gb/pages/page-${String(number)}.json`));
    expect(new Set(pages).size).toBeGreaterThan(32);
  });
});

describe('B5 · opening does not depend on how many files there are', () => {
  /** What opening may read of a bundle with so many listings, by this test's own reckoning. */
  const readAtOpen = (listings: number): readonly string[] => {
    const essentials = essentialPaths({ languages: ['en-GB', 'cy'] });
    const vouching = essentials.map((path) => listingPath(listingIndexOf(path, listings), listings));
    return [...new Set(['manifest.json', ...essentials, ...vouching])];
  };

  test.each([
    ['seven files', bundleFiles],
    ['a thousand files', largeBundle(1000)],
  ])('a bundle of %s opens by its manifest, its essential documents and their listings alone', async (_what, files) => {
    const folder = await temporaryBundle(files);
    const needed = readAtOpen(manifestOf(files).manifest.listings.length);
    expect(needed.length).toBeLessThanOrEqual(1 + 2 * essentialPaths({ languages: ['en-GB', 'cy'] }).length);
    for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      if (entry.isFile() && !needed.includes(relative(folder, path).replaceAll('\\', '/'))) await rm(path);
    }
    expect((await openBundle(folder)).manifest.contentVersion).toBe(7);
    for (const path of needed) {
      const bytes = await readFile(join(folder, path));
      await rm(join(folder, path));
      expect(await faultOf(openBundle(folder)), path).toMatchObject({ name: 'BundleError' });
      await writeFile(join(folder, path), bytes);
    }
  });

  test('every file of a large bundle is found through its listing', async () => {
    const files = largeBundle(2000);
    const { manifest } = manifestOf(files);
    expect(manifest.listings).toHaveLength(8);
    const bundle = await openBundle(await temporaryBundle(files));
    for (const [path, content] of Object.entries(files)) expect(await bundle.read(path)).toEqual(Buffer.from(content));
    expect(await bundle.read('en-gb/more/2000.json')).toBeUndefined();
  });
});

describe('Q3 · whatever the manifest holds', () => {
  property.prop([fc.oneof(fc.json(), fc.string())])('it is either sound or a known fault', (text) => {
    try {
      parseManifest(text, '');
    } catch (error) {
      expect(error).toMatchObject({ name: 'BundleError' });
    }
  });

  const sound = JSON.stringify(manifestOf(bundleFiles).manifest);

  property.prop([fc.nat(sound.length - 1)])('cut at any place it is malformed', (length) => {
    expect(() => parseManifest(sound.slice(0, length), '')).toThrow(/manifest\.json/);
  });

  property.prop([fc.constantFrom(...Object.keys(manifestOf({}).manifest)), fc.jsonValue()])(
    'with any value in any field it is either sound or a known fault',
    (field, value) => {
      try {
        parseManifest(JSON.stringify({ ...manifestOf(bundleFiles).manifest, [field]: value }), '');
      } catch (error) {
        expect(error).toMatchObject({ name: 'BundleError' });
      }
    },
  );

  property.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], 40)(
    'one altered byte anywhere in a file is found',
    async (place, change) => {
      const folder = await temporaryBundle();
      const bytes = Buffer.from(bundleFiles[clip] ?? '');
      const index = place % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ change;
      await writeFile(join(folder, clip), bytes);
      expect(await faultOf((await openBundle(folder)).read(clip))).toMatchObject({ fault: 'file-hash' });
    },
  );
});
