import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import type { MakePdf } from '../../../../../electron/host/printing/documents.ts';
import { nothingLost, openLostPrints } from '../../../../../electron/host/printing/lost-prints.ts';
import { openPrintDesk, type PrintDeskOptions } from '../../../../../electron/host/printing/print-desk.ts';
import type { Handing, JobState, PrintDocument, Printer } from '../../../../../electron/host/printing/printer.ts';
import { everyInterval } from '../../../../../electron/host/recovery/supervisor.ts';
import type { PrinterNeed, PrintOutcome, Summary } from '../../../../../renderer/host/printing.ts';
import { smallPdf } from '../../../../support/pdf.ts';
import { recordingJournal, temporaryFolder } from '../../kiosk-fixture.ts';

const CANARY = 'typed by a visitor';
const summary: Summary = { language: 'en-GB', step: 2, items: [{ kind: 'own-question', text: CANARY }] };
const rules = { mode: 'now', keepMs: 3_600_000, perVisit: 3, perHour: 30, length: 20 } as const;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A print desk on a clock of the test's, with a printer and a maker that do as they are told. */
const openDesk = (options: Partial<PrintDeskOptions> = {}) => {
  const { journal, events } = recordingJournal();
  const made: Uint8Array[] = [];
  const seen: string[] = [];
  const handing: Handing = { handed: true };
  const printer = {
    need: vi.fn((): Promise<PrinterNeed | undefined> => Promise.resolve(undefined)),
    print: vi.fn(({ pdf }: PrintDocument): Promise<Handing> => {
      seen.push(Buffer.from(pdf).toString('latin1'));
      return Promise.resolve(handing);
    }),
    follow: vi.fn((): Promise<JobState> => Promise.resolve({ state: 'printing' })),
    cancel: vi.fn(() => Promise.resolve()),
    tidy: vi.fn(() => Promise.resolve()),
  };
  const makePdf = vi.fn<MakePdf>((job) => {
    const [item] = job.summary.items;
    const pdf = new Uint8Array(smallPdf(item?.kind === 'own-question' ? item.text : 'test'));
    made.push(pdf);
    return Promise.resolve(pdf);
  });
  const desk = openPrintDesk({
    rules,
    printer,
    kind: 'printer',
    makePdf,
    journal,
    lost: nothingLost,
    site: () => ({ paper: 'A4', hospitalName: 'St Example', deskDirections: 'There.', printedOn: '2026-11-23' }),
    monotonicMs: () => Date.now(),
    every: everyInterval,
    ...options,
  });
  onTestFinished(desk.close);
  return { desk, printer, makePdf, made, seen, events };
};

const ticketOf = (outcome: PrintOutcome) => {
  if (!outcome.accepted) throw new Error(`refused: ${outcome.why}`);
  return outcome.ticket;
};
const settle = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0);
const isBlank = (bytes: Uint8Array | undefined): boolean => bytes?.every((byte) => byte === 0) === true;

test('P3, P4 · a press gives a ticket at once, the document goes out whole, and is overwritten in memory', async () => {
  const { desk, made, seen } = openDesk();
  const ticket = ticketOf(desk.ask(summary));
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'queued' }]);
  await settle();
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'sent' }]);
  expect(seen).toHaveLength(1);
  expect(seen[0]).toContain(CANARY);
  expect(made.map(isBlank)).toEqual([true]);
  expect(desk.list().tickets).toEqual([{ ticket, state: 'sent', pages: 1, ageSeconds: 0 }]);
});

test('P4 · a double tap gives one ticket and one document', async () => {
  const { desk, makePdf } = openDesk();
  const first = ticketOf(desk.ask(summary));
  expect(ticketOf(desk.ask(structuredClone(summary)))).toEqual(first);
  await settle();
  expect(makePdf).toHaveBeenCalledTimes(1);
});

test('P6 · a printer that is gone between press and send keeps the ticket, and the document comes out when it is back', async () => {
  const { desk, printer, made, events } = openDesk();
  printer.print.mockResolvedValueOnce({ handed: false, need: 'offline' });
  const ticket = ticketOf(desk.ask(summary));
  await settle();
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'waiting', need: 'offline' }]);
  expect(isBlank(made[0])).toBe(false);
  await vi.advanceTimersByTimeAsync(6000);
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'sent' }]);
  expect(isBlank(made[0])).toBe(true);
  expect(events.map(({ event }) => event)).toEqual(['printer-needs-help', 'printer-well']);
});

