import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Disk, realDisk } from '../../../../../electron/host/disk/disk.ts';
import { createPinKeeper, PinError, waitAfter } from '../../../../../electron/host/staff/pin-keeper.ts';
import { isKeptPin, keptPinOf, keptPinSchema, usualWork, weaknessOf } from '../../../../../electron/host/staff/pin.ts';
import { createStaff } from '../../../../../electron/host/staff/staff.ts';
import { faultyDisk, fullDisk, readOnlyDisk } from '../../faulty-disk.ts';
import { recordingJournal, temporaryFolder } from '../../kiosk-fixture.ts';
import { fc, test as property } from '../../property.ts';

/** So little work that thousands of tries take a second. */
const work = { cost: 2, blockSize: 1, parallel: 1 };

const RIGHT = '159357';
const WRONG = '000001';

describe('V1 · which PINs can be chosen', () => {
  test.each([
    ['', 'too-short'],
    ['15935', 'too-short'],
    ['1593571593571', 'too-long'],
    ['15a357', 'not-digits'],
    ['١٢٣٤٥٦', 'not-digits'],
    ['000000', 'one-digit'],
    ['123456', 'run'],
    ['987654', 'run'],
    ['890123', 'run'],
    ['210987', 'run'],
    ['121212', 'repeated'],
    ['123123', 'repeated'],
    ['15931593', 'repeated'],
  ])('%s is refused: %s', (pin, weakness) => {
    expect(weaknessOf(pin)).toBe(weakness);
  });

  test.each([RIGHT, '112233', '24680135', '159357159358'])('%s is taken', (pin) => {
    expect(weaknessOf(pin)).toBeUndefined();
  });

  property.prop([fc.string({ unit: 'binary', maxLength: 80 })])('any text is judged', (text) => {
    expect([undefined, 'not-digits', 'too-short', 'too-long', 'one-digit', 'run', 'repeated']).toContain(
      weaknessOf(text),
    );
  });
});

describe('V1 · how a PIN is kept', () => {
  test('with a salt of its own and the work it takes, and without a way back', async () => {
    const [first, second] = [await keptPinOf(RIGHT, usualWork), await keptPinOf(RIGHT, usualWork)];
    expect(first.salt).not.toBe(second.salt);
    expect(first.hash).not.toBe(second.hash);
    expect(first.work.cost).toBeGreaterThanOrEqual(2 ** 15);
    expect(JSON.stringify(first)).not.toContain(RIGHT);
    expect(await isKeptPin(RIGHT, first)).toBe(true);
    expect(await isKeptPin(WRONG, first)).toBe(false);
  });

  test('one that was kept with other work still holds', async () => {
    expect(await isKeptPin(RIGHT, await keptPinOf(RIGHT, { cost: 16, blockSize: 2, parallel: 3 }))).toBe(true);
  });

  test.each([
    { cost: 2 ** 30, blockSize: 8, parallel: 1 },
    { cost: 3, blockSize: 8, parallel: 1 },
    { cost: 2, blockSize: 0, parallel: 1 },
  ])('work of %j is no work that was ever written', (strange) => {
    expect(keptPinSchema.safeParse({ salt: 'AAAAAAAAAAAAAAAAAAAAAA==', hash: '', work: strange }).success).toBe(false);
  });
});

const open = async (disk?: Disk) => {
  const file = join(await temporaryFolder(), 'data', 'pin.json');
  const { journal, events } = recordingJournal();
  const clock = { ms: 1_000_000 };
  const start = (on = disk) =>
    createPinKeeper({ file, journal, work, monotonicMs: () => clock.ms, ...(on && { disk: on }) });
  const pass = (seconds: number): void => void (clock.ms += seconds * 1000);
  /** As after the power was off: the clock that only goes forward begins anew. */
  const restart = () => {
    clock.ms = 0;
    return start();
  };
  return { file, events, keeper: start(), start, restart, pass };
};

