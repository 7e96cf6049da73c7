/**
 * Q3, B1 · Bundles in one file as no tool would write them. Whatever comes, it is refused with a code and
 * nothing is left, or it is unpacked whole; nothing is ever written anywhere but in the folder to be.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { entryOf } from '../../build/content-compiler/make-manifest.ts';
import { listingPath, MANIFEST_FILE, SIGNATURE_FILE } from '../../content/format/manifest.ts';
import { openArchive } from '../../electron/host/bundle/archive.ts';
import { BundleError, bundleFaults } from '../../electron/host/bundle/bundle-error.ts';
import { checkWhole } from '../../electron/host/bundle/check-whole.ts';
import { openBundle } from '../../electron/host/bundle/open-bundle.ts';
import { memoryAccess } from '../../electron/host/bundle/random-access.ts';
import { unpackArchive } from '../../electron/host/bundle/unpack.ts';
import { rawZip, type RawEnd, type RawEntry } from '../support/raw-zip.ts';
import {
  afterBuild,
  entriesOf,
  newKey,
  signatureOver,
  signedBundle,
  siteKey,
} from '../unit/electron/bundle-fixture.ts';
import { bundleFiles } from '../unit/electron/kiosk-fixture.ts';

// 23,000 archives: more than two minutes on a busy machine.
vi.setConfig({ testTimeout: 600_000 });

/** Everything below this folder is looked at after each attempt. */
let sandbox = '';
/** Deep inside it, so that a name that climbs is still seen. */
let target = '';
/** What lies there before: another slot, with the bundle in service. */
const before = ['1', '1/2', '1/2/3', '1/2/3/slots', '1/2/3/slots/old'];

beforeAll(async () => {
  // In memory where the system offers that: each bundle that is taken is flushed to the disk.
  const root = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();
  sandbox = await realpath(await mkdtemp(join(root, 'alongside-fuzz-')));
  await mkdir(join(sandbox, '1/2/3/slots/old'), { recursive: true });
  target = join(sandbox, '1/2/3/slots/new');
});
afterAll(() => rm(sandbox, { recursive: true, force: true }));

const files = signedBundle();
const sound = entriesOf(files);
const expected = Object.keys(files).toSorted();
const outcomes = new Map<string, number>();

/** All that lies in a folder, as paths with slashes. */
const treeOf = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).map((path) => path.replaceAll('\\', '/')).toSorted();

const tryUnpacking = async (bytes: Buffer<ArrayBuffer>): Promise<string> => {
  try {
    const archive = await openArchive(memoryAccess(bytes), 'fuzzed.bundle');
    await unpackArchive(archive, target, { trustedKeys: [siteKey.trusted], now: afterBuild });
    return 'taken';
  } catch (error) {
    if (error instanceof BundleError) return error.fault;
    throw error;
  }
};

/** Tries an archive, and judges what is on the disk afterwards. */
const judge = async (bytes: Buffer<ArrayBuffer>): Promise<void> => {
  const outcome = await tryUnpacking(bytes);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const tree = await treeOf(sandbox);
  if (outcome !== 'taken') {
    expect(bundleFaults).toContain(outcome);
    expect(tree, outcome).toEqual(before);
    return;
  }
  const inTarget = tree.filter((path) => path.startsWith('1/2/3/slots/new'));
  expect(
    tree.filter((path) => !inTarget.includes(path)),
    'nothing beside the folder',
  ).toEqual(before);
  const { files: unpacked, manifest } = await openBundle(target, [siteKey.trusted]);
  for await (const { fault } of checkWhole(unpacked, manifest)) expect(fault).toBeUndefined();
  await rm(target, { recursive: true });
};

const fuzz = (
  sentence: string,
  numRuns: number,
  archives: fc.Arbitrary<Buffer<ArrayBuffer>>,
  mustMeet: readonly string[],
): void => {
  test(`${sentence} (${String(numRuns)} archives)`, async () => {
    outcomes.clear();
    await fc.assert(fc.asyncProperty(archives, judge), { numRuns });
    // An honest look at what was tried: these codes have to have been met, or the mutations miss the mark.
    expect([...outcomes.keys()]).toEqual(expect.arrayContaining([...mustMeet]));
  });
};

