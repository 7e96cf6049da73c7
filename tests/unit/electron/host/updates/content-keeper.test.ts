import { appendFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openBundle } from '../../../../../electron/host/bundle/open-bundle.ts';
import type { Disk } from '../../../../../electron/host/disk/disk.ts';
import { createSlots } from '../../../../../electron/host/slots/slots.ts';
import { createContentKeeper } from '../../../../../electron/host/updates/content-keeper.ts';
import { fullDisk } from '../../faulty-disk.ts';
import { BUILT_AT, noBackground, recordingJournal, temporaryFolder } from '../../kiosk-fixture.ts';
import { temporaryMaker } from '../../packed-bundle.ts';

/** A kiosk shipped with version 5, whose slots can be filled, and which can be started again and again. */
const temporaryKiosk = async () => {
  const base = await temporaryFolder();
  const maker = await temporaryMaker();
  await maker.write(join(base, 'shipped'), 5);
  const slots = createSlots({ folder: join(base, 'content'), shippedDir: join(base, 'shipped') });
  const start = (disk?: Disk) => {
    const { journal, events } = recordingJournal();
    const timers = new Set<() => void>();
    const keeper = createContentKeeper({
      shippedDir: join(base, 'shipped'),
      slots: createSlots({ folder: join(base, 'content'), shippedDir: join(base, 'shipped'), disk }),
      trustedKeys: [maker.key],
      journal,
      now: () => BUILT_AT.getTime(),
      background: noBackground,
      later: (run) => {
        timers.add(run);
        return () => void timers.delete(run);
      },
    });
    return {
      keeper,
      names: () => events.map(({ event }) => event),
      events,
      version: async () => (await keeper.bundle())?.manifest.contentVersion,
      /** The time of a trial is over. */
      timeIsOver: () => {
        for (const run of timers) run();
      },
      timers,
      /** The page starts, asks what kiosk this is, and says that it is well. */
      pageComes: () => {
        keeper.pageStarts();
        keeper.pageDescribed();
        return keeper.pageBeats();
      },
    };
  };
  /** Installs a version beside what is served, and gives it as what may be offered. */
  const installed = async (served: 'a' | 'b' | 'shipped', version: number) => {
    const { place, folder } = await slots.install(served, (target) => maker.write(target, version));
    return { place, bundle: await openBundle(folder, [maker.key]) };
  };
  return { base, start, installed, slots };
};

describe('B2 · newer content', () => {
  test('waits until no visit is under way, and then takes over in one step', async () => {
    const { start, installed } = await temporaryKiosk();
    const { keeper, version, names, pageComes } = start();
    expect(await version()).toBe(5);
    expect(pageComes()).toBe(false);
    keeper.offer(await installed('shipped', 6));
    expect(keeper.offered()).toBe(6);
    expect(await version(), 'a visit goes on with what it began with').toBe(5);
    expect(keeper.pageBeats(), 'the page is asked to start anew').toBe(true);
    keeper.pageStarts();
    expect(await version()).toBe(6);
    keeper.pageDescribed();
    expect(keeper.pageBeats()).toBe(false);
    expect(await keeper.served()).toMatchObject({ place: 'a', isOnTrial: false });
    expect(names()).toEqual(['kiosk-ready', 'content-activated', 'content-proven']);
  });

  test('is proven only by a page that has asked for it', async () => {
    const { start, installed } = await temporaryKiosk();
    const { keeper, version } = start();
    await version();
    keeper.offer(await installed('shipped', 6));
    keeper.pageStarts();
    expect(await version()).toBe(6);
    keeper.pageBeats();
    expect(await keeper.served(), 'that was the page before').toMatchObject({ isOnTrial: true });
  });

  test('is there after a restart, and the shipped content stays', async () => {
    const { start, installed } = await temporaryKiosk();
    const first = start();
    await first.version();
    first.keeper.offer(await installed('shipped', 6));
    first.pageComes();
    expect(await first.version()).toBe(6);
    const second = start();
    expect(await second.version()).toBe(6);
    expect((await second.keeper.served())?.place).toBe('a');
  });

  test('that cannot be made to count leaves the old in service, and staff learn why', async () => {
    const { start, installed } = await temporaryKiosk();
    const { keeper, version, events, pageComes } = start(fullDisk());
    await version();
    keeper.offer(await installed('shipped', 6));
    pageComes();
    expect(await version()).toBe(5);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'content-not-activated', contentVersion: 6, cause: 'ENOSPC' }),
    );
    expect(keeper.pageBeats(), 'the page is not asked again and again').toBe(false);
  });
});

