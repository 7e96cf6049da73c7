/**
 * The technician's PIN on the disk, and the waits after wrong tries (V1). No wall clock is asked: within a run
 * waits are measured by a clock that only goes forward, and a restart begins the present wait anew. Setting the
 * computer's clock, either way and however far, neither shortens a wait nor makes it longer.
 */
import { z } from 'zod';
import type { PinWeakness } from '../../../renderer/host/contract.ts';
import { writeAtomically } from '../disk/atomic-file.ts';
import { type Disk, fileErrorCode, realDisk } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import { isKeptPin, type KeptPin, keptPinOf, keptPinSchema, type PinWork, usualWork, weaknessOf } from './pin.ts';

/** What a keeper needs of the world. */
export interface PinKeeperOptions {
  /** The file that only the kiosk's own account may read. */
  readonly file: string;
  readonly journal: Journal;
  /** Milliseconds of a clock that nobody can set, such as `performance.now`. */
  readonly monotonicMs: () => number;
  readonly disk?: Disk;
  readonly work?: PinWork;
}

/** What came of a try. */
export type PinTry =
  { readonly right: true } | { readonly right: false; readonly waitSeconds: number; readonly triesLeft: number };

/**
 * `none`: nobody has chosen one. `damaged`: there is a file that cannot be read, so that nobody can enter, and
 * nobody choose another, until a technician takes it away.
 */
export type PinState = 'none' | 'set' | 'damaged';

export interface PinKeeper {
  readonly status: () => Promise<{
    readonly state: PinState;
    readonly waitSeconds: number;
    readonly triesLeft: number;
  }>;
  /** Chooses the first PIN. @returns what is wrong with it, or `undefined` when it is chosen */
  readonly choose: (pin: string) => Promise<PinWeakness | undefined>;
  readonly enter: (pin: string) => Promise<PinTry>;
}

/** Nobody may choose or enter a PIN as things are. */
export class PinError extends Error {
  override readonly name = 'PinError';
}

const FREE_TRIES = 5;
const FIRST_WAIT_SECONDS = 15;
const LONGEST_WAIT_SECONDS = 15 * 60;

/** Nobody but the kiosk's own account: who may read the hash may guess without waiting. */
const FILE_MODE = 0o600;

/** Seconds to wait after so many wrong tries in a row: none before the fifth, then 15, doubling to 15 minutes. */
export const waitAfter = (wrongTries: number): number =>
  wrongTries < FREE_TRIES ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** (wrongTries - FREE_TRIES), LONGEST_WAIT_SECONDS);

/** How many tries may be wrong until there is a wait, or the next longer one. */
const triesLeftAfter = (wrongTries: number): number => Math.max(1, FREE_TRIES - wrongTries);

const fileSchema = z.strictObject({ technician: keptPinSchema, wrongTries: z.int().min(0).max(1_000_000_000) });

type Kept = 'none' | 'damaged' | { readonly technician: KeptPin; readonly wrongTries: number };

const read = async (file: string, disk: Disk): Promise<Kept> => {
  try {
    return fileSchema.safeParse(JSON.parse(await disk.readFile(file, 'utf8'))).data ?? 'damaged';
  } catch (error) {
    // A file that cannot be read is never taken for none: anybody could then choose a PIN.
    return fileErrorCode(error) === 'ENOENT' ? 'none' : 'damaged';
  }
};

/** Makes the keeper; it reads its file when it is first asked. */
export const createPinKeeper = (options: PinKeeperOptions): PinKeeper => {
  const { file, journal, monotonicMs, disk = realDisk, work = usualWork } = options;
  let kept: Kept | undefined;
  let waitUntilMs = Number.NEGATIVE_INFINITY;
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: many tries at once must not all come before the wait that the first ones earn. */
  const inTurn = <Value>(step: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(step);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const beginWait = (wrongTries: number): void => {
    waitUntilMs = monotonicMs() + waitAfter(wrongTries) * 1000;
  };

  const load = async (): Promise<Kept> => {
    // None, or one that is damaged, is looked at again: a technician may have put it right meanwhile.
    if (typeof kept === 'object') return kept;
    const before = kept;
    kept = await read(file, disk);
    if (kept === 'damaged' && before !== 'damaged') journal('pin-damaged', {});
    if (typeof kept === 'object') beginWait(kept.wrongTries);
    return kept;
  };

  const save = async (next: Exclude<Kept, string>): Promise<void> => {
    await writeAtomically(file, `${JSON.stringify(next)}\n`, FILE_MODE, disk);
    kept = next;
  };

  /** Counts also where it cannot be written down: it then holds until the kiosk is started again. */
  const saveTries = async (technician: KeptPin, wrongTries: number): Promise<void> => {
    kept = { technician, wrongTries };
    await save(kept).catch((error: unknown) => {
      journal('pin-tries-not-kept', { cause: fileErrorCode(error) });
    });
  };

  const waitSeconds = (): number => Math.max(0, Math.ceil((waitUntilMs - monotonicMs()) / 1000));

  return {
    status: () =>
      inTurn(async () => {
        const present = await load();
        const isSet = typeof present === 'object';
        return {
          state: isSet ? 'set' : present,
          waitSeconds: waitSeconds(),
          triesLeft: triesLeftAfter(isSet ? present.wrongTries : 0),
        };
      }),
    choose: (pin) =>
      inTurn(async () => {
        if ((await load()) !== 'none') throw new PinError('there is a PIN already');
        const weakness = weaknessOf(pin);
        if (weakness !== undefined) return weakness;
        await save({ technician: await keptPinOf(pin, work), wrongTries: 0 });
        journal('pin-chosen', {});
        return undefined;
      }),
    enter: (pin) =>
      inTurn(async () => {
        const present = await load();
        if (typeof present !== 'object') throw new PinError('there is no PIN to enter');
        if (waitSeconds() > 0)
          return { right: false, waitSeconds: waitSeconds(), triesLeft: triesLeftAfter(present.wrongTries) };
        const { technician } = present;
        const wrongTries = present.wrongTries + 1;
        // Counted before it is compared: pulling the plug in between must not make a try free.
        await saveTries(technician, wrongTries);
        if (await isKeptPin(pin, technician)) {
          await saveTries(technician, 0);
          return { right: true };
        }
        beginWait(wrongTries);
        journal('pin-wrong', { tries: wrongTries, waitSeconds: waitSeconds() });
        return { right: false, waitSeconds: waitSeconds(), triesLeft: triesLeftAfter(wrongTries) };
      }),
  };
};
