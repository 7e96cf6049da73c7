/** The browser shell's window as a supervisor sees it: each page it opens is a new browser with a new profile (L6, X3). */
import type { Opened, PageEnding } from '../../electron/host/recovery/page-life.ts';
import { RESTING_PATH } from '../../electron/host/resting-page.ts';
import { type Browser, type BrowserOptions, openBrowser } from './browser.ts';

/** What is opened, and who is told when it goes away. `url` is the kiosk's address. */
export interface WindowOptions extends Omit<BrowserOptions, 'crashed'> {
  readonly lost: (reason: PageEnding) => void;
  /** How a browser is opened; absent: as a process. */
  readonly openBrowser?: typeof openBrowser;
}

/** The window of one kiosk. */
export interface KioskWindow {
  /** Opens a page in a browser of its own, and ends the one before at once. */
  readonly open: (what: Opened) => void;
  /**
   * Resolves when somebody has closed a window in their desktop; one that fills the screen was not meant to be
   * closed, and is lost. Rejects when the program cannot be started at all.
   */
  readonly ended: Promise<undefined>;
  readonly close: () => Promise<void>;
}

/** Makes the window; nothing is open until `open` is called. */
export const createWindow = (options: WindowOptions): KioskWindow => {
  const { lost, url, windowed } = options;
  const start = options.openBrowser ?? openBrowser;
  const end = Promise.withResolvers<undefined>();
  let current: Promise<Browser | undefined> = Promise.resolve(undefined);
  let openings = 0;
  let hasStarted = false;

  const open = (what: Opened): void => {
    openings += 1;
    const opening = openings;
    const tell = (reason: PageEnding): void => {
      if (opening === openings) lost(reason);
    };
    const fail = (error: unknown): undefined => {
      if (hasStarted) tell('launch-failed');
      else end.reject(error instanceof Error ? error : new Error('The browser could not be started.'));
    };
    const before = current;
    const begin = async (): Promise<Browser | undefined> => {
      void before.then((browser) => browser?.kill());
      const browser = await start({ ...options, url: what === 'visit' ? url : `${url}${RESTING_PATH}`, crashed: tell });
      // Two losses in a row can overtake a browser that is only starting.
      if (opening !== openings) void browser.kill();
      browser.ended.then((code) => {
        hasStarted = true;
        if (code !== 0) tell('browser-ended');
        else if (!windowed) tell('closed');
        else if (opening === openings) end.resolve(undefined);
      }, fail);
      return browser;
    };
    current = begin().catch(fail);
  };

  return {
    open,
    ended: end.promise,
    close: async () => {
      // What ends from now on was meant to.
      openings += 1;
      await (await current)?.close();
    },
  };
};
