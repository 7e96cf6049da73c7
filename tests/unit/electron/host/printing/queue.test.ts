import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alreadyAsked,
  backOffMs,
  deskTicketOf,
  emptyQueue,
  isLive,
  type Queue,
  type QueueEvent,
  type QueueRules,
  type QueueTask,
  refusalOf,
  statusOf,
  turn,
} from '../../../../../electron/host/printing/queue.ts';
import { allTickets, chooseTicket, isSameTicket } from '../../../../../electron/host/printing/tickets.ts';
import type { Ticket } from '../../../../../renderer/host/printing.ts';

const MINUTE = 60_000;
const now: QueueRules = { mode: 'now', keepMs: 60 * MINUTE, perVisit: 3, perHour: 5, length: 4 };
const hold: QueueRules = { ...now, mode: 'hold' };
const ticketOf = (place: number): Ticket => ({ word: `word${String(place)}`, number: 10 + place });

/** A queue on a clock that only the test moves. */
const begin = (rules: QueueRules = now) => {
  let queue: Queue = emptyQueue;
  let atMs = 0;
  let asked = 0;
  const tasks: QueueTask[] = [];
  const happens = (event: QueueEvent): readonly QueueTask[] => {
    const next = turn(queue, event, rules, atMs);
    queue = next.queue;
    tasks.push(...next.tasks);
    return next.tasks;
  };
  return {
    happens,
    tasks,
    ask: (sameAs?: string, byStaff = false): number => {
      const id = queue.nextId;
      happens({ kind: 'asked', ticket: ticketOf(asked++), byStaff, ...(sameAs !== undefined && { sameAs }) });
      return id;
    },
    after: (ms: number): readonly QueueTask[] => {
      atMs += ms;
      return happens({ kind: 'time' });
    },
    state: (id: number): unknown => {
      const entry = queue.entries.find((one) => one.id === id);
      return entry && statusOf(entry);
    },
    queue: () => queue,
    refusal: (byStaff = false) => refusalOf(queue, rules, atMs, byStaff),
    now: () => atMs,
  };
};