describe('V1 · choosing and entering', () => {
  test('there is no PIN to begin with, and none is accepted', async () => {
    const { keeper } = await open();
    expect(await keeper.status('technician')).toEqual({ state: 'none', waitSeconds: 0, triesLeft: 5 });
    await expect(keeper.enter('technician', '000000')).rejects.toThrow(PinError);
  });

  test('it is chosen once, for this run and the next; only the kiosk’s own account may read it', async () => {
    const { keeper, restart, file } = await open();
    expect(await keeper.choose('123456')).toBe('run');
    expect(await keeper.status('technician')).toMatchObject({ state: 'none' });
    expect(await keeper.choose(RIGHT)).toBeUndefined();
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    await expect(keeper.choose('951753')).rejects.toThrow(PinError);
    const again = restart();
    await expect(again.choose('951753')).rejects.toThrow(PinError);
    expect(await again.enter('technician', RIGHT)).toEqual({ right: true });
  });

  test('the fifth wrong try in a row earns 15 s; each further one doubles that, up to 15 minutes', async () => {
    const { keeper, pass } = await open();
    await keeper.choose(RIGHT);
    const waits: number[] = [];
    const left: number[] = [];
    for (let tries = 0; tries < 13; tries += 1) {
      const outcome = await keeper.enter('technician', WRONG);
      if (outcome.right) throw new Error('a wrong PIN was taken');
      waits.push(outcome.waitSeconds);
      left.push(outcome.triesLeft);
      pass(outcome.waitSeconds);
    }
    expect(waits).toEqual([0, 0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900]);
    expect(left, 'wrong ones until the next wait').toEqual([4, 3, 2, 1, ...Array.from({ length: 9 }, () => 1)]);
    expect(await keeper.enter('technician', RIGHT)).toEqual({ right: true });
    expect(await keeper.enter('technician', WRONG)).toEqual({ right: false, waitSeconds: 0, triesLeft: 4 });
    expect(waitAfter(1_000_000)).toBe(900);
  });

  test('during a wait not even the right PIN is looked at, and trying does not prolong it', async () => {
    const { keeper, pass } = await open();
    await keeper.choose(RIGHT);
    for (let tries = 0; tries < 5; tries += 1) await keeper.enter('technician', WRONG);
    pass(14);
    expect(await keeper.enter('technician', RIGHT)).toMatchObject({ right: false, waitSeconds: 1 });
    expect(await keeper.enter('technician', WRONG)).toMatchObject({ right: false, waitSeconds: 1 });
    pass(1);
    expect(await keeper.enter('technician', RIGHT)).toEqual({ right: true });
  });

  test('a hundred tries at once are five', async () => {
    const { keeper, events } = await open();
    await keeper.choose(RIGHT);
    const outcomes = await Promise.all(Array.from({ length: 100 }, () => keeper.enter('technician', WRONG)));
    expect(outcomes.filter(({ right }) => right)).toEqual([]);
    expect(events.filter(({ event }) => event === 'pin-wrong')).toHaveLength(5);
  });

  test('a restart neither forgets wrong tries nor ends a wait: the present wait begins anew', async () => {
    const { keeper, restart, pass } = await open();
    await keeper.choose(RIGHT);
    for (let tries = 0; tries < 5; tries += 1) await keeper.enter('technician', WRONG);
    pass(10);
    const again = restart();
    expect(await again.status('technician')).toEqual({ state: 'set', waitSeconds: 15, triesLeft: 1 });
    expect(await again.enter('technician', RIGHT)).toEqual({ right: false, waitSeconds: 15, triesLeft: 1 });
    pass(15);
    expect(await again.enter('technician', WRONG)).toEqual({ right: false, waitSeconds: 30, triesLeft: 1 });
  });

  test('a try is counted on the disk before it is compared: a plug that is pulled does not make it free', async () => {
    const counts: unknown[] = [];
    const { keeper } = await open({
      ...realDisk,
      rename: async (from, to) => {
        counts.push(
          (JSON.parse(await readFile(from, 'utf8')) as { technician: { wrongTries: number } }).technician.wrongTries,
        );
        await realDisk.rename(from, to);
      },
    });
    await keeper.choose(RIGHT);
    await keeper.enter('technician', RIGHT);
    expect(counts).toEqual([0, 1, 0]);
  });
});

