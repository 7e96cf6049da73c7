/**
 * Using the kiosk with one switch or two (I5): what the site's switches do while a visit wants them, and how the
 * first of them, held down where a visit begins, turns scanning on without a touch.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedClosest, deepActiveElement } from '../access/composed-tree.ts';
import { isKeyOf } from '../access/key-map.ts';
import { rowsOf } from '../access/rows.ts';
import { type Mark, Scan } from '../access/scan.ts';
import { controlsOf, findStops } from '../access/stops.ts';
import type { KioskScanFrame } from '../components/scan-frame/scan-frame.ts';
import type { SwitchKeys } from '../host/contract.ts';
import type { Session } from './session.ts';

/** What scanning needs of the interface around it. */
export interface Switched {
  readonly root: HTMLElement;
  readonly session: () => Session | undefined;
  /** The site's switches; nothing before the kiosk has started. */
  readonly keys: () => SwitchKeys | undefined;
  /** Whether a press of a switch counts, or follows the last one too soon for somebody whose hands shake (I2). */
  readonly counts: () => boolean;
  /** Whether keys are somebody else's now: the attract screen's and the cover's take any. */
  readonly isAside: () => boolean;
  readonly isInSight: (element: Element) => boolean;
  /** Whether spoken guidance is saying something. */
  readonly isBeingSaid: () => boolean;
  readonly frame: () => KioskScanFrame | null;
  /** Turns scanning with one switch on. */
  readonly turnOn: () => void;
}

/** How long the first switch is held where a visit begins, in ms, for scanning to be turned on. */
const HOLD_MS = 2000;

/** The time what has just opened is given to be drawn and to take the focus, in ms. */
const SETTLE_MS = 300;

/** The air between what is framed and its frame, and what the frame itself needs at the edge of the window, in CSS pixels. */
const AIR = 3;
const EDGE = 11;

const after = (ms: number, act: () => void): (() => void) => {
  const timer = setTimeout(act, ms);
  return () => clearTimeout(timer);
};

/** Whether a switch is pressed together with a key that changes what keys mean. */
const isChordOf = ({ key, code }: KeyboardEvent, { first, second }: SwitchKeys): boolean =>
  [...first, ...second].some((name) => name === key || name === code);

export class Switching implements ReactiveController {
  readonly #switched: Switched;
  readonly #scan: Scan<Element>;
  #mark: Mark<Element> | undefined;
  /** What is on the screen as scanning knows it; another value, and it begins anew. */
  #shown = '';
  #stopSettling: (() => void) | undefined;
  #stopHolding: (() => void) | undefined;
  /** Whether the switch that is down has turned scanning on, and does nothing more until it has come up. */
  #hasTurnedOn = false;

