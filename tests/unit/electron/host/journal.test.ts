import * as fs from 'node:fs';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ZodType } from 'zod';
import { type JournalEvent, journalEvents } from '../../../../electron/host/journal-events.ts';
import { createJournalFile, type JournalDisk, openJournal } from '../../../../electron/host/journal-file.ts';
import { createJournal, journalLine } from '../../../../electron/host/journal.ts';
import { systemError } from '../faulty-disk.ts';
import { temporaryFolder } from '../kiosk-fixture.ts';
import { fc, test as property } from '../property.ts';

const shapeOf = (name: JournalEvent): Readonly<Record<string, ZodType>> => journalEvents[name].fields.shape;

const names = Object.keys(journalEvents) as JournalEvent[];

describe('O3 · the journal', () => {
  test('it keeps a few lines a second of each event and counts the rest', () => {
    const lines: Record<string, unknown>[] = [];
    let nowMs = 0;
    const journal = createJournal({
      write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
      now: () => nowMs,
    });
    for (let count = 0; count < 100; count += 1) journal('page-problem', { code: 'clip-failed' });
    journal('visit-ended', {});
    expect(lines).toHaveLength(6);
    nowMs = 1000;
    journal('page-problem', { code: 'clip-failed' });
    expect(lines.at(-1)).toEqual({
      at: '1970-01-01T00:00:01.000Z',
      level: 'warning',
      event: 'page-problem',
      code: 'clip-failed',
      suppressed: 95,
    });
    nowMs = -1000;
    journal('page-problem', { code: 'clip-failed' });
    expect(lines.at(-1)).toMatchObject({ at: '1969-12-31T23:59:59.000Z' });
  });

  test('every event says what it means and what staff should do', () => {
    for (const { means, mend } of Object.values(journalEvents)) {
      expect(means).toMatch(/\w{3}.*\.$/);
      expect(mend).toMatch(/\w{3}.*\.$/);
    }
  });

  test('no event has a field for a text: each kind refuses what a visitor might have typed', () => {
    for (const name of names) {
      for (const [field, schema] of Object.entries(shapeOf(name))) {
        for (const typed of ['neuroblastoma', 'my tumour', 'will I die?', 'ayşe', '\u202e', '07700900123', 'a.b'])
          expect(schema.safeParse(typed).success, `${name}.${field} takes “${typed}”`).toBe(false);
      }
    }
  });

  const anything = fc.oneof(fc.anything(), fc.string(), fc.dictionary(fc.string(), fc.anything()));
  property.prop([fc.constantFrom(...names), anything], 3000)(
    'X5 · whatever it is given, it writes what the catalogue allows and never throws',
    (name, fields) => {
      const line = journalLine(name, (typeof fields === 'object' && fields !== null ? fields : {}) as never, 0);
      const { at, level, event, leftOut, ...written } = JSON.parse(line) as Record<string, unknown>;
      expect([at, level, event]).toEqual(['1970-01-01T00:00:00.000Z', journalEvents[name].level, name]);
      const shape = shapeOf(name);
      for (const [field, value] of Object.entries(written)) expect(shape[field]?.safeParse(value).success).toBe(true);
      for (const field of (leftOut as readonly string[] | undefined) ?? []) expect(Object.keys(shape)).toContain(field);
    },
  );

  test('a field with a value of another kind is left out and named', () => {
    const fields = { fault: 'file-hash', file: 'what the visitor typed' } as const;
    expect(JSON.parse(journalLine('bundle-file-refused', fields, 0))).toEqual({
      at: '1970-01-01T00:00:00.000Z',
      level: 'error',
      event: 'bundle-file-refused',
      fault: 'file-hash',
      leftOut: ['file'],
    });
  });

  test('a clock that is out of all bounds stops nothing', () => {
    const lines: string[] = [];
    let nowMs = Number.MAX_VALUE;
    const journal = createJournal({ write: (line) => void lines.push(line), now: () => nowMs });
    for (nowMs of [Number.MAX_VALUE, -Number.MAX_VALUE, Number.NaN, 8.64e15, -8.64e15]) journal('visit-ended', {});
    expect(lines).toHaveLength(5);
  });
});

