/** Who is at the kiosk with a PIN: a technician or a volunteer, for as long as they go on, and what that opens (V1). */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type {
  PinChoice,
  PinEntry,
  PinStatus,
  PinWeakness,
  StaffKiosk,
  StaffRole,
} from '../../../renderer/host/contract.ts';
import type { Journal } from '../journal.ts';
import type { PinKeeper } from './pin-keeper.ts';
import { type Deed, mayDo } from './roles.ts';

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
  readonly status: (role: StaffRole) => Promise<PinStatus>;
  /** Chooses the technicians' first PIN. */
  readonly choose: (pin: string) => Promise<PinChoice>;
  /** Gives volunteers a PIN; `undefined` for a token that may not. */
  readonly give: (token: string, pin: string) => Promise<PinChoice | undefined>;
  readonly enter: (role: StaffRole, pin: string) => Promise<PinEntry>;
  /** Whether a token is that of the present session and its role may do this; its use prolongs the session. */
  readonly may: (token: string, deed: Deed) => boolean;
  /** The same for what the page asks by itself: the session is not prolonged. */
  readonly mightStill: (token: string, deed: Deed) => boolean;
  /** Ends the session with this token, if there is one. */
  readonly end: (token: string) => void;
  /** Ends whatever session there is, as every new visit does. */
  readonly endAny: () => void;
  /** @returns whether the token is that of somebody who is here and may */
  readonly leave: (token: string, how: Leaving) => boolean;
}

/**
 * A session ends by itself after so long without use. A volunteer and a visitor may listen to a long page without a
 * touch; what ends their visit is the page, and this only stands behind it.
 */
const idleMs: Readonly<Record<StaffRole, number>> = { technician: 2 * 60_000, volunteer: 30 * 60_000 };

const TOKEN_BYTES = 32;

const isSame = (left: string, right: string): boolean => {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const choiceOf = (weakness: PinWeakness | undefined): PinChoice =>
  weakness === undefined ? { chosen: true } : { chosen: false, weakness };

/** Makes the staff of a kiosk. There is one session at a time: a new one ends the one before. */
export const createStaff = ({ pins, journal, monotonicMs, kiosk, leave }: StaffOptions): Staff => {
  let session: { readonly token: string; readonly role: StaffRole; readonly usedAtMs: number } | undefined;

  const mightStill: Staff['mightStill'] = (token, deed) => {
    if (session === undefined || !isSame(session.token, token)) return false;
    if (monotonicMs() - session.usedAtMs >= idleMs[session.role]) session = undefined;
    return session !== undefined && mayDo(session.role, deed);
  };

  const may: Staff['may'] = (token, deed) => {
    const isAllowed = mightStill(token, deed);
    if (isAllowed && session !== undefined) session = { ...session, usedAtMs: monotonicMs() };
    return isAllowed;
  };

  return {
    status: async (role) => {
      const { state, ...tries } = await pins.status(role);
      return { pin: state, ...tries };
    },
    choose: async (pin) => choiceOf(await pins.choose(pin)),
    give: async (token, pin) => (may(token, 'pins') ? choiceOf(await pins.give(pin)) : undefined),
    enter: async (role, pin) => {
      const outcome = await pins.enter(role, pin);
      if (!outcome.right) {
        const { waitSeconds, triesLeft } = outcome;
        return { entered: false, waitSeconds, triesLeft };
      }
      const token = randomBytes(TOKEN_BYTES).toString('hex');
      session = { token, role, usedAtMs: monotonicMs() };
      journal('staff-entered', { role });
      return { entered: true, token, ...(role === 'technician' && { kiosk: kiosk() }) };
    },
    may,
    mightStill,
    end: (token) => {
      if (may(token, 'attend')) session = undefined;
    },
    endAny: () => {
      session = undefined;
    },
    leave: (token, how) => {
      if (!may(token, 'leave')) return false;
      session = undefined;
      journal('kiosk-left', { how });
      leave(how);
      return true;
    },
  };
};
