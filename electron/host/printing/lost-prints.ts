/**
 * Summaries live in memory alone, so that a kiosk that is restarted has none of those that waited. How many there were
 * – a number and nothing else – is kept in the data folder, so that staff can be told why a ticket is not known.
 */
import { writeFile, rm, readFile } from 'node:fs/promises';

/** How many were lost, and a place to count those that wait. */
export interface LostPrints {
  readonly count: () => number;
  /** Writes down how many wait now. A disk that does not take it costs only this count. */
  readonly waiting: (count: number) => void;
}

/** For a kiosk that keeps nothing. */
export const nothingLost: LostPrints = { count: () => 0, waiting: () => undefined };

/** More than any queue is long; what says more was not written here. */
const MOST = 1000;

const readCount = async (file: string): Promise<number> => {
  const text = await readFile(file, 'utf8').catch(() => '');
  return /^\d{1,4}$/.test(text) && Number(text) <= MOST ? Number(text) : 0;
};

/** Reads what the kiosk before this one left, and begins a new count. */
export const openLostPrints = async (file: string): Promise<LostPrints> => {
  const lost = await readCount(file);
  let written = 0;
  let writing: Promise<unknown> = rm(file, { force: true }).catch(() => undefined);
  return {
    count: () => lost,
    waiting: (count) => {
      if (count === written) return;
      written = count;
      // One after the other: a number that is out of date must not be written last.
      writing = writing
        .then(() => (count === 0 ? rm(file, { force: true }) : writeFile(file, String(count))))
        .catch(() => undefined);
    },
  };
};
