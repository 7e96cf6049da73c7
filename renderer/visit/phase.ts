/**
 * Where a visit is in its life, in words a nurse would use (X1–X3). Pure: time comes in as what has passed, never as
 * a date, so that a clock that is set, or runs backwards, ends no visit and keeps none.
 */

/** How long the site lets a visit wait, as it is told to visitors. */
export type { VisitRules } from '../host/contract.ts';

/**
 * `waiting`: the attract screen, and nobody. `welcome`: somebody is at the first-use card. `asking`: ‘Are you still
 * there?’. `ending`: all that belonged to the visit is being dropped; nothing but a fresh start follows.
 */
export type PhaseName = 'waiting' | 'welcome' | 'visiting' | 'asking' | 'ending';

export interface Phase {
  readonly name: PhaseName;
  /** Where an answer leads back to. */
  readonly before: 'welcome' | 'visiting';
  /** For how long nobody has done anything; while asking, how much of the time to answer has gone. */
  readonly quietMs: number;
  /** For how long a voice has been heard, or something else was under way, since anybody last did anything. */
  readonly occupiedMs: number;
}

/** What happens to a visit. */
export type PhaseEvent =
  /** A view of a fresh visit is on the screen, with nothing of the one before. */
  | { readonly kind: 'fresh' }
  /** The visitor has come to another place. */
  | { readonly kind: 'shown'; readonly place: 'attract' | 'welcome' | 'elsewhere' }
  /** Somebody has done something. */
  | { readonly kind: 'acted' }
  /** Time has gone by. `isOccupied`: the visitor listens, or waits for what they have asked for. */
  | { readonly kind: 'passed'; readonly ms: number; readonly isOccupied: boolean }
  /** The visitor has pressed End my visit. */
  | { readonly kind: 'ended' };

/** How long a visit waits. Longer ones, for somebody who sits alongside a visitor, are another value. */
export interface PhaseLimits {
  readonly idleMs: number;
  readonly warningMs: number;
}

/** More than any page takes at half the speed: a voice that is stuck does not keep a visit for ever. */
export const MOST_OCCUPIED_MS = 60 * 60_000;

/** While asking, a longer gap counts as this: in a computer that slept, nobody could have answered. */
export const MOST_STEP_MS = 5000;

export const waiting: Phase = { name: 'waiting', before: 'welcome', quietMs: 0, occupiedMs: 0 };

type Change<Kind extends PhaseEvent['kind']> = (
  phase: Phase,
  event: Extract<PhaseEvent, { kind: Kind }>,
  limits: PhaseLimits,
) => Phase;

type Changes = { readonly [Kind in PhaseEvent['kind']]: Change<Kind> };

const stay = (phase: Phase): Phase => phase;

const attend = ({ name, before }: Phase): Phase => ({ name, before, quietMs: 0, occupiedMs: 0 });

const goOn = ({ before }: Phase): Phase => attend({ ...waiting, name: before, before });

const end = (phase: Phase): Phase => attend({ ...phase, name: 'ending' });

const arrive: Change<'shown'> = (phase, { place }) => {
  if (place === 'attract') return waiting;
  const name = place === 'welcome' ? 'welcome' : 'visiting';
  return { ...phase, name, before: name };
};

/** What arrives late, while asking, is where an answer leads back to. */
const arriveBeneath: Change<'shown'> = (phase, event, limits) => ({
  ...arrive(phase, event, limits),
  name: event.place === 'attract' ? 'waiting' : 'asking',
});

/** Time only ever goes forward; anything else is none. */
const forward = (ms: number): number => (ms > 0 ? ms : 0);

const wait: Change<'passed'> = (phase, { ms, isOccupied }, { idleMs }) => {
  if (isOccupied && phase.occupiedMs < MOST_OCCUPIED_MS)
    return { ...phase, quietMs: 0, occupiedMs: phase.occupiedMs + forward(ms) };
  const quietMs = phase.quietMs + forward(ms);
  return quietMs < idleMs ? { ...phase, quietMs } : { ...phase, name: 'asking', quietMs: 0 };
};

const waitForAnswer: Change<'passed'> = (phase, { ms, isOccupied }, { warningMs }) => {
  const step = Math.min(forward(ms), MOST_STEP_MS);
  if (isOccupied && phase.occupiedMs < MOST_OCCUPIED_MS) return { ...phase, occupiedMs: phase.occupiedMs + step };
  const quietMs = phase.quietMs + step;
  return quietMs < warningMs ? { ...phase, quietMs } : end(phase);
};

const begin = (): Phase => waiting;

const underWay: Changes = { fresh: begin, shown: arrive, acted: attend, passed: wait, ended: end };

/** Every change there is. */
const changes: Readonly<Record<PhaseName, Changes>> = {
  waiting: { fresh: begin, shown: arrive, acted: stay, passed: stay, ended: end },
  welcome: underWay,
  visiting: underWay,
  asking: { fresh: begin, shown: arriveBeneath, acted: goOn, passed: waitForAnswer, ended: end },
  ending: { fresh: begin, shown: stay, acted: stay, passed: stay, ended: stay },
};

/** What an event makes of a phase. Any event may come at any time. */
export function nextPhase(phase: Phase, event: PhaseEvent, limits: PhaseLimits): Phase {
  const change = changes[phase.name][event.kind] as Change<PhaseEvent['kind']>;
  return change(phase, event, limits);
}

/** The time that is left to answer, as it is told: in few steps, so that nothing on the screen runs. */
export interface TimeLeft {
  /** Rounded up to the step. */
  readonly seconds: number;
  /** Steps that are left, and steps in all. */
  readonly steps: number;
  readonly ofSteps: number;
}

/** How much time is left to answer; `undefined` while nobody is asked. */
export function timeLeft({ name, quietMs }: Phase, { warningMs }: PhaseLimits): TimeLeft | undefined {
  if (name !== 'asking') return undefined;
  const stepSeconds = warningMs <= 60_000 ? 10 : 30;
  const steps = Math.ceil((warningMs - quietMs) / 1000 / stepSeconds);
  return {
    seconds: Math.min(Math.round(warningMs / 1000), steps * stepSeconds),
    steps,
    ofSteps: Math.ceil(warningMs / 1000 / stepSeconds),
  };
}
