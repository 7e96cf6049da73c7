/** What a person hears: how soon after the press, and how exactly the highlight keeps to the sound. */
import type { Browser } from 'playwright';
import { type Figure, percentile } from './figures.ts';
import { type ProbeWindow, watchClicks, watchSpeech } from './page-probes.ts';

const PRESSES = 20;
const WORDS = 120;

export async function speech(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await page.addInitScript(watchClicks);
  await page.addInitScript(watchSpeech);
  await page.goto(`${url}#/page/neuroblastoma-came-back/high-risk`);
  await page.locator('kiosk-page section.part').first().waitFor();
  // The page is quiet for a moment before a person presses anything.
  await page.waitForLoadState('networkidle');

  const delays: number[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    await page.locator("kiosk-toolbar [data-panel='reading']").click();
    await page.waitForFunction(
      () => ((window as unknown as ProbeWindow).soundAt ?? 0) > (window as unknown as ProbeWindow).clickedAt,
    );
    delays.push(
      await page.evaluate(
        () => ((window as unknown as ProbeWindow).soundAt ?? Infinity) - (window as unknown as ProbeWindow).clickedAt,
      ),
    );
    await page.locator("kiosk-toolbar [data-panel='reading']").click();
  }

  await page.locator("kiosk-toolbar [data-panel='reading']").click();
  await page.waitForFunction((words) => (window as unknown as ProbeWindow).lateness.length >= words, WORDS, {
    timeout: 120_000,
  });
  const lateness = await page.evaluate(() => (window as unknown as ProbeWindow).lateness);
  await page.close();
  return [
    {
      what: 'press to first sound',
      value: percentile(delays, 95),
      unit: 'ms',
      budget: 100,
      how: `p95 of ${String(PRESSES)}; to the start of the audio clock`,
    },
    {
      what: 'highlight against sound',
      value: percentile(lateness.map(Math.abs), 95),
      unit: 'ms',
      budget: 50,
      how: `p95 of ${String(lateness.length)} words; media clock at the frame`,
    },
  ];
}
