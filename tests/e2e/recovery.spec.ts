/**
 * Recovery, for real (L6): the launcher opens its own browser, and a service manager's stand-in starts the launcher again.
 * `KILLS=200` kills so often instead of 20 times, `SEED` replays a run.
 */
import { readdir } from 'node:fs/promises';
import { expect, type Page, test } from 'playwright/test';
import { temporaryFolder } from '../support/damaged.ts';
import { type Picture, pictureOf } from '../support/picture.ts';
import { type OpenedPage, type Service, startService } from '../support/service.ts';
import { tracesIn } from '../support/traces.ts';
import { PAGE, words } from '../support/words.ts';

const KILLS = Number(process.env['KILLS'] ?? 20);
const SEED = Number(process.env['SEED'] ?? 20_261_123);

/** What no visitor's word may be found as afterwards. */
const CANARY = 'zanzibar';

/** Numbers from 0 to 1 that a seed repeats (mulberry32). */
const randomFrom = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
};

/** The kiosk as nobody has touched it. @returns all there is of it, to compare other starts with */
const expectCleanStart = async (page: Page): Promise<Picture> => {
  await expect(page.locator('kiosk-attract')).toBeVisible({ timeout: 30_000 });
  const picture = await pictureOf(page);
  expect(picture).toMatchObject({ address: '#/', local: [], session: [], databases: [], caches: [], cookies: '' });
  expect(picture['history']).toBeLessThanOrEqual(1);
  return picture;
};

/** Some things a visitor does, each of which may be what they are at when it happens. */
const deeds: readonly ((page: Page) => Promise<void>)[] = [
  async (page) => {
    await page.evaluate((hash) => (location.hash = hash), `#/page/${PAGE}`);
    await page.locator('kiosk-page section.part').first().waitFor();
  },
  async (page) => {
    await page.locator("kiosk-toolbar [data-panel='colours']").click();
    await page.locator('kiosk-colours-panel [aria-pressed]').nth(3).click();
  },
  async (page) => {
    await page.evaluate(() => (location.hash = '#/search'));
    await page.locator('kiosk-search').waitFor();
    await page.keyboard.type(CANARY);
  },
];

/** Begins a visit and does some of it; ends in the middle of whatever is being done. */
const useUntil = async (page: Page, random: () => number, kill: () => Promise<void>): Promise<void> => {
  const using = (async () => {
    await page.keyboard.press('Enter');
    await page.locator('kiosk-toolbar').waitFor();
    for (let count = 0; count < 4; count += 1) await deeds[Math.floor(random() * deeds.length)]?.(page);
  })();
  // What is killed while it is used cannot answer.
  using.catch(() => undefined);
  await new Promise((done) => setTimeout(done, random() * 900));
  await kill();
};

/** Uses a service, and ends it whatever comes of that. */
const withService = async (flags: readonly string[], use: (service: Service) => Promise<void>): Promise<void> => {
  await using folder = await temporaryFolder();
  const service = await startService(folder.path, { flags });
  try {
    await use(service);
  } finally {
    await service.stop();
    expect(
      (await readdir(service.dataDir)).filter((name) => name.startsWith('profile')),
      'no profile is left',
    ).toEqual([]);
    expect(await tracesIn(service.dataDir, [CANARY]), 'nothing of a visit is left').toEqual([]);
  }
};

/** A third page lost within a minute is a loop, and another test's; a busy machine counts the minute slowly. */
const LOOP_MS = 100_000;

/** The next page that shows a new visit, and an error that says what the kiosk has said where none comes. */
const comesBack = async (service: Service): Promise<OpenedPage> => {
  for (;;) {
    const opened = await service.opens();
    const problem = await opened.page
      .locator('kiosk-attract')
      .waitFor({ timeout: 30_000 })
      .catch((error: unknown) => error);
    if (problem === undefined) return opened;
    // One that was given up for too slow has been followed by another.
    if (!opened.browser.isConnected()) continue;
    throw new Error(`No visit has begun. The kiosk said:\n${service.stderr().slice(-3000)}`, { cause: problem });
  }
};

