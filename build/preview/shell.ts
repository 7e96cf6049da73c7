/** The browser shell without its window: a kiosk behind the loopback server. */
import { openJournal } from '../../electron/host/journal-file.ts';
import { openKiosk } from '../../electron/host/kiosk.ts';
import { type LoopbackServer, startServer } from './server.ts';

/** Where the shell's kiosk finds its parts. */
export interface BrowserShellOptions {
  /** 1 to 65535, or 0 for any free port. */
  readonly port: number;
  readonly appDir: string;
  readonly bundleDir: string;
  readonly siteFile?: string | undefined;
  /** The only folder the kiosk writes to; absent: it keeps nothing. */
  readonly dataDir?: string | undefined;
  /** Whether a technician is to set up the screen (D2). */
  readonly calibrate?: boolean;
  /** Takes one line of the journal. */
  readonly write: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** A served kiosk. */
export interface BrowserShell extends LoopbackServer {
  /** What staff must be told, a sentence each; the kiosk runs all the same. */
  readonly problems: readonly string[];
}

/**
 * Opens the kiosk, checks its bundle and serves it.
 *
 * @throws PortError
 */
export const openBrowserShell = async (options: BrowserShellOptions): Promise<BrowserShell> => {
  const { port, appDir, bundleDir, siteFile, dataDir, calibrate = false, write, now } = options;
  const journal = openJournal(write, dataDir, now);
  const kiosk = await openKiosk({
    appDir,
    bundleDir,
    siteFile,
    dataDir,
    calibrate,
    journal,
    now,
    // Every load of the page is a new document with new state, and nothing is stored between them.
    endVisit: () => Promise.resolve(),
  });
  const server = await startServer({ port, resources: kiosk.resources, host: kiosk.host, journal });
  return { ...server, problems: kiosk.problems };
};