test('P6 · a printer that stops in the middle is told of, and goes on', async () => {
  const { desk, printer } = openDesk();
  printer.print.mockResolvedValueOnce({ handed: true, job: 'desk-1' });
  printer.follow.mockResolvedValueOnce({ state: 'printing', need: 'stopped' });
  const ticket = ticketOf(desk.ask(summary));
  await settle();
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'waiting', need: 'stopped' }]);
  printer.follow.mockResolvedValueOnce({ state: 'printed' });
  await vi.advanceTimersByTimeAsync(3000);
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'printed' }]);
});

describe('P4 · the document cannot be made', () => {
  test('it hangs: it is called off, tried once more, and then the visitor is told; what comes too late is overwritten', async () => {
    const { desk, makePdf, events } = openDesk();
    const late: ((pdf: Uint8Array) => void)[] = [];
    const signals: AbortSignal[] = [];
    makePdf.mockImplementation((_job, signal) => {
      signals.push(signal);
      return new Promise((resolve) => late.push(resolve));
    });
    const ticket = ticketOf(desk.ask(summary));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(signals[0]?.aborted).toBe(true);
    expect(desk.ofVisit()).toEqual([{ ticket, state: 'queued' }]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(desk.ofVisit()).toEqual([{ ticket, state: 'failed' }]);
    expect(events).toContainEqual(expect.objectContaining({ event: 'print-not-made', fault: 'too-long' }));
    const pdf = new Uint8Array(smallPdf(CANARY));
    late[0]?.(pdf);
    await settle();
    expect(isBlank(pdf)).toBe(true);
  });

  test.each<[string, () => unknown]>([
    ['no PDF', () => new TextEncoder().encode(CANARY)],
    ['half a PDF', () => new Uint8Array(smallPdf(CANARY)).subarray(0, 100)],
    ['nothing', () => undefined],
    ['a text', () => CANARY],
  ])('it gives %s: nothing is sent, and the journal has nothing of it', async (_what, give) => {
    const { desk, makePdf, printer, events } = openDesk();
    makePdf.mockImplementation(() => Promise.resolve(give() as Uint8Array));
    desk.ask(summary);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.ofVisit()).toMatchObject([{ state: 'failed' }]);
    expect(printer.print).not.toHaveBeenCalled();
    expect(events).toContainEqual(expect.objectContaining({ event: 'print-not-made', fault: 'no-pdf' }));
    expect(JSON.stringify(events)).not.toContain(CANARY);
  });

  test('it throws: the journal has nothing of what it says', async () => {
    const { desk, makePdf, events } = openDesk();
    makePdf.mockImplementation(() => {
      throw new Error(CANARY);
    });
    desk.ask(summary);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(desk.ofVisit()).toMatchObject([{ state: 'failed' }]);
    expect(JSON.stringify(events)).not.toContain(CANARY);
  });
});

test('X3, P4 · a visit that ends while it prints: the next visitor sees nothing of it, the desk does, and it comes out', async () => {
  const { desk, seen } = openDesk();
  const ticket = ticketOf(desk.ask(summary));
  desk.endVisit();
  expect(desk.ofVisit()).toEqual([]);
  expect(desk.cancelOfVisit(ticket), 'nor may they take it back').toBe(false);
  await settle();
  expect(seen).toHaveLength(1);
  expect(desk.list().tickets).toMatchObject([{ ticket, state: 'sent' }]);
  expect(ticketOf(desk.ask(summary)), 'the next visit’s own wish').not.toEqual(ticket);
});

test('P4 · a held summary waits for its ticket, and is overwritten when it expires', async () => {
  const { desk, printer, made, events } = openDesk({ rules: { ...rules, mode: 'hold' } });
  const [first, second] = [ticketOf(desk.ask(summary)), ticketOf(desk.ask({ ...summary, step: 3 }))];
  await settle();
  expect(desk.list().tickets).toMatchObject([{ state: 'held' }, { state: 'held' }]);
  expect(desk.release(second)).toBe(true);
  await settle();
  expect(printer.print).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(3_600_000);
  expect(desk.ofVisit()).toContainEqual({ ticket: first, state: 'expired' });
  expect(desk.release(first)).toBe(false);
  expect(made.map(isBlank)).toEqual([true, true]);
  expect(events).toContainEqual(expect.objectContaining({ event: 'print-expired' }));
});

