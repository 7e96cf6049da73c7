/** P2, L7 · paper in Electron: a window that nobody sees, which may ask for its job and nothing else, and is gone afterwards. */
import { expect, test, vi } from 'vitest';
import type { PrintJob } from '../../../../renderer/host/printing.ts';
import { createPrintJobs } from '../../../../electron/host/printing/print-jobs.ts';
import { createPrintWindows } from '../../../../electron/shell/print-window.ts';
import { recordingJournal } from '../kiosk-fixture.ts';
import { FakeContents, FakeSession, FakeWindow } from './fake-electron.ts';

const job: PrintJob = {
  summary: { language: 'en-GB', step: 1, items: [{ kind: 'own-question', text: 'zqxvbluefinch' }] },
  ticket: { word: 'robin', number: 12 },
  paper: 'A4',
  hospitalName: 'St Example',
  deskDirections: 'By the doors.',
  printedOn: '2026-11-23',
};

const pdf = Buffer.from('%PDF-1.7 %%EOF');

/** Contents that can be printed, and a window that knows whether it is there. */
class PrintedContents extends FakeContents {
  readonly printToPDF = vi.fn(() => Promise.resolve(pdf));
  readonly print = vi.fn((_options: object, done: (isTaken: boolean) => void) => {
    done(true);
  });
}

class PrintedWindow extends FakeWindow {
  readonly printed: PrintedContents;

  constructor(...values: ConstructorParameters<typeof FakeWindow>) {
    super(...values);
    this.printed = new PrintedContents(values[1]);
    Object.assign(this, { webContents: this.printed });
  }
  isDestroyed(): boolean {
    return this.calls.includes('destroy');
  }
}

/** Print windows of a shell whose pages take their job as soon as they are loaded, unless they hang. */
const open = ({ hangs = false, fails = false } = {}) => {
  const windows: PrintedWindow[] = [];
  const partitions: string[] = [];
  const jobs = createPrintJobs();
  const { journal, events } = recordingJournal();
  const prints = createPrintWindows({
    createWindow: (options) => {
      const window = new PrintedWindow(options, windows.length + 1);
      const load = window.loadURL.bind(window);
      window.loadURL = async (url) => {
        await load(url);
        const key = new URL(url).hash.slice(1);
        if (!hangs) expect(jobs.take(key)).toEqual(job);
        if (!hangs) jobs.tell(key, !fails);
      };
      windows.push(window);
      return window.asWindow();
    },
    sessionFor: (partition) => {
      partitions.push(partition);
      return new FakeSession().asSession();
    },
    newPartition: () => `print-${String(partitions.length)}`,
    preload: 'preload.cjs',
    resources: () => () => Promise.resolve(new Response('served')),
    jobs,
    journal,
  });
  return { prints, windows, partitions, events };
};

const never = new AbortController().signal;

test('P2 · a PDF is tagged, has bookmarks and the sheet’s own size; its window is never shown and is gone', async () => {
  const { prints, windows, partitions, events } = open();
  expect(await prints.makePdf(job, never)).toBe(pdf);
  const [window] = windows;
  expect(window?.options).toMatchObject({ show: false, focusable: false, skipTaskbar: true });
  expect(window?.options.webPreferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  });
  expect(window?.printed.printToPDF.mock.calls).toEqual([
    [{ preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true, printBackground: true }],
  ]);
  expect(window?.calls.filter((call) => call === 'show')).toEqual([]);
  expect(window?.isDestroyed()).toBe(true);
  await prints.makePdf(job, never);
  expect(new Set(partitions).size, 'no print sees anything of another').toBe(2);
  for (const partition of partitions) expect(partition, 'in memory only').not.toMatch(/^persist:/);
  expect(JSON.stringify([events, window?.calls])).not.toContain('zqxvbluefinch');
});

test('L7 · a print window may ask for its job and its words, and for nothing that a visit may ask for', async () => {
  const { prints, windows } = open({ hangs: true });
  const control = new AbortController();
  const making = prints.makePdf(job, control.signal);
  await vi.waitFor(() => {
    expect(windows).toHaveLength(1);
  });
  for (const operation of ['takePrintJob', 'describeKiosk', 'printLaidOut'] as const)
    expect(prints.mayAsk(1, operation), operation).toBe(true);
  for (const operation of ['printSummary', 'endVisit', 'enterPin', 'deskTickets'] as const)
    expect(prints.mayAsk(1, operation), operation).toBe(false);
  expect(prints.mayAsk(2, 'takePrintJob'), 'another window').toBe(false);
  control.abort();
  await expect(making).rejects.toThrow();
  expect(prints.mayAsk(1, 'takePrintJob'), 'once it is gone').toBe(false);
  expect(windows[0]?.isDestroyed()).toBe(true);
});

test('P4 · whatever goes wrong, the window goes: a document that cannot be laid out, a process that dies, a window that closes', async () => {
  const cannot = open({ fails: true });
  await expect(cannot.prints.makePdf(job, never)).rejects.toThrow();
  expect(cannot.windows[0]?.isDestroyed()).toBe(true);
  for (const die of [
    (window: PrintedWindow) => window.printed.emit('render-process-gone', {}, { reason: 'oom' }),
    (window: PrintedWindow) => window.emit('closed'),
  ]) {
    const hung = open({ hangs: true });
    const making = hung.prints.makePdf(job, never);
    making.catch(() => undefined);
    await vi.waitFor(() => {
      expect(hung.windows[0]?.calls.some((call) => call.startsWith('load'))).toBe(true);
    });
    const [window] = hung.windows;
    if (window !== undefined) die(window);
    await expect(making).rejects.toThrow('went away');
    expect(window?.isDestroyed()).toBe(true);
  }
});

test('P4 · what is called off before it begins opens no window', async () => {
  const { prints, windows } = open();
  await expect(prints.makePdf(job, AbortSignal.abort())).rejects.toThrow();
  expect(windows).toEqual([]);
});

test('P5 · the same layout goes to a printer of the system’s', async () => {
  const { prints, windows } = open();
  expect(await prints.print(job, { device: 'Desk printer', paper: 'A4' }, never)).toBe(true);
  expect(windows[0]?.printed.print.mock.calls[0]?.[0]).toMatchObject({ silent: true, deviceName: 'Desk printer' });
  expect(windows[0]?.isDestroyed()).toBe(true);
});