  constructor(element: ReactiveControllerHost, switched: Switched) {
    this.#switched = switched;
    this.#scan = new Scan({
      rows: () => this.#rows(),
      dwellMs: () => (this.#count === 'one' ? this.#preferences?.dwellMs : undefined),
      clock: { after },
      isBeingSaid: switched.isBeingSaid,
      onMark: (mark) => this.#show(mark),
      choose: (item) => this.#press(item),
    });
    element.addController(this);
  }

  hostConnected(): void {
    // Before all others: while switches are used, their keys mean nothing else.
    window.addEventListener('keydown', this.#onDown, { capture: true });
    window.addEventListener('keyup', this.#onUp, { capture: true });
    window.addEventListener('blur', this.#onBlur);
    window.addEventListener('resize', this.#onMoved);
    document.addEventListener('scroll', this.#onMoved, { capture: true, passive: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onDown, { capture: true });
    window.removeEventListener('keyup', this.#onUp, { capture: true });
    window.removeEventListener('blur', this.#onBlur);
    window.removeEventListener('resize', this.#onMoved);
    document.removeEventListener('scroll', this.#onMoved, { capture: true });
    this.#rest();
    this.#onBlur();
  }

  hostUpdated(): void {
    const session = this.#switched.session();
    const { visit, content } = session ?? {};
    const shown =
      this.#count === 'none' || this.#switched.isAside() || visit === undefined
        ? ''
        : [visit.id, content?.key, visit.panel, visit.preferences.switches, visit.isCovered].join(' ');
    if (shown !== this.#shown) {
      this.#shown = shown;
      this.#rest();
      if (shown !== '') this.#stopSettling = after(SETTLE_MS, () => this.#begin());
    }
    this.#place();
  }

  get #preferences() {
    return this.#switched.session()?.visit.preferences;
  }

  get #count() {
    return this.#preferences?.switches ?? 'none';
  }

  /** Begins where the focus was put, else with what a view begins with. */
  #begin(): void {
    const active = deepActiveElement();
    const items = this.#rows().flat();
    const focused = items.find((item) => item === active);
    this.#scan.begin(focused ?? items.find((item) => composedClosest(item, 'main, .panel') !== null));
  }

  #rest(): void {
    this.#stopSettling?.();
    this.#scan.stop();
    this.#show(undefined);
  }

  readonly #onDown = (event: KeyboardEvent): void => {
    const keys = this.#switched.keys();
    if (keys === undefined) return;
    const isFirst = isKeyOf(event, keys.first);
    if (!isFirst && !isKeyOf(event, keys.second)) {
      // With Shift held a switch is none; but the button that has the focus would take it for a press.
      if (this.#shown !== '' && isChordOf(event, keys)) event.preventDefault();
      return;
    }
    if (this.#shown === '') {
      if (isFirst) this.#hold(event);
      return;
    }
    if (!isFirst && this.#count !== 'two') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    // A held switch is one press.
    if (event.repeat || this.#hasTurnedOn || !this.#switched.counts()) return;
    if (this.#count === 'two' && isFirst) this.#scan.next();
    else this.#scan.press();
  };

  /** Where a visit begins, the first switch held down turns scanning on. The second may be a keypad's key as well. */
  #hold(event: KeyboardEvent): void {
    const view = this.#switched.session()?.content?.view;
    if (view !== 'attract' && view !== 'welcome') return;
    if (event.repeat) {
      // A key that is held is no page of scrolling.
      if (this.#stopHolding !== undefined) event.preventDefault();
      return;
    }
    this.#stopHolding = after(HOLD_MS, () => {
      this.#stopHolding = undefined;
      this.#hasTurnedOn = true;
      this.#switched.turnOn();
    });
  }

  readonly #onUp = (event: KeyboardEvent): void => {
    const keys = this.#switched.keys();
    if (keys === undefined || !(isKeyOf(event, keys.first) || isKeyOf(event, keys.second))) return;
    // A button that has the focus would take the end of the press for its own.
    if (this.#hasTurnedOn || this.#shown !== '') event.preventDefault();
    this.#onBlur();
  };

  readonly #onBlur = (): void => {
    this.#stopHolding?.();
    this.#stopHolding = undefined;
    this.#hasTurnedOn = false;
  };

  readonly #onMoved = (): void => this.#place();

  /** What can be pressed now, on the screen as it is scrolled; of an open panel that is no company to reading, it alone. */
  #rows(): readonly (readonly Element[])[] {
    const { root, isInSight } = this.#switched;
    const controls = controlsOf(findStops(root)).filter(
      ({ element }) =>
        element.getAttribute('aria-disabled') !== 'true' && isInSight(element) && this.#isWithin(element),
    );
    return rowsOf(controls, (element) => element.getBoundingClientRect());
  }

  /** A panel holds whoever has opened it until they close it, but not the one that is open while one reads. */
  #isWithin(element: Element): boolean {
    const panel = this.#switched.session()?.visit.panel;
    if (panel === undefined || panel === 'reading') return true;
    // On a low screen a panel has no button that closes it: the tool that opened it does.
    return composedClosest(element, `.panel, [data-panel='${panel}'][aria-expanded='true']`) !== null;
  }

  #press(item: Element): void {
    if (!(item instanceof HTMLElement)) return;
    item.focus();
    item.click();
  }

  /** Shows a step. The focus goes with it, so that it is scrolled to and said. */
  #show(mark: Mark<Element> | undefined): void {
    this.#mark = mark;
    const item = mark?.kind === 'row' ? mark.row[0] : mark?.kind === 'item' ? mark.item : undefined;
    if (item instanceof HTMLElement) item.focus();
    this.#switched.root.toggleAttribute('data-scanning', mark !== undefined && mark.kind !== 'waiting');
    this.#place();
  }

  /** Puts the frame where what it is around is now. */
  #place(): void {
    const frame = this.#switched.frame();
    if (frame === null) return;
    frame.kind = this.#mark?.kind;
    const around = this.#around();
    if (around.length === 0) {
      frame.place = undefined;
      return;
    }
    const boxes = around.map((element) => element.getBoundingClientRect());
    const left = Math.max(EDGE, Math.min(...boxes.map((box) => box.left)) - AIR);
    const top = Math.max(EDGE, Math.min(...boxes.map((box) => box.top)) - AIR);
    const right = Math.min(window.innerWidth - EDGE, Math.max(...boxes.map((box) => box.right)) + AIR);
    const bottom = Math.min(window.innerHeight - EDGE, Math.max(...boxes.map((box) => box.bottom)) + AIR);
    frame.place = { left, top, width: right - left, height: bottom - top };
  }

  #around(): readonly Element[] {
    const mark = this.#mark;
    if (mark === undefined || mark.kind === 'waiting') return [];
    return (mark.kind === 'item' ? [mark.item] : mark.row).filter((element) => element.isConnected);
  }
}
