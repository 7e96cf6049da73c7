import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../../../../electron/host/disk/disk.ts';
import { createSlots } from '../../../../../electron/host/slots/slots.ts';
import { createContentKeeper } from '../../../../../electron/host/updates/content-keeper.ts';
import { createFolderSource } from '../../../../../electron/host/updates/folder-source.ts';
import { createInstaller } from '../../../../../electron/host/updates/installer.ts';
import { createUpdates } from '../../../../../electron/host/updates/updates.ts';
import { findBundleFiles } from '../../../../../electron/host/updates/watched-folder.ts';
import { faultyDisk } from '../../faulty-disk.ts';
import { BUILT_AT, noBackground, recordingJournal, temporaryFolder } from '../../kiosk-fixture.ts';
import { temporaryMaker } from '../../packed-bundle.ts';

/** A kiosk shipped with version 5 that watches a folder. */
const watchingKiosk = async (changes: { readonly disk?: Disk; readonly nowMs?: () => number } = {}) => {
  const base = await temporaryFolder();
  const maker = await temporaryMaker();
  const shippedDir = join(base, 'shipped');
  await maker.write(shippedDir, 5);
  const watched = join(base, 'watched');
  await mkdir(watched);
  const { journal, events } = recordingJournal();
  const slots = createSlots({ folder: join(base, 'content'), shippedDir });
  const now = changes.nowMs ?? (() => BUILT_AT.getTime());
  const trustedKeys = [maker.key];
  const keeper = createContentKeeper({ shippedDir, slots, trustedKeys, journal, now, background: noBackground });
  const installer = createInstaller({ slots, keeper, trustedKeys, journal });
  const source = createFolderSource({ folder: watched, installer, trustedKeys, journal, now, disk: changes.disk });
  const updates = createUpdates([source], journal);
  return {
    watched,
    maker,
    keeper,
    events,
    look: updates.look,
    /** Two looks: a file is judged at the second. */
    looks: async () => {
      await updates.look();
      await updates.look();
    },
    /** What was noted of content that came. */
    told: () =>
      events
        .filter(({ event }) => event !== 'kiosk-ready')
        .map(({ event, fault }) => (typeof fault === 'string' ? `${String(event)}: ${fault}` : event)),
    /** The page starts with nobody there, and works. */
    pageComes: async () => {
      keeper.pageStarts();
      await keeper.bundle();
      keeper.pageDescribed();
      keeper.pageBeats();
      return (await keeper.bundle())?.manifest.contentVersion;
    },
  };
};

