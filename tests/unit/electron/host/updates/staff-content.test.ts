import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../../../../electron/host/disk/disk.ts';
import { createSlots } from '../../../../../electron/host/slots/slots.ts';
import { createContentKeeper } from '../../../../../electron/host/updates/content-keeper.ts';
import { findDrives } from '../../../../../electron/host/updates/drives.ts';
import { createFolderSource } from '../../../../../electron/host/updates/folder-source.ts';
import { createInstaller } from '../../../../../electron/host/updates/installer.ts';
import { createStaffContent } from '../../../../../electron/host/updates/staff-content.ts';
import { createUpdates } from '../../../../../electron/host/updates/updates.ts';
import { fullDisk } from '../../faulty-disk.ts';
import { BUILT_AT, bundleFiles, noBackground, recordingJournal, temporaryFolder } from '../../kiosk-fixture.ts';
import { temporaryMaker } from '../../packed-bundle.ts';

/** A kiosk shipped with version 5, with a folder for drives and one that is watched. */
const openKiosk = async ({ disk }: { readonly disk?: Disk } = {}) => {
  const base = await temporaryFolder();
  const maker = await temporaryMaker();
  const shippedDir = join(base, 'shipped');
  await maker.write(shippedDir, 5);
  const [drives, watched] = [join(base, 'drives'), join(base, 'watched')];
  for (const folder of [join(drives, 'one'), join(drives, 'two'), watched]) await mkdir(folder, { recursive: true });
  const { journal, events } = recordingJournal();
  const slots = createSlots({ folder: join(base, 'content'), shippedDir });
  const now = () => BUILT_AT.getTime();
  const trustedKeys = [maker.key];
  const keeper = createContentKeeper({ shippedDir, slots, trustedKeys, journal, now, background: noBackground });
  const installer = createInstaller({ slots, keeper, trustedKeys, journal });
  const both = { installer, trustedKeys, journal, now };
  const staff = createStaffContent({ ...both, drives, slots, keeper, disk });
  const { look } = createUpdates([staff, createFolderSource({ ...both, folder: watched })], journal);
  const looks = async (): Promise<void> => {
    await look();
    await look();
  };
  const found = async (drive: number) => (await staff.status()).found.find((one) => one.drive === drive)?.id ?? '';
  /** The page starts with nobody there, and works. */
  const pageComes = async () => {
    keeper.pageStarts();
    await keeper.bundle();
    keeper.pageDescribed();
    keeper.pageBeats();
    return (await keeper.bundle())?.manifest.contentVersion;
  };
  return { base, drives, watched, maker, keeper, staff, look, looks, found, pageComes, events };
};

