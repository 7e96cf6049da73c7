/** The staff's journal: one line of JSON for each event of the catalogue (O3). */
import type { ZodType } from 'zod';
import { type JournalEvent, journalEvents, type JournalFields } from './journal-events.ts';

/** Notes one event. Never throws. */
export type Journal = <Name extends JournalEvent>(event: Name, fields: JournalFields<Name>) => void;

/** What a journal needs of the world. */
export interface JournalOptions {
  /** Takes one line without its line end. */
  readonly write: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Lines a second kept for each event; the rest are counted on the next line kept. Default 5. */
  readonly linesPerSecond?: number;
}

interface Window {
  startedAtMs: number;
  lines: number;
  suppressed: number;
}

/**
 * What of some fields may be written: those of the catalogue, of the kind it says. A value of another kind is
 * left out and its field named, whatever the types were told.
 */
const allowedOf = (event: JournalEvent, fields: object): Readonly<Record<string, unknown>> => {
  const given = fields as Readonly<Record<string, unknown>>;
  const allowed: Record<string, unknown> = {};
  const leftOut: string[] = [];
  const shape: Readonly<Record<string, ZodType>> = journalEvents[event].fields.shape;
  for (const [name, schema] of Object.entries(shape)) {
    const { success, data } = schema.safeParse(given[name]);
    if (!success) leftOut.push(name);
    else if (data !== undefined) allowed[name] = data;
  }
  return leftOut.length === 0 ? allowed : { ...allowed, leftOut };
};

/** The clock's word, or `null` for a clock that says what is no time at all. */
const instantOf = (atMs: number): string | null => {
  const date = new Date(atMs);
  return Number.isNaN(date.getTime()) ? null : date.toISOString();
};

/** A line of the journal. */
export const journalLine = <Name extends JournalEvent>(
  event: Name,
  fields: JournalFields<Name>,
  atMs: number,
  suppressed = 0,
): string =>
  JSON.stringify({
    at: instantOf(atMs),
    level: journalEvents[event].level,
    event,
    ...allowedOf(event, fields),
    ...(suppressed > 0 && { suppressed }),
  });

/** A journal whose volume is bounded: a page in trouble cannot fill a disk. */
export const createJournal = ({ write, now, linesPerSecond = 5 }: JournalOptions): Journal => {
  const windows = new Map<string, Window>();
  return (event, fields) => {
    const atMs = now();
    const window = windows.get(event) ?? { startedAtMs: atMs, lines: 0, suppressed: 0 };
    windows.set(event, window);
    // A clock that was set back must not silence the journal, hence the absolute difference.
    if (Math.abs(atMs - window.startedAtMs) >= 1000) {
      window.startedAtMs = atMs;
      window.lines = 0;
    }
    if (window.lines >= linesPerSecond) {
      window.suppressed += 1;
      return;
    }
    window.lines += 1;
    write(journalLine(event, fields, atMs, window.suppressed));
    window.suppressed = 0;
  };
};
