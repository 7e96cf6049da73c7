/**
 * PDF by a window that nobody sees. Each print has a window and a session of its own, in memory only: what was printed
 * goes with them. The window may ask the host for its job and for nothing that a visit may ask for.
 */
import type { BrowserWindow, BrowserWindowConstructorOptions, Session, WebContents } from 'electron';
import type { HostOperation } from '../../renderer/host/contract.ts';
import type { Journal } from '../host/journal.ts';
import type { PrintJob } from '../../renderer/host/printing.ts';
import type { MakePdf } from '../host/printing/documents.ts';
import type { PrintJobs } from '../host/printing/print-jobs.ts';
import type { Spool } from '../host/printing/spooler.ts';
import type { ResourceHandler } from '../host/resources.ts';
import { START_ADDRESS } from './origin.ts';
import { setUpSession } from './session.ts';
import { printSilently } from './silent-print.ts';
import { windowOptions } from './window.ts';

/** What print windows are made of; as for visits. */
export interface PrintWindowOptions {
  readonly createWindow: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly sessionFor: (partition: string) => Session;
  /** A name no earlier session had. */
  readonly newPartition: () => string;
  readonly preload: string;
  readonly resources: () => ResourceHandler;
  readonly jobs: PrintJobs;
  readonly journal: Journal;
}

/** The print windows of one process. */
export interface PrintWindows {
  readonly makePdf: MakePdf;
  /** Hands a job to one of the system's printers. */
  readonly print: Spool['print'];
  /** Whether a page is a print document, and may ask for this. */
  readonly mayAsk: (webContentsId: number, operation: HostOperation) => boolean;
}

/** All that a print document asks for. */
const asks: ReadonlySet<HostOperation> = new Set(['takePrintJob', 'describeKiosk', 'printLaidOut']);

/** The document's address; its key follows. */
const PRINT_ADDRESS = `${START_ADDRESS}print.html`;

/** Makes the maker of PDF of the Electron shell. @see P2, X5, L7 */
export const createPrintWindows = (options: PrintWindowOptions): PrintWindows => {
  const ids = new Set<number>();

  /** Lays a job out in a window of its own, and takes from that window what is wanted of it. */
  const laidOut = async <Value>(
    job: PrintJob,
    signal: AbortSignal,
    take: (page: WebContents) => Promise<Value>,
  ): Promise<Value> => {
    signal.throwIfAborted();
    const partition = options.newPartition();
    setUpSession(options.sessionFor(partition), options.resources(), options.journal);
    const window = options.createWindow({
      ...windowOptions({ windowed: true }, options.preload, partition),
      show: false,
      skipTaskbar: true,
      focusable: false,
    });
    const { id } = window.webContents;
    ids.add(id);
    const waiting = options.jobs.put(job);
    const lost = Promise.withResolvers<never>();
    const lose = (): void => {
      lost.reject(new Error('The print window went away before the PDF was made.'));
    };
    window.webContents.on('render-process-gone', lose);
    window.once('closed', lose);
    signal.addEventListener('abort', lose, { once: true });
    const print = async (): Promise<Value> => {
      await window.loadURL(`${PRINT_ADDRESS}#${waiting.key}`);
      await waiting.laidOut;
      return take(window.webContents);
    };
    try {
      return await Promise.race([print(), lost.promise]);
    } finally {
      signal.removeEventListener('abort', lose);
      ids.delete(id);
      waiting.drop();
      if (!window.isDestroyed()) window.destroy();
    }
  };

  return {
    mayAsk: (webContentsId, operation) => ids.has(webContentsId) && asks.has(operation),
    makePdf: (job, signal) =>
      laidOut(job, signal, (page) =>
        page.printToPDF({
          preferCSSPageSize: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
          printBackground: true,
        }),
      ),
    print: (job, to, signal) => laidOut(job, signal, (page) => printSilently(page, to)),
  };
};
