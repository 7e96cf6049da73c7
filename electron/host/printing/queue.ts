/**
 * The print queue as a pure state machine (P4, P6): what happens goes in with the time, and the next queue comes out
 * with what is to be done. It holds tickets and states; documents are the driver's (`print-desk.ts`).
 */
import type { DeskTicket, PrinterNeed, PrintState, Ticket, TicketStatus } from '../../../renderer/host/printing.ts';
import type { JobState } from './printer.ts';

/** What a site has decided about its queue. */
export interface QueueRules {
  readonly mode: 'now' | 'hold';
  /** After so long without being printed, a ticket is no longer good. */
  readonly keepMs: number;
  readonly perVisit: number;
  readonly perHour: number;
  /** Tickets that may wait at once. */
  readonly length: number;
}

type End = 'sent' | 'printed' | 'failed' | 'expired' | 'cancelled';
type Phase = 'to-make' | 'making' | 'held' | 'to-send' | 'sending' | 'with-printer' | End;

/** A ticket and where its summary is. All times are of a clock that nobody can set. */
export interface Entry {
  readonly id: number;
  readonly ticket: Ticket;
  /** Which visit asked; absent for staff's own, and once that visit is over. */
  readonly visit?: number;
  /** Tells a summary that is asked for twice; forgotten with its visit. */
  readonly sameAs?: string;
  readonly askedAtMs: number;
  readonly phase: Phase;
  /** Whether it waits for the desk before it is sent. */
  readonly isHeld: boolean;
  readonly need?: PrinterNeed;
  readonly pages?: number;
  /** Not to be tried, or looked at, before this. */
  readonly dueAtMs: number;
  /** How often in a row the present step has not worked. */
  readonly failures: number;
  /** How often the printer itself has given the document up. */
  readonly givenUp: number;
  readonly endedAtMs?: number;
}

export interface Queue {
  readonly visit: number;
  readonly nextId: number;
  readonly entries: readonly Entry[];
  /** When visitors asked in the last hour. */
  readonly askedAtMs: readonly number[];
}

/** Something that happened. */
export type QueueEvent =
  | { readonly kind: 'asked'; readonly ticket: Ticket; readonly sameAs?: string; readonly byStaff: boolean }
  | { readonly kind: 'made'; readonly id: number; readonly pages?: number }
  | { readonly kind: 'not-made'; readonly id: number }
  | { readonly kind: 'handed'; readonly id: number; readonly isFollowed: boolean }
  | { readonly kind: 'not-handed'; readonly id: number; readonly need: PrinterNeed }
  | { readonly kind: 'job'; readonly id: number; readonly job: JobState }
  | { readonly kind: 'released'; readonly id: number }
  | { readonly kind: 'cancelled'; readonly id: number }
  | { readonly kind: 'visit-ended' }
  | { readonly kind: 'time' };

/**
 * Something to be done. `forget` comes once for each entry, when it ends: its document is overwritten, and what is
 * under way for it is called off. `withdraw`: the printer is to give back what it has.
 */
export interface QueueTask {
  readonly what: 'make' | 'send' | 'follow' | 'withdraw' | 'forget';
  readonly id: number;
}

export interface Turn {
  readonly queue: Queue;
  readonly tasks: readonly QueueTask[];
}

/** The queue of a kiosk that has just started: nothing outlives a restart. */
export const emptyQueue: Queue = { visit: 1, nextId: 1, entries: [], askedAtMs: [] };

const SECOND_MS = 1000;
const HOUR_MS = 3600 * SECOND_MS;

/** A document that could not be made is made once more, and no more. */
const MOST_MAKINGS = 2;
/** A document that the printer gives up is sent again so often in all. */
const MOST_SENDINGS = 3;
const FOLLOW_EVERY_MS = 2 * SECOND_MS;
/** How long a ticket that has ended can still be seen at the desk, and its number is not given again. */
const SHOWN_AFTER_END_MS = 15 * 60 * SECOND_MS;
/** A second press within so long after the first is the same wish, whatever has become of it. */
const SAME_PRESS_MS = 5 * SECOND_MS;

/** Until the next try: longer each time, a minute at most. */
export const backOffMs = (failures: number): number => Math.min(60, 5 * 2 ** Math.max(0, failures - 1)) * SECOND_MS;

const ends: ReadonlySet<Phase> = new Set<End>(['sent', 'printed', 'failed', 'expired', 'cancelled']);

/** Whether a ticket's summary is still to be printed. */
export const isLive = ({ phase }: Entry): boolean => !ends.has(phase);

