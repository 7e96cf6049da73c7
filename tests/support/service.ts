/** A kiosk in the browser shell as an installed one runs: whatever ends its process, the service manager starts it again (L6). */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright/test';
import { inRoot } from './checkout.ts';
import { drivenBrowsers, writeDrivenBrowser } from './driven-browser.ts';
import { getSurroundings } from './surroundings.ts';

/** A page of the kiosk, in the browser that the kiosk has opened for it. */
export interface OpenedPage extends AsyncDisposable {
  readonly browser: Browser;
  readonly page: Page;
  /** Kills the processes that draw pages, as the system does when memory is short. */
  readonly killRenderers: () => Promise<void>;
}

export interface Service {
  readonly dataDir: string;
  /** Waits for the next browser that is opened, and looks into it. */
  readonly opens: () => Promise<OpenedPage>;
  /** Kills the kiosk's own process; it is started again at once. */
  readonly killHost: () => void;
  readonly stderr: () => string;
  /** Ends the kiosk as a service manager does, and waits for that. */
  readonly stop: () => Promise<void>;
}

const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const lookInto = async (address: string): Promise<OpenedPage> => {
  const browser = await chromium.connectOverCDP(address);
  const page = browser.contexts()[0]?.pages()[0];
  if (page === undefined) throw new Error('The browser has no page yet.');
  return {
    browser,
    page,
    killRenderers: async () => {
      const session = await browser.newBrowserCDPSession();
      const { processInfo } = await session.send('SystemInfo.getProcessInfo');
      for (const { type, id } of processInfo) if (type === 'renderer') process.kill(id, 'SIGKILL');
    },
    [Symbol.asyncDispose]: async () => {
      // A browser that has been killed has nothing left to close.
      await browser.close().catch(() => undefined);
    },
  };
};

/** How the service is set up: further switches of the browser, and the site's settings. */
export interface ServiceOptions {
  readonly flags?: readonly string[];
  readonly siteFile?: string;
}

/** Starts the service below a folder. */
export const startService = async (folder: string, options: ServiceOptions = {}): Promise<Service> => {
  const { flags = [], siteFile } = options;
  const dataDir = join(folder, 'data');
  await mkdir(dataDir, { recursive: true });
  const { browser: installed, bundleDir } = getSurroundings();
  const program = await writeDrivenBrowser(folder, installed, ...flags);
  const seen = new Set<string>();
  let isWanted = true;
  let text = '';
  let child: ChildProcess;
  let ended: Promise<void> = Promise.resolve();
  const start = (): void => {
    const cli = inRoot('build', 'launch', 'cli.ts');
    const site = siteFile === undefined ? [] : ['--site', siteFile];
    const args = [cli, '--shell', 'browser', '--data', dataDir, '--bundle', bundleDir, ...site];
    // No display is used, but the launcher asks for one.
    const env = { ...process.env, DISPLAY: process.env['DISPLAY'] ?? ':none', ALONGSIDE_BROWSER: program };
    child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder, env });
    child.stderr?.setEncoding('utf8').on('data', (said: string) => (text += said));
    ended = new Promise((done) => {
      child.once('close', () => {
        done();
        if (isWanted) start();
      });
    });
  };
  start();
  return {
    dataDir,
    opens: async () => {
      for (;;) {
        for (const [profile, address] of await drivenBrowsers(dataDir)) {
          if (seen.has(profile)) continue;
          const opened = await lookInto(address).catch(() => undefined);
          // A browser that is starting, or that has just been killed, is asked again or passed over.
          if (opened === undefined) continue;
          seen.add(profile);
          return opened;
        }
        await pause(20);
      }
    },
    killHost: () => {
      child.kill('SIGKILL');
    },
    stderr: () => text,
    stop: async () => {
      isWanted = false;
      child.kill('SIGTERM');
      await ended;
    },
  };
};
