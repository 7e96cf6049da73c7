import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSpooler, type Spool } from '../../../../../electron/host/printing/spooler.ts';
import type { PrintJob } from '../../../../../renderer/host/printing.ts';
import { smallPdf } from '../../../../support/pdf.ts';

const CANARY = 'typed by a visitor';
const ticket = { word: 'kingfisher', number: 12 } as const;
const job: PrintJob = {
  summary: { language: 'en-GB', step: 1, items: [{ kind: 'own-question', text: CANARY }] },
  ticket,
  paper: 'A4',
  hospitalName: 'St Example',
  deskDirections: 'There.',
  printedOn: '2026-11-23',
};
const document = { pdf: smallPdf('unused'), ticket, job };
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const open = (spool: Partial<Spool> = {}) => {
  const print = vi.fn<Spool['print']>(() => Promise.resolve(true));
  const printers = (): Promise<readonly string[]> => Promise.resolve(['Other', 'Desk printer']);
  return {
    print,
    printer: createSpooler({ device: 'Desk printer', paper: 'A4', spool: { print, printers, ...spool } }),
  };
};

test('P5, P6 · a document goes to the named printer; more than that it was handed over is never said', async () => {
  const { print, printer } = open();
  expect(await printer.print(document, never)).toEqual({ handed: true });
  expect(print.mock.calls[0]?.slice(0, 2)).toEqual([job, { device: 'Desk printer', paper: 'A4' }]);
  expect(await printer.follow('anything')).toEqual({ state: 'gone' });
});

test('P5 · a word of the system’s that never comes is waited for 20 s: the document counts as sent, and is not sent twice', async () => {
  const { print, printer } = open();
  print.mockReturnValue(new Promise(() => undefined));
  const handing = printer.print(document, never);
  await vi.advanceTimersByTimeAsync(19_000);
  expect(print.mock.calls[0]?.[2].aborted).toBe(false);
  await vi.advanceTimersByTimeAsync(1000);
  expect(await handing).toEqual({ handed: true });
  expect(print.mock.calls[0]?.[2].aborted, 'its window goes away').toBe(true);
});

test.each<[string, Partial<Spool>, string]>([
  ['that does not know the printer', { printers: () => Promise.resolve(['Other']) }, 'offline'],
  ['that does not take the document', { print: () => Promise.resolve(false) }, 'unknown'],
  ['that throws', { print: () => Promise.reject(new Error(CANARY)) }, 'unknown'],
  ['whose list of printers fails', { printers: () => Promise.reject(new Error(CANARY)) }, 'unknown'],
])('P6 · a system %s is a printer that needs help', async (_what, spool, need) => {
  expect(await open(spool).printer.print(document, never)).toEqual({ handed: false, need });
});

test('P6 · a list of printers that never comes is waited for 5 s', async () => {
  const { printer, print } = open({ printers: () => new Promise(() => undefined) });
  const need = printer.need();
  await vi.advanceTimersByTimeAsync(5000);
  expect(await need).toBe('unknown');
  expect(print).not.toHaveBeenCalled();
});

test('P5 · before the kiosk has a window nobody can ask for printers, and nothing is said against them', async () => {
  expect(await open({ printers: () => Promise.resolve(undefined) }).printer.need()).toBeUndefined();
});

test('P4 · what is called off is called off in its window too, and does not begin afterwards', async () => {
  const { print, printer } = open();
  const off = new AbortController();
  print.mockImplementation(
    (_job, _to, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          reject(new Error('The print window went away.'));
        });
      }),
  );
  const handing = printer.print(document, off.signal);
  await vi.advanceTimersByTimeAsync(0);
  off.abort();
  expect(await handing).toEqual({ handed: false, need: 'unknown' });
  expect(await printer.print(document, off.signal)).toEqual({ handed: false, need: 'unknown' });
  expect(print).toHaveBeenCalledTimes(1);
});

test('P5 · without its job there is nothing to draw', async () => {
  const { printer, print } = open();
  expect(await printer.print({ pdf: smallPdf('only'), ticket }, never)).toMatchObject({ handed: false });
  expect(print).not.toHaveBeenCalled();
});