/** How long it took. It is told and not judged: it depends on what else the machine does. */
const tell = (what: string, times: readonly number[]): void => {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (share: number): string => (sorted[Math.floor((sorted.length - 1) * share)] ?? 0).toFixed(0);
  const withinGoal = times.filter((time) => time <= 3000).length;
  process.stdout.write(
    `\n${what} killed ${String(times.length)} times: back after ${at(0.5)} ms (median), ${at(0.95)} ms (p95), ${at(1)} ms (most), ${String(withinGoal)} of them within 3 s\n`,
  );
};

test.skip(process.platform === 'win32', 'a script stands in for the browser');

test(`L6, X3, X5 · page or kiosk killed ${String(KILLS)} times in the middle of a visit: each time back at a clean start`, async () => {
  test.setTimeout(60_000 + KILLS * 20_000);
  const random = randomFrom(SEED);
  const backMs: Record<'page' | 'kiosk', number[]> = { page: [], kiosk: [] };
  const use = withService([], async (service) => {
    /** When pages were lost since the kiosk was started. */
    let losses: readonly number[] = [];
    let opened: OpenedPage = await service.opens();
    const unused = await expectCleanStart(opened.page);
    for (let count = 0; count < KILLS; count += 1) {
      // Each is another browser and, after half of them, another kiosk: what they show is the same to the line.
      expect(await expectCleanStart(opened.page)).toEqual(unused);
      const recent = losses.filter((at) => performance.now() - at < LOOP_MS);
      const what = recent.length < 2 && random() < 0.6 ? 'page' : 'kiosk';
      const { killRenderers, page } = opened;
      await useUntil(page, random, async () => {
        if (what === 'page') await killRenderers();
        else service.killHost();
      });
      const killedAt = performance.now();
      losses = what === 'page' ? [...recent, killedAt] : [];
      const next = await comesBack(service);
      backMs[what].push(performance.now() - killedAt);
      await opened[Symbol.asyncDispose]();
      opened = next;
    }
    await expectCleanStart(opened.page);
    await opened[Symbol.asyncDispose]();
  });
  await use.finally(() => {
    for (const [what, times] of Object.entries(backMs)) tell(what, times);
  });
  expect(backMs.page.length).toBeGreaterThan(KILLS / 10);
  expect(backMs.kiosk.length).toBeGreaterThan(KILLS / 10);
});

test('L6 · a page that hangs, one that runs out of memory and one that is closed are followed by a new visit each, and the third by the resting page', async () => {
  test.setTimeout(240_000);
  await withService(['--js-flags=--max-old-space-size=64'], async (service) => {
    const hung = await service.opens();
    await expectCleanStart(hung.page);
    // Not awaited: neither of the first two ever answers.
    void hung.page
      .evaluate(() => {
        for (;;);
      })
      .catch(() => undefined);
    const full = await service.opens();
    await expectCleanStart(full.page);
    void full.page
      .evaluate(() => {
        const kept: number[][] = [];
        for (;;) kept.push(Array.from({ length: 1e5 }, (_value, index) => index / 3));
      })
      .catch(() => undefined);
    const closed = await service.opens();
    await expectCleanStart(closed.page);
    const session = await closed.browser.newBrowserCDPSession();
    await session.send('Browser.close').catch(() => undefined);
    const resting = await service.opens();
    await expect(resting.page.getByRole('heading', { level: 1 })).toHaveText('This screen is having a rest');
    await expect(resting.page.getByRole('main')).toContainText('Please ask a member of staff in this waiting room.');
    const again = await service.opens();
    await expectCleanStart(again.page);
    await again.page.keyboard.press('Enter');
    await expect(again.page.locator('main h1')).toHaveText(words.text('ways.title'));
    await expect.poll(service.stderr).toContain('"event":"page-back"');
    const gone = service.stderr().matchAll(/"event":"page-gone","reason":"([^"]*)"/g);
    const [first, second, third] = [...gone].map(([, reason]) => reason);
    expect(first).toBe('unresponsive');
    expect(['oom', 'crashed']).toContain(second);
    expect(third).toBe('closed');
    expect(service.stderr()).toContain('"event":"page-loop"');
    for (const { browser } of [hung, full, closed, resting, again]) await browser.close().catch(() => undefined);
  });
});
