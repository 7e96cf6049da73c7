/** What a site's settings make of printing: which printer, the queue's rules, and what staff must be told at the start. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PrinterNeed } from '../../../renderer/host/printing.ts';
import type { Journal } from '../journal.ts';
import { everyInterval } from '../recovery/supervisor.ts';
import type { PrintSettings } from '../settings-print.ts';
import type { SiteSettings } from '../settings.ts';
import { createCups } from './cups.ts';
import { createDeskFolder } from './desk-folder.ts';
import type { MakePdf } from './documents.ts';
import { nothingLost, openLostPrints } from './lost-prints.ts';
import { openPrintDesk, type PrintDesk } from './print-desk.ts';
import type { Printer } from './printer.ts';
import { createSpooler, type Spool } from './spooler.ts';

/** What of a kiosk printing needs. */
export interface SitePrintingOptions {
  readonly dataDir?: string | undefined;
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly makePdf?: MakePdf | undefined;
  /** How the shell hands a job to a printer of the system's own; absent: it cannot. */
  readonly spool?: Spool | undefined;
}

/** The print desk of a site that has one, and what is wrong with its printer, a sentence each with its mend. */
export interface SitePrinting {
  readonly desk?: PrintDesk;
  readonly problems: readonly string[];
}

const folderMends: Readonly<Partial<Record<PrinterNeed, string>>> = {
  offline: 'the folder is not there; make it, or connect the share that it is on',
  full: 'there is no room on its disk; make room',
  permission: 'the kiosk may not write to it; give the kiosk’s user that permission',
};

const cupsMends: Readonly<Partial<Record<PrinterNeed, string>>> = {
  paper: 'it has no paper; fill it',
  toner: 'it has no toner; change it',
  jam: 'paper is jammed in it; take it out',
  door: 'a door of it is open; close it',
  offline: 'CUPS does not know it, or it does not answer; check its name with “lpstat -p”, and that it is on',
  stopped: 'it is stopped; start it with “cupsenable” and “cupsaccept”',
  full: 'it has no room; make room',
};

const windowsMends: Readonly<Partial<Record<PrinterNeed, string>>> = {
  offline: 'Windows has no printer of this name; compare it with what “Get-Printer” prints',
};

const mendsOf = { folder: folderMends, cups: cupsMends, windows: windowsMends, nowhere: {} } as const satisfies Record<
  PrintSettings['to'],
  Readonly<Partial<Record<PrinterNeed, string>>>
>;

/** A need as a sentence for staff. */
export const tellNeed = (to: PrintSettings['to'], need: PrinterNeed): string => {
  const mends: Readonly<Partial<Record<PrinterNeed, string>>> = mendsOf[to];
  const mend = mends[need] ?? 'it does not say what it needs; look at it';
  return `Printing: ${to === 'folder' ? 'the desk’s folder' : 'the desk’s printer'}: ${mend}. Tickets are kept until then.`;
};

/** The folder of a site that names none: the kiosk's own, so that it may be made. */
const ownFolder = async (dataDir: string): Promise<string> => {
  const folder = join(dataDir, 'desk');
  // What cannot be made is offline, and told as such.
  await mkdir(folder, { recursive: true, mode: 0o750 }).catch(() => undefined);
  return folder;
};

/** The printer that the settings ask for; or why there is none, unless they ask for none. */
const printerOf = async (print: PrintSettings, options: SitePrintingOptions): Promise<Printer | string | undefined> => {
  const { to, queue, server, device, paper, folderHours } = print;
  const { dataDir, journal, now, spool } = options;
  switch (to) {
    case 'nowhere':
      return undefined;
    case 'folder': {
      const folder = print.folder ?? (dataDir === undefined ? undefined : await ownFolder(dataDir));
      if (folder === undefined) return 'Printing: this kiosk has no data folder; name the desk’s in print.folder.';
      const notTidied = (cause: string): void => {
        journal('desk-folder-not-tidied', { cause });
      };
      return createDeskFolder({ folder, keepMs: folderHours * 3_600_000, now, notTidied });
    }
    case 'cups':
      return queue === undefined ? undefined : createCups({ queue, server, paper });
    case 'windows':
      if (spool === undefined)
        return 'Printing: only the Electron shell prints to “windows”; use it, or choose “folder” or “cups” as print.to.';
      return device === undefined ? undefined : createSpooler({ device, paper, spool });
  }
};

/** The kiosk's own date, as its place counts days. */
const localDate = (nowMs: number): string => {
  const now = new Date(nowMs);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

/** How long the start waits for a printer's word; one that hangs is heard of when somebody prints. */
const ASK_MS = 3000;

const needAtStart = (printer: Printer): Promise<PrinterNeed | undefined> =>
  Promise.race([
    printer.need().catch((): PrinterNeed => 'unknown'),
    new Promise<undefined>((resolve) => {
      setTimeout(resolve, ASK_MS, undefined).unref();
    }),
  ]);

const NO_MAKER =
  'Printing: there is nothing that makes documents: no browser was found. Summaries are only shown. ' +
  'Install Chromium, Chrome or Edge, or name one in ALONGSIDE_BROWSER, and start the kiosk again.';

/** Opens what the settings ask for. Never rejects: a printer that needs help is a problem that is told. */
export const openSitePrinting = async (options: SitePrintingOptions, settings: SiteSettings): Promise<SitePrinting> => {
  const { print } = settings;
  const { dataDir, journal, now, makePdf } = options;
  if (makePdf === undefined) {
    return { problems: print.to === 'nowhere' ? [] : [NO_MAKER] };
  }
  const printer = await printerOf(print, options);
  if (printer === undefined || typeof printer === 'string') return { problems: printer === undefined ? [] : [printer] };
  const lost = dataDir === undefined ? nothingLost : await openLostPrints(join(dataDir, 'waiting-prints'));
  const count = lost.count();
  if (count > 0) journal('prints-lost', { count });
  const desk = openPrintDesk({
    rules: {
      mode: print.mode,
      keepMs: print.keepMinutes * 60_000,
      perVisit: print.perVisit,
      perHour: print.perHour,
      length: print.waiting,
    },
    printer,
    kind: print.to === 'folder' ? 'folder' : 'printer',
    makePdf,
    journal,
    lost,
    site: () => ({
      paper: print.paper,
      hospitalName: settings.hospitalName,
      deskDirections: settings.deskDirections,
      ...(settings.urgentNumber !== undefined && { urgentNumber: settings.urgentNumber }),
      printedOn: localDate(now()),
    }),
    monotonicMs: () => performance.now(),
    every: everyInterval,
  });
  const need = await needAtStart(printer);
  return {
    desk,
    problems: [
      ...(need === undefined ? [] : [tellNeed(print.to, need)]),
      ...(count === 0
        ? []
        : [
            count === 1
              ? 'Printing: 1 summary waited when the kiosk was ended, and is gone; its ticket is no longer good.'
              : `Printing: ${String(count)} summaries waited when the kiosk was ended, and are gone; their tickets are no longer good.`,
          ]),
    ],
  };
};