const nastyNames = fc.oneof(
  fc.constantFrom(
    '../escaped.json',
    '../../../escaped.json',
    '..\\..\\escaped.json',
    '/escaped.json',
    'C:\\escaped.json',
    './escaped.json',
    'en-gb/../../escaped.json',
    'en-gb/./escaped.json',
    'en-gb//escaped.json',
    'en-gb\\escaped.json',
    'en-gb/nul',
    'en-gb/escaped.json\0',
    'en-gb/escaped.json.',
    'EN-GB/MESSAGES.JSON',
    'en-gb/messages.json/escaped.json',
    'en-gb',
    'en-gb/',
    '',
    '.',
    '..',
    'manifest.json',
    'manifest.sig',
    'listings/0.json',
    'listings/00.json',
    'ma\u0146ifest.json',
    '\uff0e\uff0e/escaped.json',
    '\u2024\u2024/escaped.json',
  ),
  fc.constant(undefined).map(() => join(sandbox, 'absolute.json')),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc
    .array(fc.constantFrom('..', '.', '/', '\\', 'a', 'A', '\0', ':', ' ', 'con', '\u202e'), { maxLength: 12 })
    .map((some) => some.join('')),
);

const sizes = fc.oneof(fc.nat(100), fc.constantFrom(0xffff, 0x7fffffff, 0xfffffffe, 0xffffffff), fc.nat(0xffffffff));

/** One field that is not as it should be; the first is tried the most. */
const wrongField: fc.Arbitrary<Partial<RawEntry>> = fc.oneof(
  { weight: 6, arbitrary: nastyNames.map((name) => ({ name })) },
  { weight: 2, arbitrary: fc.uint8Array({ maxLength: 200 }).map((bytes) => ({ bytes })) },
  { weight: 1, arbitrary: nastyNames.map((localName) => ({ localName })) },
  { weight: 1, arbitrary: fc.boolean().map((isDeflated) => ({ isDeflated })) },
  { weight: 1, arbitrary: fc.constantFrom(0, 8, 9, 12, 93, 99, 65_535).map((method) => ({ method })) },
  { weight: 1, arbitrary: fc.constantFrom(0, 1, 8, 0x40, 0x800, 0x2000, 0xffff).map((flags) => ({ flags })) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom(0o100644, 0o120777, 0o040755, 0o020666, 0o060666, 0o140777, 0o104755, 0)
      .map((mode) => ({ mode })),
  },
  { weight: 1, arbitrary: sizes.map((claimedSize) => ({ claimedSize })) },
  { weight: 1, arbitrary: sizes.map((claimedPackedSize) => ({ claimedPackedSize })) },
  { weight: 1, arbitrary: sizes.map((claimedOffset) => ({ claimedOffset })) },
);

const changedEntries = fc
  .array(fc.tuple(fc.nat(100), fc.constantFrom('change', 'change', 'add', 'add', 'drop', 'repeat'), wrongField), {
    minLength: 1,
    maxLength: 3,
  })
  .map((changes) => {
    const entries: RawEntry[] = [...sound];
    for (const [place, what, wrong] of changes) {
      const index = place % entries.length;
      const entry = { ...(entries[index] ?? { name: 'a', bytes: Buffer.alloc(0) }) };
      if (what === 'change') entries[index] = { ...entry, ...wrong };
      else if (what === 'drop') entries.splice(index, 1);
      else if (what === 'repeat') entries.push(entry);
      else
        entries.splice(index, 0, { name: `extra-${String(entries.length)}.json`, bytes: Buffer.from('{}'), ...wrong });
    }
    return entries;
  });

const ends: fc.Arbitrary<RawEnd> = fc.oneof(
  { weight: 9, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.nat(65_535).map((claimedEntries) => ({ claimedEntries })) },
  { weight: 1, arbitrary: sizes.map((directoryAt) => ({ directoryAt })) },
);

