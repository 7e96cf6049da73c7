import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { FORMAT_VERSION, listingPath, MANIFEST_FILE, SIGNATURE_FILE } from '../../../../../content/format/manifest.ts';
import { entryOf } from '../../../../../build/content-compiler/make-manifest.ts';
import { archiveLimits } from '../../../../../electron/host/bundle/archive.ts';
import { type BundleFault, bundleFaults } from '../../../../../electron/host/bundle/bundle-error.ts';
import { essentialPaths } from '../../../../../electron/host/bundle/essentials.ts';
import { makeFolder } from '../../../../../electron/host/bundle/fresh-folder.ts';
import { openBundle } from '../../../../../electron/host/bundle/open-bundle.ts';
import { type UnpackOptions, unpackBundle } from '../../../../../electron/host/bundle/unpack.ts';
import { type RawEntry, rawZip } from '../../../../support/raw-zip.ts';
import {
  afterBuild,
  archiveWith,
  entriesOf,
  newKey,
  signatureOver,
  signedBundle,
  siteKey,
} from '../../bundle-fixture.ts';
import { bundleFiles, temporaryBundle, temporaryFolder } from '../../kiosk-fixture.ts';

const page = 'en-gb/pages/neuroblastoma.json';
const listing = listingPath(0, 1);
const text = (content: string): Buffer => Buffer.from(content);
const options: UnpackOptions = { trustedKeys: [siteKey.trusted], now: afterBuild };
const anybody: UnpackOptions = { ...options, trustedKeys: [] };

/** Writes an archive and tries to unpack it beside a folder that is there already. */
const unpack = async (bytes: Uint8Array, with_: UnpackOptions = options): Promise<void> => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'content.bundle'), bytes);
  await mkdir(join(folder, 'slots', 'old'), { recursive: true });
  await writeFile(join(folder, 'slots', 'old', 'manifest.json'), 'the old one');
  try {
    await unpackBundle(join(folder, 'content.bundle'), join(folder, 'slots', 'new'), with_);
  } catch (error) {
    expect((await readdir(join(folder, 'slots'), { recursive: true })).toSorted()).toEqual(
      ['old', join('old', 'manifest.json')].toSorted(),
    );
    expect(await readFile(join(folder, 'slots', 'old', 'manifest.json'), 'utf8')).toBe('the old one');
    throw error;
  }
};

/** A bundle whose manifest was changed and signed again, by somebody who may. */
const resigned = (change: (manifest: Record<string, unknown>) => object, files = signedBundle()): Buffer => {
  const manifest = change(JSON.parse(Buffer.from(files[MANIFEST_FILE] ?? '').toString()) as Record<string, unknown>);
  const bytes = text(JSON.stringify(manifest));
  return rawZip(entriesOf({ ...files, [MANIFEST_FILE]: bytes, [SIGNATURE_FILE]: signatureOver(bytes, siteKey) }));
};

/** A bundle with another listing, vouched for and signed. */
const relisted = (content: string): Buffer =>
  resigned((manifest) => ({ ...manifest, listings: [entryOf(text(content))] }), {
    ...signedBundle(),
    [listing]: content,
  });

const without = (name: string): Buffer => rawZip(entriesOf().filter((entry) => entry.name !== name));

const strange = (entry: Partial<RawEntry>): Promise<void> =>
  unpack(archiveWith({ name: 'extra.json', bytes: text('{}'), ...entry }));

