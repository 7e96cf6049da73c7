/**
 * What becomes of a page that goes away, as a pure table of events and decisions (L6). Time is counted in ticks of
 * the process that watches: a clock that jumps changes nothing, and a computer that slept, or a process that was
 * busy, has not missed what the page could not say meanwhile.
 */
import type { JournalFields } from '../journal-events.ts';

/** How often {@link step} is to be told of a tick. */
export const TICK_MS = 500;

const ticksOf = (seconds: number): number => Math.round((seconds * 1000) / TICK_MS);

/** Counted in ticks. */
export const limits = {
  /** A page that was well and says nothing for so long hangs. */
  silence: ticksOf(5),
  /** So long may a page take from being asked for to its first word; a slow machine with a cold disk needs its time. */
  opening: ticksOf(20),
  /** A quiet page has no script, and asks for the start every 30 s; one that has not asked twice is not there. */
  quiet: ticksOf(75),
  /** Losses within this time make a loop. */
  loop: ticksOf(60),
  /** Before the second page within a loop's time: long enough not to spin, and within L6's 3 s. */
  pause: ticksOf(1),
  /** Shorter than the 30 s after which the resting page would itself go on, in the session it has. */
  rest: ticksOf(25),
  /** Before a resting page that went away itself is opened again. */
  reopening: ticksOf(10),
} as const;

/** So many losses within {@link limits.loop} make a loop. */
export const LOSSES_OF_A_LOOP = 3;

/** What is opened: a visit's start, or the page that needs no script. */
export type Opened = 'visit' | 'resting';

/** Why a page went away. */
export type PageEnding = JournalFields<'page-gone'>['reason'];

/** What happens to the page. */
export type PageEvent =
  | { readonly kind: 'tick' }
  /** The page's own word, about once a second, that its script runs. */
  | { readonly kind: 'beat' }
  /** A document went out to it: the kiosk's own page, or one without script. */
  | { readonly kind: 'served'; readonly page: 'start' | 'quiet' }
  /** The shell has opened another visit, because the one before has ended. */
  | { readonly kind: 'renewed' }
  | { readonly kind: 'lost'; readonly reason: PageEnding };

type Phase =
  | { readonly name: 'opening' | 'well' | 'quiet'; readonly heardAt: number }
  | { readonly name: 'pausing'; readonly until: number }
  | { readonly name: 'resting'; readonly until: number; readonly reopenAt?: number };

/** Where the page stands; times are numbers of ticks. */
export interface PageLife {
  readonly tick: number;
  readonly phase: Phase;
  /** When pages were lost lately. */
  readonly losses: readonly number[];
  /** Whether there was a rest since a page was last well. */
  readonly hasRested: boolean;
}

/** What is to be noted for staff. */
export type PageNote = { readonly event: 'page-gone'; readonly reason: PageEnding } | { readonly event: 'page-back' };

/** What follows from an event: at most one page is opened, in place of the one that was there. */
export interface Step {
  readonly life: PageLife;
  readonly open?: Opened;
  readonly note?: PageNote;
}

/** A first visit that has just been opened. */
export const firstLife: PageLife = {
  tick: 0,
  phase: { name: 'opening', heardAt: 0 },
  losses: [],
  hasRested: false,
};

const lose = (life: PageLife, reason: PageEnding): Step => {
  const { tick, phase } = life;
  const note: PageNote = { event: 'page-gone', reason };
  // One page can go away in several ways at once; it is followed by one.
  if (phase.name === 'pausing') return { life };
  if (phase.name === 'resting') {
    if (phase.reopenAt !== undefined) return { life };
    return { life: { ...life, phase: { ...phase, reopenAt: tick + limits.reopening } }, note };
  }
  const losses = [...life.losses.filter((at) => tick - at < limits.loop), tick];
  const lost = { ...life, losses };
  if (losses.length >= LOSSES_OF_A_LOOP) {
    const resting: Phase = { name: 'resting', until: tick + limits.rest };
    return { life: { ...lost, phase: resting, hasRested: true }, open: 'resting', note };
  }
  if (losses.length > 1) return { life: { ...lost, phase: { name: 'pausing', until: tick + limits.pause } }, note };
  return { life: { ...lost, phase: { name: 'opening', heardAt: tick } }, open: 'visit', note };
};

const openVisit = (life: PageLife): Step => ({
  life: { ...life, phase: { name: 'opening', heardAt: life.tick } },
  open: 'visit',
});

const patience = { opening: limits.opening, well: limits.silence, quiet: limits.quiet } as const;
const silences = { opening: 'never-started', well: 'unresponsive', quiet: 'unresponsive' } as const;

const passTick = (before: PageLife): Step => {
  const life = { ...before, tick: before.tick + 1 };
  const { tick, phase } = life;
  switch (phase.name) {
    case 'pausing':
      return tick >= phase.until ? openVisit(life) : { life };
    case 'resting': {
      if (tick >= phase.until) return openVisit(life);
      if (phase.reopenAt === undefined || tick < phase.reopenAt) return { life };
      return { life: { ...life, phase: { name: 'resting', until: phase.until } }, open: 'resting' };
    }
    case 'opening':
    case 'well':
    case 'quiet':
      return tick - phase.heardAt >= patience[phase.name] ? lose(life, silences[phase.name]) : { life };
  }
};

/** Whether there is a page of a visit, well or not, that may still say something. */
const isOpen = ({ phase }: PageLife): boolean => phase.name !== 'pausing' && phase.name !== 'resting';

/** Takes one event. */
export const step = (life: PageLife, event: PageEvent): Step => {
  const { tick } = life;
  switch (event.kind) {
    case 'tick':
      return passTick(life);
    case 'lost':
      return lose(life, event.reason);
    case 'renewed':
      return isOpen(life) ? { life: { ...life, phase: { name: 'opening', heardAt: tick } } } : { life };
    case 'served': {
      if (!isOpen(life)) return { life };
      const name = event.page === 'start' ? 'opening' : 'quiet';
      return { life: { ...life, phase: { name, heardAt: tick } } };
    }
    case 'beat': {
      // The last word of a page that has been given up.
      if (!isOpen(life)) return { life };
      const well = { ...life, phase: { name: 'well', heardAt: tick } as const, hasRested: false };
      return life.hasRested ? { life: well, note: { event: 'page-back' } } : { life: well };
    }
  }
};
