/**
 * What every printer must do (P5): one suite, run against the desk's folder, a real CUPS server, and Windows' spooler as
 * a stand-in plays it.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createCups } from '../../electron/host/printing/cups.ts';
import { createDeskFolder } from '../../electron/host/printing/desk-folder.ts';
import type { JobState, PrintDocument, Printer } from '../../electron/host/printing/printer.ts';
import { createSpooler } from '../../electron/host/printing/spooler.ts';
import { type CupsServer, startCups, whyNoCups } from '../support/cups-server.ts';
import { smallPdf } from '../support/pdf.ts';

const ticket = { word: 'kingfisher', number: 12 } as const;
const never = new AbortController().signal;
const patience = { timeout: 30_000, interval: 100 };

/** A printer, and what has come out of it. */
interface Place {
  readonly printer: Printer;
  /** The texts of the documents that came out. */
  readonly out: () => Promise<readonly string[]>;
  readonly breakDown: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A document of one line, with the job that it was made from. */
const documentOf = (text: string): PrintDocument & { readonly pdf: Buffer } => ({
  pdf: smallPdf(text),
  ticket,
  job: {
    summary: { language: 'en-GB', step: 1, items: [{ kind: 'own-question', text }] },
    ticket,
    paper: 'A4',
    hospitalName: 'St Example',
    deskDirections: 'There.',
    printedOn: '2026-11-23',
  },
});

const textOf = (pdf: Buffer): string => /\((.*)\) Tj/.exec(pdf.toString('latin1'))?.[1] ?? '';

const printersConform = (name: string, why: string | undefined, open: () => Promise<Place>): void => {
  describe.skipIf(why !== undefined)(`P5 · a printer: ${name}${why === undefined ? '' : ` (skipped: ${why})`}`, () => {
    let place: Place;
    beforeAll(async () => {
      place = await open();
    }, 60_000);
    afterAll(() => place.close());

    const ended = async (job: string): Promise<JobState> => {
      let last: JobState = { state: 'printing' };
      await vi.waitFor(async () => {
        last = await place.printer.follow(job);
        expect(last.state).not.toBe('printing');
      }, patience);
      return last;
    };

    test('needs nothing when it is well', async () => {
      expect(await place.printer.need()).toBeUndefined();
    });

    test('a document comes out as it went in, and nobody says “printed” who cannot know', async () => {
      const document = documentOf('Three things to ask');
      const before = Buffer.from(document.pdf);
      const handing = await place.printer.print(document, never);
      expect(handing).toMatchObject({ handed: true });
      expect(document.pdf.equals(before), 'the bytes stay as they are, for another try').toBe(true);
      if (handing.handed && handing.job !== undefined) expect(await ended(handing.job)).toEqual({ state: 'gone' });
      await vi.waitFor(async () => {
        expect(await place.out()).toEqual(['Three things to ask']);
      }, patience);
    }, 60_000);

    test('what is called off before it begins does not come out', async () => {
      const count = (await place.out()).length;
      expect(await place.printer.print(documentOf('Called off'), AbortSignal.abort())).toMatchObject({ handed: false });
      expect(await place.out()).toHaveLength(count);
    });

    test('a job that nobody knows is gone, and can be cancelled without harm', async () => {
      expect(await place.printer.follow('desk-999')).toEqual({ state: 'gone' });
      await place.printer.cancel('desk-999');
    });

    test('tidying leaves what is new', async () => {
      const count = (await place.out()).length;
      await place.printer.tidy();
      expect(await place.out()).toHaveLength(count);
    });

    test('once it is gone it says so, and takes nothing', async () => {
      await place.breakDown();
      expect(await place.printer.need()).toBe('offline');
      expect(await place.printer.print(documentOf('Nowhere to go'), never)).toEqual({ handed: false, need: 'offline' });
    });
  });
};

printersConform('the desk’s folder', undefined, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-desk-'));
  const remove = (): Promise<void> => rm(folder, { recursive: true, force: true });
  return {
    printer: createDeskFolder({ folder, keepMs: 60_000, now: Date.now }),
    out: async () => {
      const names = await readdir(folder);
      return Promise.all(names.map(async (name) => textOf(await readFile(join(folder, name)))));
    },
    breakDown: remove,
    close: remove,
  };
});

const whyNot = whyNoCups();
if (whyNot !== undefined) process.stdout.write(`skipped: P5 with CUPS: ${whyNot}\n`);