/** One way each to be refused, and what the message must speak of. */
const refusals: Readonly<Record<BundleFault, readonly [refused: () => Promise<unknown>, says: RegExp]>> = {
  'manifest-missing': [() => unpack(without(MANIFEST_FILE)), /no readable manifest\.json/],
  'manifest-malformed': [() => unpack(resigned((manifest) => ({ ...manifest, languages: [] }))), /languages/],
  'format-too-new': [
    () => unpack(resigned((manifest) => ({ ...manifest, formatVersion: FORMAT_VERSION + 1 }))),
    /update the kiosk/,
  ],
  'format-too-old': [() => unpack(resigned((manifest) => ({ ...manifest, formatVersion: 1 }))), /format 1/],
  'listing-malformed': [() => unpack(relisted('{"files":{}}')), /listings\/0\.json/],
  'totals-wrong': [
    () => unpack(resigned((manifest) => ({ ...manifest, files: { count: 1, bytes: 1 } }))),
    /says 1 files of 1 bytes/,
  ],
  'document-unlisted': [
    async () => {
      const essential = essentialPaths({ languages: ['cy'] })[0] ?? '';
      const kept = (name: string): boolean => name !== essential;
      const files = Object.fromEntries(Object.entries(bundleFiles).filter(([name]) => kept(name)));
      await unpack(rawZip(entriesOf(signedBundle(files))));
    },
    /cannot be shown/,
  ],
  'signature-missing': [() => unpack(without(SIGNATURE_FILE)), /nobody has signed it/],
  'signature-malformed': [
    () => unpack(archiveWith({ name: SIGNATURE_FILE, bytes: text('{"algorithm":"none"}') })),
    /algorithm/,
  ],
  'signature-unknown-key': [
    () => unpack(rawZip(entriesOf(signedBundle(bundleFiles, newKey())))),
    new RegExp(`none of those trusted here \\(${siteKey.trusted.id}\\)`),
  ],
  'signature-wrong': [
    () => {
      const bytes = Buffer.from(signedBundle()[MANIFEST_FILE] ?? '');
      return unpack(archiveWith({ name: MANIFEST_FILE, bytes: Buffer.concat([bytes, text(' ')]) }));
    },
    /does not fit/,
  ],
  'clock-before-build': [
    () => unpack(archiveWith(), { ...options, now: () => Date.parse('2020-02-29T00:00:00Z') }),
    /2020-02-29.*before the bundle was built/,
  ],
  'file-missing': [() => unpack(without(page)), /neuroblastoma\.json is missing/],
  'file-unreadable': [
    () => unpack(archiveWith({ name: page, bytes: Buffer.from(bundleFiles[page] ?? ''), method: 8 })),
    /cannot be unpacked/,
  ],
  'file-size': [() => unpack(archiveWith({ name: page, bytes: text('{}') })), /2 bytes instead of 22/],
  'file-hash': [() => unpack(archiveWith({ name: page, bytes: text('{"id":"neuroblastomA"}') })), /was altered/],
  'file-unlisted': [() => strange({}), /“?extra\.json”? is in none of its listings/],
  'archive-unreadable': [() => unpack(archiveWith().subarray(0, -30)), /no bundle that can be read/],
  'archive-too-many-entries': [
    () => unpack(archiveWith(), { ...options, limits: { ...archiveLimits, entries: 5 } }),
    /more than 5 entries/,
  ],
  'archive-too-large': [() => strange({ claimedSize: 2 ** 31 }), /more than any file of a bundle may have/],
  'archive-bomb': [() => strange({ bytes: Buffer.alloc(1_000_000), isDeflated: true }), /grows more than 100 times/],
  'archive-overlap': [() => strange({ claimedOffset: 0 }), /shares its bytes/],
  'entry-encrypted': [() => strange({ flags: 1 }), /is encrypted/],
  'entry-not-a-file': [() => strange({ mode: 0o120777, bytes: text('../../etc/passwd') }), /is a link/],
  'entry-method': [() => strange({ method: 12 }), /method 12/],
  'name-absolute': [() => strange({ name: '/etc/cron.d/evil' }), /a place on a disk/],
  'name-character': [() => strange({ name: 'en-gb/Évil.json' }), /Évil|u\{c9\}vil/],
  'name-collision': [() => strange({ name: page.toUpperCase() }), /only as some systems see it/],
  'name-duplicate': [
    () => unpack(rawZip([...entriesOf(), { name: page, bytes: text('{}') }])),
    /neuroblastoma\.json” is there twice/,
  ],
  'name-empty-segment': [() => strange({ name: 'en-gb//extra.json' }), /segment without a name/],
  'name-reserved': [() => strange({ name: 'en-gb/con.json' }), /keep for themselves/],
  'name-too-long': [() => strange({ name: `${'a'.repeat(200)}.json` }), /too long a name/],
  'name-traversal': [() => strange({ name: '../../outside.json' }), /leads out of its folder/],
  'target-exists': [
    async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'content.bundle'), archiveWith());
      await unpackBundle(join(folder, 'content.bundle'), folder, options);
    },
    /is there already/,
  ],
  'target-full': [
    async () => makeFolder(join(await temporaryFolder(), 'slot'), 2 ** 60, () => Promise.resolve()),
    /has room for \d+ MB/,
  ],
  'target-unwritable': [
    async () => {
      const folder = await temporaryFolder();
      await writeFile(join(folder, 'content.bundle'), archiveWith());
      await unpackBundle(join(folder, 'content.bundle'), join(folder, 'content.bundle', 'slot'), options);
    },
    /cannot be written/,
  ],
};