test('P4 · what is taken back while the printer has it is taken back from the printer too', async () => {
  const { desk, printer, made } = openDesk();
  printer.print.mockResolvedValueOnce({ handed: true, job: 'desk-7' });
  const ticket = ticketOf(desk.ask(summary));
  await settle();
  expect(desk.cancelOfVisit(ticket)).toBe(true);
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'cancelled' }]);
  expect(printer.cancel).toHaveBeenCalledWith('desk-7');
  expect(made.map(isBlank)).toEqual([true]);
});

test('P4 · a printer that takes the document only after it was taken back has to give it back', async () => {
  const { desk, printer } = openDesk();
  const answer = Promise.withResolvers<Handing>();
  printer.print.mockReturnValueOnce(answer.promise);
  const ticket = ticketOf(desk.ask(summary));
  await settle();
  desk.cancelOfVisit(ticket);
  answer.resolve({ handed: true, job: 'desk-8' });
  await settle();
  expect(printer.cancel).toHaveBeenCalledWith('desk-8');
});

test('P6 · a printer that never answers is one that needs help, and blocks nobody’s visit', async () => {
  const { desk, printer } = openDesk();
  printer.print.mockReturnValue(new Promise(() => undefined));
  const ticket = ticketOf(desk.ask(summary));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'waiting', need: 'offline' }]);
});

test('P4 · a queue that is full says so, and takes more when there is room', () => {
  const { desk } = openDesk({ rules: { ...rules, length: 1 } });
  const ticket = ticketOf(desk.ask(summary));
  expect(desk.ask({ ...summary, step: 4 })).toEqual({ accepted: false, why: 'queue-full' });
  desk.cancel(ticket);
  expect(desk.ask({ ...summary, step: 4 })).toMatchObject({ accepted: true });
});

test('V3 · a test sheet is printed at once, of nobody’s words, and is no visitor’s', async () => {
  const { desk, makePdf, seen } = openDesk({ rules: { ...rules, mode: 'hold' } });
  ticketOf(desk.test('cy'));
  await settle();
  expect(makePdf.mock.calls[0]?.[0].summary).toEqual({ language: 'cy', step: 1, items: [] });
  expect(seen).toHaveLength(1);
  expect(desk.ofVisit()).toEqual([]);
});