describe('V3, B2 · content from a drive', () => {
  test('is found and told, and installed when staff say so; it waits until nobody is at the screen', async () => {
    const { drives, maker, staff, looks, look, found, pageComes, keeper } = await openKiosk();
    await maker.pack(join(drives, 'one', 'new.bundle'), 7);
    await maker.pack(join(drives, 'two', 'old.bundle'), 3);
    await looks();
    expect(await staff.status()).toMatchObject({
      contentVersion: 5,
      found: [
        { drive: 1, contentVersion: 7, age: 'newer' },
        { drive: 2, contentVersion: 3, age: 'older' },
      ],
      refused: 0,
      earlier: [],
    });
    await looks();
    expect(keeper.offered(), 'nothing comes by itself').toBeUndefined();
    expect(staff.install(await found(1))).toBe(true);
    expect((await staff.status()).isWorking).toBe(true);
    expect(staff.install(await found(2)), 'one after the other').toBe(false);
    await look();
    expect(await staff.status()).toMatchObject({ contentVersion: 5, waiting: 7, outcome: 'ready', isWorking: false });
    expect(await pageComes()).toBe(7);
    expect((await staff.status()).earlier).toEqual([{ place: 'shipped', contentVersion: 5 }]);
  });

  test('tells page by page what changed', async () => {
    const { drives, maker, staff, looks, look, found, pageComes } = await openKiosk();
    const page = (title: string) => JSON.stringify({ title: { id: 'title', runs: [{ text: title }] } });
    const { 'en-gb/pages/neuroblastoma.json': _gone, ...rest } = bundleFiles;
    const many = Object.fromEntries(
      Array.from({ length: 45 }, (_, index) => [`cy/easy/page-${String(index)}.json`, page('Tudalen')]),
    );
    const files = { ...rest, 'en-gb/pages/a-new-one.json': page('A new one'), ...many };
    await maker.pack(join(drives, 'one', 'new.bundle'), 7, files);
    await looks();
    staff.install(await found(1));
    await look();
    await pageComes();
    const { changes } = await staff.status();
    expect(changes).toMatchObject({ since: 5, count: 46, gone: 1 });
    expect(changes?.pages, 'a list that somebody reads standing').toHaveLength(40);
    expect(changes?.pages).toContainEqual({
      ...{ kind: 'new', language: 'cy', document: 'easy/page-0', titleId: 'title', title: 'Tudalen' },
    });
    // Back again: what is there now changed since what was given up.
    staff.goBack('shipped');
    await look();
    await pageComes();
    expect((await staff.status()).changes).toMatchObject({ since: 7, gone: 46, pages: [] });
  });

  test('is one that nobody trusts, or is damaged: it is counted, noted, and cannot be chosen', async () => {
    const { drives, maker, staff, looks, events } = await openKiosk();
    const stranger = await temporaryMaker();
    await stranger.pack(join(drives, 'one', 'strange.bundle'), 9);
    await writeFile(join(drives, 'one', 'torn.bundle'), 'PK');
    await maker.pack(join(drives, 'two', '.hidden.bundle'), 9);
    await looks();
    expect(await staff.status()).toMatchObject({ found: [], refused: 2 });
    expect(events.filter(({ event }) => event === 'content-refused')).toHaveLength(2);
    for (const id of ['1', '2', '', '../x']) expect(staff.install(id)).toBe(false);
    await looks();
    expect(
      events.filter(({ event }) => event === 'content-refused'),
      'once',
    ).toHaveLength(2);
  });

  test('whose drive is pulled out before or while it is read is not installed, and the kiosk goes on', async () => {
    const { base, drives, maker, staff, looks, look, found, keeper, pageComes } = await openKiosk();
    await maker.pack(join(drives, 'one', 'new.bundle'), 7);
    await looks();
    const id = await found(1);
    expect(staff.install(id)).toBe(true);
    await rename(join(drives, 'one'), join(base, 'pulled-out'));
    await look();
    expect(await staff.status()).toMatchObject({ outcome: 'failed', found: [] });
    expect(staff.install(id)).toBe(false);
    expect(keeper.offered()).toBeUndefined();
    expect(await pageComes()).toBe(5);
    await rename(join(base, 'pulled-out'), join(drives, 'one'));
    await looks();
    expect(staff.install(await found(1)), 'and again').toBe(true);
    await look();
    expect(await pageComes()).toBe(7);
  });

  test('does not fit on the disk: staff are told so', async () => {
    const { drives, maker, staff, looks, look, found, pageComes } = await openKiosk({ disk: fullDisk() });
    await maker.pack(join(drives, 'one', 'new.bundle'), 7);
    await looks();
    staff.install(await found(1));
    await look();
    expect((await staff.status()).outcome).toBe('full');
    expect(await pageComes()).toBe(5);
  });
});

describe('V3, B2 · older content, by choice of staff alone', () => {
  test('goes back to what was in service, and what was given up does not come again by itself', async () => {
    const { watched, maker, staff, looks, look, pageComes } = await openKiosk();
    await maker.pack(join(watched, 'new.bundle'), 7);
    await looks();
    expect(await pageComes()).toBe(7);
    expect(staff.goBack('b'), 'it is looked for when its turn comes').toBe(true);
    await look();
    expect((await staff.status()).outcome, 'nothing ever lay there').toBe('failed');
    expect(staff.goBack('shipped')).toBe(true);
    await look();
    expect(await staff.status()).toMatchObject({ waiting: 5, outcome: 'ready' });
    expect(await pageComes()).toBe(5);
    await rm(join(watched, 'new.bundle'));
    await looks();
    await maker.pack(join(watched, 'again.bundle'), 7);
    await looks();
    expect(await pageComes(), 'the same version stays away').toBe(5);
    expect((await staff.status()).earlier.map(({ contentVersion }) => contentVersion)).toEqual([7]);
    await maker.pack(join(watched, 'newer.bundle'), 8);
    await looks();
    expect(await pageComes(), 'a newer one does not').toBe(8);
  });

  test('is installed from a drive as well', async () => {
    const { drives, maker, staff, looks, look, found, pageComes } = await openKiosk();
    await maker.pack(join(drives, 'two', 'old.bundle'), 3);
    await looks();
    expect(staff.install(await found(2))).toBe(true);
    await look();
    expect(await pageComes()).toBe(3);
    expect(await staff.status()).toMatchObject({
      contentVersion: 3,
      earlier: [{ place: 'shipped', contentVersion: 5 }],
    });
  });
});

test('B2 · drives are folders, and nothing that leads elsewhere; so many of them and no more', async () => {
  const base = await temporaryFolder();
  await mkdir(join(base, 'drives'));
  expect(await findDrives(join(base, 'nowhere'))).toEqual([]);
  await symlink(base, join(base, 'drives', 'link'));
  await writeFile(join(base, 'drives', 'file'), '');
  await mkdir(join(base, 'drives', '.trash'));
  expect(await findDrives(join(base, 'drives'))).toEqual([]);
  for (let index = 0; index < 20; index += 1) await mkdir(join(base, 'drives', `d${String(index)}`));
  expect(await findDrives(join(base, 'drives'))).toHaveLength(16);
});
