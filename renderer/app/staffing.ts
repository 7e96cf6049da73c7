/**
 * Staff at the screen (V1): asks the host what their PIN opens, and keeps what it has opened in memory, for as long as
 * the visit that is theirs. A PIN passes through here and is not kept, but for the first of the two that choose one.
 */
import type { ReactiveControllerHost } from 'lit';
import type { StaffCommand } from '../components/events.ts';
import type { Calibration, HostApi, KioskDescription, Reply, StaffKiosk } from '../host/contract.ts';
import { pixelsPerMmOf } from '../visit/calibration.ts';
import { type ChoiceFault, type PinFault, STAFF_LIMITS, type StaffState } from '../visit/staff.ts';

/** What staffing needs of the interface around it. */
export interface Staffed {
  readonly host: () => HostApi | undefined;
  /** Drops the visitor’s visit and begins one of the staff’s. */
  readonly begin: () => void;
  /** Ends the visit; a fresh start follows. */
  readonly end: () => void;
}

interface Session {
  readonly token: string;
  readonly kiosk: StaffKiosk;
}

/** The host hears that staff are at it no more often than this. */
const STAY_MS = 20_000;

const TICK_MS = 1000;

const choosing = (isAgain: boolean, fault?: ChoiceFault): StaffState => ({ kind: 'choosing', isAgain, fault });

export class Staffing {
  readonly #element: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #staffed: Staffed;
  #state: StaffState = { kind: 'gate' };
  #session: Session | undefined;
  /** The first of two, until the second is there. */
  #first: string | undefined;
  /** Changes with each visit: what the host answers to an earlier one is nobody’s any more. */
  #visit = 0;
  #isStaff = false;
  #isAsking = false;
  #stayedAtMs = 0;
  #waiting: ReturnType<typeof setInterval> | undefined;

  constructor(element: Pick<ReactiveControllerHost, 'requestUpdate'>, staffed: Staffed) {
    this.#element = element;
    this.#staffed = staffed;
  }

  get state(): StaffState {
    return this.#state;
  }

  /** What is known of the screen, for whoever may measure it: staff who have entered, or all where the host was started for it. */
  calibrationOf(site: KioskDescription): Calibration | undefined {
    return this.#session?.kiosk.calibration ?? site.calibration;
  }

