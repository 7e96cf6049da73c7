/** The print queue at work: it asks the state machine what to do, makes documents, and gives them to the printer (P3–P6). */
import { createHmac, randomBytes, randomInt } from 'node:crypto';
import type {
  DeskList,
  DeskPrinter,
  PrinterNeed,
  PrintJob,
  PrintOutcome,
  Summary,
  Ticket,
  TicketStatus,
} from '../../../renderer/host/printing.ts';
import type { Journal } from '../journal.ts';
import type { SupervisorWorld } from '../recovery/supervisor.ts';
import { type Held, isPdf, letGo, type MakePdf, overwrite, pagesOf } from './documents.ts';
import type { LostPrints } from './lost-prints.ts';
import type { Handing, JobState, Printer } from './printer.ts';
import {
  alreadyAsked,
  deskTicketOf,
  emptyQueue,
  type Entry,
  isLive,
  type QueueEvent,
  type QueueRules,
  type QueueTask,
  refusalOf,
  statusOf,
  turn,
} from './queue.ts';
import { chooseTicket, isSameTicket } from './tickets.ts';

/** What the print desk needs of the world. */
export interface PrintDeskOptions {
  readonly rules: QueueRules;
  readonly printer: Printer;
  readonly kind: DeskPrinter['kind'];
  readonly makePdf: MakePdf;
  /** All that a job holds beside its summary and its ticket, as it is at that moment. */
  readonly site: () => Omit<PrintJob, 'summary' | 'ticket'>;
  readonly journal: Journal;
  /** Milliseconds of a clock that nobody can set. */
  readonly monotonicMs: () => number;
  /** Ticks while something waits. */
  readonly every: SupervisorWorld['every'];
  /** How many waited when the kiosk was last ended, and a place to count those that wait now. */
  readonly lost: LostPrints;
  /** How long a document may take to be made, and to be handed over. Default 30 s and 60 s. */
  readonly makeMs?: number;
  readonly sendMs?: number;
  /** A whole number from 0 to below its argument. */
  readonly randomBelow?: (limit: number) => number;
}

/** The print desk, as the operations use it. */
export interface PrintDesk {
  readonly ask: (summary: Summary) => PrintOutcome;
  /** The tickets of the present visit. */
  readonly ofVisit: () => readonly TicketStatus[];
  /** @returns whether this visit has such a ticket */
  readonly cancelOfVisit: (ticket: Ticket) => boolean;
  /** What the desk sees. Asked for, it has the printer looked at, for the next time it is asked for. */
  readonly list: () => DeskList;
  /** @returns whether there is such a ticket that waits */
  readonly release: (ticket: Ticket) => boolean;
  readonly cancel: (ticket: Ticket) => boolean;
  /** Prints a sheet without anybody's words, at once. */
  readonly test: (language: string) => PrintOutcome;
  /** From now on nobody at the screen is told of what was asked for; what was promised goes on. */
  readonly endVisit: () => void;
  /** Calls everything off and overwrites it at once; resolves when the printer has given back what it had and nothing is made any more, or after two seconds. */
  readonly close: () => Promise<void>;
}

const TICK_MS = 1000;
const TIDY_EVERY_MS = 10 * 60 * 1000;
const MAKE_MS = 30_000;
const SEND_MS = 60_000;
/** How often the printer is looked at while the desk watches. */
const LOOK_EVERY_MS = 5000;
/** How long the end of the kiosk waits for the printer. */
const WITHDRAW_MS = 2000;

const TIMED_OUT = Symbol('timed out');

