/**
 * One visit, one window, one session. A new visit gets new ones and the old are destroyed, so that
 * nothing has to be cleared field by field (X3). Recovery is the same step (L6): a page that is gone
 * is followed by a new visit.
 */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session } from 'electron';
import type { Journal } from '../host/journal.ts';
import type { JournalFields } from '../host/journal-events.ts';
import type { ResourceHandler } from '../host/resources.ts';
import { START_ADDRESS } from './origin.ts';
import { setUpSession } from './session.ts';
import { type WindowChoice, windowOptions } from './window.ts';

/** Between a page's end and its successor: shorter than L6's 3 s, long enough not to spin. */
const RECOVERY_PAUSE_MS = 1000;

/** What visits are made of. */
export interface VisitOptions {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly sessionFor: (partition: string) => Session;
  /** A name no earlier visit had. */
  readonly newPartition: () => string;
  readonly later: (run: () => void, delayMs: number) => void;
  readonly preload: string;
  readonly choice: WindowChoice;
  readonly resources: ResourceHandler;
  readonly journal: Journal;
}

/** The visits of one process. */
export interface Visits {
  /** Opens a new visit and ends the one before. */
  readonly next: () => void;
  /** Whether a page is the present visit's own. */
  readonly isCurrent: (webContentsId: number) => boolean;
  /** Brings the present window to the front, for a second instance that gave way (L1). */
  readonly focus: () => void;
}

/** Makes the sequence of visits; none is open until `next` is called. */
export const createVisits = (options: VisitOptions): Visits => {
  let current: BrowserWindow | undefined;
  const ended = new Set<BrowserWindow>();
  const destroyEnded = (): void => {
    for (const window of ended) window.destroy();
    ended.clear();
  };

  const next = (): void => {
    // A window whose page never came up has nothing to keep on screen.
    destroyEnded();
    if (current !== undefined) ended.add(current);
    const partition = options.newPartition();
    setUpSession(options.sessionFor(partition), options.resources, options.journal);
    const window = options.createWindow(windowOptions(options.choice, options.preload, partition));
    current = window;
    const recover = (reason: JournalFields<'page-gone'>['reason']): void => {
      if (current !== window) return;
      options.journal('page-gone', { reason });
      options.later(() => {
        if (current === window) next();
      }, RECOVERY_PAUSE_MS);
    };
    window.once('ready-to-show', () => {
      window.show();
      // Only now: the old picture stays until the new one is there, and no desktop shows between.
      destroyEnded();
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      recover(reason);
    });
    window.on('unresponsive', () => {
      recover('unresponsive');
    });
    window.loadURL(START_ADDRESS).catch(() => {
      recover('load-failed');
    });
  };

  return {
    next,
    isCurrent: (webContentsId) => current?.webContents.id === webContentsId,
    focus: () => {
      current?.focus();
    },
  };
};
