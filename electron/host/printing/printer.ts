/** What the queue needs of a printer. Three implement it, and one conformance suite runs against all. */
import type { PrinterNeed, PrintJob, Ticket } from '../../../renderer/host/printing.ts';

/** Every need by its name, for lists that must be whole. */
export const printerNeeds = Object.keys({
  paper: true,
  toner: true,
  jam: true,
  door: true,
  offline: true,
  stopped: true,
  full: true,
  permission: true,
  unknown: true,
} satisfies Record<PrinterNeed, true>) as readonly PrinterNeed[];

/**
 * What came of handing a document over. `job` is the printer's own name for it, there when the printer can tell more;
 * without it nothing more will be known.
 */
export type Handing =
  { readonly handed: true; readonly job?: string } | { readonly handed: false; readonly need: PrinterNeed };

/**
 * How a job is that was handed over. `gone`: the printer knows it no more, and does not say what became of it.
 * `printed` only where the printer itself has said so.
 */
export type JobState =
  | { readonly state: 'printing'; readonly need?: PrinterNeed }
  | { readonly state: 'printed' }
  | { readonly state: 'gone' }
  | { readonly state: 'failed' }
  | { readonly state: 'cancelled' };

/** What is to be printed. The bytes stay the caller's, who overwrites them. */
export interface PrintDocument {
  readonly pdf: Uint8Array;
  readonly ticket: Ticket;
  /** There for a printer that {@link Printer.drawsItself | draws the job itself}. */
  readonly job?: PrintJob | undefined;
}

/** A printer. No call rejects: what goes wrong is a need. */
export interface Printer {
  /** Whether it needs the job itself beside its PDF; the job is then kept as long as the PDF is. */
  readonly drawsItself?: boolean;
  /** What the printer needs now; nothing when it can take a document. */
  readonly need: () => Promise<PrinterNeed | undefined>;
  /** Hands a document over, whole or not at all. Gives up at once when the signal is aborted. */
  readonly print: (document: PrintDocument, signal: AbortSignal) => Promise<Handing>;
  readonly follow: (job: string) => Promise<JobState>;
  /** Takes a job back, as far as the printer still can. */
  readonly cancel: (job: string) => Promise<void>;
  /** Removes what has lain at the printer for longer than the site allows. */
  readonly tidy: () => Promise<void>;
}
