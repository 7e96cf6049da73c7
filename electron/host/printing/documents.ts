/** The documents that wait to be printed: in memory alone, and overwritten when they are done with (P4). */
import type { PrintJob } from '../../../renderer/host/printing.ts';

/**
 * Makes the PDF of a job. The shell's: it may reject, hang, or give anything at all. The signal is aborted when nobody
 * waits for it any more. The bytes are the host's from then on, which overwrites them.
 */
export type MakePdf = (job: PrintJob, signal: AbortSignal) => Promise<Uint8Array>;

/** The largest document that is taken; ten pages with pictures are a fraction of it. */
const LARGEST_BYTES = 32 * 1024 * 1024;

const END_SEARCHED_BYTES = 1024;

/** Whether some bytes are a whole PDF as far as its two ends tell. */
export const isPdf = (bytes: unknown): bytes is Uint8Array => {
  if (!(bytes instanceof Uint8Array) || bytes.length > LARGEST_BYTES) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return (
    text.subarray(0, 5).toString('latin1') === '%PDF-' &&
    text.subarray(-END_SEARCHED_BYTES).includes('%%EOF', 0, 'latin1')
  );
};

/** How many pages a PDF says it has; nothing where its objects are packed so that it cannot be seen. */
export const pagesOf = (pdf: Uint8Array): number | undefined => {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  let pages = 0;
  // Looked for in the bytes: turned into a text, the document would stay behind in memory after it is overwritten.
  for (let at = bytes.indexOf('/Type'); at !== -1; at = bytes.indexOf('/Type', at + 5)) {
    if (/^\/Type\s*\/Page(?![A-Za-z])/.test(bytes.toString('latin1', at, at + 16))) pages += 1;
  }
  return pages === 0 ? undefined : pages;
};

/** Overwrites what may hold something of a visitor's. */
export const overwrite = (bytes: unknown): void => {
  if (bytes instanceof Uint8Array) bytes.fill(0);
};

/** What is known of an entry's document. */
export interface Held {
  /** Let go of once the PDF is made, unless the printer needs it. */
  job?: PrintJob | undefined;
  pdf?: Uint8Array | undefined;
  /** The printer's own name for it. */
  printerJob?: string | undefined;
  /** Calls off what is under way. */
  readonly abort: AbortController;
}

/** Calls off what is under way for an entry and overwrites what there is of it. */
export const letGo = (held: Held): void => {
  held.abort.abort();
  overwrite(held.pdf);
  held.pdf = undefined;
  held.job = undefined;
};
