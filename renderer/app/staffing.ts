/**
 * Staff at the screen (V1): asks the host what their PIN opens, and keeps what it has opened in memory, for as long as
 * the visit that is theirs, or that a volunteer shares. A PIN passes through here and is not kept, but for the first of the two that choose one.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { StaffCommand } from '../components/events.ts';
import type { Calibration, HostApi, KioskDescription, Reply, StaffKiosk, StaffRole } from '../host/contract.ts';
import { pixelsPerMmOf } from '../visit/calibration.ts';
import { type ChoiceFault, type PinFault, STAFF_LIMITS, type StaffOutcome, type StaffState } from '../visit/staff.ts';

/** What staffing needs of the interface around it. */
export interface Staffed {
  readonly host: () => HostApi | undefined;
  /** Drops the visitor’s visit and begins one of the staff’s. */
  readonly begin: () => void;
  /** Ends the visit; a fresh start follows. */
  readonly end: () => void;
  /** Goes to the staff’s screen within the visit. */
  readonly go: () => void;
  /** Whether the staff’s screen is what is shown. */
  readonly isShown: () => boolean;
  /** A volunteer has entered during a visitor’s visit. */
  readonly sitDown: () => void;
  /** Locks the screen, to be wiped. */
  readonly clean: () => void;
  /** The loudest step is so loud from now on, in per cent. */
  readonly limited: (percent: number) => void;
}

interface Session {
  readonly role: StaffRole;
  readonly token: string;
  /** A technician’s. */
  readonly kiosk: StaffKiosk | undefined;
}

/** The host hears that staff are at it no more often than this. */
const STAY_MS = 20_000;

const TICK_MS = 1000;

