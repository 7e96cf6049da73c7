/**
 * PDF by a browser that nobody sees. Each print has a process and a profile of its own: what was printed goes with
 * them. The browser is told one address, with a key that serves once; the document fetches its words by itself.
 */
import type { MakePdf } from '../../electron/host/printing/documents.ts';
import type { PrintJobs } from '../../electron/host/printing/print-jobs.ts';
import { printArguments } from './browser-flags.ts';
import { startBrowser } from './browser.ts';
import { type Answer, speakTo } from './devtools-calls.ts';

/** The document's address below the kiosk's. */
export const PRINT_PATH = 'print.html';

/** With which program, and for which kiosk. */
export interface BrowserPdfOptions {
  readonly program: string;
  readonly isRoot: boolean;
  /** Profiles are made here, as those of the kiosk's window are. */
  readonly dataDir: string;
  /** The kiosk's own address, with a final slash; asked for at each print. */
  readonly url: () => string;
  readonly jobs: PrintJobs;
}

const text = (answer: Answer, name: string): string => {
  const value = answer[name];
  if (typeof value !== 'string') throw new Error(`The browser’s answer lacks “${name}”.`);
  return value;
};

/** Rejects when a signal does, whatever else is under way. */
const aborted = (signal: AbortSignal): { readonly promise: Promise<never>; readonly stop: () => void } => {
  const { promise, reject } = Promise.withResolvers<never>();
  const abort = (): void => {
    reject(new Error('The print was given up.'));
  };
  promise.catch(() => undefined);
  signal.addEventListener('abort', abort, { once: true });
  if (signal.aborted) abort();
  return {
    promise,
    stop: () => {
      signal.removeEventListener('abort', abort);
    },
  };
};

/** Makes the maker of PDF of the browser shell. @see P2, X5 */
export const createBrowserPdf =
  ({ program, isRoot, dataDir, url, jobs }: BrowserPdfOptions): MakePdf =>
  async (job, signal) => {
    signal.throwIfAborted();
    const givenUp = aborted(signal);
    const browser = await startBrowser(program, dataDir, (profileDir) => printArguments({ profileDir, isRoot }));
    const waiting = jobs.put(job);
    // It is ended by force below, which is no fault.
    const ended = browser.ended.then(() => {
      throw new Error('The browser ended before the PDF was made.');
    });
    ended.catch(() => undefined);
    const { call } = speakTo(browser.to, browser.from);

    const print = async (): Promise<Uint8Array> => {
      const { browserContextId } = await call('Target.createBrowserContext');
      const { targetId } = await call('Target.createTarget', { url: 'about:blank', browserContextId });
      const sessionId = text(await call('Target.attachToTarget', { targetId, flatten: true }), 'sessionId');
      await call('Page.navigate', { url: `${url()}${PRINT_PATH}#${waiting.key}` }, sessionId);
      await waiting.laidOut;
      const pdf = await call(
        'Page.printToPDF',
        { preferCSSPageSize: true, generateTaggedPDF: true, generateDocumentOutline: true, printBackground: true },
        sessionId,
      );
      return Buffer.from(text(pdf, 'data'), 'base64');
    };

    try {
      return await Promise.race([print(), ended, givenUp.promise]);
    } finally {
      givenUp.stop();
      waiting.drop();
      await browser.kill();
    }
  };
