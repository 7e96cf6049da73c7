import { appendFile, mkdir, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBundle, parseManifest } from '../../../../electron/host/bundle-store.ts';
import { bundleFiles, manifestOf, temporaryBundle, temporaryFolder } from '../kiosk-fixture.ts';
import { fc, test as property } from '../property.ts';

const faultOf = async (opening: Promise<unknown>): Promise<unknown> =>
  opening.then(
    () => 'opened',
    (error: unknown) => error,
  );

describe('B1 · a bundle is checked before it is shown', () => {
  test('a sound bundle opens and gives its files back', async () => {
    const bundle = await openBundle(await temporaryBundle());
    expect(bundle.manifest.contentVersion).toBe(7);
    for (const [path, content] of Object.entries(bundleFiles))
      expect(await bundle.read(path)).toEqual(Buffer.from(content));
  });

  test.each(['absent.json', '__proto__', 'constructor', '../manifest.json', 'manifest.json', ''])(
    '%j is not in the manifest and is not read',
    async (path) => {
      expect(await (await openBundle(await temporaryBundle())).read(path)).toBeUndefined();
    },
  );

  const file = 'en-gb/catalogue.json';
  const mend = expect.stringMatching(/npm run content -- build/) as unknown;

  test.each<[string, (folder: string) => Promise<unknown>, string, string]>([
    ['no folder', (folder) => rm(folder, { recursive: true }), 'manifest-missing', 'manifest.json'],
    ['no manifest', (folder) => rm(join(folder, 'manifest.json')), 'manifest-missing', 'manifest.json'],
    ['a cut manifest', (folder) => truncate(join(folder, 'manifest.json'), 40), 'manifest-malformed', 'manifest.json'],
    [
      'an empty manifest',
      (folder) => truncate(join(folder, 'manifest.json'), 0),
      'manifest-malformed',
      'manifest.json',
    ],
    ['a missing file', (folder) => rm(join(folder, file)), 'file-missing', file],
    ['a cut file', (folder) => truncate(join(folder, file), 5), 'file-size', file],
    ['a longer file', (folder) => appendFile(join(folder, file), ' '), 'file-size', file],
    [
      'an altered file',
      (folder) => writeFile(join(folder, file), '{"language":"en-GB","topics":[ ]'),
      'file-hash',
      file,
    ],
    [
      'a folder in a file’s place',
      async (folder) => {
        await rm(join(folder, file));
        await mkdir(join(folder, file));
      },
      'file-unreadable',
      file,
    ],
  ])('%s is named with its mend', async (_what, damage, fault, named) => {
    const folder = await temporaryBundle();
    await damage(folder);
    const error = await faultOf(openBundle(folder));
    expect(error).toMatchObject({ name: 'BundleError', fault, file: named, message: mend });
    expect((error as Error).message).toContain(named);
  });

  test('a newer format is told apart from a malformed one, whatever else has changed', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'manifest.json'), '{"formatVersion":2,"pages":"all different"}');
    const error = await faultOf(openBundle(folder));
    expect(error).toMatchObject({
      fault: 'format-too-new',
      message: expect.stringMatching(/Update the kiosk/) as unknown,
    });
  });

  test('a path that leads out of the bundle makes the manifest malformed', () => {
    const manifest = JSON.stringify(manifestOf({ '../outside.json': 'x' }));
    expect(() => parseManifest(manifest)).toThrow(expect.objectContaining({ fault: 'manifest-malformed' }) as Error);
  });

  test('a file altered after opening is refused at the next read', async () => {
    const folder = await temporaryBundle();
    const bundle = await openBundle(folder);
    await writeFile(join(folder, file), '{"language":"en-GB","topics":[1]'.slice(0, 32));
    expect(await faultOf(bundle.read(file))).toMatchObject({ fault: 'file-hash', file });
    await rm(join(folder, file));
    expect(await faultOf(bundle.read(file))).toMatchObject({ fault: 'file-missing', file });
  });
});

describe('Q3 · whatever the manifest holds', () => {
  property.prop([fc.oneof(fc.json(), fc.string())])('it is either sound or a known fault', (text) => {
    try {
      parseManifest(text);
    } catch (error) {
      expect(error).toMatchObject({ name: 'BundleError' });
    }
  });

  const sound = JSON.stringify(manifestOf(bundleFiles));

  property.prop([fc.nat(sound.length - 1)])('cut at any place it is malformed', (length) => {
    expect(() => parseManifest(sound.slice(0, length))).toThrow(/manifest\.json/);
  });

  property.prop([fc.constantFrom(...Object.keys(manifestOf({}))), fc.jsonValue()])(
    'with any value in any field it is either sound or a known fault',
    (field, value) => {
      try {
        parseManifest(JSON.stringify({ ...manifestOf(bundleFiles), [field]: value }));
      } catch (error) {
        expect(error).toMatchObject({ name: 'BundleError' });
      }
    },
  );

  property.prop([fc.nat(), fc.integer({ min: 1, max: 255 })], 40)(
    'one altered byte anywhere in a file is found',
    async (place, change) => {
      const folder = await temporaryBundle();
      const bytes = Buffer.from(bundleFiles['audio/ab/clip.ogg'] ?? '');
      const index = place % bytes.length;
      bytes[index] = (bytes[index] ?? 0) ^ change;
      await writeFile(join(folder, 'audio/ab/clip.ogg'), bytes);
      expect(await faultOf(openBundle(folder))).toMatchObject({ fault: 'file-hash' });
    },
  );
});