export class Staffing implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #staffed: Staffed;
  #state: StaffState = { kind: 'gate' };
  /** Whose PIN is asked for. */
  #role: StaffRole = 'technician';
  #session: Session | undefined;
  #wasShown = false;
  /** The first of two, until the second is there. */
  #first: string | undefined;
  /** Changes with each visit: what the host answers to an earlier one is nobody’s any more. */
  #visit = 0;
  #isStaff = false;
  #isAsking = false;
  #stayedAtMs = 0;
  #waiting: ReturnType<typeof setInterval> | undefined;

  constructor(element: ReactiveControllerHost, staffed: Staffed) {
    this.#element = element;
    this.#staffed = staffed;
    element.addController(this);
  }

  /** A volunteer who turned away from entering the PIN finds the way in as it was. */
  hostUpdated(): void {
    const isShown = this.#staffed.isShown();
    if (this.#wasShown && !isShown && !this.#isStaff && this.#session === undefined && this.#state.kind !== 'gate')
      this.#show({ kind: 'gate' });
    this.#wasShown = isShown;
  }

  get state(): StaffState {
    return this.#state;
  }

  /** What is known of the screen, for whoever may measure it: staff who have entered, or all where the host was started for it. */
  calibrationOf(site: KioskDescription): Calibration | undefined {
    return this.#session?.kiosk?.calibration ?? site.calibration;
  }

  /** What the visit is held to: staff and volunteers have times of their own, and nothing ends by itself once the kiosk is to go. */
  held(site: KioskDescription | undefined, isAlongside: boolean): KioskDescription | undefined {
    if (site === undefined) return undefined;
    if (isAlongside) return { ...site, visit: { ...site.visit, idleSeconds: site.visit.alongsideSeconds } };
    if (!this.#isStaff) return site;
    return this.isLeaving ? undefined : { ...site, visit: { ...site.visit, ...STAFF_LIMITS } };
  }

  /** What staff who have entered ask the host with. */
  get token(): string | undefined {
    return this.#session?.token;
  }

  /** What is known of the kiosk, for technicians who have entered. */
  get kiosk(): StaffKiosk | undefined {
    return this.#session?.kiosk;
  }

  /** Whether staff are at their own screen, with a PIN that served. */
  get isInside(): boolean {
    return this.#state.kind === 'inside';
  }

  /** Whether the kiosk is about to go: nothing is to happen by itself any more. */
  get isLeaving(): boolean {
    return this.#state.kind === 'restarting' || this.#state.kind === 'closed';
  }

  /** A visit begins, and nothing of the one before is left but the volunteer who goes on with it. */
  visitBegins({ isStaff, isAlongside }: { readonly isStaff: boolean; readonly isAlongside: boolean }): void {
    this.#visit += 1;
    this.#isStaff = isStaff;
    this.#first = undefined;
    this.#isAsking = false;
    if (isAlongside) return;
    const token = this.#session?.token;
    if (token !== undefined) void this.#staffed.host()?.leaveStaff({ token });
    this.#session = undefined;
    this.#role = 'technician';
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
    const kiosk = this.#session?.kiosk;
    if (this.#session !== undefined && kiosk !== undefined)
      this.#session = { ...this.#session, kiosk: { ...kiosk, calibration } };
    const pixelsPerMm = pixelsPerMmOf(calibration.pixelsPerInch);
    return { ...site, pixelsPerMm, ...(site.calibration !== undefined && { calibration }) };
  }

  do(command: StaffCommand): void {
    switch (command) {
      case 'begin':
        return this.#staffed.begin();
      case 'finish':
        return this.#staffed.end();
      case 'alongside':
        return this.#askVolunteer();
      case 'give-pin':
        return this.#show({ kind: 'choosing', role: 'volunteer', isAgain: false, fault: undefined });
      case 'keep-pin':
        return this.#showInside();
      case 'clean':
        return this.#staffed.clean();
      case 'restart':
      case 'exit':
        return void this.#leave(command);
    }
  }

  /** Limits how loud the kiosk can be made. */
  async limit(percent: number): Promise<void> {
    const token = this.#session?.token;
    if (token === undefined) return;
    const reply = await this.#ask((host) => host.saveMostVolume({ token, percent }));
    if (reply === undefined || this.isOut(reply)) return;
    if (reply.ok) this.#staffed.limited(percent);
    this.#showInside(reply.ok ? undefined : 'failed');
  }

  /** Takes a PIN that was entered: to choose it, or to enter with it. */
  async take(pin: string): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const visit = this.#visit;
    if (this.#state.kind === 'choosing') await this.#choose(pin, this.#state.role);
    else if (this.#state.kind === 'entering') await this.#enter(pin);
    if (visit === this.#visit) this.#isAsking = false;
  }

  /** Asks a volunteer for the PIN, within the visitor’s visit: whoever came by chance goes back to it. */
  #askVolunteer(): void {
    if (this.#isStaff || this.#session !== undefined) return;
    this.#role = 'volunteer';
    this.#show({ kind: 'looking' });
    if (!this.#staffed.isShown()) this.#staffed.go();
    void this.#look();
  }

  async #choose(pin: string, role: StaffRole): Promise<void> {
    const first = this.#first;
    this.#first = first === undefined ? pin : undefined;
    if (first === undefined) this.#show({ kind: 'choosing', role, isAgain: true, fault: undefined });
    else if (first !== pin) this.#show({ kind: 'choosing', role, isAgain: false, fault: 'differs' });
    else await this.#keep(pin, role);
  }

  async #keep(pin: string, role: StaffRole): Promise<void> {
    const token = this.#session?.token ?? '';
    const reply = await this.#ask((host) =>
      role === 'technician' ? host.choosePin({ pin }) : host.giveVolunteersPin({ token, pin }),
    );
    if (reply === undefined || (role === 'volunteer' && this.isOut(reply))) return;
    const weakness: ChoiceFault | undefined = reply.ok && !reply.value.chosen ? reply.value.weakness : undefined;
    if (weakness !== undefined) this.#show({ kind: 'choosing', role, isAgain: false, fault: weakness });
    else if (role === 'volunteer') this.#showInside(reply.ok ? 'pin-given' : 'failed');
    else if (reply.ok) await this.#enter(pin);
    else await this.#look();
  }

  async #enter(pin: string): Promise<void> {
    const role = this.#role;
    const reply = await this.#ask((host) => host.enterPin({ role, pin }));
    if (reply?.ok === false) await this.#look();
    else if (reply?.value.entered === false) this.#showEntering('wrong', reply.value);
    else if (reply !== undefined) this.#begin({ role, token: reply.value.token, kiosk: reply.value.kiosk });
  }

  #begin(session: Session): void {
    this.#session = session;
    this.#stayedAtMs = performance.now();
    this.#showInside();
    if (session.role === 'volunteer') this.#staffed.sitDown();
  }

  async #leave(how: 'restart' | 'exit'): Promise<void> {
    const session = this.#session;
    if (session === undefined) return;
    const reply = await this.#ask((host) => host[how]({ token: session.token }));
    if (reply?.ok === true) this.#show({ kind: how === 'restart' ? 'restarting' : 'closed' });
    else if (reply !== undefined && !this.isOut(reply)) this.#showInside('failed');
  }

  /** Asks the host how things are. */
  async #look(fault?: PinFault): Promise<void> {
    const role = this.#role;
    const reply = await this.#ask((host) => host.pinStatus({ role }));
    if (reply === undefined) return;
    if (reply.ok && reply.value.pin === 'set') this.#showEntering(fault, reply.value);
    else if (role === 'volunteer') this.#show({ kind: 'no-volunteers' });
    else if (!reply.ok) this.#show({ kind: 'unavailable' });
    else if (reply.value.pin === 'none') this.#show({ kind: 'choosing', role, isAgain: false, fault: undefined });
    else this.#show({ kind: 'damaged' });
  }

  #showInside(outcome?: StaffOutcome): void {
    if (this.#session !== undefined) this.#show({ kind: 'inside', role: this.#session.role, outcome });
  }

  #showEntering(
    fault: PinFault | undefined,
    tries: { readonly triesLeft: number; readonly waitSeconds: number },
  ): void {
    const { triesLeft, waitSeconds } = tries;
    const role = this.#role;
    this.#show({ kind: 'entering', role, fault, triesLeft, waitSeconds });
    if (waitSeconds === 0) return;
    const untilMs = performance.now() + waitSeconds * 1000;
    this.#waiting = setInterval(() => {
      const left = Math.ceil((untilMs - performance.now()) / 1000);
      // The host counts, and not this page: it is asked whether the wait is over.
      if (left > 0) this.#redraw({ kind: 'entering', role, fault, triesLeft, waitSeconds: left });
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