describe('V1 · the volunteers’ PIN', () => {
  const VOLUNTEERS = '246813';

  test('is given after the technicians’, may be changed, and is another one', async () => {
    const { keeper, restart, events } = await open();
    await expect(keeper.give(VOLUNTEERS)).rejects.toThrow(PinError);
    await keeper.choose(RIGHT);
    expect(await keeper.status('volunteer')).toEqual({ state: 'none', waitSeconds: 0, triesLeft: 5 });
    await expect(keeper.enter('volunteer', RIGHT), 'nobody enters without one').rejects.toThrow(PinError);
    expect(await keeper.give('121212')).toBe('repeated');
    expect(await keeper.give(RIGHT)).toBe('taken');
    expect(await keeper.give(VOLUNTEERS)).toBeUndefined();
    const again = restart();
    expect(await again.enter('volunteer', VOLUNTEERS)).toEqual({ right: true });
    expect(await again.enter('volunteer', RIGHT)).toMatchObject({ right: false });
    expect(await again.enter('technician', VOLUNTEERS)).toMatchObject({ right: false });
    expect(await again.give('864213')).toBeUndefined();
    expect(await again.enter('volunteer', VOLUNTEERS), 'the one before is none any more').toMatchObject({
      right: false,
    });
    expect(events.filter(({ event }) => event === 'pin-chosen').map(({ role }) => role)).toEqual([
      ...['technician', 'volunteer', 'volunteer'],
    ]);
  });

  test('has tries and waits of its own: who enters with it, or guesses at it, changes nothing for technicians', async () => {
    const { keeper, restart } = await open();
    await keeper.choose(RIGHT);
    await keeper.give(VOLUNTEERS);
    for (let tries = 0; tries < 4; tries += 1) await keeper.enter('technician', WRONG);
    await keeper.enter('volunteer', VOLUNTEERS);
    expect(await keeper.status('technician'), 'what they tried is not forgotten').toMatchObject({ triesLeft: 1 });
    for (let tries = 0; tries < 5; tries += 1) await keeper.enter('volunteer', WRONG);
    const again = restart();
    expect(await again.status('volunteer')).toMatchObject({ waitSeconds: 15 });
    expect(await again.enter('volunteer', VOLUNTEERS)).toMatchObject({ right: false });
    expect(await again.enter('technician', RIGHT)).toEqual({ right: true });
    expect(await again.give(VOLUNTEERS), 'a new PIN, though the same, is waited for no more').toBeUndefined();
    expect(await again.enter('volunteer', VOLUNTEERS)).toEqual({ right: true });
  });
});

describe('V1 · a PIN and a bad disk', () => {
  test.each([
    ['cut off', '{"technician":{"salt":"'],
    ['empty', ''],
    ['of another kind', '{"technician":"159357"}'],
    [
      'with work that would stop the kiosk',
      `{"technician":{"pin":{"salt":"AAAAAAAAAAAAAAAAAAAAAA==","hash":"","work":{"cost":1073741824,"blockSize":8,"parallel":1}},"wrongTries":0}}`,
    ],
  ])('a file that is %s opens nothing, and lets nobody choose another', async (_what, text) => {
    const { keeper, file, events, start } = await open();
    await keeper.choose(RIGHT);
    await writeFile(file, text);
    const again = start();
    expect(await again.status('technician')).toMatchObject({ state: 'damaged' });
    await expect(again.enter('technician', RIGHT)).rejects.toThrow(PinError);
    await expect(again.choose('951753')).rejects.toThrow(PinError);
    expect(events.filter(({ event }) => event === 'pin-damaged')).toHaveLength(1);
    await rm(file);
    expect(await again.choose('951753')).toBeUndefined();
  });

  property.prop(
    [
      fc.oneof(
        fc.json(),
        fc.string(),
        fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
      ),
    ],
    300,
  )('whatever the file holds, nobody gets in by it', async (text) => {
    const disk = { ...faultyDisk('', () => false), readFile: () => Promise.resolve(text) } as unknown as Disk;
    const { keeper } = await open(disk);
    expect(await keeper.status('technician')).toMatchObject({ state: 'damaged' });
    await expect(keeper.enter('technician', RIGHT)).rejects.toThrow(PinError);
  });

  test('a disk that may not be read is no kiosk without a PIN', async () => {
    const { keeper } = await open(faultyDisk('EACCES', (call) => call === 'readFile'));
    expect(await keeper.status('technician')).toMatchObject({ state: 'damaged' });
    await expect(keeper.choose(RIGHT)).rejects.toThrow(PinError);
  });

  test.each([
    ['full', fullDisk()],
    ['read-only', readOnlyDisk()],
  ])('on a %s disk no PIN is chosen, and nothing is left of it', async (_what, disk) => {
    const { keeper, file } = await open(disk);
    await expect(keeper.choose(RIGHT)).rejects.toThrow();
    expect(await keeper.status('technician')).toMatchObject({ state: 'none' });
    expect(await readdir(join(file, '..')).catch(() => [])).toEqual([]);
  });

  test('on a disk that has become full waits hold for this run, the PIN is good, and staff are told', async () => {
    const { keeper, start, events, pass } = await open();
    await keeper.choose(RIGHT);
    const onFull = start(fullDisk());
    for (let tries = 0; tries < 5; tries += 1) await onFull.enter('technician', WRONG);
    expect(await onFull.enter('technician', RIGHT)).toEqual({ right: false, waitSeconds: 15, triesLeft: 1 });
    pass(15);
    expect(await onFull.enter('technician', RIGHT)).toEqual({ right: true });
    expect(events).toContainEqual(expect.objectContaining({ event: 'pin-tries-not-kept', cause: 'ENOSPC' }));
  });
});