describe('P4 · a summary that is printed now', () => {
  test('is made, sent and followed until the printer says that it is printed', () => {
    const { ask, happens, state, after } = begin();
    const id = ask();
    expect(state(id)).toMatchObject({ state: 'queued' });
    expect(happens({ kind: 'made', id, pages: 3 })).toEqual([{ what: 'send', id }]);
    expect(state(id)).toMatchObject({ state: 'sending' });
    expect(happens({ kind: 'handed', id, isFollowed: true })).toEqual([{ what: 'follow', id }]);
    happens({ kind: 'job', id, job: { state: 'printing' } });
    expect(state(id)).toMatchObject({ state: 'printing' });
    expect(after(2000)).toEqual([{ what: 'follow', id }]);
    expect(happens({ kind: 'job', id, job: { state: 'printed' } })).toEqual([{ what: 'forget', id }]);
    expect(state(id)).toMatchObject({ state: 'printed' });
  });

  test('P6 · is “sent”, and never “printed”, where the printer tells no more', () => {
    const { ask, happens, state } = begin();
    const [folder, vanished] = [ask(), ask()];
    happens({ kind: 'made', id: folder });
    happens({ kind: 'made', id: vanished });
    happens({ kind: 'handed', id: folder, isFollowed: false });
    expect(state(folder)).toEqual({ ticket: ticketOf(0), state: 'sent' });
    happens({ kind: 'handed', id: vanished, isFollowed: true });
    happens({ kind: 'job', id: vanished, job: { state: 'gone' } });
    expect(state(vanished)).toMatchObject({ state: 'sent' });
  });

  test('P6 · waits while the printer needs help, is tried less and less often, and goes on by itself', () => {
    const { ask, happens, state, after } = begin();
    const id = ask();
    happens({ kind: 'made', id });
    expect([1, 2, 3, 4, 5, 50].map(backOffMs)).toEqual([5000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    happens({ kind: 'not-handed', id, need: 'paper' });
    expect(state(id)).toEqual({ ticket: ticketOf(0), state: 'waiting', need: 'paper' });
    expect(after(4999)).toEqual([]);
    expect(after(1)).toEqual([{ what: 'send', id }]);
    expect(state(id), 'a new try is no news').toMatchObject({ state: 'waiting', need: 'paper' });
    happens({ kind: 'not-handed', id, need: 'door' });
    expect(state(id)).toMatchObject({ state: 'waiting', need: 'door' });
    expect(after(9999)).toEqual([]);
    expect(after(1)).toEqual([{ what: 'send', id }]);
    happens({ kind: 'handed', id, isFollowed: true });
    expect(state(id)).toEqual({ ticket: ticketOf(0), state: 'printing' });
  });

  test('P6 · that runs out of paper in the middle waits with its printer and goes on when it is filled', () => {
    const { ask, happens, state } = begin();
    const id = ask();
    happens({ kind: 'made', id });
    happens({ kind: 'handed', id, isFollowed: true });
    happens({ kind: 'job', id, job: { state: 'printing', need: 'paper' } });
    expect(state(id)).toMatchObject({ state: 'waiting', need: 'paper' });
    happens({ kind: 'job', id, job: { state: 'printing' } });
    expect(state(id)).toEqual({ ticket: ticketOf(0), state: 'printing' });
  });

  test('fails after the document could not be made twice, or the printer gave it up three times', () => {
    const { ask, happens, state, after } = begin();
    const id = ask();
    happens({ kind: 'not-made', id });
    expect(state(id)).toMatchObject({ state: 'queued' });
    expect(after(5000)).toEqual([{ what: 'make', id }]);
    expect(happens({ kind: 'not-made', id })).toEqual([{ what: 'forget', id }]);
    expect(state(id)).toMatchObject({ state: 'failed' });

    const other = ask();
    happens({ kind: 'made', id: other });
    for (const last of [false, false, true]) {
      happens({ kind: 'handed', id: other, isFollowed: true });
      happens({ kind: 'job', id: other, job: { state: 'failed' } });
      expect(state(other)).toMatchObject({ state: last ? 'failed' : 'waiting' });
      after(MINUTE);
    }
  });
});

describe('P4 · a summary that is held for the desk', () => {
  test('waits for the desk, and is sent when the ticket is released', () => {
    const { ask, happens, state, after } = begin(hold);
    const id = ask();
    expect(happens({ kind: 'made', id, pages: 2 })).toEqual([]);
    expect(state(id)).toMatchObject({ state: 'held' });
    expect(after(30 * MINUTE)).toEqual([]);
    expect(happens({ kind: 'released', id })).toEqual([{ what: 'send', id }]);
  });

  test('is not held any more when it is released while it is being made', () => {
    const { ask, happens } = begin(hold);
    const id = ask();
    happens({ kind: 'released', id });
    expect(happens({ kind: 'made', id })).toEqual([{ what: 'send', id }]);
  });

  test('expires after the site’s time, and its document is overwritten', () => {
    const { ask, happens, state, after } = begin(hold);
    const id = ask();
    happens({ kind: 'made', id });
    expect(after(60 * MINUTE - 1)).toEqual([]);
    expect(after(1)).toContainEqual({ what: 'forget', id });
    expect(state(id)).toMatchObject({ state: 'expired' });
    expect(happens({ kind: 'released', id }), 'a ticket that is over cannot be released').toEqual([]);
    after(15 * MINUTE);
    expect(state(id), 'its number is free again').toBeUndefined();
  });

  test('is not called off by the clock while it comes out, and is while its printer needs help', () => {
    const { ask, happens, state, after } = begin();
    const id = ask();
    happens({ kind: 'made', id });
    happens({ kind: 'handed', id, isFollowed: true });
    after(60 * MINUTE);
    expect(state(id)).toMatchObject({ state: 'printing' });
    expect(happens({ kind: 'job', id, job: { state: 'printing', need: 'jam' } })).toEqual([
      { what: 'withdraw', id },
      { what: 'forget', id },
    ]);
    expect(state(id)).toMatchObject({ state: 'expired' });
  });
});

describe('P4 · limits', () => {
  test('a visit has its number of prints; what failed or was taken back does not count', () => {
    const { ask, happens, refusal } = begin({ ...now, length: 50, perHour: 50 });
    const ids = [ask(), ask(), ask()];
    expect(refusal()).toBe('visit-limit');
    happens({ kind: 'cancelled', id: ids[0] ?? 0 });
    expect(refusal()).toBeUndefined();
    ask();
    expect(refusal()).toBe('visit-limit');
    expect(refusal(true), 'staff test the printer all the same').toBeUndefined();
    happens({ kind: 'visit-ended' });
    expect(refusal()).toBeUndefined();
  });

  test('all visits have their number in an hour, which cancelling does not give back', () => {
    const { ask, happens, refusal, after } = begin({ ...now, length: 50 });
    for (let visit = 0; visit < 5; visit += 1) {
      happens({ kind: 'cancelled', id: ask() });
      happens({ kind: 'visit-ended' });
    }
    expect(refusal()).toBe('hour-limit');
    after(60 * MINUTE);
    expect(refusal()).toBeUndefined();
  });

  test('a queue that is full takes no more, from nobody', () => {
    const { ask, happens, refusal } = begin({ ...now, perHour: 50 });
    for (let place = 0; place < 4; place += 1) {
      ask();
      happens({ kind: 'visit-ended' });
    }
    expect(refusal()).toBe('queue-full');
    expect(refusal(true)).toBe('queue-full');
  });

  test('a press that comes twice is one wish; another summary, or another visit, is another', () => {
    const { ask, happens, queue } = begin();
    const id = ask('a');
    expect(alreadyAsked(queue(), 'a', 0)?.id).toBe(id);
    expect(alreadyAsked(queue(), 'b', 0)).toBeUndefined();
    happens({ kind: 'made', id });
    happens({ kind: 'handed', id, isFollowed: false });
    expect(alreadyAsked(queue(), 'a', 4999)?.id, 'done before the second press came').toBe(id);
    expect(alreadyAsked(queue(), 'a', 5000), 'a second copy, later').toBeUndefined();
    happens({ kind: 'visit-ended' });
    expect(alreadyAsked(queue(), 'a', 0)).toBeUndefined();
  });
});

test('X3 · the end of a visit keeps the promise and forgets whose it was', () => {
  const { ask, happens, queue } = begin();
  const id = ask('a');
  happens({ kind: 'visit-ended' });
  expect(queue().entries[0]).not.toHaveProperty('visit');
  expect(queue().entries[0]).not.toHaveProperty('sameAs');
  expect(happens({ kind: 'made', id })).toEqual([{ what: 'send', id }]);
});

test('P3 · the desk sees ticket, state, pages and age, and nothing else', () => {
  const { ask, happens, queue } = begin(hold);
  happens({ kind: 'made', id: ask('a'), pages: 7 });
  const [entry] = queue().entries;
  if (entry === undefined) throw new Error('no entry');
  expect(deskTicketOf(entry, 61_500)).toEqual({ ticket: ticketOf(0), state: 'held', pages: 7, ageSeconds: 61 });
});

describe('P3 · tickets', () => {
  test('are never given twice, nor a word while there are others', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 50 }), (rolls) => {
        const given: Ticket[] = [];
        for (const roll of rolls) given.push(chooseTicket(given, (limit) => roll % limit));
        expect(new Set(given.map(({ word }) => word)).size).toBe(given.length);
      }),
    );
    const all: Ticket[] = [];
    const words = 70;
    for (let count = 0; count < words + 200; count += 1) all.push(chooseTicket(all, () => 0));
    expect(all.every((ticket, at) => !all.slice(0, at).some((before) => isSameTicket(before, ticket)))).toBe(true);
    expect(allTickets).toBe(words * 80);
  });

  test('have numbers of two digits that nobody takes for another by ear: no thirteen beside a thirty', () => {
    expect(chooseTicket([], () => 0).number).toBe(20);
    expect(chooseTicket([], (limit) => limit - 1).number).toBe(99);
  });
});