printersConform('CUPS', whyNot, async () => {
  const server = await startCups();
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (!isClosed) await server.close();
    isClosed = true;
  };
  return {
    printer: createCups({ queue: 'desk', server: server.socket, paper: 'A4' }),
    out: async () => (await server.printed()).map(textOf),
    breakDown: close,
    close,
  };
});

printersConform('Windows’ spooler, played by a stand-in', undefined, () => {
  const out: string[] = [];
  const known = new Set(['Other', 'Desk printer']);
  const spool = {
    printers: () => Promise.resolve([...known]),
    print: ({ summary }: NonNullable<PrintDocument['job']>) => {
      const [item] = summary.items;
      out.push(item?.kind === 'own-question' ? item.text : '');
      return Promise.resolve(true);
    },
  };
  return Promise.resolve({
    printer: createSpooler({ device: 'Desk printer', paper: 'A4', spool }),
    out: () => Promise.resolve(out),
    breakDown: () => {
      known.delete('Desk printer');
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});

describe.skipIf(whyNot !== undefined)('P5, P6 · a real CUPS server', () => {
  let server: CupsServer;
  beforeAll(async () => {
    server = await startCups();
  }, 60_000);
  afterAll(() => server.close());

  const printerOf = (queue: string): Printer => createCups({ queue, server: server.socket, paper: 'A4' });
  const hand = async (printer: Printer, text: string): Promise<string> => {
    const handing = await printer.print({ pdf: smallPdf(text), ticket }, never);
    if (!handing.handed || handing.job === undefined) throw new Error(`not handed: ${JSON.stringify(handing)}`);
    return handing.job;
  };
  const becomes = (printer: Printer, job: string, state: JobState): Promise<void> =>
    vi.waitFor(async () => {
      expect(await printer.follow(job)).toEqual(state);
    }, patience);

  test.each([
    ['media-empty-error', 'paper'],
    ['toner-empty', 'toner'],
    ['media-jam-error', 'jam'],
    ['door-open', 'door'],
    ['offline-report', undefined],
    ['offline', 'offline'],
  ] as const)(
    '%s in the middle of a job is told, and the job goes on afterwards',
    async (reason, need) => {
      const printer = printerOf('desk');
      await server.needs(reason);
      const job = await hand(printer, `After ${reason}`);
      await becomes(printer, job, { state: 'printing', ...(need !== undefined && { need }) });
      await server.needs(undefined);
      await becomes(printer, job, { state: 'gone' });
      expect(await printer.need()).toBeUndefined();
    },
    60_000,
  );

  test('a queue that is stopped, refuses, or is not there takes no document onto its disk', async () => {
    const printer = printerOf('desk');
    const document = { pdf: smallPdf('kept-on-no-disk'), ticket };
    await server.tell('cupsdisable', ['desk']);
    expect(await printer.print(document, never)).toEqual({ handed: false, need: 'stopped' });
    await server.tell('cupsenable', ['desk']);
    await server.tell('cupsreject', ['desk']);
    expect(await printer.print(document, never)).toEqual({ handed: false, need: 'stopped' });
    await server.tell('cupsaccept', ['desk']);
    expect(await printerOf('nowhere').print(document, never)).toEqual({ handed: false, need: 'offline' });
    expect((await server.remains()).includes('kept-on-no-disk')).toBe(false);
  }, 60_000);

  test('P6 · a queue that keeps each job until somebody lets it go is one that needs help', async () => {
    const printer = printerOf('desk');
    await server.tell('lpadmin', ['-p', 'desk', '-o', 'job-hold-until-default=indefinite']);
    const job = await hand(printer, 'Held by the queue');
    await becomes(printer, job, { state: 'printing', need: 'stopped' });
    await server.tell('lpadmin', ['-p', 'desk', '-o', 'job-hold-until-default=no-hold']);
    await server.tell('lp', ['-i', job, '-H', 'resume']);
    await becomes(printer, job, { state: 'gone' });
  }, 60_000);

  test('X5 · what anybody sees in the list of jobs is the same for every summary: a title, and no ticket', async () => {
    const printer = printerOf('desk');
    await server.needs('media-empty');
    const job = await hand(printer, 'listed-canary');
    await becomes(printer, job, { state: 'printing', need: 'paper' });
    const control = (await readdir(server.spool)).find((name) => /^c\d+$/.test(name)) ?? 'none';
    const attributes = (await readFile(join(server.spool, control))).toString('latin1');
    expect(attributes).toContain('Alongside');
    expect(attributes).toMatch(/media.{0,4}A4/s);
    expect(attributes + (await server.tell('lpstat', ['-l', '-o', 'desk']))).not.toMatch(/kingfisher|canary/);
    await server.needs(undefined);
    await becomes(printer, job, { state: 'gone' });
  }, 60_000);

  test('a job is cancelled in the middle and its document goes with it', async () => {
    const printer = printerOf('desk');
    await server.needs('media-empty');
    const job = await hand(printer, 'cancelled-canary');
    await becomes(printer, job, { state: 'printing', need: 'paper' });
    expect((await server.remains()).includes('cancelled-canary'), 'the canary can be seen while it waits').toBe(true);
    await printer.cancel(job);
    await server.needs(undefined);
    await becomes(printer, job, { state: 'gone' });
    await vi.waitFor(async () => {
      expect((await server.remains()).includes('cancelled-canary')).toBe(false);
    }, patience);
  }, 60_000);

  test('X5 · nothing of a document that was printed is left on the server’s disk, nor in its logs', async () => {
    const printer = printerOf('desk');
    const before = (await server.printed()).length;
    const job = await hand(printer, 'printed-canary');
    await becomes(printer, job, { state: 'gone' });
    expect(await server.printed()).toHaveLength(before + 1);
    const remains = await server.remains();
    expect(remains.includes('printed-canary')).toBe(false);
    expect(remains.includes('kingfisher')).toBe(false);
  }, 60_000);

  test('CUPS’s own PDF printer makes a document of it, through all of CUPS’s filters', async () => {
    const printer = printerOf('pdf');
    // Where that printer puts what it makes is compiled into it.
    const folder = join(homedir(), 'PDF');
    const there = await readdir(folder).catch((): string[] => []);
    await becomes(printer, await hand(printer, 'To the PDF printer'), { state: 'gone' });
    const made = (await readdir(folder)).filter((name) => !there.includes(name));
    expect(made).toHaveLength(1);
    const file = join(folder, made[0] ?? '');
    const { stdout } = await promisify(execFile)('pdftotext', [file, '-']);
    await rm(file);
    expect(stdout.trim()).toBe('To the PDF printer');
    expect((await server.remains()).includes('To the PDF printer')).toBe(false);
  }, 60_000);

  test('P6 · a need that the last job left behind does not keep the next document from a printer that was filled', async () => {
    const printer = printerOf('desk');
    await server.needs('media-empty');
    const job = await hand(printer, 'Taken back');
    await becomes(printer, job, { state: 'printing', need: 'paper' });
    await printer.cancel(job);
    await becomes(printer, job, { state: 'gone' });
    await server.needs(undefined);
    await becomes(printer, await hand(printer, 'After it was filled'), { state: 'gone' });
  }, 60_000);
});

describe('P5, X5 · the desk’s folder and time', () => {
  test('files older than the site allows are removed, finished or not, and nobody else’s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-desk-'));
    try {
      const printer = createDeskFolder({ folder, keepMs: 3_600_000, now: Date.now });
      await printer.print({ pdf: smallPdf('old-canary'), ticket }, never);
      const [old = ''] = await readdir(folder);
      expect(old).toMatch(/^kingfisher-12-[0-9a-f]{8}\.pdf$/);
      expect((await stat(join(folder, old))).mode & 0o007, 'not for everybody').toBe(0);
      const others = ['kingfisher-12.pdf', 'letter.pdf', 'heron-12-0123abcd.txt'];
      const part = '.alongside-01234567-89ab-cdef-0123-456789abcdef.part';
      for (const name of [...others, part]) await writeFile(join(folder, name), 'x');
      const hoursAgo = new Date(Date.now() - 3_601_000);
      const ahead = new Date(Date.now() + 86_400_000);
      for (const name of [old, part, ...others]) await utimes(join(folder, name), hoursAgo, hoursAgo);
      await printer.print({ pdf: smallPdf('from a wrong clock'), ticket: { word: 'heron', number: 20 } }, never);
      const [wrong = ''] = (await readdir(folder)).filter((name) => name.startsWith('heron-20'));
      await utimes(join(folder, wrong), ahead, ahead);
      await printer.print({ pdf: smallPdf('new'), ticket: { word: 'otter', number: 33 } }, never);
      await printer.tidy();
      const left = await readdir(folder);
      expect(left.filter((name) => !name.startsWith('otter-33')).sort()).toEqual([...others].sort());
      expect(left).toHaveLength(others.length + 1);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});
