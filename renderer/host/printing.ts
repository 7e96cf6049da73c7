/**
 * Printing at the desk, as the page and the host speak of it (P1–P7). Types only, as in `contract.ts`.
 *
 * The page sends what a visitor kept by its ids, never as text that is already in the bundle; the host hands it to
 * the print document, which finds the words in the bundle as any view does.
 */
import type { PaperSize } from '../../content/format/index.ts';

/**
 * One thing a visitor keeps (P1). A page's key points are its part `in-short`. `openGates` are the gates of that
 * part to which the visitor has said yes: what stands behind any other is not printed (principle 3).
 */
export type KeptItem =
  | {
      readonly kind: 'part';
      readonly page: string;
      readonly version: 'full' | 'easy';
      readonly part: string;
      readonly openGates: readonly string[];
    }
  | { readonly kind: 'helpline'; readonly page: string; readonly helpline: string }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'question'; readonly group: string; readonly question: string }
  | { readonly kind: 'own-question'; readonly text: string };

/** A visitor's size of words, which the paper follows: 14, 16, 18 or 24 pt (P2). */
export type PrintStep = 1 | 2 | 3 | 4;

/** What is to be printed. At most 200 items, each own question at most 2,000 characters. */
export interface Summary {
  /** BCP 47; one of the kiosk's languages. */
  readonly language: string;
  readonly step: PrintStep;
  readonly items: readonly KeptItem[];
}

/** A friendly word and a number of two digits (P3). `word` is its id in the bundle's document `tickets`, the same in every language. */
export interface Ticket {
  readonly word: string;
  readonly number: number;
}

/**
 * Where a summary is. `queued`: its PDF is being made, or it waits for its turn. `held`: it waits for the desk.
 * `sending`, `printing`: on its way. `sent`: it was handed over, and whether it was printed is not known.
 * `printed`: the printer said so. `waiting`: the printer needs help, and the ticket is kept. The last three are ends.
 */
export type PrintState =
  'queued' | 'held' | 'sending' | 'printing' | 'sent' | 'printed' | 'waiting' | 'failed' | 'expired' | 'cancelled';

/** Why the printer needs help, as far as it says so. */
export type PrinterNeed =
  'paper' | 'toner' | 'jam' | 'door' | 'offline' | 'stopped' | 'full' | 'permission' | 'unknown';

/** A ticket and where its summary is. */
export interface TicketStatus {
  readonly ticket: Ticket;
  readonly state: PrintState;
  /** Present while `waiting`. */
  readonly need?: PrinterNeed;
}

/** A ticket as the desk sees it: nothing of what is printed. */
export interface DeskTicket extends TicketStatus {
  /** Sheets' sides; absent until the PDF is made. */
  readonly pages?: number;
  readonly ageSeconds: number;
}

/** How the printer is, for the desk. `need`: what it needs, as far as was heard; absent while it takes documents. */
export interface DeskPrinter {
  readonly kind: 'folder' | 'printer';
  readonly need?: PrinterNeed;
}

/** What the desk sees. `lostInRestart`: how many summaries waited when the kiosk was last ended, and are gone. */
export interface DeskList {
  readonly tickets: readonly DeskTicket[];
  readonly lostInRestart: number;
  readonly printer: DeskPrinter;
}

/** What came of asking for a print. A refusal loses nothing: the summary stays on the screen. */
export type PrintOutcome =
  | { readonly accepted: true; readonly ticket: Ticket }
  | { readonly accepted: false; readonly why: 'no-printer' | 'visit-limit' | 'hour-limit' | 'queue-full' };

/** How this site prints; what the page must know of it. */
export interface PrintRules {
  /** `hold`: the desk prints it when it is given the ticket. */
  readonly mode: 'now' | 'hold';
  readonly paper: PaperSize;
}

/** Everything the print document is made from: a summary, its ticket and what the site has printed on it. */
export interface PrintJob {
  readonly summary: Summary;
  readonly ticket: Ticket;
  readonly paper: PaperSize;
  readonly hospitalName: string;
  readonly deskDirections: string;
  readonly urgentNumber?: string;
  /** The kiosk's own date, ISO 8601. */
  readonly printedOn: string;
}
