/** Printing from the page’s side (P3–P6), against a host that answers as a test lets it. */
import type { ReactiveController } from 'lit';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type PrintHost, Printing } from '../../../../renderer/app/printing.ts';
import type { PrintOutcome, PrintState, Summary, Ticket, TicketStatus } from '../../../../renderer/host/printing.ts';
import { asksBeforeEnd, isUnsent, toggleKept } from '../../../../renderer/visit/summary.ts';
import { type Visit, startVisit } from '../../../../renderer/visit/visit.ts';
import { words } from '../../../support/words.ts';

const ticket: Ticket = { word: 'kingfisher', number: 12 };
const ticketWords = {
  language: 'en-GB',
  words: [{ id: 'kingfisher', word: { id: 'kingfisher', runs: [{ text: 'Kingfisher' }] } }],
};

/** One visit, and what draws it. */
class Kiosk {
  visit: Visit = toggleKept(startVisit({ view: 'summary' }), { kind: 'term', term: 'tumour' });
  readonly asked: Summary[] = [];
  readonly cancelled: Ticket[] = [];
  polls = 0;
  state: PrintState = 'queued';
  outcome: PrintOutcome | 'unavailable' = { accepted: true, ticket };
  told: readonly TicketStatus[] | undefined;
  isEnded = false;
  readonly #controllers: ReactiveController[] = [];
  readonly session = {
    documents: { tickets: () => Promise.resolve(ticketWords) },
    messages: words,
    change: (visit: Visit) => {
      this.visit = visit;
    },
  };
  readonly #host: PrintHost = {
    printSummary: ({ summary }) => {
      this.asked.push(summary);
      if (this.outcome === 'unavailable') return Promise.resolve({ ok: false, error: { code: 'unavailable' } });
      return Promise.resolve({ ok: true, value: this.outcome });
    },
    ticketStatus: () => {
      this.polls += 1;
      return Promise.resolve({ ok: true, value: { tickets: this.told ?? [{ ticket, state: this.state }] } });
    },
    cancelPrint: ({ ticket: which }) => {
      this.cancelled.push(which);
      this.state = 'cancelled';
      return Promise.resolve({ ok: true, value: null });
    },
  };
  readonly printing: Printing;

  constructor() {
    const session = Object.defineProperty(this.session, 'visit', { get: () => this.visit }) as typeof this.session & {
      readonly visit: Visit;
    };
    this.printing = new Printing(
      {
        addController: (controller) => this.#controllers.push(controller),
        removeController: () => undefined,
        requestUpdate: () => queueMicrotask(() => this.draw()),
        updateComplete: Promise.resolve(true),
      },
      {
        host: () => this.#host,
        rules: () => ({ mode: 'now', paper: 'A4' }),
        session: () => (this.isEnded ? undefined : session),
      },
    );
    this.draw();
  }

  draw(): void {
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }

  /** Whether the end of the visit is told before. */
  get asks(): boolean {
    return asksBeforeEnd(this.visit, this.printing.status.tickets);
  }

  get states(): readonly PrintState[] {
    return this.printing.status.tickets.map(({ state }) => state);
  }
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('P3 · a press', () => {
  test('sends what is kept by its ids, in the language and size of the visit, and shows the ticket', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    expect(kiosk.asked).toEqual([{ language: 'en-GB', step: 2, items: [{ kind: 'term', term: 'tumour' }] }]);
    expect(kiosk.printing.status.tickets).toEqual([{ ticket, state: 'queued' }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(kiosk.printing.status.words).toEqual(ticketWords.words);
  });

  test('twice, as a double tap is, prints once', async () => {
    const kiosk = new Kiosk();
    await Promise.all([kiosk.printing.print(), kiosk.printing.print()]);
    await kiosk.printing.print();
    expect(kiosk.asked).toHaveLength(1);
  });

  test('prints again once something else is kept', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    kiosk.visit = toggleKept(kiosk.visit, { kind: 'term', term: 'scan' });
    await kiosk.printing.print();
    expect(kiosk.asked).toHaveLength(2);
  });

  test('with nothing kept asks nobody', async () => {
    const kiosk = new Kiosk();
    kiosk.visit = startVisit({ view: 'summary' });
    await kiosk.printing.print();
    expect(kiosk.asked).toEqual([]);
  });
});

test('P3 · a ticket whose words cannot be had is called by its id, and is shown all the same', async () => {
  const kiosk = new Kiosk();
  kiosk.session.documents.tickets = () => Promise.reject(new Error('damaged'));
  await kiosk.printing.print();
  await vi.advanceTimersByTimeAsync(0);
  expect(kiosk.printing.status).toMatchObject({ words: [], tickets: [{ ticket }] });
});