/** Anything that may happen, in any order, on any of a few tickets. */
const happenings = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ kind: fc.constant('asked' as const), byStaff: fc.boolean() }) },
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constantFrom('made', 'not-made', 'released', 'cancelled'),
        id: fc.integer({ min: 1, max: 12 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant('handed'),
        id: fc.integer({ min: 1, max: 12 }),
        isFollowed: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('not-handed'),
        id: fc.integer({ min: 1, max: 12 }),
        need: fc.constantFrom('paper', 'offline'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('job'),
        id: fc.integer({ min: 1, max: 12 }),
        job: fc.record({ state: fc.constantFrom('printing', 'printed', 'gone', 'failed', 'cancelled') }),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('visit-ended') }) },
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('time'), ms: fc.integer({ min: 0, max: 10 * MINUTE }) }) },
  ),
  { maxLength: 120 },
);

test('P4 · whatever happens in whatever order: one is made and one sent at a time, each document is let go of once, and an end is an end', () => {
  fc.assert(
    fc.property(happenings, fc.boolean(), (events, isHeld) => {
      const kiosk = begin(isHeld ? hold : now);
      const endedAs = new Map<number, unknown>();
      for (const event of events) {
        if (event.kind === 'asked') {
          if (kiosk.refusal('byStaff' in event && event.byStaff) === undefined) kiosk.ask();
        } else if ('ms' in event) kiosk.after(event.ms);
        else kiosk.happens(event);
        const { entries } = kiosk.queue();
        const live = entries.filter(isLive);
        expect(live.length).toBeLessThanOrEqual(now.length);
        expect(entries.filter(({ phase }) => phase === 'making').length).toBeLessThanOrEqual(1);
        expect(entries.filter(({ phase }) => phase === 'sending').length).toBeLessThanOrEqual(1);
        for (const entry of entries.filter((one) => !isLive(one))) {
          expect(endedAs.get(entry.id) ?? entry.phase).toBe(entry.phase);
          endedAs.set(entry.id, entry.phase);
        }
        const forgotten = kiosk.tasks.filter(({ what }) => what === 'forget').map(({ id }) => id);
        expect(new Set(forgotten).size).toBe(forgotten.length);
        expect(forgotten.some((id) => live.some((entry) => entry.id === id))).toBe(false);
      }
      kiosk.happens({ kind: 'time' });
      for (const { id } of kiosk.queue().entries.filter(isLive)) kiosk.happens({ kind: 'cancelled', id });
      const begun = kiosk.queue().nextId - 1;
      expect(kiosk.tasks.filter(({ what }) => what === 'forget')).toHaveLength(begun);
    }),
    { numRuns: 500 },
  );
});