describe('L6, X5 · a kiosk that ends', () => {
  test('overwrites at once, and waits until the printer has given back what it had', async () => {
    const { desk, printer, made } = openDesk();
    printer.print.mockResolvedValueOnce({ handed: true, job: 'desk-9' });
    const back = Promise.withResolvers<undefined>();
    printer.cancel.mockReturnValueOnce(back.promise);
    desk.ask(summary);
    await settle();
    const closed = vi.fn();
    void desk.close().then(closed);
    expect(made.map(isBlank)).toEqual([true]);
    await settle();
    expect(printer.cancel).toHaveBeenCalledWith('desk-9');
    expect(closed).not.toHaveBeenCalled();
    back.resolve(undefined);
    await settle();
    expect(closed).toHaveBeenCalled();
  });

  test('takes back what a printer takes at that very moment', async () => {
    const { desk, printer } = openDesk();
    const answer = Promise.withResolvers<Handing>();
    printer.print.mockReturnValueOnce(answer.promise);
    desk.ask(summary);
    await settle();
    const closed = desk.close();
    answer.resolve({ handed: true, job: 'desk-10' });
    await closed;
    expect(printer.cancel).toHaveBeenCalledWith('desk-10');
  });

  test('does not wait for a printer that never answers', async () => {
    const { desk, printer } = openDesk();
    printer.print.mockReturnValueOnce(new Promise(() => undefined));
    desk.ask(summary);
    await settle();
    const closed = vi.fn();
    void desk.close().then(closed);
    await vi.advanceTimersByTimeAsync(2000);
    expect(closed).toHaveBeenCalled();
  });

  test('makes, sends and follows nothing any more', async () => {
    const { desk, makePdf, printer } = openDesk();
    const pdf = Promise.withResolvers<Uint8Array<ArrayBuffer>>();
    makePdf.mockReturnValueOnce(pdf.promise);
    desk.ask(summary);
    await settle();
    void desk.close();
    const late = new Uint8Array(smallPdf(CANARY));
    pdf.resolve(late);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(isBlank(late)).toBe(true);
    expect(printer.print).not.toHaveBeenCalled();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('V3, P6 · the desk', () => {
  test('is told what the printer needs before anybody waits for it, and that it is mended', async () => {
    const { desk, printer, events } = openDesk();
    printer.need.mockResolvedValueOnce('paper');
    expect(desk.list().printer).toEqual({ kind: 'printer' });
    await settle();
    expect(desk.list().printer).toEqual({ kind: 'printer', need: 'paper' });
    expect(printer.need, 'a screen that asks all the time does not wear the printer out').toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(5000);
    desk.list();
    await settle();
    expect(desk.list().printer).toEqual({ kind: 'printer' });
    expect(events.map(({ event }) => event)).toEqual(['printer-needs-help', 'printer-well']);
  });

  test('hears from what is being printed, and not from what an idle printer says', async () => {
    const { desk, printer } = openDesk();
    printer.print.mockResolvedValueOnce({ handed: true, job: 'desk-1' });
    printer.follow.mockResolvedValueOnce({ state: 'printing', need: 'jam' });
    desk.ask(summary);
    await settle();
    desk.list();
    await settle();
    expect(desk.list().printer).toEqual({ kind: 'printer', need: 'jam' });
  });

  test('sees ticket, pages, age and state, and not a word of a summary', async () => {
    const { desk } = openDesk({ rules: { ...rules, mode: 'hold' } });
    desk.ask(summary);
    await settle();
    expect(JSON.stringify(desk.list())).not.toContain(CANARY);
    expect(Object.keys(desk.list().tickets[0] ?? {}).sort()).toEqual(['ageSeconds', 'pages', 'state', 'ticket']);
  });

  test('prints at once what waits for a printer that has been mended', async () => {
    const { desk, printer, seen } = openDesk();
    printer.print.mockResolvedValueOnce({ handed: false, need: 'paper' });
    const ticket = ticketOf(desk.ask(summary));
    await settle();
    expect(desk.release(ticket)).toBe(true);
    await settle();
    expect(seen).toHaveLength(1);
    expect(desk.release(ticket), 'what was sent waits no more').toBe(false);
    expect(desk.cancel(ticket)).toBe(false);
    expect(desk.cancel({ word: 'heron', number: 10 }), 'nor does what nobody has asked for').toBe(false);
  });
});

test('P4 · what was sent cannot be taken back: it stays sent, and is said to be', async () => {
  const { desk, printer } = openDesk();
  const ticket = ticketOf(desk.ask(summary));
  await settle();
  desk.cancelOfVisit(ticket);
  expect(desk.ofVisit()).toEqual([{ ticket, state: 'sent' }]);
  expect(printer.cancel).not.toHaveBeenCalled();
});

test('P5 · a printer that draws a job by itself is given the job for as long as it waits; any other is not', async () => {
  const jobs: unknown[] = [];
  const print = vi.fn<Printer['print']>(({ job }) => {
    jobs.push(job?.summary);
    return Promise.resolve(jobs.length === 1 ? { handed: false, need: 'offline' } : { handed: true });
  });
  const { printer: rest } = openDesk();
  const drawing = openDesk({ printer: { ...rest, print, drawsItself: true } });
  drawing.desk.ask(summary);
  await vi.advanceTimersByTimeAsync(6000);
  expect(jobs).toEqual([summary, summary]);
  const plain = openDesk({ printer: { ...rest, print } });
  plain.desk.ask(summary);
  await settle();
  expect(jobs[2]).toBeUndefined();
});

test('P4 · a restart tells how many summaries it has lost, once, and keeps nothing of them but that number', async () => {
  vi.useRealTimers();
  const file = join(await temporaryFolder(), 'waiting-prints');
  const before = await openLostPrints(file);
  expect(before.count()).toBe(0);
  before.waiting(2);
  await vi.waitFor(async () => {
    expect(await readFile(file, 'utf8')).toBe('2');
  });
  const after = await openLostPrints(file);
  expect(after.count()).toBe(2);
  await vi.waitFor(() => expect(readFile(file)).rejects.toThrow('ENOENT'));
  expect((await openLostPrints(file)).count()).toBe(0);
  await writeFile(file, CANARY);
  expect((await openLostPrints(file)).count(), 'a file that something else has written').toBe(0);
});
