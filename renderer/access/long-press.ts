/** A key that is held for some time means something else than one that is pressed (R7). Pure but for the clock it is given. */

/** What a long press needs of the world. */
export interface LongPressOptions {
  readonly afterMs: number;
  /** Calls back after a time; the function it returns calls that off. */
  readonly later: (act: () => void, afterMs: number) => () => void;
  readonly onHeld: () => void;
}

/** Watches one key at a time: whoever presses another one meanwhile is doing something else. */
export class LongPress {
  readonly #options: LongPressOptions;
  #key: string | undefined;
  #callOff: (() => void) | undefined;

  constructor(options: LongPressOptions) {
    this.#options = options;
  }

  /** A key goes down that may be held. One that is down already only repeats itself. */
  down(key: string): void {
    if (key === this.#key) return;
    this.cancel();
    this.#key = key;
    this.#callOff = this.#options.later(this.#options.onHeld, this.#options.afterMs);
  }

  up(key: string): void {
    if (key === this.#key) this.cancel();
  }

  /** Forgets the key: it was let go of, or nobody can tell any more whether it is down. */
  cancel(): void {
    this.#callOff?.();
    this.#callOff = undefined;
    this.#key = undefined;
  }
}