describe('V1 · a technician’s session', () => {
  const enter = async () => {
    const { keeper, events } = await open();
    const { journal } = recordingJournal();
    const clock = { ms: 0 };
    const left: string[] = [];
    const staff = createStaff({
      pins: keeper,
      journal,
      monotonicMs: () => clock.ms,
      kiosk: () => ({ productVersion: '1.2.3', calibration: { pixelsPerInch: 96, viewingDistanceMm: 600 } }),
      leave: (how) => void left.push(how),
    });
    await staff.choose(RIGHT);
    const tokenOf = async (): Promise<string> => {
      const entry = await staff.enter('technician', RIGHT);
      return entry.entered ? entry.token : '';
    };
    return { staff, clock, left, events, tokenOf, token: await tokenOf() };
  };

  test('ends by itself two minutes after its last use', async () => {
    const { staff, clock, left, token } = await enter();
    clock.ms = 2 * 60 * 1000;
    expect(staff.leave(token, 'exit')).toBe(false);
    clock.ms = 0;
    expect(staff.leave(token, 'exit')).toBe(false);
    expect(left).toEqual([]);
  });

  test('serves just before that, and once for leaving', async () => {
    const { staff, clock, left, token } = await enter();
    clock.ms = 2 * 60 * 1000 - 1;
    expect(staff.leave(token, 'restart')).toBe(true);
    expect(staff.leave(token, 'exit')).toBe(false);
    expect(left).toEqual(['restart']);
  });

  test('goes on for as long as it is used', async () => {
    const { staff, clock, token } = await enter();
    for (let minutes = 1; minutes <= 5; minutes += 1) {
      clock.ms = minutes * 60 * 1000;
      expect(staff.may(token, 'attend')).toBe(true);
    }
    clock.ms += 2 * 60 * 1000;
    expect(staff.may(token, 'attend')).toBe(false);
  });

  test('of a volunteer goes on for half an hour, and opens the desk’s work alone', async () => {
    const { staff, clock, left, token: technician } = await enter();
    await staff.give(technician, '246813');
    const entry = await staff.enter('volunteer', '246813');
    const token = entry.entered ? entry.token : '';
    expect(entry).not.toHaveProperty('kiosk');
    clock.ms += 29 * 60 * 1000;
    expect(staff.mightStill(token, 'desk')).toBe(true);
    expect(staff.may(token, 'attend')).toBe(true);
    for (const deed of ['measure', 'leave', 'pins'] as const) expect(staff.may(token, deed), deed).toBe(false);
    expect(await staff.give(token, '864213')).toBeUndefined();
    expect(staff.leave(token, 'exit')).toBe(false);
    expect(left).toEqual([]);
    clock.ms += 30 * 60 * 1000;
    expect(staff.may(token, 'desk')).toBe(false);
  });

  test('is one at a time: entering again ends the one before', async () => {
    const { staff, token, tokenOf } = await enter();
    const second = await tokenOf();
    expect(second).not.toBe(token);
    expect(staff.leave(token, 'exit')).toBe(false);
    expect(staff.leave(second, 'exit')).toBe(true);
  });

  test.each(['', '0', 'x'.repeat(64), '\0'.repeat(64)])('the token %j serves for nothing', async (forged) => {
    const { staff, token } = await enter();
    expect(staff.leave(forged, 'exit')).toBe(false);
    staff.end(forged);
    expect(staff.leave(token, 'exit')).toBe(true);
  });
});
