/** The check of the whole bundle while the kiosk is in use: a disk's faults are told before a visitor meets them. */
import { setTimeout as wait } from 'node:timers/promises';
import { checkWhole } from './bundle/check-whole.ts';
import type { Bundle } from './bundle/open-bundle.ts';
import type { Journal } from './journal.ts';

/** How the kiosk does what can wait. Tests bring one that does not wait. */
export interface Background {
  /** Begins a task that nobody waits for; the task never rejects. */
  readonly start: (task: () => Promise<void>) => void;
  /** Lets everything else have its turn, for at least so many milliseconds. */
  readonly pause: (ms: number) => Promise<void>;
}

/** The real one. Its timers do not keep a process alive that is about to end. */
export const realBackground: Background = {
  start: (task) => void task(),
  pause: async (ms) => {
    await wait(ms, undefined, { ref: false });
  },
};

/** Between two files: a bundle of 100,000 takes some minutes and a tenth of a core. */
const PAUSE_MS = 2;

/** After a damaged one: slow enough for the journal to keep every line. */
const PAUSE_AFTER_DAMAGE_MS = 250;

/** A bundle with more damage than this is lost as a whole; the journal need not name all of it. */
const MOST_DAMAGE = 200;

/**
 * Checks every file of a bundle, one at a time, and notes each that is damaged. Never rejects.
 *
 * @see B1, B5
 */
export const checkInBackground = async (
  { files, manifest }: Pick<Bundle, 'files' | 'manifest'>,
  journal: Journal,
  pause: Background['pause'],
): Promise<void> => {
  let checked = 0;
  let damaged = 0;
  try {
    for await (const { fault } of checkWhole(files, manifest)) {
      checked += 1;
      if (fault !== undefined) {
        damaged += 1;
        journal('bundle-file-damaged', { fault: fault.fault, file: fault.file });
        if (damaged === MOST_DAMAGE) break;
      }
      await pause(fault === undefined ? PAUSE_MS : PAUSE_AFTER_DAMAGE_MS);
    }
    journal('bundle-checked', { checked, damaged });
  } catch {
    journal('host-failed', { operation: 'background-check' });
  }
};