describe('B2 · a watched folder', () => {
  test('brings newer content, which waits for the next start of the page', async () => {
    const { watched, maker, keeper, looks, pageComes, told } = await watchingKiosk();
    await maker.pack(join(watched, 'content.bundle'), 6);
    await looks();
    expect(keeper.offered()).toBe(6);
    expect((await keeper.bundle())?.manifest.contentVersion).toBe(5);
    expect(await pageComes()).toBe(6);
    expect(told()).toEqual(['content-installed', 'content-activated', 'content-proven']);
  });

  test('brings the newest of several, and then each that is newer still', async () => {
    const { watched, maker, looks, pageComes } = await watchingKiosk();
    for (const version of [6, 8, 7]) await maker.pack(join(watched, `${String(version)}.bundle`), version);
    await looks();
    expect(await pageComes()).toBe(8);
    await maker.pack(join(watched, '9.bundle'), 9);
    await looks();
    await maker.pack(join(watched, '10.bundle'), 10);
    await looks();
    expect(await pageComes(), 'the one that waited gives way to a newer one').toBe(10);
  });

  test('is not taken at its word while a file is still being copied', async () => {
    const { watched, maker, look, keeper, told } = await watchingKiosk();
    const file = join(watched, 'content.bundle');
    await maker.pack(join(watched, 'whole'), 6);
    const whole = await readFile(join(watched, 'whole'));
    await writeFile(file, whole.subarray(0, 100));
    await look();
    await writeFile(file, whole.subarray(0, whole.length / 2));
    await look();
    await writeFile(file, whole);
    await look();
    expect(told()).toEqual([]);
    await look();
    expect(keeper.offered()).toBe(6);
  });

  test('that goes away is looked at again when it is there', async () => {
    const { watched, maker, looks, keeper, told } = await watchingKiosk();
    await rename(watched, `${watched}-away`);
    await looks();
    expect(told()).toEqual([]);
    await maker.pack(join(`${watched}-away`, 'content.bundle'), 6);
    await rename(`${watched}-away`, watched);
    await looks();
    expect(keeper.offered()).toBe(6);
  });

  test.each([
    ['as old as the present', 5],
    ['older', 4],
  ])('does not bring content that is %s, and says so once', async (_what, version) => {
    const { watched, maker, looks, keeper, told } = await watchingKiosk();
    await maker.pack(join(watched, 'content.bundle'), version);
    await looks();
    await looks();
    expect(keeper.offered()).toBeUndefined();
    expect(told()).toEqual(['content-not-newer']);
  });

  test('does not bring what an unknown key has signed, and says so once', async () => {
    const { watched, looks, keeper, told } = await watchingKiosk();
    await (await temporaryMaker()).pack(join(watched, 'content.bundle'), 6);
    await looks();
    await looks();
    expect(keeper.offered()).toBeUndefined();
    expect(told()).toEqual(['content-refused: signature-unknown-key']);
  });

  test('with a bad file and a good one brings the good one', async () => {
    const { watched, maker, looks, keeper, told } = await watchingKiosk();
    await (await temporaryMaker()).pack(join(watched, '1.bundle'), 9);
    await writeFile(join(watched, '2.bundle'), 'no bundle');
    await maker.pack(join(watched, '3.bundle'), 6);
    await looks();
    expect(keeper.offered()).toBe(6);
    expect(told()).toEqual([
      'content-refused: signature-unknown-key',
      'content-refused: archive-unreadable',
      'content-installed',
    ]);
  });

  test('brings nothing by a clock of 1970, and tries again when it may have been set', async () => {
    let nowMs = 0;
    const { watched, maker, looks, look, keeper, told } = await watchingKiosk({ nowMs: () => nowMs });
    await maker.pack(join(watched, 'content.bundle'), 6);
    await looks();
    expect(told()).toContain('content-refused: clock-before-build');
    nowMs = BUILT_AT.getTime();
    for (let again = 0; again < 59; again += 1) await look();
    expect(keeper.offered(), 'not at every look').toBeUndefined();
    await look();
    expect(keeper.offered()).toBe(6);
  });

  test('brings nothing while the disk is full, at whatever step, and keeps what is in service', async () => {
    let room = 0;
    const disk = faultyDisk('ENOSPC', (call) => {
      if (!['mkdir', 'open', 'rename', 'handle.writeFile', 'handle.sync'].includes(call)) return false;
      room -= 1;
      return room < 0;
    });
    const { watched, maker, looks, keeper, told } = await watchingKiosk({ disk });
    let steps = 0;
    for (; keeper.offered() === undefined; steps += 1) {
      room = steps;
      // Another file each time, since a refused one is left alone for a while.
      await maker.pack(join(watched, 'content.bundle'), 6 + steps);
      await looks();
      expect((await keeper.bundle())?.manifest.contentVersion).toBe(5);
      expect(told().at(-1)).toBe(keeper.offered() === undefined ? 'content-refused: target-full' : 'content-installed');
    }
    expect(steps).toBeGreaterThan(30);
  });

  test('B3 · brings nothing while other content is on trial', async () => {
    const { watched, maker, looks, keeper, pageComes } = await watchingKiosk();
    await maker.pack(join(watched, '6.bundle'), 6);
    await looks();
    keeper.pageStarts();
    await maker.pack(join(watched, '7.bundle'), 7);
    await looks();
    expect(keeper.offered()).toBeUndefined();
    expect(await pageComes()).toBe(6);
    await looks();
    expect(keeper.offered()).toBe(7);
  });
});

describe('B3 · content that was taken back', () => {
  test('does not come again by itself, and what mends it does', async () => {
    const { watched, maker, looks, keeper, pageComes, told } = await watchingKiosk();
    await maker.pack(join(watched, '6.bundle'), 6);
    await looks();
    keeper.pageStarts();
    await keeper.bundle();
    keeper.pageFailed();
    await looks();
    expect(keeper.offered()).toBeUndefined();
    expect(await pageComes()).toBe(5);
    expect(told().at(-1)).toBe('content-failed-before');
    await maker.pack(join(watched, '7.bundle'), 7);
    await looks();
    expect(await pageComes()).toBe(7);
  });
});

describe('B2 · what is looked at in a folder', () => {
  test('is files by the ending of a bundle, and neither links nor folders nor what lies below', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'below.bundle'));
    for (const name of ['b.bundle', 'A.BUNDLE', '._b.bundle', '.bundle', 'b.bundle.part', 'below.bundle/c.bundle'])
      await writeFile(join(folder, name), '');
    await symlink(join(folder, 'b.bundle'), join(folder, 'link.bundle'));
    const found = await findBundleFiles(folder);
    expect(found.map(({ path }) => path)).toEqual([join(folder, 'A.BUNDLE'), join(folder, 'b.bundle')]);
  });

  test('is no more than fifty, however many there are', async () => {
    const folder = await temporaryFolder();
    await Promise.all(
      Array.from({ length: 10_000 }, (_, index) => writeFile(join(folder, `${String(index)}.bundle`), '')),
    );
    expect(await findBundleFiles(folder)).toHaveLength(50);
  });

  test('is nothing where there is no folder', async () => {
    expect(await findBundleFiles(join(await temporaryFolder(), 'absent'))).toEqual([]);
  });
});
