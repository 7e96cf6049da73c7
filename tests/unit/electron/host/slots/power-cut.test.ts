/** Whenever the power fails while content is installed, the old or the new content is there whole, and the next try succeeds (B2). */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkWhole, unlistedFiles } from '../../../../../electron/host/bundle/check-whole.ts';
import { type Bundle, openBundle } from '../../../../../electron/host/bundle/open-bundle.ts';
import { unpackBundle } from '../../../../../electron/host/bundle/unpack.ts';
import { type Disk, realDisk } from '../../../../../electron/host/disk/disk.ts';
import type { Place } from '../../../../../electron/host/slots/slot-record.ts';
import { createSlots, type Slots } from '../../../../../electron/host/slots/slots.ts';
import { BUILT_AT, bundleFiles, type FileTexts, temporaryFolder } from '../../kiosk-fixture.ts';
import { type Maker, temporaryMaker } from '../../packed-bundle.ts';
import { powerCutDisk, type Unflushed } from '../../power-cut-disk.ts';

const now = (): number => BUILT_AT.getTime();

/** Enough files for the cuts to fall in and between them. */
const files: FileTexts = {
  ...bundleFiles,
  ...Object.fromEntries(Array.from({ length: 3 }, (_, index) => [`en-gb/more/${String(index)}.json`, '{"more":true}'])),
};

/** At how many points in all. */
let cuts = 0;

interface Kiosk {
  readonly slotsOn: (disk: Disk) => Slots;
  readonly maker: Maker;
  readonly newFile: string;
}

const install = async (slots: Slots, served: Place, file: string, { maker, disk }: { maker: Maker; disk: Disk }) => {
  const { place } = await slots.install(served, async (folder) => {
    await unpackBundle(file, folder, { trustedKeys: [maker.key], now, disk });
  });
  await slots.activate(place);
  await slots.prove();
};

/** What a start finds: the first that opens, with every file of it as promised and nothing beside. */
const serves = async ({ slotsOn, maker }: Kiosk): Promise<Bundle & { readonly place: Place }> => {
  const { candidates } = await slotsOn(realDisk).toTry();
  const [{ place, folder }] = candidates;
  const bundle = await openBundle(folder, [maker.key]);
  for await (const { fault } of checkWhole(bundle.files, bundle.manifest)) expect(fault).toBeUndefined();
  expect(await unlistedFiles(bundle.files, bundle.manifest)).toEqual([]);
  return { ...bundle, place };
};

/** A kiosk shipped with version 5, and with so many installed after it. */
const kioskWith = async (installed: readonly number[]): Promise<{ readonly base: string; readonly maker: Maker }> => {
  const base = await temporaryFolder();
  const maker = await temporaryMaker();
  await maker.write(join(base, 'shipped'), 5);
  for (const version of [...installed, 9]) await maker.pack(join(base, `${String(version)}.bundle`), version, files);
  const slots = createSlots({ folder: join(base, 'content'), shippedDir: join(base, 'shipped') });
  for (const version of installed) {
    const served = (await slots.toTry()).candidates[0].place;
    await install(slots, served, join(base, `${String(version)}.bundle`), { maker, disk: realDisk });
  }
  return { base, maker };
};

describe.each<[string, readonly number[]]>([
  ['the shipped content', []],
  ['content in one slot', [6]],
  ['content in one slot and older content in the other', [6, 7]],
])('B2, B4 · from %s to version 9', (_what, installed) => {
  test.each<Unflushed>(['kept', 'lost'])(
    'the power goes at every step, and what was not flushed is %s',
    async (unflushed) => {
      const { base, maker } = await kioskWith(installed);
      const old = installed.at(-1) ?? 5;
      const seen: number[] = [];
      let isThrough = false;
      for (let cutAt = 1; !isThrough; cutAt += 1) {
        const here = await temporaryFolder();
        await cp(base, here, { recursive: true });
        const options = { folder: join(here, 'content'), shippedDir: join(here, 'shipped') };
        const kiosk: Kiosk = {
          maker,
          newFile: join(here, '9.bundle'),
          slotsOn: (disk) => createSlots({ ...options, disk }),
        };
        const { place } = await serves(kiosk);
        const { disk, steps, afterTheCut } = powerCutDisk(cutAt);
        const installed = install(kiosk.slotsOn(disk), place, kiosk.newFile, { maker, disk });
        // What the last steps of all were cut off from is no failure: they only look whether something is still to do.
        await installed.catch(() => undefined);
        isThrough = steps() < cutAt;
        if (isThrough) await installed;
        await afterTheCut(unflushed);
        const after = await serves(kiosk);
        seen.push(after.manifest.contentVersion);
        if (after.manifest.contentVersion === 9) continue;
        await install(kiosk.slotsOn(realDisk), after.place, kiosk.newFile, { maker, disk: realDisk });
        expect((await serves(kiosk)).manifest.contentVersion, `the next try after a cut at ${String(cutAt)}`).toBe(9);
      }
      expect(new Set(seen), 'there are cuts before the new content counts, and after').toEqual(new Set([old, 9]));
      expect(seen, 'once the new content counts it does not go again').toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBe(9);
      cuts += seen.length - 1;
    },
  );
});

test('B2 · the power was cut at 200 points at least', () => {
  expect(cuts).toBeGreaterThanOrEqual(200);
});
