/** Beginning by ear (R7): a keypad's help or select key, held for two seconds on any screen, switches guidance on. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keypadActionOf } from '../access/key-map.ts';
import { LongPress } from '../access/long-press.ts';
import type { KeypadMap } from '../host/contract.ts';

/** Long enough that nobody holds a key so by accident, and short enough to be found out by trying. */
const HELD_MS = 2000;

/** What beginning by ear needs of the interface around it. */
export interface ByEarHost {
  /** The site's keypad; nothing before the kiosk has started. */
  readonly keypad: () => KeypadMap | undefined;
  readonly begin: () => void;
}

/** What the key does when it is pressed it has done by then: on the attract screen it has begun the visit. */
export class ByEar implements ReactiveController {
  readonly #host: ByEarHost;
  readonly #press: LongPress;

  constructor(element: ReactiveControllerHost, host: ByEarHost) {
    this.#host = host;
    this.#press = new LongPress({
      afterMs: HELD_MS,
      later: (act, afterMs) => {
        const timer = setTimeout(act, afterMs);
        return () => clearTimeout(timer);
      },
      onHeld: () => host.begin(),
    });
    element.addController(this);
  }

  hostConnected(): void {
    // Before all others, some of whom keep a key for themselves.
    window.addEventListener('keydown', this.#onDown, { capture: true });
    window.addEventListener('keyup', this.#onUp, { capture: true });
    window.addEventListener('blur', this.#onBlur);
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onDown, { capture: true });
    window.removeEventListener('keyup', this.#onUp, { capture: true });
    window.removeEventListener('blur', this.#onBlur);
    this.#press.cancel();
  }

  readonly #onDown = (event: KeyboardEvent): void => {
    const keypad = this.#host.keypad();
    const action = keypad && keypadActionOf(event, keypad);
    if (action === 'select' || action === 'help') this.#press.down(event.code || event.key);
    else this.#press.cancel();
  };

  readonly #onUp = (event: KeyboardEvent): void => this.#press.up(event.code || event.key);

  /** Where the key comes up is then somebody else's to hear. */
  readonly #onBlur = (): void => this.#press.cancel();
}
