/**
 * One visit, one window, one session. A new visit gets new ones and the old are destroyed, so that
 * nothing has to be cleared field by field (X3). Recovery is the same step (L6): a page that is gone
 * is followed by a new visit, or by the resting page; which, and when, the supervisor decides.
 */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import type { Journal } from '../host/journal.ts';
import type { Opened, PageEnding } from '../host/recovery/page-life.ts';
import type { ResourceHandler } from '../host/resources.ts';
import { RESTING_PATH } from '../host/resting-page.ts';
import { START_ADDRESS } from './origin.ts';
import { setUpSession } from './session.ts';
import { type WindowChoice, windowOptions } from './window.ts';

/** What visits are made of. */
export interface VisitOptions {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly sessionFor: (partition: string) => Session;
  /** A name no earlier visit had. */
  readonly newPartition: () => string;
  /** Is told when the present page has gone away. */
  readonly lost: (reason: PageEnding) => void;
  readonly preload: string;
  readonly choice: WindowChoice;
  readonly resources: ResourceHandler;
  readonly journal: Journal;
}

/** The visits of one process. */
export interface Visits {
  /** Opens a new visit, or the resting page, and ends what was there before. */
  readonly open: (what: Opened) => void;
  /** Whether a page is the present visit's own. */
  readonly isCurrent: (webContentsId: number) => boolean;
  /** Brings the present window to the front, for a second instance that gave way (L1). */
  readonly focus: () => void;
}

const addresses: Readonly<Record<Opened, string>> = {
  visit: START_ADDRESS,
  resting: `${START_ADDRESS}${RESTING_PATH}`,
};

/** Chromium's number for a load that the page itself let go of, to load something else. */
const ABORTED = -3;

/** Tells of every way in which a page can go away, by Electron's own events. */
const watch = (window: BrowserWindow, lost: (reason: PageEnding) => void): void => {
  const { webContents } = window;
  webContents.on('render-process-gone', (_event, { reason }) => {
    lost(reason);
  });
  webContents.on('did-fail-load', (_event, errorCode, _description, _address, isMainFrame) => {
    if (isMainFrame && errorCode !== ABORTED) lost('load-failed');
  });
  // Without its bridge the page cannot start.
  webContents.on('preload-error', () => {
    lost('preload-failed');
  });
  // Electron's own word comes later than the supervisor's, and only when somebody touches the page.
  window.on('unresponsive', () => {
    lost('unresponsive');
  });
};

/** Makes the sequence of visits; none is open until `open` is called. */
export const createVisits = (options: VisitOptions): Visits => {
  let current: BrowserWindow | undefined;
  let currentId: number | undefined;
  const ended = new Set<BrowserWindow>();
  const destroyEnded = (): void => {
    for (const window of ended) window.destroy();
    ended.clear();
  };

  const open = (what: Opened): void => {
    // A window whose page never came up has nothing to keep on screen.
    destroyEnded();
    if (current !== undefined) ended.add(current);
    const partition = options.newPartition();
    setUpSession(options.sessionFor(partition), options.resources, options.journal);
    const window = options.createWindow(windowOptions(options.choice, options.preload, partition));
    current = window;
    // Kept, since a window that is gone cannot be asked any more.
    currentId = window.webContents.id;
    const lost = (reason: PageEnding): void => {
      if (current === window) options.lost(reason);
    };
    watch(window, lost);
    window.on('closed', () => {
      ended.delete(window);
      if (current !== window) return;
      current = undefined;
      // A window in somebody's desktop may be closed; the kiosk's own was not meant to be (L1).
      if (!options.choice.windowed) options.lost('closed');
    });
    window.once('ready-to-show', () => {
      window.show();
      // Only now: the old picture stays until the new one is there, and no desktop shows between.
      destroyEnded();
    });
    window.loadURL(addresses[what]).catch(() => {
      lost('load-failed');
    });
  };

  return {
    open,
    isCurrent: (webContentsId) => current !== undefined && currentId === webContentsId,
    focus: () => {
      current?.focus();
    },
  };
};
