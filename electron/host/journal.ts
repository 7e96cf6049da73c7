/**
 * The staff's log for now: JSON lines. What an event may carry is fixed by its type, so that nothing a
 * visitor chose or typed can be written (principle 4); O3 brings the catalogue and the rotation.
 */
import type { ProblemCode } from '../../renderer/host/contract.ts';
import type { BundleFault } from './bundle/bundle-error.ts';
import type { PathFault } from './resource-path.ts';

/** Every event there is and the fields it carries. */
export interface JournalEvents {
  readonly 'kiosk-ready': { readonly contentVersion: number };
  readonly 'kiosk-resting': { readonly fault: BundleFault | 'app-missing' | 'unexpected'; readonly file: string };
  /** A file that was asked for, and not served. */
  readonly 'bundle-file-refused': { readonly fault: BundleFault; readonly file: string };
  /** A file the check of the whole bundle found, before anybody asked for it. */
  readonly 'bundle-file-damaged': { readonly fault: BundleFault; readonly file: string; readonly mend: string };
  /** The end of a check of the whole bundle. `checked` is less than all when it gave up. */
  readonly 'bundle-checked': { readonly checked: number; readonly damaged: number };
  /** The site has pinned no key, so that nobody knows who made the bundle. */
  readonly 'bundle-unverified': { readonly contentVersion: number; readonly mend: string };
  readonly 'clock-before-build': { readonly builtAt: string; readonly mend: string };
  readonly 'path-refused': { readonly fault: PathFault };
  readonly 'request-refused': { readonly reason: string };
  readonly 'navigation-refused': { readonly reason: string };
  readonly 'permission-refused': { readonly permission: string };
  readonly 'sender-refused': { readonly reason: string };
  readonly 'page-problem': { readonly code: ProblemCode };
  readonly 'page-gone': { readonly reason: string };
  readonly 'host-failed': { readonly operation: string };
  readonly 'visit-ended': Record<string, never>;
}

/** Notes one event. Never throws. */
export type Journal = <Name extends keyof JournalEvents>(event: Name, fields: JournalEvents[Name]) => void;

/** What a journal needs of the world. */
export interface JournalOptions {
  /** Takes one line without its line end. */
  readonly write: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Lines a second kept for each event; the rest are counted on the next line kept. Default 5. */
  readonly linesPerSecond?: number;
}

interface Window {
  startedAtMs: number;
  lines: number;
  suppressed: number;
}

/** A journal whose volume is bounded: a page in trouble cannot fill a disk. */
export const createJournal = ({ write, now, linesPerSecond = 5 }: JournalOptions): Journal => {
  const windows = new Map<string, Window>();
  return (event, fields) => {
    const atMs = now();
    const window = windows.get(event) ?? { startedAtMs: atMs, lines: 0, suppressed: 0 };
    windows.set(event, window);
    // A clock that was set back must not silence the journal, hence the absolute difference.
    if (Math.abs(atMs - window.startedAtMs) >= 1000) {
      window.startedAtMs = atMs;
      window.lines = 0;
    }
    if (window.lines >= linesPerSecond) {
      window.suppressed += 1;
      return;
    }
    window.lines += 1;
    const suppressed = window.suppressed === 0 ? {} : { suppressed: window.suppressed };
    window.suppressed = 0;
    write(JSON.stringify({ at: new Date(atMs).toISOString(), event, ...fields, ...suppressed }));
  };
};
