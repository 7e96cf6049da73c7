/** A whole kiosk that prints: settings, host, queue and a real folder, with a maker of documents of the test's. */
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type Kiosk, type KioskOptions, openKiosk } from '../../../../../electron/host/kiosk.ts';
import type { MakePdf } from '../../../../../electron/host/printing/documents.ts';
import type { HostOperation, HostOperations, Reply } from '../../../../../renderer/host/contract.ts';
import type { PrintOutcome, Summary } from '../../../../../renderer/host/printing.ts';
import { smallPdf } from '../../../../support/pdf.ts';
import { noBackground, recordingJournal, temporaryApp, temporaryBundle, temporaryFolder } from '../../kiosk-fixture.ts';

const CANARY = 'typed by a visitor';
const PIN = '950318';
const summary: Summary = { language: 'en-GB', step: 2, items: [{ kind: 'own-question', text: CANARY }] };
const refused = { ok: false, error: { code: 'refused' } };

interface Opened {
  readonly kiosk: Kiosk;
  readonly ask: <Name extends HostOperation>(
    name: Name,
    request: HostOperations[Name]['request'],
  ) => Promise<Reply<HostOperations[Name]['value']>>;
  readonly dataDir: string;
  readonly makePdf: ReturnType<typeof vi.fn<MakePdf>>;
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

const open = async (print: object, more: Partial<KioskOptions> = {}): Promise<Opened> => {
  const dataDir = more.dataDir ?? (await temporaryFolder());
  const siteFile = join(await temporaryFolder(), 'site.json');
  await writeFile(siteFile, JSON.stringify({ print }));
  const { journal, events } = recordingJournal();
  const makePdf = vi.fn<MakePdf>((job) => {
    const [item] = job.summary.items;
    return Promise.resolve(new Uint8Array(smallPdf(item?.kind === 'own-question' ? item.text : 'test sheet')));
  });
  const kiosk = await openKiosk({
    appDir: await temporaryApp(),
    bundleDir: await temporaryBundle(),
    siteFile,
    dataDir,
    journal,
    now: Date.now,
    endVisit: () => Promise.resolve(),
    leave: vi.fn(),
    background: noBackground,
    makePdf,
    ...more,
  });
  onTestFinished(kiosk.close);
  const ask = kiosk.host as unknown as Opened['ask'];
  return { kiosk, ask, dataDir, makePdf, events };
};

const value = <Value>(reply: Reply<Value>): Value => {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`);
  return reply.value;
};

const ticketOf = (outcome: PrintOutcome) => {
  if (!outcome.accepted) throw new Error(`not accepted: ${outcome.why}`);
  return outcome.ticket;
};

const entersStaff = async ({ ask }: Opened): Promise<string> => {
  await ask('choosePin', { pin: PIN });
  const entry = value(await ask('enterPin', { role: 'technician', pin: PIN }));
  return entry.entered ? entry.token : '';
};

const documentsIn = async (folder: string): Promise<readonly string[]> => {
  const names = await readdir(folder);
  return Promise.all(names.map((name) => readFile(join(folder, name), 'latin1')));
};

describe('P3, P4, P5 · a kiosk with a desk’s folder', () => {
  test('a summary has its ticket at once, and is a file at the desk that says the ticket and nothing of illness', async () => {
    const folder = await temporaryFolder();
    const { kiosk, ask } = await open({ to: 'folder', folder, paper: 'Letter' });
    expect(kiosk.problems.join()).not.toContain('Printing');
    expect(value(await ask('describeKiosk', {})).print).toEqual({ mode: 'now', paper: 'Letter' });
    const ticket = ticketOf(value(await ask('printSummary', { summary })));
    await vi.waitFor(async () => {
      expect(value(await ask('ticketStatus', {})).tickets).toEqual([{ ticket, state: 'sent' }]);
    });
    const [name = ''] = await readdir(folder);
    expect(name).toMatch(new RegExp(`^${ticket.word}-${String(ticket.number)}-[0-9a-f]{8}\\.pdf$`));
    expect((await documentsIn(folder))[0]).toContain(CANARY);
  });

  test('held at the desk, it is printed when a technician releases it, and for nobody else', async () => {
    const folder = await temporaryFolder();
    const opened = await open({ to: 'folder', folder, mode: 'hold' });
    const { ask } = opened;
    expect(value(await ask('describeKiosk', {})).print).toMatchObject({ mode: 'hold' });
    const ticket = ticketOf(value(await ask('printSummary', { summary })));
    await vi.waitFor(async () => {
      expect(value(await ask('ticketStatus', {})).tickets).toEqual([{ ticket, state: 'held' }]);
    });
    for (const name of ['releaseTicket', 'cancelTicket'] as const)
      expect(await ask(name, { token: 'guessed', ticket }), name).toEqual(refused);
    expect(await ask('deskTickets', { token: '' })).toEqual(refused);
    expect(await ask('testPrint', { token: '' })).toEqual(refused);
    expect(await documentsIn(folder)).toEqual([]);
    const token = await entersStaff(opened);
    const list = value(await ask('deskTickets', { token }));
    expect(list).toEqual({
      tickets: [{ ticket, state: 'held', pages: 1, ageSeconds: expect.any(Number) as unknown }],
      lostInRestart: 0,
      printer: { kind: 'folder' },
    });
    expect(value(await ask('releaseTicket', { token, ticket }))).toBeNull();
    await vi.waitFor(async () => {
      expect(await documentsIn(folder)).toHaveLength(1);
    });
    await vi.waitFor(async () => {
      expect(await ask('releaseTicket', { token, ticket }), 'once').toEqual(refused);
    });
  });

  test('what staff or its visitor call off never comes out', async () => {
    const folder = await temporaryFolder();
    const opened = await open({ to: 'folder', folder, mode: 'hold' });
    const { ask } = opened;
    const [first, second] = [
      ticketOf(value(await ask('printSummary', { summary }))),
      ticketOf(value(await ask('printSummary', { summary: { ...summary, step: 3 } }))),
    ];
    expect(value(await ask('cancelPrint', { ticket: first }))).toBeNull();
    const token = await entersStaff(opened);
    expect(value(await ask('cancelTicket', { token, ticket: second }))).toBeNull();
    expect(await ask('cancelTicket', { token, ticket: second })).toEqual(refused);
    expect(await ask('releaseTicket', { token, ticket: first })).toEqual(refused);
    expect(value(await ask('deskTickets', { token })).tickets.map(({ state }) => state)).toEqual([
      'cancelled',
      'cancelled',
    ]);
    expect(await documentsIn(folder)).toEqual([]);
  });

  test('V3 · a test sheet is printed for a technician, at once though tickets are held', async () => {
    const folder = await temporaryFolder();
    const opened = await open({ to: 'folder', folder, mode: 'hold' });
    const token = await entersStaff(opened);
    ticketOf(value(await opened.ask('testPrint', { token })));
    await vi.waitFor(async () => {
      expect((await documentsIn(folder))[0]).toContain('test sheet');
    });
  });

  test('a folder that goes between press and send keeps the ticket; once it is back the document comes out', async () => {
    const folder = join(await temporaryFolder(), 'share');
    await mkdir(folder);
    const { ask, events } = await open({ to: 'folder', folder, mode: 'hold' });
    const ticket = ticketOf(value(await ask('printSummary', { summary })));
    await vi.waitFor(async () => {
      expect(value(await ask('ticketStatus', {})).tickets).toMatchObject([{ state: 'held' }]);
    });
    await rm(folder, { recursive: true });
    await ask('choosePin', { pin: PIN });
    const entry = value(await ask('enterPin', { role: 'technician', pin: PIN }));
    const token = entry.entered ? entry.token : '';
    await ask('releaseTicket', { token, ticket });
    await vi.waitFor(async () => {
      expect(value(await ask('ticketStatus', {})).tickets).toEqual([{ ticket, state: 'waiting', need: 'offline' }]);
    });
    expect(value(await ask('deskTickets', { token })).printer).toEqual({ kind: 'folder', need: 'offline' });
    expect(events).toContainEqual(expect.objectContaining({ event: 'printer-needs-help', need: 'offline' }));
    await mkdir(folder);
    await ask('releaseTicket', { token, ticket });
    await vi.waitFor(async () => {
      expect(await documentsIn(folder)).toHaveLength(1);
    });
  });

  test('more than a visit may print is refused, in words; the next visit may', async () => {
    const { ask } = await open({ to: 'folder', folder: await temporaryFolder(), perVisit: 1 });
    ticketOf(value(await ask('printSummary', { summary })));
    const another = { summary: { ...summary, step: 4 } } as const;
    expect(value(await ask('printSummary', another))).toEqual({ accepted: false, why: 'visit-limit' });
    await ask('endVisit', {});
    expect(value(await ask('ticketStatus', {})).tickets, 'nobody is told of another’s').toEqual([]);
    expect(value(await ask('printSummary', another))).toMatchObject({ accepted: true });
  });

  test('X3, L6 · a page that comes anew, after one that was lost without a word, is told of none of its tickets', async () => {
    const { kiosk, ask } = await open({ to: 'folder', folder: await temporaryFolder(), mode: 'hold' });
    const ticket = ticketOf(value(await ask('printSummary', { summary })));
    await kiosk.resources(new Request('http://kiosk/assets/main.js'));
    expect(value(await ask('ticketStatus', {})).tickets).toHaveLength(1);
    await kiosk.resources(new Request('http://kiosk/', { headers: { accept: 'text/html' } }));
    expect(value(await ask('ticketStatus', {})).tickets).toEqual([]);
    expect(await ask('cancelPrint', { ticket })).toEqual(refused);
    expect(ticketOf(value(await ask('printSummary', { summary }))), 'another’s wish').not.toEqual(ticket);
  });

  test('more than all may print in an hour is refused, whoever asks', async () => {
    const { ask } = await open({ to: 'folder', folder: await temporaryFolder(), perHour: 1 });
    ticketOf(value(await ask('printSummary', { summary })));
    await ask('endVisit', {});
    expect(value(await ask('printSummary', { summary }))).toEqual({ accepted: false, why: 'hour-limit' });
  });

  test('V1 · a list that asks for itself again and again does not keep a technician’s session open', async () => {
    const opened = await open({ to: 'folder', folder: await temporaryFolder() });
    const clock = vi.spyOn(performance, 'now');
    onTestFinished(() => {
      clock.mockRestore();
    });
    const token = await entersStaff(opened);
    const startMs = performance.now();
    for (const seconds of [40, 80, 119]) {
      clock.mockReturnValue(startMs + seconds * 1000);
      expect(await opened.ask('deskTickets', { token })).toMatchObject({ ok: true });
    }
    clock.mockReturnValue(startMs + 125_000);
    expect(await opened.ask('deskTickets', { token })).toEqual(refused);
  });
});

describe('P5 · the desk’s folder that a site need not name', () => {
  test('is “desk” in the data folder, made for the kiosk and its group', async () => {
    const { kiosk, ask, dataDir } = await open({ to: 'folder' });
    expect(kiosk.problems.join()).not.toContain('Printing');
    const folder = join(dataDir, 'desk');
    expect((await stat(folder)).mode & 0o777).toBe(0o750);
    ticketOf(value(await ask('printSummary', { summary })));
    await vi.waitFor(async () => {
      expect(await documentsIn(folder)).toHaveLength(1);
    });
  });

  test('is missed, in words, where the kiosk keeps nothing, or where a file stands in its place', async () => {
    const dataDir = await temporaryFolder();
    await writeFile(join(dataDir, 'desk'), 'a file');
    const { kiosk } = await open({ to: 'folder' }, { dataDir });
    expect(kiosk.problems.join('\n')).toMatch(/Printing: the desk’s folder: the folder is not there/);
    const { journal } = recordingJournal();
    const site = join(await temporaryFolder(), 'site.json');
    await writeFile(site, '{"print":{"to":"folder"}}');
    const keeping = await openKiosk({
      appDir: await temporaryApp(),
      bundleDir: await temporaryBundle(),
      siteFile: site,
      journal,
      now: Date.now,
      endVisit: () => Promise.resolve(),
      background: noBackground,
      makePdf: () => Promise.reject(new Error('unused')),
    });
    expect(keeping.problems.join('\n')).toMatch(/Printing: this kiosk has no data folder; name/);
  });

  test('is never made where a site names it: a share that is not connected is told at the start', async () => {
    const folder = join(await temporaryFolder(), 'not-mounted');
    const { kiosk, ask } = await open({ to: 'folder', folder });
    expect(kiosk.problems.join('\n')).toMatch(
      /Printing: the desk’s folder: the folder is not there; make it, or connect/,
    );
    await expect(stat(folder)).rejects.toThrow('ENOENT');
    expect(value(await ask('describeKiosk', {})).print, 'tickets are kept until it is').toBeDefined();
  });
});

describe('P5 · “windows”', () => {
  test('prints with the shell’s spooler, by the job', async () => {
    const print = vi.fn(() => Promise.resolve(true));
    const spool = { print, printers: () => Promise.resolve(['Desk printer']) };
    const { ask, kiosk } = await open({ to: 'windows', device: 'Desk printer' }, { spool });
    expect(kiosk.problems.join()).not.toContain('Printing');
    const ticket = ticketOf(value(await ask('printSummary', { summary })));
    await vi.waitFor(async () => {
      expect(value(await ask('ticketStatus', {})).tickets).toEqual([{ ticket, state: 'sent' }]);
    });
    expect(print).toHaveBeenCalledWith(
      expect.objectContaining({ summary, ticket }),
      { device: 'Desk printer', paper: 'A4' },
      expect.any(AbortSignal),
    );
  });

  test('is told at the start where the shell has no spooler, or the system no such printer', async () => {
    const { kiosk, ask } = await open({ to: 'windows', device: 'Desk printer' });
    expect(kiosk.problems.join('\n')).toMatch(/only the Electron shell prints to “windows”; use it, or choose/);
    expect(value(await ask('describeKiosk', {})).print).toBeUndefined();
    const spool = { print: () => Promise.resolve(true), printers: () => Promise.resolve(['Other']) };
    const other = await open({ to: 'windows', device: 'Desk printer' }, { spool });
    expect(other.kiosk.problems.join('\n')).toMatch(/Windows has no printer of this name; compare it/);
  });
});

describe('P4, L6 · the end of a kiosk', () => {
  test('closed with summaries waiting, it lets go of them; started again it says how many, and knows no such ticket', async () => {
    const folder = await temporaryFolder();
    const settings = { to: 'folder', folder, mode: 'hold' };
    const before = await open(settings);
    const ticket = ticketOf(value(await before.ask('printSummary', { summary })));
    await vi.waitFor(async () => {
      expect(await readFile(join(before.dataDir, 'waiting-prints'), 'utf8')).toBe('1');
    });
    await before.kiosk.close();
    const after = await open(settings, { dataDir: before.dataDir });
    expect(after.kiosk.problems.join('\n')).toMatch(/Printing: 1 summary waited when the kiosk was ended, and is gone/);
    expect(after.events).toContainEqual(expect.objectContaining({ event: 'prints-lost', count: 1 }));
    expect(value(await after.ask('ticketStatus', {})).tickets).toEqual([]);
    expect(await after.ask('cancelPrint', { ticket })).toEqual(refused);
    const token = await entersStaff(after);
    expect(value(await after.ask('deskTickets', { token }))).toMatchObject({ tickets: [], lostInRestart: 1 });
    expect(await after.ask('releaseTicket', { token, ticket })).toEqual(refused);
    expect(await documentsIn(folder)).toEqual([]);
  });

  test('a kiosk without a printer has nothing to close', async () => {
    const { kiosk, ask } = await open({ to: 'nowhere' });
    expect(value(await ask('describeKiosk', {})).print).toBeUndefined();
    await kiosk.close();
  });
});

test('P4 · a maker of documents that never answers keeps nobody: the ticket is there, and a visit ends', async () => {
  const { ask } = await open(
    { to: 'folder', folder: await temporaryFolder() },
    { makePdf: () => new Promise(() => undefined) },
  );
  ticketOf(value(await ask('printSummary', { summary })));
  expect(value(await ask('ticketStatus', {})).tickets).toMatchObject([{ state: 'queued' }]);
  expect(value(await ask('endVisit', {}))).toBeNull();
});