/** The state that a visitor and the desk are told. */
export const stateOf = ({ phase, need }: Entry): PrintState => {
  switch (phase) {
    case 'to-make':
    case 'making':
      return 'queued';
    case 'to-send':
      return need === undefined ? 'queued' : 'waiting';
    case 'sending':
      // A try after others is no news to anybody until it has worked.
      return need === undefined ? 'sending' : 'waiting';
    case 'with-printer':
      return need === undefined ? 'printing' : 'waiting';
    default:
      return phase;
  }
};

export const statusOf = (entry: Entry): TicketStatus => {
  const state = stateOf(entry);
  return {
    ticket: entry.ticket,
    state,
    ...(state === 'waiting' && entry.need !== undefined && { need: entry.need }),
  };
};

export const deskTicketOf = (entry: Entry, nowMs: number): DeskTicket => ({
  ...statusOf(entry),
  ...(entry.pages !== undefined && { pages: entry.pages }),
  ageSeconds: Math.max(0, Math.floor((nowMs - entry.askedAtMs) / SECOND_MS)),
});

const withinHour = (times: readonly number[], nowMs: number): readonly number[] =>
  times.filter((atMs) => nowMs - atMs < HOUR_MS);

/** Why a visitor cannot have a ticket now; nothing when they can. What failed or was taken back does not count against a visit. */
export const refusalOf = (
  { entries, visit, askedAtMs }: Queue,
  rules: QueueRules,
  nowMs: number,
  byStaff = false,
): 'visit-limit' | 'hour-limit' | 'queue-full' | undefined => {
  if (entries.filter(isLive).length >= rules.length) return 'queue-full';
  if (byStaff) return undefined;
  const ofVisit = entries.filter((entry) => entry.visit === visit && !isInVain(entry));
  if (ofVisit.length >= rules.perVisit) return 'visit-limit';
  return withinHour(askedAtMs, nowMs).length >= rules.perHour ? 'hour-limit' : undefined;
};

const isInVain = ({ phase }: Entry): boolean => phase === 'failed' || phase === 'expired' || phase === 'cancelled';

/** The ticket that this visit has already for the very same summary: a press that comes twice is one wish. */
export const alreadyAsked = ({ entries, visit }: Queue, sameAs: string, nowMs: number): Entry | undefined =>
  entries.find(
    (entry) =>
      entry.visit === visit &&
      entry.sameAs === sameAs &&
      (isLive(entry) || (!isInVain(entry) && nowMs - entry.askedAtMs < SAME_PRESS_MS)),
  );

const without = ({ need: _need, ...entry }: Entry): Entry => entry;

const ended = (entry: Entry, phase: End, nowMs: number): Entry => ({ ...without(entry), phase, endedAtMs: nowMs });

const tryLater = (entry: Entry, phase: Phase, nowMs: number): Entry => {
  const failures = entry.failures + 1;
  return { ...entry, phase, failures, dueAtMs: nowMs + backOffMs(failures) };
};

const afterJob = (entry: Entry, job: JobState, nowMs: number): Entry => {
  switch (job.state) {
    case 'printed':
      return ended(entry, 'printed', nowMs);
    case 'gone':
      return ended(entry, 'sent', nowMs);
    case 'cancelled':
      return ended(entry, 'cancelled', nowMs);
    case 'failed': {
      const givenUp = entry.givenUp + 1;
      if (givenUp >= MOST_SENDINGS) return ended(entry, 'failed', nowMs);
      return { ...tryLater(entry, 'to-send', nowMs), givenUp, need: 'unknown' };
    }
    case 'printing':
      return {
        ...without(entry),
        ...(job.need !== undefined && { need: job.need }),
        phase: 'with-printer',
        dueAtMs: nowMs + FOLLOW_EVERY_MS,
      };
  }
};

/** What an event makes of the entry that it is about. An event that comes too late changes nothing. */
const changed = (entry: Entry, event: QueueEvent, nowMs: number): Entry => {
  if (!isLive(entry)) return entry;
  const { phase } = entry;
  switch (event.kind) {
    case 'made':
      if (phase !== 'making') return entry;
      return {
        ...entry,
        ...(event.pages !== undefined && { pages: event.pages }),
        phase: entry.isHeld ? 'held' : 'to-send',
        dueAtMs: nowMs,
        failures: 0,
      };
    case 'not-made':
      if (phase !== 'making') return entry;
      return entry.failures + 1 >= MOST_MAKINGS ? ended(entry, 'failed', nowMs) : tryLater(entry, 'to-make', nowMs);
    case 'handed':
      if (phase !== 'sending') return entry;
      return event.isFollowed
        ? { ...without(entry), phase: 'with-printer', dueAtMs: nowMs, failures: 0 }
        : ended(entry, 'sent', nowMs);
    case 'not-handed':
      return phase === 'sending' ? { ...tryLater(entry, 'to-send', nowMs), need: event.need } : entry;
    case 'job':
      return phase === 'with-printer' ? afterJob(entry, event.job, nowMs) : entry;
    case 'released':
      if (phase === 'held') return { ...entry, phase: 'to-send', isHeld: false, dueAtMs: nowMs };
      // While its document is being made it will not be held; a printer that was mended is tried at once.
      return { ...entry, isHeld: false, dueAtMs: phase === 'to-send' ? nowMs : entry.dueAtMs };
    case 'cancelled':
      return ended(entry, 'cancelled', nowMs);
    default:
      return entry;
  }
};

