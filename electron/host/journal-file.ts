/** Where the journal is kept: a few files in the data folder, the oldest of which makes room for the newest (O3, O7). */
import * as nodeFiles from 'node:fs';
import { join } from 'node:path';
import { fileErrorCode } from './disk/disk.ts';
import { createJournal, type Journal, journalLine } from './journal.ts';

/** The calls of the file system that a journal makes. They wait, so that what a crash leaves is in order. */
export type JournalDisk = Pick<
  typeof nodeFiles,
  'appendFileSync' | 'closeSync' | 'mkdirSync' | 'openSync' | 'readSync' | 'renameSync' | 'statSync'
>;

/** Where a journal goes. */
export interface JournalFileOptions {
  readonly folder: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Tells staff, once for each time that the journal cannot be written. */
  readonly tell: (sentence: string) => void;
  /** After so many bytes the next file is begun. */
  readonly largestBytes?: number;
  /** So many files are kept, with the one being written. */
  readonly files?: number;
  readonly disk?: JournalDisk;
}

/** Five files of 1 MB hold some weeks of a kiosk in trouble, and years of one that is well. */
const LARGEST_BYTES = 1_000_000;
const FILES = 5;

const NEWLINE = 0x0a;

/** Takes lines of the journal. Never throws: a disk that is full, slow to come or read-only loses lines, and no more. */
export const createJournalFile = (options: JournalFileOptions): ((line: string) => void) => {
  const { folder, now, tell, largestBytes = LARGEST_BYTES, files = FILES, disk = nodeFiles } = options;
  const fileOf = (age: number): string => join(folder, age === 0 ? 'journal.jsonl' : `journal.${String(age)}.jsonl`);
  let lost = 0;
  let cause = '';
  // What a crash or a full disk has cut off must not swallow the line after it.
  let mayBeCutOff = true;

  const sizeOf = (file: string): number => disk.statSync(file, { throwIfNoEntry: false })?.size ?? 0;

  const endsInLine = (file: string, size: number): boolean => {
    if (size === 0) return false;
    const handle = disk.openSync(file, 'r');
    try {
      const last = Buffer.alloc(1);
      disk.readSync(handle, last, 0, 1, size - 1);
      return last[0] !== NEWLINE;
    } finally {
      disk.closeSync(handle);
    }
  };

  const rotate = (): void => {
    for (let age = files - 2; age >= 0; age -= 1)
      if (sizeOf(fileOf(age)) > 0) disk.renameSync(fileOf(age), fileOf(age + 1));
  };

  // Opened anew each time: a technician may take a file away while the kiosk runs.
  const append = (line: string): void => {
    disk.mkdirSync(folder, { recursive: true });
    const size = sizeOf(fileOf(0));
    const text = `${mayBeCutOff && endsInLine(fileOf(0), size) ? '\n' : ''}${line}\n`;
    if (size > 0 && size + Buffer.byteLength(text) > largestBytes) rotate();
    disk.appendFileSync(fileOf(0), text);
    mayBeCutOff = false;
  };

  return (line) => {
    try {
      if (lost > 0) append(journalLine('journal-gap', { lost, cause }, now()));
      lost = 0;
      append(line);
    } catch (error) {
      mayBeCutOff = true;
      if (lost === 0) {
        cause = fileErrorCode(error);
        tell(
          `The journal cannot be written in ${folder} (${cause}); check its disk, and who may write there. The kiosk goes on.`,
        );
      }
      lost += 1;
    }
  };
};

/**
 * The journal of a kiosk: each line to whoever started it, and to the data folder.
 *
 * @param say - takes one line, for a journal or a sentence
 * @param dataDir - absent: nothing is kept
 */
export const openJournal = (say: (line: string) => void, dataDir: string | undefined, now: () => number): Journal => {
  const keep =
    dataDir === undefined ? undefined : createJournalFile({ folder: join(dataDir, 'journal'), now, tell: say });
  return createJournal({
    now,
    write: (line) => {
      say(line);
      keep?.(line);
    },
  });
};
