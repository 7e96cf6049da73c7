/** Owns the phase of the visit: sees whether somebody is there, asks when nobody seems to be, and has it ended (X1). */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { type Act, watchActivity } from '../access/activity.ts';
import { deepActiveElement } from '../access/composed-tree.ts';
import { keypadActionOf } from '../access/key-map.ts';
import type { KioskStillHere } from '../components/still-here/still-here.ts';
import type { KioskDescription } from '../host/contract.ts';
import { type PhaseEvent, type PhaseLimits, type TimeLeft, nextPhase, timeLeft, waiting } from '../visit/phase.ts';
import { levelOf } from '../visit/preferences.ts';
import { chime } from './chime.ts';
import type { Session } from './session.ts';
import { SpokenWarning } from './spoken-warning.ts';
import type { Stage } from './stage.ts';

/** What attending needs besides the stage. */
export interface Attended {
  /** What the site has decided; nothing before the kiosk has started. */
  readonly site: () => Pick<KioskDescription, 'visit' | 'sound' | 'keypad'> | undefined;
  readonly warning: () => KioskStillHere | null;
  /** Whether a voice is heard. So is what a visitor only waits for, such as a print. */
  readonly isOccupied: () => boolean;
  /** Whether words that are not private may be heard now. */
  readonly maySay: () => boolean;
  /** Somebody has done something. */
  readonly acted: () => void;
  /** Nobody has answered. */
  readonly end: () => void;
}

const TICK_MS = 1000;

/** Before the kiosk has started nothing is limited. */
const NO_LIMITS: PhaseLimits = { idleMs: Infinity, warningMs: Infinity };

export class Attending implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #stage: Stage;
  readonly #attended: Attended;
  #phase = waiting;
  #session: Session | undefined;
  #place: string | undefined;
  #listeners = new AbortController();
  #ticking: ReturnType<typeof setInterval> | undefined;
  #tickedAtMs = 0;
  /** What had the focus when somebody was asked. */
  #focused: HTMLElement | SVGElement | null = null;
  #spoken: SpokenWarning | undefined;
  /** The key that was an answer: where it comes up is nobody else's to hear. */
  #answered: string | undefined;

  constructor(host: ReactiveControllerHost, stage: Stage, attended: Attended) {
    this.#host = host;
    this.#stage = stage;
    this.#attended = attended;
    host.addController(this);
  }

  /** How long there is to answer, while somebody is asked. */
  get left(): TimeLeft | undefined {
    return timeLeft(this.#phase, this.#limits);
  }

  get isAsking(): boolean {
    return this.#phase.name === 'asking';
  }

  /** The visit ends, whoever wants it. */
  ended(): void {
    this.#happen({ kind: 'ended' });
  }

  hostConnected(): void {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    watchActivity((act) => this.#onAct(act), signal);
    window.addEventListener('keyup', (event) => this.#onKeyUp(event), { capture: true, signal });
    this.#tickedAtMs = performance.now();
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
  }

  hostDisconnected(): void {
    this.#listeners.abort();
    clearInterval(this.#ticking);
    this.#spoken?.end();
  }

  hostUpdated(): void {
    const session = this.#stage.session();
    const view = session?.content?.view;
    if (session === undefined || view === undefined) return;
    if (session !== this.#session) {
      this.#session = session;
      this.#place = undefined;
      this.#focused = null;
      this.#happen({ kind: 'fresh' });
    }
    const place = view === 'attract' || view === 'welcome' ? view : 'elsewhere';
    if (place === this.#place) return;
    this.#place = place;
    this.#happen({ kind: 'shown', place });
  }

  get #limits(): PhaseLimits {
    const visit = this.#attended.site()?.visit;
    if (visit === undefined) return NO_LIMITS;
    return { idleMs: visit.idleSeconds * 1000, warningMs: visit.warningSeconds * 1000 };
  }

  #tick(): void {
    const nowMs = performance.now();
    const ms = nowMs - this.#tickedAtMs;
    this.#tickedAtMs = nowMs;
    const { content, visit } = this.#stage.session() ?? {};
    // Whoever measures the screen is busy with a card and a rule; what a PIN has opened is not kept open for them.
    const isMeasuring = content?.view === 'calibrate' && visit?.isStaff === false;
    const isOccupied = this.#attended.isOccupied() || this.#spoken?.speaking === true || isMeasuring;
    this.#happen({ kind: 'passed', ms, isOccupied });
  }

  #onAct(act: Act): void {
    // What comes after the touch that answers is part of it; a hand on its way to the screen is no answer yet.
    if (this.isAsking && act.kind === 'move') return;
    if (this.isAsking && act.kind === 'key') this.#keep(act.event);
    this.#happen({ kind: 'acted' });
    this.#attended.acted();
  }

  /** A key that answers does nothing else, and lifts no cover; a socket of headphones is heard all the same (R9). */
  #keep(event: KeyboardEvent): void {
    const keypad = this.#attended.site()?.keypad;
    const action = keypad && keypadActionOf(event, keypad);
    if (action === 'headphonesIn' || action === 'headphonesOut') return;
    event.preventDefault();
    event.stopImmediatePropagation();
    this.#answered = event.code;
  }

  #onKeyUp(event: KeyboardEvent): void {
    if (event.code !== this.#answered) return;
    this.#answered = undefined;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  #happen(event: PhaseEvent): void {
    const [before, after] = [this.#phase, nextPhase(this.#phase, event, this.#limits)];
    const shown = this.left;
    this.#phase = after;
    if (shown?.steps !== this.left?.steps) this.#host.requestUpdate();
    if (after.name === before.name) return;
    if (after.name === 'asking') void this.#ask();
    if (before.name === 'asking') this.#stopAsking(after.name !== 'ending');
    if (after.name === 'ending' && event.kind === 'passed') this.#attended.end();
  }

  async #ask(): Promise<void> {
    const session = this.#stage.session();
    const sound = this.#attended.site()?.sound;
    if (session === undefined || sound === undefined) return;
    this.#focused = deepActiveElement();
    const { volume, readToMe, guidance } = session.visit.preferences;
    if (sound.chime) chime(levelOf(volume, sound.mostVolume));
    if (readToMe && !guidance) {
      this.#spoken = new SpokenWarning();
      void this.#spoken.say(session, this.#attended.maySay);
    }
    await this.#stage.drawn();
    if (!this.isAsking) return;
    const warning = this.#attended.warning();
    await warning?.updateComplete;
    warning?.focus();
  }

  #stopAsking(goesOn: boolean): void {
    this.#spoken?.end();
    this.#spoken = undefined;
    const focused = this.#focused;
    this.#focused = null;
    if (goesOn) void this.#stage.drawn().then(() => focused?.focus({ preventScroll: true }));
  }
}
