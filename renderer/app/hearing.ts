/** Headphones, where the site asks for them (R9): before anything is said that needs them, a panel says what to do. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { composedClosest, deepActiveElement } from '../access/composed-tree.ts';
import { keypadActionOf } from '../access/key-map.ts';
import type { KeypadMap, SoundRules } from '../host/contract.ts';
import { PRIVATE_ATTRIBUTE, maySound } from '../visit/headphones.ts';
import { type Visit, prefer } from '../visit/visit.ts';
import type { Session } from './session.ts';
import type { Stage } from './stage.ts';

/** What hearing needs besides the stage. */
export interface HearingOptions {
  /** The site's keypad; nothing before the kiosk has started. */
  readonly keypad: () => KeypadMap | undefined;
  readonly rules: () => SoundRules | undefined;
  /** Opens the panel, or closes it when it is open. */
  readonly togglePanel: () => Promise<void>;
  /** Headphones were plugged in, and nobody had asked for them: whoever does so wants to listen. */
  readonly begin: () => void;
  readonly guiding: { silence: () => void; sayWhere: () => void };
}

export class Hearing implements ReactiveController {
  readonly #stage: Stage;
  readonly #options: HearingOptions;
  /** What had the focus when the panel came; kept no longer than the visit. */
  readonly #focused = new WeakMap<Session, HTMLElement | SVGElement | null>();
  #isComing = false;

  constructor(element: ReactiveControllerHost, stage: Stage, options: HearingOptions) {
    this.#stage = stage;
    this.#options = options;
    element.addController(this);
  }

  hostConnected(): void {
    window.addEventListener('keydown', this.#onKey, { capture: true });
  }

  hostDisconnected(): void {
    window.removeEventListener('keydown', this.#onKey, { capture: true });
  }

  /** Whether what an element says may be heard now; without one, what has the focus. */
  allows(element: Element | null = deepActiveElement()): boolean {
    const visit = this.#visit;
    const rules = this.#options.rules();
    if (visit === undefined || rules === undefined) return false;
    const isPrivate = element !== null && composedClosest(element, `[${PRIVATE_ATTRIBUTE}]`) !== null;
    return maySound(rules.headphones, visit.preferences.headphones, isPrivate);
  }

  /** Something was to be said that may not be heard: says on the screen what to do. */
  ask(): void {
    if (!this.#isAsking) void this.#open();
  }

  async #open(): Promise<void> {
    if (this.#isComing) return;
    this.#isComing = true;
    // Whoever has just answered that they are still there has the focus back by then.
    await this.#stage.drawn();
    this.#isComing = false;
    const session = this.#stage.session();
    if (session === undefined || this.#isAsking) return;
    this.#focused.set(session, deepActiveElement());
    await this.#options.togglePanel();
  }

  /** The visitor says that headphones are in, or that the room may hear: what waited is said. */
  async confirm(): Promise<void> {
    const session = this.#stage.session();
    if (session === undefined) return;
    const { reader } = session;
    const isPrivacyKept = this.#options.rules()?.headphones !== 'no';
    session.change(prefer(session.visit, { headphones: isPrivacyKept ? 'in' : 'unknown' }));
    await this.#close();
    if (reader.active) reader.resume();
    else if (session.visit.preferences.guidance) this.#options.guiding.sayWhere();
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const keypad = this.#options.keypad();
    const action = keypad && keypadActionOf(event, keypad);
    if (action !== 'headphonesIn' && action !== 'headphonesOut') return;
    // Nobody has pressed anything: it wakes no screen and takes no cover away.
    event.preventDefault();
    event.stopPropagation();
    if (event.repeat) return;
    if (action === 'headphonesIn') this.#onIn();
    else this.#onOut();
  };

  #onIn(): void {
    const session = this.#stage.session();
    if (session === undefined) return;
    const wasAsking = this.#isAsking;
    session.change(prefer(session.visit, { headphones: 'in' }));
    if (!wasAsking) this.#options.begin();
    else if (session.reader.active) void this.#close().then(() => session.reader.resume());
    else void this.#close().then(() => this.#options.guiding.sayWhere());
  }

  /** The voice stops at once, and the screen says why. */
  #onOut(): void {
    const session = this.#stage.session();
    if (session === undefined) return;
    session.reader.pause();
    this.#options.guiding.silence();
    session.change(prefer(session.visit, { headphones: 'out' }));
    if (session.reader.active || session.visit.preferences.guidance) this.ask();
  }

  async #close(): Promise<void> {
    if (!this.#isAsking) return;
    const session = this.#stage.session();
    const focused = session && this.#focused.get(session);
    await this.#options.togglePanel();
    if (focused?.isConnected === true) focused.focus({ preventScroll: true });
  }

  get #visit(): Visit | undefined {
    return this.#stage.session()?.visit;
  }

  get #isAsking(): boolean {
    return this.#visit?.panel === 'headphones';
  }
}
