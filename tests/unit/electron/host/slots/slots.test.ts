import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Disk } from '../../../../../electron/host/disk/disk.ts';
import type { Place } from '../../../../../electron/host/slots/slot-record.ts';
import { createSlots } from '../../../../../electron/host/slots/slots.ts';
import { fullDisk, readOnlyDisk } from '../../faulty-disk.ts';
import { temporaryFolder, writeFiles } from '../../kiosk-fixture.ts';

const slotsIn = (folder: string, disk?: Disk) => createSlots({ folder, shippedDir: '/shipped', disk });

const fill = (folder: string): Promise<void> => writeFiles(folder, { 'manifest.json': '{}' });

const order = async (slots: ReturnType<typeof slotsIn>): Promise<readonly Place[]> =>
  (await slots.toTry()).candidates.map(({ place }) => place);

describe('B2, B4 · the slots', () => {
  test('begin with the shipped content alone', async () => {
    const slots = slotsIn(await temporaryFolder());
    expect(await slots.toTry()).toEqual({
      candidates: [{ place: 'shipped', folder: '/shipped' }],
      isOnTrial: false,
      isDamaged: false,
    });
  });

  test('take turns, with what counted before to stand in, and the shipped content last', async () => {
    const folder = await temporaryFolder();
    const slots = slotsIn(folder);
    expect(await slots.install('shipped', fill)).toEqual({ place: 'a', folder: join(folder, 'slot-a') });
    expect(await order(slots), 'installing alone changes nothing').toEqual(['shipped']);
    await slots.activate('a');
    expect(await slots.toTry()).toMatchObject({ isOnTrial: true });
    expect(await order(slots)).toEqual(['a', 'shipped']);
    await slots.prove();
    expect(await slots.toTry()).toMatchObject({ isOnTrial: false });
    await slots.install('a', fill);
    await slots.activate('b');
    expect(await order(slots)).toEqual(['b', 'a', 'shipped']);
    await slots.settle('a');
    expect(await order(slots), 'what failed stands in for nothing').toEqual(['a', 'shipped']);
  });

  test('empty a slot only after nothing names it any more', async () => {
    const slots = slotsIn(await temporaryFolder());
    await slots.install('shipped', fill);
    await slots.activate('a');
    await slots.install('a', fill);
    await slots.activate('b');
    await slots.install('b', async (folder) => {
      expect(await order(slots)).toEqual(['b', 'shipped']);
      await fill(folder);
    });
  });

  test('never empty what is served, even where the record could not be told of it', async () => {
    const slots = slotsIn(await temporaryFolder());
    await slots.install('shipped', fill);
    await slots.activate('a');
    await slots.install('a', fill);
    await slots.activate('b');
    const { place } = await slots.install('a', fill);
    expect(place).toBe('b');
    expect(await order(slots)).toEqual(['a', 'shipped']);
  });

  test.each([
    ['cut short', '{"inService":"a","isOnTr'],
    ['of another kind', '{"inService":"c","isOnTrial":false,"fallback":"a"}'],
    ['that names itself to stand in', '{"inService":"a","isOnTrial":false,"fallback":"a"}'],
    ['empty', ''],
  ])('serve the shipped content with a record %s, and say so', async (_what, text) => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'in-service.json'), text);
    const slots = slotsIn(folder);
    expect(await order(slots)).toEqual(['shipped']);
    expect(await slots.toTry()).toMatchObject({ isDamaged: true });
  });

  test.each([
    ['full', fullDisk],
    ['read-only', readOnlyDisk],
  ])('keep what counts when the disk is %s', async (_what, disk) => {
    const folder = await temporaryFolder();
    const slots = slotsIn(folder);
    await slots.install('shipped', fill);
    await slots.activate('a');
    await slots.install('a', fill);
    const before = await readFile(join(folder, 'in-service.json'), 'utf8');
    await expect(slotsIn(folder, disk()).activate('b')).rejects.toThrow();
    expect(await readFile(join(folder, 'in-service.json'), 'utf8')).toBe(before);
  });

  test('remove what a cut-off try has left in the slot', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'slot-a', 'left'), { recursive: true });
    await slotsIn(folder).install('shipped', async (slot) => {
      await expect(readFile(join(slot, 'left'))).rejects.toThrow();
      await fill(slot);
    });
  });
});