  /** What the visit is held to: staff have times of their own, and nothing ends by itself once the kiosk is to go. */
  held(site: KioskDescription | undefined): KioskDescription | undefined {
    if (site === undefined || !this.#isStaff) return site;
    return this.isLeaving ? undefined : { ...site, visit: STAFF_LIMITS };
  }

  /** What staff who have entered ask the host with. */
  get token(): string | undefined {
    return this.#session?.token;
  }

  /** Whether staff are at their own screen, with a PIN that served. */
  get isInside(): boolean {
    return this.#state.kind === 'inside';
  }

  /** Whether the kiosk is about to go: nothing is to happen by itself any more. */
  get isLeaving(): boolean {
    return this.#state.kind === 'restarting' || this.#state.kind === 'closed';
  }

  /** A visit begins, and nothing of the one before is left. */
  visitBegins(isStaff: boolean): void {
    const token = this.#session?.token;
    if (token !== undefined) void this.#staffed.host()?.leaveStaff({ token });
    this.#visit += 1;
    this.#isStaff = isStaff;
    this.#session = undefined;
    this.#first = undefined;
    this.#isAsking = false;
    this.#show({ kind: isStaff ? 'looking' : 'gate' });
    if (isStaff) void this.#look();
  }

  /** Somebody has done something at the screen. */
  acted(): void {
    const token = this.#session?.token;
    const nowMs = performance.now();
    if (token === undefined || nowMs - this.#stayedAtMs < STAY_MS) return;
    this.#stayedAtMs = nowMs;
    void this.#ask((host) => host.stayStaff({ token })).then((reply) => this.isOut(reply));
  }

  /** A token that serves no more: the PIN is asked for again. @returns whether it was so */
  isOut(reply: Reply<unknown> | undefined): boolean {
    if (reply === undefined || reply.ok || reply.error.code !== 'refused') return false;
    this.#session = undefined;
    void this.#look('late');
    return true;
  }

  /** The screen was measured. @returns the site as it is from now on; what is known of its screen stays where it was told */
  measured(site: KioskDescription, calibration: Calibration): KioskDescription {
    if (this.#session !== undefined)
      this.#session = { ...this.#session, kiosk: { ...this.#session.kiosk, calibration } };
    const pixelsPerMm = pixelsPerMmOf(calibration.pixelsPerInch);
    return { ...site, pixelsPerMm, ...(site.calibration !== undefined && { calibration }) };
  }

  do(command: StaffCommand): void {
    if (command === 'begin') this.#staffed.begin();
    else if (command === 'finish') this.#staffed.end();
    else void this.#leave(command);
  }

  /** Takes a PIN that was entered: to choose it, or to enter with it. */
  async take(pin: string): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const visit = this.#visit;
    if (this.#state.kind === 'choosing') await this.#choose(pin);
    else if (this.#state.kind === 'entering') await this.#enter(pin);
    if (visit === this.#visit) this.#isAsking = false;
  }

  async #choose(pin: string): Promise<void> {
    const first = this.#first;
    this.#first = first === undefined ? pin : undefined;
    if (first === undefined) this.#show(choosing(true));
    else if (first !== pin) this.#show(choosing(false, 'differs'));
    else await this.#keep(pin);
  }

  async #keep(pin: string): Promise<void> {
    const reply = await this.#ask((host) => host.choosePin({ pin }));
    if (reply?.ok === false) await this.#look();
    else if (reply?.value.chosen === false) this.#show(choosing(false, reply.value.weakness));
    else if (reply !== undefined) await this.#enter(pin);
  }

  async #enter(pin: string): Promise<void> {
    const reply = await this.#ask((host) => host.enterPin({ role: 'technician', pin }));
    if (reply?.ok === false) await this.#look();
    else if (reply?.value.entered === false) this.#showEntering('wrong', reply.value);
    else if (reply !== undefined) this.#begin(reply.value);
  }

  #begin(session: Session): void {
    this.#session = session;
    this.#stayedAtMs = performance.now();
    this.#show({ kind: 'inside', productVersion: session.kiosk.productVersion, hasFailed: false });
  }

  async #leave(how: 'restart' | 'exit'): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    const reply = await this.#ask((host) => host[how]({ token: session.token }));
    if (reply?.ok === true) this.#show({ kind: how === 'restart' ? 'restarting' : 'closed' });
    else if (reply !== undefined && !this.isOut(reply))
      this.#show({ kind: 'inside', productVersion: session.kiosk.productVersion, hasFailed: true });
  }

  /** Asks the host how things are. */
  async #look(fault?: PinFault): Promise<void> {
    const reply = await this.#ask((host) => host.pinStatus({}));
    if (reply === undefined) return;
    if (!reply.ok) this.#show({ kind: 'unavailable' });
    else if (reply.value.pin === 'none') this.#show(choosing(false));
    else if (reply.value.pin === 'damaged') this.#show({ kind: 'damaged' });
    else this.#showEntering(fault, reply.value);
  }

  #showEntering(
    fault: PinFault | undefined,
    tries: { readonly triesLeft: number; readonly waitSeconds: number },
  ): void {
    const { triesLeft, waitSeconds } = tries;
    this.#show({ kind: 'entering', fault, triesLeft, waitSeconds });
    if (waitSeconds === 0) return;
    const untilMs = performance.now() + waitSeconds * 1000;
    this.#waiting = setInterval(() => {
      const left = Math.ceil((untilMs - performance.now()) / 1000);
      // The host counts, and not this page: it is asked whether the wait is over.
      if (left > 0) this.#redraw({ kind: 'entering', fault, triesLeft, waitSeconds: left });
      else if (!this.#isAsking) void this.#look();
    }, TICK_MS);
  }

  #show(state: StaffState): void {
    clearInterval(this.#waiting);
    this.#redraw(state);
  }

  #redraw(state: StaffState): void {
    this.#state = state;
    this.#element.requestUpdate();
  }

  /** Asks the host; `undefined` where there is none, or when the visit has gone by the time it answers. */
  async #ask<Value>(question: (host: HostApi) => Promise<Reply<Value>>): Promise<Reply<Value> | undefined> {
    const host = this.#staffed.host();
    const visit = this.#visit;
    const reply = host && (await question(host));
    return visit === this.#visit ? reply : undefined;
  }
}