describe('B3 · content with which the page does not work is taken back', () => {
  test('when the page says that it cannot start', async () => {
    const { start, installed } = await temporaryKiosk();
    const { keeper, version, events, pageComes } = start();
    await version();
    keeper.offer(await installed('shipped', 6));
    keeper.pageStarts();
    expect(await version()).toBe(6);
    keeper.pageFailed();
    expect(await version()).toBe(5);
    expect(keeper.pageBeats(), 'whatever page there is starts anew').toBe(true);
    expect(pageComes()).toBe(false);
    expect(events).toContainEqual(
      expect.objectContaining({ event: 'content-reverted', contentVersion: 6, why: 'page-failed' }),
    );
    expect(await start().version(), 'after a restart too').toBe(5);
  });

  test('when nothing is heard of the page in time, however often it starts', async () => {
    const { start, installed } = await temporaryKiosk();
    const { keeper, version, timeIsOver, timers, events } = start();
    await version();
    keeper.offer(await installed('shipped', 6));
    for (let again = 0; again < 3; again += 1) {
      keeper.pageStarts();
      expect(await version()).toBe(6);
      expect(timers.size, 'one time for all').toBe(1);
    }
    timeIsOver();
    expect(await version()).toBe(5);
    expect(events).toContainEqual(expect.objectContaining({ event: 'content-reverted', why: 'no-sign' }));
  });

  test('a trial that a restart cut off goes on', async () => {
    const { start, installed } = await temporaryKiosk();
    const first = start();
    await first.version();
    first.keeper.offer(await installed('shipped', 6));
    first.keeper.pageStarts();
    expect(await first.version()).toBe(6);
    const second = start();
    expect(await second.version()).toBe(6);
    expect(await second.keeper.served()).toMatchObject({ isOnTrial: true });
    second.keeper.pageStarts();
    second.timeIsOver();
    expect(await second.version()).toBe(5);
  });

  test('content that works is not taken back by a page that fails later', async () => {
    const { start, installed } = await temporaryKiosk();
    const { keeper, version, pageComes } = start();
    await version();
    keeper.offer(await installed('shipped', 6));
    keeper.pageStarts();
    await version();
    expect(pageComes()).toBe(false);
    keeper.pageFailed();
    expect(await version()).toBe(6);
  });
});

describe('B4, L6 · content that was damaged since', () => {
  test.each([
    ['gone', (slot: string) => rm(slot, { recursive: true })],
    ['altered', (slot: string) => appendFile(join(slot, 'manifest.json'), ' ')],
  ])('or is %s gives way to what stood in for it, which counts from then on', async (_what, damage) => {
    const { base, start, installed } = await temporaryKiosk();
    for (const [served, version] of [
      ['shipped', 6],
      ['a', 7],
    ] as const) {
      const { keeper, version: now, pageComes } = start();
      await now();
      keeper.offer(await installed(served, version));
      pageComes();
      await now();
      expect(pageComes()).toBe(false);
      expect(await keeper.served()).toMatchObject({ isOnTrial: false });
    }
    await damage(join(base, 'content', 'slot-b'));
    const after = start();
    expect(await after.version()).toBe(6);
    expect(after.names()).toEqual(['content-fell-back', 'kiosk-ready']);
    const again = start();
    expect(await again.version()).toBe(6);
    expect(again.names()).toEqual(['kiosk-ready']);
  });
});
