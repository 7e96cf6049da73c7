/**
 * A printer of the system's own spooler (P5), for Windows, where a PDF cannot be handed to a printer as it is: the
 * shell lays the job out once more, in a window that nobody sees, and hands that window to the printer.
 */
import type { PaperSize } from '../../../content/format/paper.ts';
import type { PrinterNeed, PrintJob } from '../../../renderer/host/printing.ts';
import type { Handing, Printer } from './printer.ts';

/** What the shell does for it. Both may reject or never answer. */
export interface Spool {
  /** @returns whether the system took the document; the job's window is gone when the signal is aborted */
  readonly print: (job: PrintJob, to: SpoolTarget, signal: AbortSignal) => Promise<boolean>;
  /** The names of the printers that the system knows; nothing while the shell cannot ask. */
  readonly printers: () => Promise<readonly string[] | undefined>;
}

export interface SpoolTarget {
  /** The printer's name as the system has it, which is not always the one that it shows. */
  readonly device: string;
  readonly paper: PaperSize;
}

export interface SpoolerOptions extends SpoolTarget {
  readonly spool: Spool;
  /** How long to wait for the system's word. Default 20 s for a document, 5 s for the list of printers. */
  readonly printMs?: number;
  readonly listMs?: number;
}

const PRINT_MS = 20_000;
const LIST_MS = 5000;

const SILENT = Symbol('no answer');

/** Waits for an answer that may not come. */
const orSilent = async <Value>(answer: Promise<Value>, limitMs: number): Promise<Value | typeof SILENT> => {
  const { promise, resolve } = Promise.withResolvers<typeof SILENT>();
  const timer = setTimeout(resolve, limitMs, SILENT);
  answer.catch(() => undefined);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
  }
};

/** Makes the printer. It never learns what became of a document: handed over is all that can be said. */
export const createSpooler = ({
  device,
  paper,
  spool,
  printMs = PRINT_MS,
  listMs = LIST_MS,
}: SpoolerOptions): Printer => {
  const need = async (): Promise<PrinterNeed | undefined> => {
    const names = await orSilent(spool.printers(), listMs).catch((): typeof SILENT => SILENT);
    if (names === SILENT) return 'unknown';
    return names?.includes(device) === false ? 'offline' : undefined;
  };

  const hand = async (job: PrintJob, signal: AbortSignal): Promise<Handing> => {
    const tooLong = new AbortController();
    const answer = spool.print(job, { device, paper }, AbortSignal.any([signal, tooLong.signal]));
    const isTaken = await orSilent(answer, printMs);
    // The system's word is known to stay away although the document came out. Asked again, it would come out twice, and
    // lie there for anybody to read: it counts as sent, which is all that anybody is told.
    if (isTaken !== SILENT) return isTaken ? { handed: true } : { handed: false, need: 'unknown' };
    tooLong.abort();
    return { handed: true };
  };

  return {
    drawsItself: true,
    need,
    print: async ({ job }, signal) => {
      const inTheWay = await need();
      if (inTheWay !== undefined) return { handed: false, need: inTheWay };
      if (job === undefined || signal.aborted) return { handed: false, need: 'unknown' };
      return hand(job, signal).catch((): Handing => ({ handed: false, need: 'unknown' }));
    },
    follow: () => Promise.resolve({ state: 'gone' }),
    cancel: () => Promise.resolve(),
    // The spooler keeps its own house.
    tidy: () => Promise.resolve(),
  };
};
