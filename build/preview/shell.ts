/** The browser shell without its window: a kiosk behind the loopback server. */
import type { Journal } from '../../electron/host/journal.ts';
import { openJournal } from '../../electron/host/journal-file.ts';
import { openKiosk } from '../../electron/host/kiosk.ts';
import type { Leaving } from '../../electron/host/staff/staff.ts';
import type { PageSigns } from '../../electron/host/recovery/supervisor.ts';
import { createPrintJobs } from '../../electron/host/printing/print-jobs.ts';
import type { MakePdf } from '../../electron/host/printing/documents.ts';
import { removeLeftProfiles } from './browser.ts';
import { type BrowserPdfOptions, createBrowserPdf } from './browser-pdf.ts';
import { type LoopbackServer, startServer } from './server.ts';

export type { Leaving };

/** Long enough for the answer to reach the page that asked, before its connection is cut. */
const ANSWER_MS = 200;

/** Where the shell's kiosk finds its parts. */
export interface BrowserShellOptions {
  /** 1 to 65535, or 0 for any free port. */
  readonly port: number;
  readonly appDir: string;
  readonly bundleDir: string;
  readonly siteFile?: string | undefined;
  /** The only folder the kiosk writes to, claimed for it; absent: it keeps nothing. */
  readonly dataDir?: string | undefined;
  /** Whether a technician is to set up the screen (D2). */
  readonly calibrate?: boolean;
  /** Takes one line of the journal. */
  readonly write: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Called when a technician has asked for it at the screen and has been answered; absent: nobody can. */
  readonly leave?: ((how: Leaving) => void) | undefined;
  /** Who watches over the page; absent: nobody does. */
  readonly page?: PageSigns | undefined;
  /** The browser that makes PDF of what is printed; absent: nothing is printed. */
  readonly printWith?: Pick<BrowserPdfOptions, 'program' | 'isRoot'> | undefined;
}

/** A served kiosk. */
export interface BrowserShell extends LoopbackServer {
  /** What staff must be told, a sentence each; the kiosk runs all the same. */
  readonly problems: readonly string[];
  readonly journal: Journal;
  /** Makes PDF of a summary; absent where there is no browser for it, or nowhere to keep its profile. */
  readonly makePdf?: MakePdf | undefined;
}

/**
 * Opens the kiosk, checks its bundle and serves it.
 *
 * @throws PortError
 */
export const openBrowserShell = async (options: BrowserShellOptions): Promise<BrowserShell> => {
  const { port, appDir, bundleDir, siteFile, dataDir, calibrate = false, write, now, leave, page, printWith } = options;
  const journal = openJournal(write, dataDir, now);
  // What browsers have left whose kiosk was killed is not waited for: the name of a profile is never used twice.
  const tidied = dataDir === undefined ? undefined : removeLeftProfiles(dataDir);
  const printJobs = createPrintJobs();
  // Nothing is printed before the server has its address.
  let url = '';
  const makePdf =
    printWith === undefined || dataDir === undefined
      ? undefined
      : createBrowserPdf({ ...printWith, dataDir, url: () => url, jobs: printJobs });
  const kiosk = await openKiosk({
    appDir,
    bundleDir,
    siteFile,
    dataDir,
    calibrate,
    journal,
    now,
    page,
    printJobs,
    makePdf,
    // Every load of the page is a new document with new state, and nothing is stored between them.
    endVisit: () => Promise.resolve(),
    ...(leave !== undefined && { leave: (how) => void setTimeout(leave, ANSWER_MS, how) }),
  });
  const server = await startServer({ port, resources: kiosk.resources, host: kiosk.host, journal });
  ({ url } = server);
  return {
    ...server,
    problems: kiosk.problems,
    journal,
    makePdf,
    close: async () => {
      // First, so that nothing more is asked for.
      await server.close();
      await kiosk.close();
      await tidied;
    },
  };
};