/** Opens the print desk. It looks after the printer's folder from now on, until it is closed. */
export const openPrintDesk = (options: PrintDeskOptions): PrintDesk => {
  const { rules, printer, kind, makePdf, site, journal, monotonicMs, every, lost } = options;
  const { makeMs = MAKE_MS, sendMs = SEND_MS, randomBelow = randomInt } = options;
  // Whether two summaries are the same is all that is kept of one; with a key, so that nobody can try out which it was.
  const key = randomBytes(32);
  const sameAs = (summary: Summary): string => createHmac('sha256', key).update(JSON.stringify(summary)).digest('hex');
  const documents = new Map<number, Held>();
  let queue = emptyQueue;
  let stopTicking: (() => void) | undefined;
  let toldNeed: PrinterNeed | undefined;
  let isClosed = false;
  /** What the maker and the printer are about, and what is done about it if it comes too late. */
  const underway: Record<'making' | 'handing', Promise<unknown>> = {
    making: Promise.resolve(),
    handing: Promise.resolve(),
  };
  let lookedAtMs = Number.NEGATIVE_INFINITY;

  /** Tells staff once that the printer needs help, and once that it does no more. */
  const noteNeed = (need: PrinterNeed | undefined): void => {
    if (need === toldNeed) return;
    toldNeed = need;
    if (need === undefined) journal('printer-well', {});
    else journal('printer-needs-help', { need });
  };

  /** Looks what the printer needs, so that the desk is told before anybody waits for it. */
  const look = (): void => {
    const nowMs = monotonicMs();
    if (nowMs - lookedAtMs < LOOK_EVERY_MS) return;
    lookedAtMs = nowMs;
    void printer
      .need()
      .catch((): PrinterNeed => 'unknown')
      .then((need) => {
        // What a document that is with the printer has told is newer than what an idle printer says.
        const isBusy = queue.entries.some(({ phase }) => phase === 'sending' || phase === 'with-printer');
        if (!isClosed && !isBusy) noteNeed(need);
      });
  };

  /** Waits for something that may never come; what comes too late is given to `late`. */
  const within = async <Value>(
    answer: Promise<Value>,
    limitMs: number,
    signal: AbortSignal,
    late: (value: Value) => void,
  ): Promise<Value | typeof TIMED_OUT> => {
    let isLate = false;
    const { promise, resolve } = Promise.withResolvers<typeof TIMED_OUT>();
    const giveUp = (): void => {
      isLate = true;
      resolve(TIMED_OUT);
    };
    const timer = setTimeout(giveUp, limitMs);
    signal.addEventListener('abort', giveUp, { once: true });
    void answer.then(
      (value) => {
        if (isLate) late(value);
      },
      () => undefined,
    );
    try {
      return await Promise.race([answer, promise]);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', giveUp);
    }
  };

  const make = async (id: number, held: Held): Promise<QueueEvent> => {
    const { job, abort } = held;
    if (job === undefined) return { kind: 'not-made', id };
    const tooLong = new AbortController();
    const failed = (fault: 'rejected' | 'too-long' | 'no-pdf'): QueueEvent => {
      tooLong.abort();
      if (!abort.signal.aborted) journal('print-not-made', { fault });
      return { kind: 'not-made', id };
    };
    let pdf: unknown;
    try {
      const signal = AbortSignal.any([abort.signal, tooLong.signal]);
      const making = Promise.resolve().then(() => makePdf(job, signal) as Promise<unknown>);
      underway.making = making.catch(() => undefined);
      pdf = await within(making, makeMs, abort.signal, overwrite);
    } catch {
      return failed('rejected');
    }
    if (pdf === TIMED_OUT) return failed('too-long');
    if (!isPdf(pdf) || abort.signal.aborted) {
      overwrite(pdf);
      return failed('no-pdf');
    }
    held.pdf = pdf;
    if (printer.drawsItself !== true) held.job = undefined;
    const pages = pagesOf(pdf);
    return { kind: 'made', id, ...(pages !== undefined && { pages }) };
  };

  const withdraw = async (job: string | undefined): Promise<void> => {
    if (job !== undefined) await printer.cancel(job).catch(() => undefined);
  };

  const hand = async ({ pdf, job, abort }: Held, ticket: Ticket): Promise<Handing> => {
    if (pdf === undefined) return { handed: false, need: 'unknown' };
    const tooLong = new AbortController();
    const signal = AbortSignal.any([abort.signal, tooLong.signal]);
    const answer = printer.print({ pdf, ticket, job }, signal);
    underway.handing = answer.then(
      (late) => (signal.aborted && late.handed ? withdraw(late.job) : undefined),
      () => undefined,
    );
    const handing = await within(answer, sendMs, abort.signal, () => undefined);
    if (handing !== TIMED_OUT) return handing;
    tooLong.abort();
    return { handed: false, need: 'offline' };
  };

  const send = async (id: number, held: Held): Promise<QueueEvent | undefined> => {
    const entry = queue.entries.find((one) => one.id === id);
    if (entry === undefined) return undefined;
    const handing = await hand(held, entry.ticket).catch((): Handing => ({ handed: false, need: 'unknown' }));
    if (held.abort.signal.aborted) {
      if (handing.handed) await withdraw(handing.job);
      return undefined;
    }
    if (!handing.handed) {
      noteNeed(handing.need);
      return { kind: 'not-handed', id, need: handing.need };
    }
    noteNeed(undefined);
    held.printerJob = handing.job;
    return { kind: 'handed', id, isFollowed: handing.job !== undefined };
  };

  const follow = async (id: number, { printerJob, abort }: Held): Promise<QueueEvent | undefined> => {
    if (printerJob === undefined) return undefined;
    const unheard: JobState = { state: 'printing', need: 'offline' };
    const job = await within(printer.follow(printerJob), sendMs, abort.signal, () => undefined).catch(() => unheard);
    if (abort.signal.aborted) return undefined;
    const known = job === TIMED_OUT ? unheard : job;
    if (known.state === 'printing') noteNeed(known.need);
    return { kind: 'job', id, job: known };
  };

  const carryOut = async ({ what, id }: QueueTask): Promise<QueueEvent | undefined> => {
    const held = documents.get(id);
    if (held === undefined) return undefined;
    switch (what) {
      case 'make':
        return make(id, held);
      case 'send':
        return send(id, held);
      case 'follow':
        return follow(id, held);
      case 'withdraw':
        void withdraw(held.printerJob);
        return undefined;
      case 'forget':
        letGo(held);
        documents.delete(id);
        return undefined;
    }
  };

  /** Tells staff what became of tickets that were promised and not kept. */
  const noteEnds = (before: readonly Entry[]): void => {
    for (const { id } of before.filter(isLive)) {
      const phase = queue.entries.find((entry) => entry.id === id)?.phase;
      if (phase === 'failed') journal('print-failed', {});
      else if (phase === 'expired') journal('print-expired', {});
    }
  };

  const tick = (): void => {
    happened({ kind: 'time' });
  };

  const happened = (event: QueueEvent): void => {
    if (isClosed) return;
    const before = queue.entries;
    const next = turn(queue, event, rules, monotonicMs());
    queue = next.queue;
    noteEnds(before);
    lost.waiting(queue.entries.filter(isLive).length);
    for (const task of next.tasks) {
      void carryOut(task).then((then) => {
        if (then !== undefined) happened(then);
      });
    }
    if (queue.entries.length === 0) {
      stopTicking?.();
      stopTicking = undefined;
    } else stopTicking ??= every(tick, TICK_MS);
  };

  const accept = (summary: Summary, byStaff: boolean): PrintOutcome => {
    const nowMs = monotonicMs();
    happened({ kind: 'time' });
    const same = byStaff ? undefined : sameAs(summary);
    const already = same === undefined ? undefined : alreadyAsked(queue, same, nowMs);
    if (already !== undefined) return { accepted: true, ticket: already.ticket };
    const why = refusalOf(queue, rules, nowMs, byStaff);
    if (why !== undefined) return { accepted: false, why };
    const ticket = chooseTicket(
      queue.entries.map((entry) => entry.ticket),
      randomBelow,
    );
    documents.set(queue.nextId, { job: { ...site(), summary, ticket }, abort: new AbortController() });
    happened({ kind: 'asked', ticket, byStaff, ...(same !== undefined && { sameAs: same }) });
    return { accepted: true, ticket };
  };

  const liveOne = (ticket: Ticket): Entry | undefined =>
    queue.entries.find((entry) => isLive(entry) && isSameTicket(entry.ticket, ticket));

  const ofVisit = (): readonly Entry[] => queue.entries.filter(({ visit }) => visit === queue.visit);

  const tidy = (): void => void printer.tidy().catch(() => undefined);
  tidy();
  const stopTidying = every(tidy, TIDY_EVERY_MS);

  return {
    ask: (summary) => accept(summary, false),
    ofVisit: () => ofVisit().map(statusOf),
    cancelOfVisit: (ticket) => {
      const entry = ofVisit().find((one) => isSameTicket(one.ticket, ticket));
      if (entry !== undefined) happened({ kind: 'cancelled', id: entry.id });
      return entry !== undefined;
    },
    list: () => {
      look();
      return {
        tickets: queue.entries.map((entry) => deskTicketOf(entry, monotonicMs())),
        lostInRestart: lost.count(),
        printer: { kind, ...(toldNeed !== undefined && { need: toldNeed }) },
      };
    },
    release: (ticket) => {
      const entry = liveOne(ticket);
      if (entry !== undefined) happened({ kind: 'released', id: entry.id });
      return entry !== undefined;
    },
    cancel: (ticket) => {
      const entry = liveOne(ticket);
      if (entry !== undefined) happened({ kind: 'cancelled', id: entry.id });
      return entry !== undefined;
    },
    test: (language) => accept({ language, step: 1, items: [] }, true),
    endVisit: () => {
      happened({ kind: 'visit-ended' });
    },
    close: async () => {
      isClosed = true;
      stopTicking?.();
      stopTidying();
      const given = [
        underway.making,
        underway.handing,
        ...[...documents.values()].map(({ printerJob }) => withdraw(printerJob)),
      ];
      for (const held of documents.values()) letGo(held);
      documents.clear();
      await within(Promise.all(given), WITHDRAW_MS, new AbortController().signal, () => undefined);
    },
  };
};