describe('B1 · every refusal has its own code and says what to do, and leaves what was there', () => {
  test.each(bundleFaults)('%s', async (fault) => {
    const [refused, says] = refusals[fault];
    const error: unknown = await refused().then(
      () => 'taken',
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ name: 'BundleError', fault });
    const { message, mend } = error as { readonly message: string; readonly mend: string };
    expect(message).toMatch(says);
    expect(message.endsWith(` ${mend}`)).toBe(true);
    expect(mend).toMatch(/^[A-Z].{15,}\.$/);
  });
});

describe('B1 · names that mean something else somewhere', () => {
  test.each([
    ['..', 'name-traversal'],
    ['a/../b.json', 'name-traversal'],
    ['./a.json', 'name-traversal'],
    ['..\\..\\a.json', 'name-traversal'],
    ['C:\\windows\\a.json', 'name-absolute'],
    ['c:a.json', 'name-absolute'],
    ['\\\\server\\share\\a.json', 'name-absolute'],
    ['//server/a.json', 'name-absolute'],
    ['a\\b.json', 'name-character'],
    ['a.json\0.png', 'name-character'],
    ['a b.json', 'name-character'],
    ['a\u202egnp.json', 'name-character'],
    ['A.json', 'name-character'],
    ['a.json:stream', 'name-character'],
    ['', 'name-empty-segment'],
    ['a/', 'name-empty-segment'],
    ['.hidden.json', 'name-reserved'],
    ['a/trailing.', 'name-reserved'],
    ['nul', 'name-reserved'],
    ['com1.json', 'name-reserved'],
  ] as const)('%j is refused: %s', async (name, fault) => {
    await expect(strange({ name })).rejects.toMatchObject({ fault });
  });

  test('bytes that are no UTF-8 are refused', async () => {
    await expect(strange({ name: Buffer.from([0x61, 0xff, 0xfe]) })).rejects.toMatchObject({ fault: 'name-character' });
  });

  test.each([
    ['en-gb/messages.json', 'en-gb/MESSAGES.json'],
    ['caf\u00e9.json', 'cafe\u0301.json'],
    ['\ufb01le.json', 'file.json'],
    ['a/b', 'a/b/c.json'],
  ])('%j and %j collide', async (one, other) => {
    const entries = [...new Set([one, other])].map((name) => ({ name, bytes: text('{}') }));
    await expect(unpack(archiveWith(...entries))).rejects.toMatchObject({ fault: 'name-collision' });
  });
});

describe('B1 · archives that say one thing and hold another', () => {
  const grown = Buffer.alloc(90_000, 'a');

  test('an entry that is larger than its directory says is not inflated further', async () => {
    const entry = { name: page, bytes: grown, isDeflated: true, claimedSize: 22 };
    await expect(unpack(archiveWith(entry))).rejects.toMatchObject({ fault: 'archive-bomb', file: page });
  });

  test('many entries that share one stretch of bytes are refused', async () => {
    const shared = Array.from({ length: 20 }, (_, index) => ({
      name: `${String(index)}.json`,
      bytes: grown,
      claimedOffset: 0,
    }));
    await expect(unpack(rawZip([...entriesOf(), ...shared]))).rejects.toMatchObject({ fault: 'archive-overlap' });
  });

  test('all together may not be more than the limit', async () => {
    const limits = { ...archiveLimits, totalBytes: 500 };
    await expect(unpack(archiveWith(), { ...options, limits })).rejects.toMatchObject({ fault: 'archive-too-large' });
  });

  test('an entry whose two headers differ in name is refused', async () => {
    const bytes = Buffer.from(bundleFiles[page] ?? '');
    const entry = { name: page, localName: 'en-gb/pages/another-one.js', bytes };
    await expect(unpack(archiveWith(entry))).rejects.toMatchObject({ fault: 'archive-unreadable' });
  });

  test.each([65_535, 0, 3])('an end that speaks of %d entries is refused', async (claimedEntries) => {
    await expect(unpack(rawZip(entriesOf(), { claimedEntries }))).rejects.toMatchObject({ name: 'BundleError' });
  });

  test.each([
    ['nothing at all', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(100_000)],
    ['a text', text('Please show this instead.')],
    ['an end without entries', rawZip([])],
  ])('%s is no bundle', async (_what, bytes) => {
    await expect(unpack(bytes)).rejects.toMatchObject({ name: 'BundleError' });
  });

  test('a folder or nothing in the bundle’s place is refused', async () => {
    const folder = await temporaryFolder();
    for (const file of [folder, join(folder, 'absent.bundle')])
      await expect(unpackBundle(file, join(folder, 'slot'), options)).rejects.toMatchObject({
        fault: 'archive-unreadable',
      });
  });
});

