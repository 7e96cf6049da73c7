/** How long the paper takes: from a summary to the bytes of its PDF, for as much as fills ten pages (P2). */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowserShell } from '../../build/preview/shell.ts';
import type { Page } from '../../content/format/index.ts';
import { pagesOf } from '../../electron/host/printing/documents.ts';
import type { KeptItem, PrintJob } from '../../renderer/host/printing.ts';
import { inRoot } from '../support/checkout.ts';
import { findOrInstallBrowser } from '../support/find-or-install-browser.ts';
import { type Figure, median } from './figures.ts';

const RUNS = 7;
/** Pages whose first parts make up some ten sheets in the smallest size. */
const KEPT = ['neuroblastoma-came-back', 'clinical-trials', 'coping-and-support', 'your-visit-today'];

const partsOf = async (bundleDir: string, page: string): Promise<readonly KeptItem[]> => {
  const { parts } = JSON.parse(await readFile(join(bundleDir, 'en-gb', 'pages', `${page}.json`), 'utf8')) as Page;
  return parts
    .filter(({ id }) => id !== 'references')
    .slice(0, 2)
    .map(({ id }) => ({ kind: 'part', page, version: 'full', part: id, openGates: [] }));
};

/** Makes the same PDF several times, each in a browser of its own, as each summary is printed. */
export const print = async (): Promise<readonly Figure[]> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'alongside-bench-print-'));
  const bundleDir = inRoot('out', 'bundle');
  const program = findOrInstallBrowser((line) => void process.stderr.write(`${line}\n`));
  const shell = await openBrowserShell({
    port: 0,
    appDir: inRoot('out', 'app'),
    bundleDir,
    dataDir,
    printWith: { program, isRoot: process.getuid?.() === 0 },
    write: () => undefined,
    now: Date.now,
  });
  try {
    const { makePdf } = shell;
    if (makePdf === undefined) throw new Error('This shell cannot print.');
    const items = (await Promise.all(KEPT.map((page) => partsOf(bundleDir, page)))).flat();
    const job: PrintJob = {
      summary: { language: 'en-GB', step: 1, items },
      ticket: { word: 'kingfisher', number: 12 },
      paper: 'A4',
      hospitalName: 'Riverside Hospital',
      deskDirections: 'The desk is by the doors.',
      printedOn: '2026-11-23',
    };
    const tookMs: number[] = [];
    let pages = 0;
    for (let run = 0; run < RUNS; run += 1) {
      const startedAt = performance.now();
      const pdf = await makePdf(job, new AbortController().signal);
      tookMs.push(performance.now() - startedAt);
      pages = pagesOf(pdf) ?? 0;
    }
    const how = `median of ${String(RUNS)}, ${String(pages)} pages, a browser started and thrown away each time`;
    return [{ what: 'PDF of a summary of ten pages', value: median(tookMs), unit: 'ms', budget: 2000, how }];
  } finally {
    await shell.close();
    await rm(dataDir, { recursive: true, force: true });
  }
};
