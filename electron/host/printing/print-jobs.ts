/**
 * Jobs on their way to the print document. A job lies here, in memory alone, under a random key that serves once; the
 * document fetches it with that key, and says with it when it is laid out.
 */
import { randomBytes } from 'node:crypto';
import type { PrintJob } from '../../../renderer/host/printing.ts';

/** Thrown to whoever waits for a document that cannot be laid out. Carries nothing of the job. */
export class PrintDocumentError extends Error {
  override readonly name = 'PrintDocumentError';
}

/** A job that waits for its document. */
export interface WaitingJob {
  /** Hexadecimal. It may stand in an address: it says nothing, and is of no use once the job is taken. */
  readonly key: string;
  /** Resolves when the document is laid out; rejects with a {@link PrintDocumentError}. */
  readonly laidOut: Promise<undefined>;
  /** Lets go of the job, taken or not. Call once its PDF is made, or will not be. */
  readonly drop: () => void;
}

/** The jobs under way. */
export interface PrintJobs {
  readonly put: (job: PrintJob) => WaitingJob;
  /** @returns the job, to the first who asks; `undefined` for any other key */
  readonly take: (key: string) => PrintJob | undefined;
  /** @returns whether there is such a document */
  readonly tell: (key: string, isReady: boolean) => boolean;
}

interface Entry {
  job: PrintJob | undefined;
  readonly done: PromiseWithResolvers<undefined>;
}

/** Makes the place where jobs wait. */
export const createPrintJobs = (): PrintJobs => {
  const entries = new Map<string, Entry>();
  return {
    put: (job) => {
      const key = randomBytes(32).toString('hex');
      const done = Promise.withResolvers<undefined>();
      // Who gave the job away may have stopped waiting.
      done.promise.catch(() => undefined);
      entries.set(key, { job, done });
      return {
        key,
        laidOut: done.promise,
        drop: () => {
          entries.delete(key);
          done.reject(new PrintDocumentError('The print document was given up.'));
        },
      };
    },
    take: (key) => {
      const entry = entries.get(key);
      const job = entry?.job;
      if (entry !== undefined) entry.job = undefined;
      return job;
    },
    tell: (key, isReady) => {
      const entry = entries.get(key);
      // A document that never had its job cannot be ready.
      if (entry === undefined || entry.job !== undefined) return false;
      if (isReady) entry.done.resolve(undefined);
      else entry.done.reject(new PrintDocumentError('The print document could not be laid out.'));
      return true;
    },
  };
};
