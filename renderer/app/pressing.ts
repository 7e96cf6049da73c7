/**
 * From touch to press, for the whole page (I1, I2): one finger presses what it is lifted from, however slowly, unless it
 * has slid off. The browser's own taps are not used: it takes a press of half a second for something else, and two
 * fingers for none.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedClosest, composedParent } from '../access/composed-tree.ts';
import { type Contact, type PressTimes, Presses } from '../access/presses.ts';
import { CONTROLS } from '../access/stops.ts';
import type { KioskHoldMark } from '../components/hold-mark/hold-mark.ts';
import type { Preferences } from '../visit/preferences.ts';

/** What pressing needs of the interface around it. */
export interface Pressed {
  readonly preferences: () => Preferences | undefined;
  /** CSS pixels per millimetre of the screen. */
  readonly pixelsPerMm: () => number;
  /** What is shown at a moment, compared by identity: later taps of a double tap do not hit what has replaced it. */
  readonly shown: () => unknown;
  readonly mark: () => KioskHoldMark | null;
}

/** What is no control is pressed only where the finger came down, in mm. */
const WORDS_MM = 5;

/** What a finger came down on. */
interface Under {
  readonly target: Element;
  readonly control: Element | undefined;
  readonly x: number;
  readonly y: number;
}

export class Pressing implements ReactiveController {
  readonly presses: Presses = new Presses(() => this.#times);
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #pressed: Pressed;
  readonly #listeners = { capture: true, passive: false } as const;
  #under: Under | undefined;
  #shownPressed: Element | undefined;
  /** How many taps the press is that has just been made; 0 for none. The browser's click of a mouse comes after it. */
  #taps = 0;
  #shownAtFirst: unknown;

  constructor(host: ReactiveControllerHost & HTMLElement, pressed: Pressed) {
    this.#host = host;
    this.#pressed = pressed;
    host.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('pointerdown', this.#onDown, this.#listeners);
    window.addEventListener('pointermove', this.#onMove, this.#listeners);
    window.addEventListener('pointerup', this.#onUp, this.#listeners);
    window.addEventListener('pointercancel', this.#onCancel, this.#listeners);
    window.addEventListener('touchstart', this.#onTouchStart, this.#listeners);
    window.addEventListener('click', this.#onClick, this.#listeners);
  }

  hostDisconnected(): void {
    window.removeEventListener('pointerdown', this.#onDown, this.#listeners);
    window.removeEventListener('pointermove', this.#onMove, this.#listeners);
    window.removeEventListener('pointerup', this.#onUp, this.#listeners);
    window.removeEventListener('pointercancel', this.#onCancel, this.#listeners);
    window.removeEventListener('touchstart', this.#onTouchStart, this.#listeners);
    window.removeEventListener('click', this.#onClick, this.#listeners);
  }

  hostUpdated(): void {
    this.#host.toggleAttribute('data-steady', this.#pressed.preferences()?.steady === true);
  }

  get #times(): PressTimes {
    const preferences = this.#pressed.preferences();
    return preferences?.steady === true ? preferences : { holdMs: 0, ignoreMs: 0 };
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (!this.presses.down(this.#contact(event))) return;
    const target = targetOf(event);
    const control = target && composedClosest(target, CONTROLS);
    this.#under = target && { target, control: control ?? undefined, x: event.clientX, y: event.clientY };
    this.#show(control ?? undefined);
  };

  readonly #onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.presses.current) return;
    if (this.presses.move(this.#contact(event))) this.#under = undefined;
    const isOn = this.#under !== undefined && this.#isOn(this.#under, event);
    if (!isOn) this.#show(undefined);
  };

  readonly #onCancel = (event: PointerEvent): void => {
    if (event.pointerId === this.presses.current) this.#show(undefined);
    this.presses.cancel(event.pointerId);
  };

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.presses.current) {
      // Of a mouse that was never down here nothing is expected.
      this.#taps = 0;
      return;
    }
    this.#show(undefined);
    const under = this.#under;
    // What was pressed may be of a visit that this press ends.
    this.#under = undefined;
    this.#taps = this.presses.up(this.#contact(event));
    if (this.#taps === 0 || under === undefined) return;
    const shown = this.#pressed.shown();
    if (this.#taps === 1) this.#shownAtFirst = shown;
    else if (shown !== this.#shownAtFirst) this.#taps = 0;
    if (event.pointerType !== 'mouse' && this.#taps > 0 && this.#isOn(under, event)) this.#click(under, event);
  };

  /** A touch ends on what it began on, even when the press has taken that off the page: then nobody else hears of it. */
  readonly #onTouchStart = (event: TouchEvent): void => {
    event.composedPath()[0]?.addEventListener('touchend', this.#onTouchEnd, { once: true, passive: false });
  };

  /** What a finger does is done here: the browser makes no mouse of it, which would take the focus away again. */
  readonly #onTouchEnd = (event: Event): void => {
    if (event.cancelable) event.preventDefault();
  };

  /** Clicks that the browser makes of touches, or of a mouse whose press does not count. Keys make clicks as well. */
  readonly #onClick = (event: Event): void => {
    if (!(event instanceof PointerEvent) || !event.isTrusted || event.pointerType === '') return;
    if (event.pointerType === 'mouse' && this.#taps > 0) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  #click({ target, control }: Under, { clientX, clientY, pointerId, pointerType }: PointerEvent): void {
    const pressed = control ?? target;
    const detail = this.#taps;
    if (control instanceof HTMLElement) control.focus({ preventScroll: true });
    const where = { clientX, clientY, pointerId, pointerType };
    pressed.dispatchEvent(
      new PointerEvent('click', { bubbles: true, composed: true, cancelable: true, view: window, detail, ...where }),
    );
  }

  /** Whether a finger is on what it came down on. */
  #isOn({ control, x, y }: Under, event: PointerEvent): boolean {
    if (control === undefined)
      return Math.hypot(event.clientX - x, event.clientY - y) <= WORDS_MM * this.#pressed.pixelsPerMm();
    for (let at = deepElementAt(event.clientX, event.clientY); at !== null; at = composedParent(at)) {
      if (at === control) return true;
    }
    return false;
  }

  /** Shows what is being pressed, at once: the browser waits to see whether it is a gesture. */
  #show(control: Element | undefined): void {
    this.#shownPressed?.removeAttribute('data-pressed');
    this.#shownPressed = control;
    control?.setAttribute('data-pressed', '');
    const mark = this.#pressed.mark();
    if (mark === null) return;
    const { holdMs } = this.#times;
    const box = holdMs > 0 ? control?.getBoundingClientRect() : undefined;
    mark.holdMs = holdMs;
    mark.place = box && { left: box.left, top: box.top, width: box.width, height: box.height };
  }

  /** By the time of the finger, not by when a busy page comes to it. */
  #contact({ pointerId, pointerType, clientX, clientY, width, height, timeStamp }: PointerEvent): Contact {
    const mm = this.#pressed.pixelsPerMm();
    return {
      id: pointerId,
      atMs: timeStamp,
      xMm: clientX / mm,
      yMm: clientY / mm,
      breadthMm: pointerType === 'touch' ? Math.max(width, height) / mm : 0,
    };
  }
}

function targetOf(event: Event): Element | undefined {
  const [target] = event.composedPath();
  return target instanceof Element ? target : undefined;
}

/** What lies on top at a place, through shadow roots. */
function deepElementAt(x: number, y: number): Element | null {
  let found = document.elementFromPoint(x, y);
  for (;;) {
    const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
    if (inner === null || inner === found) return found;
    found = inner;
  }
}
