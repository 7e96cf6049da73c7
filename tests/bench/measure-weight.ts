/** What the kiosk weighs: the script a first visit loads, and the memory of many visits' worth of pages. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright';
import type { Figure } from './figures.ts';

const ROUNDS = 10;
const ADDRESSES = ['#/home', '#/topic/neuroblastoma', '#/page/neuroblastoma-came-back', '#/words'] as const;
const MB = 1024 * 1024;

/** All script that is built: nothing is loaded later, so all of it is initial. */
export async function initialScript(appDir: string): Promise<Figure> {
  const assets = join(appDir, 'assets');
  const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const sizes = await Promise.all(scripts.map(async (name) => gzipSync(await readFile(join(assets, name))).length));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return {
    what: 'initial JavaScript',
    value: bytes / 1000,
    unit: 'kB',
    budget: 100,
    how: `gzip, ${String(scripts.length)} file(s)`,
  };
}

/** The heap after every view was opened ten times, and how much of it the last five rounds added. */
export async function rendererHeap(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  const session = await page.context().newCDPSession(page);
  await page.goto(`${url}#/home`);
  const heap: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const address of ADDRESSES) {
      await page.evaluate((hash) => (location.hash = hash), address);
      await page.waitForFunction(
        (name) => (document.querySelector('kiosk-app')?.shadowRoot?.querySelector(`main > ${name}`) ?? null) !== null,
        `kiosk-${address.split('/')[1] ?? ''}`,
      );
    }
    await session.send('HeapProfiler.collectGarbage');
    heap.push((await session.send('Runtime.getHeapUsage')).usedSize / MB);
  }
  await page.close();
  const last = heap.at(-1) ?? Infinity;
  const middle = heap[ROUNDS / 2 - 1] ?? 0;
  return [
    {
      what: 'renderer heap after every page ten times',
      value: last,
      unit: 'MB',
      budget: 30,
      how: 'used heap after collection',
    },
    {
      what: 'growth from the 5th to the 10th time',
      value: Math.max(0, last - middle),
      unit: 'MB',
      budget: 0.5,
      how: 'used heap after collection',
    },
  ];
}
