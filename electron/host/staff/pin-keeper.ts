/**
 * The PINs on the disk, one for each role, and the waits after wrong tries (V1). Each role has tries and waits of its
 * own: who guesses at one PIN, or enters with it, changes nothing for the other. No wall clock is asked: within a run waits are measured by a clock that only goes forward, and a restart begins the present wait anew. Setting the
 * computer's clock, either way and however far, neither shortens a wait nor makes it longer.
 */
import { z } from 'zod';
import type { PinWeakness, StaffRole } from '../../../renderer/host/contract.ts';
import { writeAtomically } from '../disk/atomic-file.ts';
import { type Disk, fileErrorCode, realDisk } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import { isKeptPin, keptPinOf, keptPinSchema, type PinWork, usualWork, weaknessOf } from './pin.ts';

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
  readonly status: (role: StaffRole) => Promise<{
    readonly state: PinState;
    readonly waitSeconds: number;
    readonly triesLeft: number;
  }>;
  /** Chooses the technicians' first PIN. @returns what is wrong with it, or `undefined` when it is chosen */
  readonly choose: (pin: string) => Promise<PinWeakness | undefined>;
  /** Gives volunteers a PIN, in place of the one they had. For technicians alone. @returns as {@link choose} */
  readonly give: (pin: string) => Promise<PinWeakness | undefined>;
  readonly enter: (role: StaffRole, pin: string) => Promise<PinTry>;
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

const lockSchema = z.strictObject({ pin: keptPinSchema, wrongTries: z.int().min(0).max(1_000_000_000) });

/** There are volunteers' PINs only where there is a technicians'. */
const fileSchema = z.strictObject({ technician: lockSchema, volunteer: lockSchema.optional() });

type Lock = Readonly<z.infer<typeof lockSchema>>;
type Locks = Readonly<z.infer<typeof fileSchema>>;
type Kept = 'none' | 'damaged' | Locks;

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
  const waitUntilMs = new Map<StaffRole, number>();
  let queue: Promise<unknown> = Promise.resolve();

  /** One after the other: many tries at once must not all come before the wait that the first ones earn. */
  const inTurn = <Value>(step: () => Promise<Value>): Promise<Value> => {
    const turn = queue.then(step);
    queue = turn.catch(() => undefined);
    return turn;
  };

  const beginWait = (role: StaffRole, wrongTries: number): void => {
    waitUntilMs.set(role, monotonicMs() + waitAfter(wrongTries) * 1000);
  };

  const waitSeconds = (role: StaffRole): number =>
    Math.max(0, Math.ceil(((waitUntilMs.get(role) ?? Number.NEGATIVE_INFINITY) - monotonicMs()) / 1000));

  const load = async (): Promise<Kept> => {
    // None, or one that is damaged, is looked at again: a technician may have put it right meanwhile.
    if (typeof kept === 'object') return kept;
    const before = kept;
    kept = await read(file, disk);
    if (kept === 'damaged' && before !== 'damaged') journal('pin-damaged', {});
    if (typeof kept === 'object') {
      beginWait('technician', kept.technician.wrongTries);
      beginWait('volunteer', kept.volunteer?.wrongTries ?? 0);
    }
    return kept;
  };

  const save = async (next: Locks): Promise<void> => {
    await writeAtomically(file, `${JSON.stringify(next)}\n`, FILE_MODE, disk);
    kept = next;
  };

  /** Counts also where it cannot be written down: it then holds until the kiosk is started again. */
  const saveTries = async (locks: Locks, role: StaffRole, lock: Lock, wrongTries: number): Promise<void> => {
    kept = { ...locks, [role]: { ...lock, wrongTries } };
    await save(kept).catch((error: unknown) => {
      journal('pin-tries-not-kept', { cause: fileErrorCode(error) });
    });
  };

  const newLock = async (pin: string): Promise<Lock> => ({ pin: await keptPinOf(pin, work), wrongTries: 0 });

  return {
    status: (role) =>
      inTurn(async () => {
        const present = await load();
        const lock = typeof present === 'object' ? present[role] : undefined;
        return {
          state: typeof present === 'string' ? present : lock === undefined ? 'none' : 'set',
          waitSeconds: waitSeconds(role),
          triesLeft: triesLeftAfter(lock?.wrongTries ?? 0),
        };
      }),
    choose: (pin) =>
      inTurn(async () => {
        if ((await load()) !== 'none') throw new PinError('there is a PIN already');
        const weakness = weaknessOf(pin);
        if (weakness !== undefined) return weakness;
        await save({ technician: await newLock(pin) });
        journal('pin-chosen', { role: 'technician' });
        return undefined;
      }),
    give: (pin) =>
      inTurn(async () => {
        const present = await load();
        if (typeof present !== 'object') throw new PinError('there is no technicians’ PIN');
        const weakness = weaknessOf(pin);
        if (weakness !== undefined) return weakness;
        if (await isKeptPin(pin, present.technician.pin)) return 'taken';
        await save({ ...present, volunteer: await newLock(pin) });
        beginWait('volunteer', 0);
        journal('pin-chosen', { role: 'volunteer' });
        return undefined;
      }),
    enter: (role, pin) =>
      inTurn(async () => {
        const present = await load();
        const lock = typeof present === 'object' ? present[role] : undefined;
        if (typeof present !== 'object' || lock === undefined) throw new PinError('there is no PIN to enter');
        if (waitSeconds(role) > 0)
          return { right: false, waitSeconds: waitSeconds(role), triesLeft: triesLeftAfter(lock.wrongTries) };
        const wrongTries = lock.wrongTries + 1;
        // Counted before it is compared: pulling the plug in between must not make a try free.
        await saveTries(present, role, lock, wrongTries);
        if (await isKeptPin(pin, lock.pin)) {
          await saveTries(present, role, lock, 0);
          return { right: true };
        }
        beginWait(role, wrongTries);
        journal('pin-wrong', { role, tries: wrongTries, waitSeconds: waitSeconds(role) });
        return { right: false, waitSeconds: waitSeconds(role), triesLeft: triesLeftAfter(wrongTries) };
      }),
  };
};