describe('B1 · a bundle that is sound', () => {
  const target = async (bytes: Uint8Array, with_ = options): Promise<string> => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'content.bundle'), bytes);
    await unpackBundle(join(folder, 'content.bundle'), join(folder, 'slots', '7'), with_);
    expect(await readdir(folder)).toEqual(['content.bundle', 'slots']);
    expect(await readdir(join(folder, 'slots'))).toEqual(['7']);
    return join(folder, 'slots', '7');
  };

  test.each([
    ['stored', archiveWith()],
    ['deflated', rawZip(entriesOf().map((entry) => ({ ...entry, isDeflated: true })))],
    ['in another order', rawZip(entriesOf().toReversed())],
  ])('%s is unpacked to the very files, and opens with the key that signed it', async (_what, bytes) => {
    const slot = await target(bytes);
    for (const [path, content] of Object.entries(signedBundle()))
      expect(await readFile(join(slot, path))).toEqual(Buffer.from(content));
    expect(await openBundle(slot, [siteKey.trusted])).toMatchObject({ signedBy: siteKey.trusted.id });
  });

  test('unsigned it is taken where no key is pinned, and a broken signature is not', async () => {
    const slot = await target(without(SIGNATURE_FILE), anybody);
    expect(await openBundle(slot)).toMatchObject({ signedBy: undefined });
    const broken = archiveWith({ name: SIGNATURE_FILE, bytes: text('?') });
    await expect(unpack(broken, anybody)).rejects.toMatchObject({ fault: 'signature-malformed' });
  });

  test('what a cut-off run left is removed by the next one', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'content.bundle'), archiveWith());
    await mkdir(join(folder, 'slot.unpacking', 'en-gb'), { recursive: true });
    await writeFile(join(folder, 'slot.unpacking', 'manifest.json'), 'half');
    await unpackBundle(join(folder, 'content.bundle'), join(folder, 'slot'), options);
    expect((await readdir(folder)).toSorted()).toEqual(['content.bundle', 'slot']);
    await openBundle(join(folder, 'slot'), [siteKey.trusted]);
  });

  test('it tells how far it is, up to all', async () => {
    const seen: { readonly done: number; readonly total: number }[] = [];
    await target(archiveWith(), { ...options, onProgress: (progress) => void seen.push(progress) });
    expect(seen.at(-1)).toEqual({ done: seen.length, total: seen.length });
  });
});

describe('B1 · the signature is asked for at every start too', () => {
  test.each([
    ['signature-missing', (folder: string) => rm(join(folder, SIGNATURE_FILE))],
    ['signature-malformed', (folder: string) => writeFile(join(folder, SIGNATURE_FILE), '{}')],
    [
      'signature-unknown-key',
      async (folder: string) =>
        writeFile(join(folder, SIGNATURE_FILE), signatureOver(await readFile(join(folder, MANIFEST_FILE)), newKey())),
    ],
    [
      'signature-wrong',
      async (folder: string) =>
        writeFile(join(folder, MANIFEST_FILE), `${await readFile(join(folder, MANIFEST_FILE), 'utf8')} `),
    ],
  ])('%s', async (fault, change) => {
    const folder = await temporaryBundle();
    await writeFile(join(folder, SIGNATURE_FILE), signedBundle()[SIGNATURE_FILE] ?? '');
    expect((await openBundle(folder, [newKey().trusted, siteKey.trusted])).signedBy).toBe(siteKey.trusted.id);
    await change(folder);
    await expect(openBundle(folder, [siteKey.trusted])).rejects.toMatchObject({ fault });
  });

  test('a key with the right id and another secret signs nothing', async () => {
    const folder = await temporaryBundle();
    const { privateKey } = newKey();
    const forged = signatureOver(await readFile(join(folder, MANIFEST_FILE)), { privateKey, trusted: siteKey.trusted });
    await writeFile(join(folder, SIGNATURE_FILE), forged);
    await expect(openBundle(folder, [siteKey.trusted])).rejects.toMatchObject({ fault: 'signature-wrong' });
  });
});