describe('O3, O7 · the files of the journal', () => {
  const open = async (disk?: JournalDisk) => {
    const folder = join(await temporaryFolder(), 'journal');
    const told: string[] = [];
    const options = {
      folder,
      now: () => 0,
      tell: (sentence: string) => void told.push(sentence),
      largestBytes: 1000,
      files: 3,
    };
    const start = () => createJournalFile({ ...options, ...(disk && { disk }) });
    const file = join(folder, 'journal.jsonl');
    return {
      folder,
      file,
      told,
      start,
      write: start(),
      lines: () => readFileSync(file, 'utf8').split('\n').slice(0, -1),
    };
  };

  test('are rotated by size and bounded in all; the newest lines are kept', async () => {
    const { folder, write } = await open();
    for (let line = 0; line < 1000; line += 1) write(JSON.stringify({ line, filling: 'x'.repeat(line % 90) }));
    expect(readdirSync(folder).toSorted()).toEqual(['journal.1.jsonl', 'journal.2.jsonl', 'journal.jsonl']);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(1000);
    const all = ['journal.2.jsonl', 'journal.1.jsonl', 'journal.jsonl'].flatMap((name) =>
      readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'),
    );
    const numbers = all.map((line) => (JSON.parse(line) as { line: number }).line);
    expect(numbers).toEqual(Array.from({ length: numbers.length }, (_value, index) => 1000 - numbers.length + index));
  });

  test('a line that a crash has cut off does not swallow the next', async () => {
    const { file, write, start, lines } = await open();
    write('{"a":1}');
    write('{"b":2}');
    truncateSync(file, statSync(file).size - 4);
    start()('{"c":3}');
    expect(lines()).toEqual(['{"a":1}', '{"b"', '{"c":3}']);
  });

  test('a file that a technician takes away is begun anew', async () => {
    const { folder, write, lines } = await open();
    write('{"a":1}');
    rmSync(folder, { recursive: true });
    write('{"b":2}');
    expect(lines()).toEqual(['{"b":2}']);
  });

  test.each(['ENOSPC', 'EROFS', 'EACCES', 'EIO'])(
    'a disk that fails with %s is told once and stops nothing; what was lost is counted when it is well again',
    async (code) => {
      let isWell = false;
      const { write, told, lines } = await open({
        ...fs,
        appendFileSync: (file, data) => {
          if (!isWell) throw systemError(code);
          fs.appendFileSync(file, data);
        },
      });
      for (let line = 0; line < 50; line += 1) write('{}');
      expect(told).toEqual([expect.stringContaining(code)]);
      isWell = true;
      write('{"a":1}');
      expect(lines().map((line) => JSON.parse(line) as unknown)).toMatchObject([
        { event: 'journal-gap', lost: 50, cause: code },
        { a: 1 },
      ]);
      isWell = false;
      write('{}');
      write('{}');
      expect(told).toHaveLength(2);
    },
  );

  test('a line that the disk took in part does not swallow the next', async () => {
    let isFull = false;
    const { write, lines } = await open({
      ...fs,
      appendFileSync: (file, data) => {
        fs.appendFileSync(file, isFull ? String(data).slice(0, 3) : data);
        if (isFull) throw systemError('ENOSPC');
      },
    });
    write('{"a":1}');
    isFull = true;
    write('{"b":2}');
    isFull = false;
    write('{"c":3}');
    expect(lines()).toEqual(['{"a":1}', '{"b', expect.stringContaining('journal-gap'), '{"c":3}']);
  });

  test('a folder that cannot be made stops nothing', async () => {
    const data = await temporaryFolder();
    writeFileSync(join(data, 'journal'), 'a file where the folder should be');
    const said: string[] = [];
    const journal = openJournal(
      (line) => void said.push(line),
      data,
      () => 0,
    );
    journal('visit-ended', {});
    journal('visit-ended', {});
    expect(said).toEqual([
      expect.stringContaining('visit-ended'),
      expect.stringContaining('cannot be written'),
      expect.stringContaining('visit-ended'),
    ]);
  });

  test('a kiosk without a data folder keeps nothing', () => {
    const said: string[] = [];
    openJournal(
      (line) => void said.push(line),
      undefined,
      () => 0,
    )('visit-ended', {});
    expect(said).toHaveLength(1);
    expect(existsSync('journal')).toBe(false);
  });
});
