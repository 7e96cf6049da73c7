/** How long a visitor waits for their ticket: from the finger that lets go of ‘Print it at the desk’ to the word and number (P3). */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { withKioskAndBrowser } from '../support/kiosk-with-browser.ts';
import { type Figure, median, percentile } from './figures.ts';

const RUNS = 15;
/** A document is made beside it; the next press waits for that, as the next visitor would. */
const SENT_MS = 30_000;

interface ProbeWindow {
  pressedAt?: number;
  ticketAt?: number;
}

/** Runs in the page: notes when the finger lets go, and the frame after the one in which the ticket is drawn. */
const watchTicket = (): void => {
  const probe = window as unknown as ProbeWindow;
  delete probe.pressedAt;
  delete probe.ticketAt;
  window.addEventListener('pointerup', () => (probe.pressedAt ??= performance.now()), { capture: true, once: true });
  const look = (): void => {
    const summary = document.querySelector('kiosk-app')?.shadowRoot?.querySelector('kiosk-summary')?.shadowRoot;
    const isThere = (summary?.querySelector('.ticket [data-passage^="tickets#"]') ?? null) !== null;
    requestAnimationFrame(isThere ? () => (probe.ticketAt = performance.now()) : look);
  };
  look();
};

/** A visit with one question in its summary. */
const reachesSummary = async (page: Page, url: string): Promise<void> => {
  await page.goto(`${url}#/questions/your-own`);
  await page.locator('kiosk-questions .field input').focus();
  await page.keyboard.insertText('When can we go home?');
  await page.keyboard.press('Enter');
  await page.locator('#your-own .keep').click();
  await page.locator('kiosk-toolbar [data-tool="summary"]').click();
  await page.locator('kiosk-summary .print button.primary').waitFor();
};

const pressToTicket = async (browser: Browser, url: string): Promise<number> => {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  const page = await context.newPage();
  await reachesSummary(page, url);
  const button = page.locator('kiosk-summary .print button.primary');
  await button.scrollIntoViewIfNeeded();
  await page.evaluate(watchTicket);
  await button.click();
  await page.waitForFunction(() => (window as unknown as ProbeWindow).ticketAt !== undefined);
  const tookMs = await page.evaluate(() => {
    const { pressedAt = NaN, ticketAt = NaN } = window as unknown as ProbeWindow;
    return ticketAt - pressedAt;
  });
  await page.waitForResponse(
    async (response) => response.url().endsWith('/host/ticketStatus') && (await response.text()).includes('"sent"'),
    { timeout: SENT_MS },
  );
  await context.close();
  return tookMs;
};

/** Press to ticket, on a kiosk that prints into a folder. */
export const ticket = async (): Promise<readonly Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-ticket-'));
  const site = join(folder, 'site.json');
  await writeFile(site, JSON.stringify({ print: { to: 'folder', perHour: 200, waiting: 50 } }));
  const times: number[] = [];
  try {
    await withKioskAndBrowser(
      async ({ browser, url }) => {
        for (let run = 0; run < RUNS; run += 1) times.push(await pressToTicket(browser, url));
      },
      ['--site', site],
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  const how = `of ${String(RUNS)} visits, each in a fresh browser context`;
  return [
    { what: 'press to ticket', value: median(times), unit: 'ms', budget: 300, how: `median ${how}` },
    { what: 'press to ticket, nineteen times in twenty', value: percentile(times, 95), unit: 'ms', how: `p95 ${how}` },
  ];
};