/** A ticket expires while it waits. What is on its way is left to come out. */
const isExpired = (entry: Entry, rules: QueueRules, nowMs: number): boolean =>
  nowMs - entry.askedAtMs >= rules.keepMs &&
  isLive(entry) &&
  (entry.phase !== 'with-printer' || entry.need !== undefined) &&
  entry.phase !== 'sending';

const withoutVisit = ({ visit: _visit, sameAs: _sameAs, ...entry }: Entry): Entry => entry;

const received = (queue: Queue, event: QueueEvent, rules: QueueRules, nowMs: number): Queue => {
  if (event.kind === 'visit-ended')
    return { ...queue, visit: queue.visit + 1, entries: queue.entries.map(withoutVisit) };
  if (event.kind === 'time') return queue;
  if (event.kind !== 'asked')
    return {
      ...queue,
      entries: queue.entries.map((entry) => (entry.id === event.id ? changed(entry, event, nowMs) : entry)),
    };
  const entry: Entry = {
    id: queue.nextId,
    ticket: event.ticket,
    ...(!event.byStaff && { visit: queue.visit }),
    ...(event.sameAs !== undefined && { sameAs: event.sameAs }),
    askedAtMs: nowMs,
    phase: 'to-make',
    isHeld: rules.mode === 'hold' && !event.byStaff,
    dueAtMs: nowMs,
    failures: 0,
    givenUp: 0,
  };
  return {
    ...queue,
    nextId: queue.nextId + 1,
    entries: [...queue.entries, entry],
    askedAtMs: event.byStaff ? queue.askedAtMs : [...queue.askedAtMs, nowMs],
  };
};

/** Begins what is due: one document is made at a time, and one is sent at a time, the oldest first. */
const begun = (entries: readonly Entry[], nowMs: number): { entries: readonly Entry[]; tasks: QueueTask[] } => {
  const tasks: QueueTask[] = [];
  const start = (from: Phase, to: Phase, what: 'make' | 'send') => {
    if (entries.some(({ phase }) => phase === to)) return;
    const next = entries.find(({ phase, dueAtMs }) => phase === from && dueAtMs <= nowMs);
    if (next === undefined) return;
    tasks.push({ what, id: next.id });
    entries = entries.map((entry) => (entry === next ? { ...entry, phase: to } : entry));
  };
  start('to-make', 'making', 'make');
  start('to-send', 'sending', 'send');
  entries = entries.map((entry) => {
    if (entry.phase !== 'with-printer' || entry.dueAtMs > nowMs) return entry;
    tasks.push({ what: 'follow', id: entry.id });
    // Nothing further until the printer has answered, unless it never does.
    return { ...entry, dueAtMs: nowMs + 30 * SECOND_MS };
  });
  return { entries, tasks };
};

/** One turn of the queue. */
export const turn = (before: Queue, event: QueueEvent, rules: QueueRules, nowMs: number): Turn => {
  const queue = received(before, event, rules, nowMs);
  const settled = queue.entries
    .map((entry) => (isExpired(entry, rules, nowMs) ? ended(entry, 'expired', nowMs) : entry))
    .filter(({ endedAtMs }) => endedAtMs === undefined || nowMs - endedAtMs < SHOWN_AFTER_END_MS);
  const { entries, tasks } = begun(settled, nowMs);
  const over = before.entries.filter(
    (was) => isLive(was) && !entries.some((entry) => entry.id === was.id && isLive(entry)),
  );
  return {
    queue: { ...queue, entries, askedAtMs: withinHour(queue.askedAtMs, nowMs) },
    tasks: [
      ...over.flatMap(({ id }): readonly QueueTask[] => {
        const state = entries.find((entry) => entry.id === id)?.phase;
        const isCalledOff = state === 'cancelled' || state === 'expired';
        return [...(isCalledOff ? [{ what: 'withdraw', id } as const] : []), { what: 'forget', id }];
      }),
      ...tasks,
    ],
  };
};
