/**
 * Which touches press (I1, I2): of all the fingers, palms and second taps on a screen, those that somebody meant. Pure:
 * told what happens and when, in ms of any one clock and millimetres of the screen.
 */

/** What a person has set for hands that shake; zero where they have not. */
export interface PressTimes {
  /** A press counts once it has been held so long, in ms. */
  readonly holdMs: number;
  /** After a press nothing is one for so long, in ms. */
  readonly ignoreMs: number;
}

/** Something that touches the screen. */
export interface Contact {
  /** Unlike any other contact that is on the screen with it. */
  readonly id: number;
  readonly atMs: number;
  readonly xMm: number;
  readonly yMm: number;
  /** The longer side of what touches; 0 where it is not known. */
  readonly breadthMm: number;
}

/** No finger is as broad as this; a palm, a sleeve or a child's whole hand is. */
export const PALM_MM = 28;

/** A first finger that has been down for so long, in ms, keeps nobody else from pressing: it may be a drop of water. */
export const STUCK_MS = 10_000;

/** A second tap within this time and distance belongs to the first. */
const DOUBLE_TAP_MS = 500;
const DOUBLE_TAP_MM = 12;

/** A finger that has gone further than this has been drawn over the screen, and has not pressed. */
export const DRAWN_MM = 15;

export class Presses {
  readonly #times: () => PressTimes;
  #down: Contact | undefined;
  #last: (Contact & { readonly taps: number }) | undefined;
  #quietUntilMs = -Infinity;

  constructor(times: () => PressTimes) {
    this.#times = times;
  }

  /** The contact that is down and may become a press. */
  get current(): number | undefined {
    return this.#down?.id;
  }

  /** Something touches the screen. @returns whether it may become a press */
  down(contact: Contact): boolean {
    const isTaken = this.#down !== undefined && contact.atMs - this.#down.atMs < STUCK_MS;
    if (isTaken || contact.breadthMm > PALM_MM || contact.atMs < this.#quietUntilMs) return false;
    this.#down = contact;
    return true;
  }

  /** A contact moves, or grows. @returns whether it is no longer one that may become a press */
  move({ id, breadthMm }: Contact): boolean {
    const isPalm = id === this.#down?.id && breadthMm > PALM_MM;
    if (isPalm) this.#down = undefined;
    return isPalm;
  }

  /** A contact has gone otherwise than by being lifted. */
  cancel(id: number): void {
    if (id === this.#down?.id) this.#down = undefined;
  }

  /**
   * A contact has been lifted.
   *
   * @returns how many taps in the same place it is, counted as browsers do, if it is a press; otherwise 0
   */
  up(contact: Contact): number {
    const down = this.#down;
    if (down?.id !== contact.id) return 0;
    this.#down = undefined;
    const { holdMs, ignoreMs } = this.#times();
    if (contact.atMs - down.atMs < holdMs || apart(down, contact) > DRAWN_MM) return 0;
    const last = this.#last;
    const isAgain = last !== undefined && down.atMs - last.atMs < DOUBLE_TAP_MS && apart(last, contact) < DOUBLE_TAP_MM;
    const taps = isAgain ? last.taps + 1 : 1;
    this.#last = { ...contact, taps };
    this.#quietUntilMs = contact.atMs + ignoreMs;
    return taps;
  }

  /** A switch is pressed, which has no place and is not held. @returns whether it counts */
  press(atMs: number): boolean {
    if (atMs < this.#quietUntilMs) return false;
    this.#quietUntilMs = atMs + this.#times().ignoreMs;
    return true;
  }
}

const apart = (a: Contact, b: Contact): number => Math.hypot(a.xMm - b.xMm, a.yMm - b.yMm);
