/** The staff's part of the kiosk (V1): what it shows at each moment, and for how long it waits. Holds no PIN and no token. */
import type { PinWeakness, StaffRole, VisitRules } from '../host/contract.ts';
import type { Route } from './routes.ts';

/** What became of the last PIN, where it was not taken. `late`: it had been, and staff were away for too long. */
export type PinFault = 'wrong' | 'late';

/** Why a first PIN has to be thought of anew. */
export type ChoiceFault = PinWeakness | 'differs';

/** What became of the last thing that staff wanted. */
export type StaffOutcome = 'failed' | 'pin-given';

export type StaffState =
  /** A visitor’s visit is under way: whoever goes on ends it. */
  | { readonly kind: 'gate' }
  /** The host has not said yet how things are. */
  | { readonly kind: 'looking' }
  /** A PIN is chosen for a role, and entered twice. */
  | {
      readonly kind: 'choosing';
      readonly role: StaffRole;
      readonly isAgain: boolean;
      readonly fault: ChoiceFault | undefined;
    }
  | {
      readonly kind: 'entering';
      readonly role: StaffRole;
      readonly fault: PinFault | undefined;
      readonly triesLeft: number;
      readonly waitSeconds: number;
    }
  | { readonly kind: 'inside'; readonly role: StaffRole; readonly outcome: StaffOutcome | undefined }
  /** Volunteers have no PIN, or it cannot be read; whoever looks after the kiosk can choose one. */
  | { readonly kind: 'no-volunteers' }
  /** The PIN cannot be read (`damaged`), or the host does not answer (`unavailable`). */
  | { readonly kind: 'damaged' | 'unavailable' }
  /** The kiosk comes back by itself, or is at an end. */
  | { readonly kind: 'restarting' | 'closed' };

/** Staff who do nothing are gone after two minutes, whatever the site gives its visitors; the host counts the same. */
export const STAFF_LIMITS: Omit<VisitRules, 'alongsideSeconds'> = { idleSeconds: 90, warningSeconds: 30 };

/** Where staff go without leaving what is theirs. */
export const isForStaff = ({ view }: Route): boolean => view === 'staff' || view === 'calibrate';

/** A wait as it is told, in few steps, so that nothing on the screen runs. */
export interface WaitTold {
  readonly unit: 'minutes' | 'seconds';
  readonly count: number;
}

const MINUTE_SECONDS = 60;
const STEP_SECONDS = 15;

/** How a wait is told: rounded up to whole minutes, and below one to quarters of it. */
export const waitTold = (seconds: number): WaitTold =>
  seconds > MINUTE_SECONDS
    ? { unit: 'minutes', count: Math.ceil(seconds / MINUTE_SECONDS) }
    : { unit: 'seconds', count: Math.max(1, Math.ceil(seconds / STEP_SECONDS)) * STEP_SECONDS };
