/** After all attempts: what was tried and what happened, as a table for people who decide whether to trust the kiosk. */
import { writeFile } from 'node:fs/promises';
import { expect, test } from 'playwright/test';
import { inRoot } from '../support/checkout.ts';
import { elsewhere } from './elsewhere.ts';
import { handAttempts } from './hand-attempts.ts';
import { scriptAttempts } from './script-attempts.ts';
import { serverAttempts } from './server-attempts.ts';
import { readTried } from './tried.ts';

const cell = (text: string): string => text.replace(/\|/g, '\\|').replace(/\s+/g, ' ').trim();
const rowOf = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;
const headOf = (...names: readonly string[]): readonly string[] => [rowOf(...names), rowOf(...names.map(() => '---'))];

const all = [...handAttempts, ...scriptAttempts, ...serverAttempts];

test('Q4 · what was tried and what happened', async () => {
  const tried = await readTried();
  const out = tried.filter(({ gotOut }) => gotOut);
  const held = `${String(tried.length - out.length)} of ${String(all.length)} attempts were made and held`;
  const rest = `${String(elsewhere.length)} more, closed by Electron or the operating system, were not tried here`;
  const summary = `Escape suite: ${held}, ${String(out.length)} got out; ${rest}.`;
  const table = [
    '# Ways out of the kiosk, tried',
    '',
    summary,
    '',
    ...headOf('attempt', 'what somebody tries', 'how', 'product', 'closed by', 'what happened', 'got out'),
    ...tried
      .toSorted((one, other) => one.id.localeCompare(other.id))
      .map(({ id, what, how, products, closedBy, happened, gotOut }) =>
        rowOf(id, what, how, products, closedBy, happened, gotOut ? 'YES' : 'no'),
      ),
    '',
    '## Closed elsewhere, and not tried in this run',
    '',
    'Electron’s runtime, or the operating system’s set-up, is needed for these.',
    '',
    ...headOf('attempt', 'what somebody tries', 'how', 'product', 'closed by', 'where'),
    ...elsewhere.map(({ id, what, how, products, closedBy, where }) => rowOf(id, what, how, products, closedBy, where)),
    '',
  ].join('\n');
  await writeFile(inRoot('out', 'escape.md'), table);
  process.stdout.write(`\n${table}\n${summary} The table is in out/escape.md.\n`);
  expect(out.map(({ id, happened }) => `${id}: ${happened}`)).toEqual([]);
});