/** Changes to the bytes of an archive, one after the other. */
const changedBytes = (whole: Buffer<ArrayBuffer>): fc.Arbitrary<Buffer<ArrayBuffer>> => {
  const place = fc.nat(whole.length - 1);
  // The directory and its end are a small part of the bytes and the larger part of what is believed.
  const placeInDirectory = fc.nat(Math.min(whole.length - 1, 900)).map((fromEnd) => whole.length - 1 - fromEnd);
  return fc
    .array(
      fc.tuple(
        fc.constantFrom(...Array<'set'>(20).fill('set'), 'copy', 'copy', 'number', 'number', 'cut', 'insert'),
        fc.oneof(place, placeInDirectory),
        fc.oneof(place, placeInDirectory),
        fc.nat(255),
        fc.constantFrom(0, 1, 0xff, 0xffff, 0x7fffffff, 0xffffffff, 0x02014b50, 0x04034b50, 0x06054b50, 0x07064b50),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((changes) => {
      let bytes = Buffer.from(whole);
      for (const [what, at, other, value, number] of changes) {
        const [from, to] = [Math.min(at, bytes.length), Math.min(other, bytes.length)];
        if (what === 'set' && from < bytes.length) bytes[from] = value;
        else if (what === 'cut') bytes = Buffer.from(bytes.subarray(0, from));
        else if (what === 'insert')
          bytes = Buffer.concat([bytes.subarray(0, from), Buffer.alloc(value, 0x41), bytes.subarray(from)]);
        else if (what === 'copy') bytes.copy(bytes, from, Math.min(from, to), Math.max(from, to));
        else if (from + 4 <= bytes.length) bytes.writeUInt32LE(number, from);
      }
      return bytes;
    });
};

/** Replaces something somewhere in a JSON value. */
const replaceIn = (value: unknown, [step, ...rest]: readonly number[], replacement: unknown): unknown => {
  if (step === undefined || typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return replacement;
  const inner = (value as Readonly<Record<string, unknown>>)[key];
  const changed = replaceIn(inner, rest, replacement);
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === key ? changed : item))
    : { ...value, [key]: changed };
};

const replacements = fc.oneof(
  nastyNames,
  fc.nat(5000),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(-1, 0, 1, 2 ** 31, 2 ** 53, 1e308, null, '', [], {}, '2020-01-01T00:00:00Z', '__proto__'),
);

const changedJson = (text: string | Uint8Array | undefined): fc.Arbitrary<Buffer<ArrayBuffer>> => {
  const sane: unknown = JSON.parse(Buffer.from(text ?? '').toString());
  return fc
    .tuple(fc.array(fc.nat(20), { minLength: 1, maxLength: 4 }), replacements)
    .map(([path, replacement]) => Buffer.from(JSON.stringify(replaceIn(sane, path, replacement))));
};

const packed = (changes: Readonly<Record<string, Uint8Array>>): Buffer<ArrayBuffer> =>
  rawZip(entriesOf({ ...files, ...changes }));

const signedManifest = (manifest: Buffer): Readonly<Record<string, Uint8Array>> => ({
  [MANIFEST_FILE]: manifest,
  [SIGNATURE_FILE]: Buffer.from(signatureOver(manifest, siteKey)),
});

/** Somebody with the right key puts a listing in that no compiler would write. */
const withListing = (listing: Buffer): Buffer<ArrayBuffer> => {
  const manifest = JSON.parse(Buffer.from(files[MANIFEST_FILE] ?? '').toString()) as object;
  const changed = Buffer.from(JSON.stringify({ ...manifest, listings: [entryOf(listing)] }));
  return packed({ ...signedManifest(changed), [listingPath(0, 1)]: listing });
};

describe('Q3, B1 · bundles in one file as no tool would write them', () => {
  test('the bundle that is mutated is sound to begin with', async () => {
    expect(await tryUnpacking(rawZip(sound))).toBe('taken');
    expect((await treeOf(target)).filter((path) => expected.includes(path))).toEqual(expected);
    await rm(target, { recursive: true });
  });

  fuzz('altered bytes of a stored archive', 6000, changedBytes(rawZip(sound)), [
    'taken',
    'archive-unreadable',
    'signature-wrong',
    'file-hash',
  ]);

  fuzz(
    'altered bytes of a deflated archive',
    4000,
    changedBytes(rawZip(sound.map((entry) => ({ ...entry, isDeflated: true })))),
    ['archive-unreadable', 'file-unreadable', 'archive-overlap'],
  );

  fuzz(
    'altered, added, dropped and repeated entries',
    6000,
    fc.tuple(changedEntries, ends).map(([entries, end]) => rawZip(entries, end)),
    [
      'name-traversal',
      'name-absolute',
      'name-collision',
      'name-duplicate',
      'entry-encrypted',
      'entry-not-a-file',
      'entry-method',
      'archive-overlap',
      'archive-too-large',
      'signature-missing',
      'file-missing',
      'file-unlisted',
    ],
  );

  fuzz(
    'manifests that say something else, signed by somebody who may',
    2000,
    changedJson(files[MANIFEST_FILE]).map((manifest) => packed(signedManifest(manifest))),
    ['taken', 'manifest-malformed', 'totals-wrong', 'format-too-new'],
  );

  fuzz(
    'listings that say something else, vouched for and signed',
    3000,
    changedJson(files[listingPath(0, 1)]).map(withListing),
    ['listing-malformed'],
  );

  fuzz(
    'signatures that were altered, and those of strangers',
    2000,
    fc.oneof(
      changedJson(files[SIGNATURE_FILE]).map((signature) => packed({ [SIGNATURE_FILE]: signature })),
      fc.uint8Array({ maxLength: 300 }).map((signature) => packed({ [SIGNATURE_FILE]: signature })),
      fc.constant(packed({ [SIGNATURE_FILE]: Buffer.from(signatureOver(Buffer.from('{}'), siteKey)) })),
      fc.constant(rawZip(entriesOf(signedBundle(bundleFiles, newKey())))),
    ),
    ['signature-malformed', 'signature-wrong', 'signature-unknown-key'],
  );
});