describe('P4 · a refusal', () => {
  test.each(['no-printer', 'visit-limit', 'hour-limit', 'queue-full'] as const)(
    '‘%s’ is told, loses nothing, and can be tried again',
    async (why) => {
      const kiosk = new Kiosk();
      kiosk.outcome = { accepted: false, why };
      await kiosk.printing.print();
      expect(kiosk.printing.status).toMatchObject({ isAsking: false, refusal: why, tickets: [] });
      expect(kiosk.asks).toBe(true);
      kiosk.outcome = { accepted: true, ticket };
      await kiosk.printing.print();
      expect(kiosk.printing.status).toMatchObject({ refusal: undefined, tickets: [{ ticket, state: 'queued' }] });
    },
  );

  test('is what a host that does not answer comes to', async () => {
    const kiosk = new Kiosk();
    kiosk.outcome = 'unavailable';
    await kiosk.printing.print();
    expect(kiosk.printing.status.refusal).toBe('unavailable');
    expect(kiosk.printing.status.isAsking).toBe(false);
  });
});

describe('P6 · what has become of it', () => {
  test('is asked for until it is at an end, and is what the host says, never more', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    for (const state of ['sending', 'waiting', 'printing', 'sent'] as const) {
      kiosk.state = state;
      await vi.advanceTimersByTimeAsync(1000);
      expect(kiosk.states).toEqual([state]);
    }
    const { polls } = kiosk;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kiosk.polls).toBe(polls);
  });

  test('stays as it was where the host does not speak of it', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    kiosk.told = [{ ticket: { word: 'otter', number: 40 }, state: 'printed' }];
    await vi.advanceTimersByTimeAsync(3000);
    expect(kiosk.states).toEqual(['queued']);
  });

  test.each(['failed', 'expired'] as const)(
    'X2 · a print that is %s is none: it is asked about, and can be tried again',
    async (state) => {
      const kiosk = new Kiosk();
      await kiosk.printing.print();
      kiosk.visit = { ...kiosk.visit, hasAsked: true };
      expect(kiosk.asks).toBe(false);
      kiosk.state = state;
      await vi.advanceTimersByTimeAsync(1000);
      expect(isUnsent(kiosk.visit)).toBe(true);
      expect(kiosk.asks, 'what was told of its ticket is not true any more').toBe(true);
      await kiosk.printing.print();
      expect(kiosk.asked).toHaveLength(2);
    },
  );

  test('X2 · a ticket is told once more before the end, also to somebody who was asked before they printed', async () => {
    const kiosk = new Kiosk();
    kiosk.visit = { ...kiosk.visit, hasAsked: true };
    await kiosk.printing.print();
    expect(isUnsent(kiosk.visit)).toBe(false);
    expect(kiosk.asks).toBe(true);
    kiosk.visit = { ...kiosk.visit, hasAsked: true };
    expect(kiosk.asks).toBe(false);
  });

  test('P4 · can be taken back', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    await kiosk.printing.cancel(ticket);
    expect(kiosk.cancelled).toEqual([ticket]);
    expect(kiosk.states).toEqual(['cancelled']);
  });
});

describe('X1, X3 · the visit', () => {
  test('does not end by itself while its print is on its way, but may while the desk holds it', async () => {
    const kiosk = new Kiosk();
    expect(kiosk.printing.isUnderWay).toBe(false);
    const asking = kiosk.printing.print();
    expect(kiosk.printing.isUnderWay).toBe(true);
    await asking;
    expect(kiosk.printing.isUnderWay).toBe(true);
    kiosk.state = 'held';
    await vi.advanceTimersByTimeAsync(1000);
    expect(kiosk.printing.isUnderWay).toBe(false);
  });

  test('is not kept up for ever by a print that never gets anywhere', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    await vi.advanceTimersByTimeAsync(119_000);
    expect(kiosk.printing.isUnderWay).toBe(true);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(kiosk.states).toEqual(['queued']);
    expect(kiosk.printing.isUnderWay).toBe(false);
  });

  test('that has ended takes its tickets with it, and nobody asks after them', async () => {
    const kiosk = new Kiosk();
    await kiosk.printing.print();
    kiosk.isEnded = true;
    kiosk.draw();
    expect(kiosk.printing.status.tickets).toEqual([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(kiosk.polls).toBe(0);
  });

  test('that ends while the host is asked is not shown the answer', async () => {
    const kiosk = new Kiosk();
    const asking = kiosk.printing.print();
    kiosk.isEnded = true;
    kiosk.draw();
    await asking;
    expect(kiosk.printing.status).toMatchObject({ isAsking: false, tickets: [] });
  });
});
