/** Who may leave the kiosk: a technician who has entered the PIN, for as long as they go on (V1). */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { PinChoice, PinEntry, PinStatus, StaffKiosk } from '../../../renderer/host/contract.ts';
import type { Journal } from '../journal.ts';
import type { PinKeeper } from './pin-keeper.ts';

/** How a technician leaves the kiosk. `restart`: it comes back by itself, on the settings as they are then. */
export type Leaving = 'restart' | 'exit';

/** What staff need of the world. */
export interface StaffOptions {
  readonly pins: PinKeeper;
  readonly journal: Journal;
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonicMs: () => number;
  /** What staff may see of the kiosk, as it is now. */
  readonly kiosk: () => StaffKiosk;
  /** What the shell does; the answer to the page goes out first. */
  readonly leave: (how: Leaving) => void;
}

export interface Staff {
  readonly status: () => Promise<PinStatus>;
  readonly choose: (pin: string) => Promise<PinChoice>;
  readonly enter: (pin: string) => Promise<PinEntry>;
  /** Prolongs the session with this token. @returns whether there is one */
  readonly stay: (token: string) => boolean;
  /** Whether there is a session with this token, for what the page asks by itself: it is not prolonged. */
  readonly isHere: (token: string) => boolean;
  /** Ends the session with this token, if there is one. */
  readonly end: (token: string) => void;
  /** Ends whatever session there is, as every new visit does. */
  readonly endAny: () => void;
  /** @returns whether the token is that of a technician who is here */
  readonly leave: (token: string, how: Leaving) => boolean;
}

/** A session ends by itself after so long without use. */
const IDLE_MS = 2 * 60 * 1000;

const TOKEN_BYTES = 32;

const isSame = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

/** Makes the staff of a kiosk. There is one session at a time: a new one ends the one before. */
export const createStaff = ({ pins, journal, monotonicMs, kiosk, leave }: StaffOptions): Staff => {
  let session: { readonly token: string; readonly usedAtMs: number } | undefined;

  const isHere = (token: string): boolean => {
    if (session === undefined || !isSame(session.token, token)) return false;
    if (monotonicMs() - session.usedAtMs >= IDLE_MS) session = undefined;
    return session !== undefined;
  };

  /** Whether a token is that of the present session, which its use prolongs. */
  const use = (token: string): boolean => {
    const isThere = isHere(token);
    if (isThere) session = { token, usedAtMs: monotonicMs() };
    return isThere;
  };

  return {
    status: async () => {
      const { state, ...tries } = await pins.status();
      return { pin: state, ...tries };
    },
    choose: async (pin) => {
      const weakness = await pins.choose(pin);
      return weakness === undefined ? { chosen: true } : { chosen: false, weakness };
    },
    enter: async (pin) => {
      const outcome = await pins.enter(pin);
      if (!outcome.right) {
        const { waitSeconds, triesLeft } = outcome;
        return { entered: false, waitSeconds, triesLeft };
      }
      const token = randomBytes(TOKEN_BYTES).toString('hex');
      session = { token, usedAtMs: monotonicMs() };
      journal('staff-entered', {});
      return { entered: true, token, kiosk: kiosk() };
    },
    stay: use,
    isHere,
    end: (token) => {
      if (use(token)) session = undefined;
    },
    endAny: () => {
      session = undefined;
    },
    leave: (token, how) => {
      if (!use(token)) return false;
      session = undefined;
      journal('kiosk-left', { how });
      leave(how);
      return true;
    },
  };
};
