/** What an attempt to get out of the kiosk is, and what it is tried on. */
import type { CDPSession, Page } from 'playwright/test';
import type { PolicyEntry } from './entries.ts';
import type { Outside } from './outside.ts';

/** What closes a way out. Only the first three can be tried without Electron. */
export type ClosedBy = 'page' | 'headers' | 'server' | 'electron' | 'operating system' | 'nothing';

/** A page to get out of: the kiosk's, or an ordinary one on which the same attempt has to succeed. */
export interface Ground {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly url: string;
  /** The world outside, which counts what reaches it. */
  readonly outside: Outside;
}

/** What became of an attempt. `happened` is for the printed table. */
export interface Outcome {
  readonly gotOut: boolean;
  readonly happened: string;
}

interface Described {
  readonly id: string;
  /** What somebody tries. */
  readonly what: string;
  readonly how: string;
  /** Product ids. */
  readonly products: string;
  /** The entries of the policy tables that this attempt proves. */
  readonly proves?: readonly PolicyEntry[];
}

/** An attempt made in a page. */
export interface PageAttempt extends Described {
  readonly closedBy: 'page' | 'headers';
  /** Does it; what it cannot tell itself (windows, downloads, visits outside) is watched by whoever asks. */
  readonly attempt: (ground: Ground) => Promise<Outcome>;
  /** The page is as before where it held: the next attempt need not load it anew. */
  readonly leavesNothing?: boolean;
  /** Why an ordinary page would withstand it too, in a test's browser; absent: it does not. */
  readonly heldAnyway?: string;
}

/** An attempt made on the loopback server. */
export interface ServerAttempt extends Described {
  readonly closedBy: 'server';
  readonly attempt: (server: Server) => Promise<Outcome>;
}

/** The server under attack. */
export interface Server {
  /** `127.0.0.1:<port>`. */
  readonly authority: string;
  readonly token: string;
}

/** What neither a page nor a server can close. */
export interface ElsewhereAttempt extends Described {
  readonly closedBy: 'electron' | 'operating system' | 'nothing';
  /** Which part of the shell, or which recipe, closes it; or why nothing does. */
  readonly where: string;
}
