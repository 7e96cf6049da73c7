/** What a person hears: how soon after the press, how soon it stops, and how exactly the highlight keeps to the sound. */
import type { Browser, Page } from 'playwright';
import { type Figure, percentile } from './figures.ts';
import { type ProbeWindow, watchClicks, watchSpeech } from './page-probes.ts';

const PRESSES = 20;
const WORDS = 60;

/** Speeds at which the highlight is compared with the sound, and how one comes to each from the one before. */
const speeds = [
  { name: '1×', button: 'Faster', presses: 0 },
  { name: '2×', button: 'Faster', presses: 4 },
  { name: '0.5×', button: 'Slower', presses: 6 },
] as const;

/** The milliseconds from the last press to the sound it has started. */
const soundAfterPress = async (page: Page): Promise<number> => {
  const delay = await page.waitForFunction(() => {
    const { soundAt = 0, clickedAt } = window as unknown as ProbeWindow;
    return soundAt > clickedAt ? soundAt - clickedAt : false;
  });
  return Number(await delay.jsonValue());
};

/** The milliseconds from the last press to the moment at which what was heard stopped. */
const silenceAfterPress = async (page: Page): Promise<number> => {
  const delay = await page.waitForFunction(() => {
    const { silentAt = 0, clickedAt } = window as unknown as ProbeWindow;
    // A press may silence within the same tenth of a millisecond.
    return silentAt >= clickedAt ? silentAt - clickedAt + Number.EPSILON : false;
  });
  return Number(await delay.jsonValue());
};

const figure = (what: string, times: readonly number[], budget: number, how: string): Figure => ({
  what,
  value: percentile(times, 95),
  unit: 'ms',
  budget,
  how: `p95 of ${String(times.length)}; ${how}`,
});

const TO_SOUND = 'to the start of the audio clock';
const TO_SILENCE = 'to the pause of the audio';

async function opened(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await page.addInitScript(watchClicks);
  await page.addInitScript(watchSpeech);
  await page.goto(address);
  await page.locator('kiosk-app h1').first().waitFor();
  // The page is quiet for a moment before a person presses anything.
  await page.waitForLoadState('networkidle');
  return page;
}

/** Reading aloud: from the press to the voice, and from the next press to silence. */
async function reading(page: Page): Promise<readonly Figure[]> {
  const tool = page.locator("kiosk-toolbar [data-panel='reading']");
  const delays: number[] = [];
  const silences: number[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    await tool.click();
    delays.push(await soundAfterPress(page));
    await tool.click();
    silences.push(await silenceAfterPress(page));
  }
  return [figure('press to first sound', delays, 100, TO_SOUND), figure('press to silence', silences, 50, TO_SILENCE)];
}

/** How far each word's highlight is from its sound, at the usual speed, the fastest and the slowest. */
async function highlight(page: Page): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  await page.locator("kiosk-toolbar [data-panel='reading']").click();
  for (const { name, button, presses } of speeds) {
    for (let press = 0; press < presses; press += 1)
      await page.locator('kiosk-reading-panel').getByRole('button', { name: button, exact: true }).click();
    await page.evaluate(() => ((window as unknown as ProbeWindow).lateness = []));
    await page.waitForFunction((words) => (window as unknown as ProbeWindow).lateness.length >= words, WORDS, {
      timeout: 180_000,
    });
    const lateness = await page.evaluate(() => (window as unknown as ProbeWindow).lateness);
    figures.push(
      figure(`highlight against sound at ${name}`, lateness.map(Math.abs), 50, 'words; media clock at the frame'),
    );
  }
  return figures;
}

/** Guidance: every key silences what is being said, and says what is next. */
async function guidance(page: Page): Promise<readonly Figure[]> {
  await page.getByRole('button', { name: 'Help me by ear', exact: true }).click();
  await soundAfterPress(page);
  const delays: number[] = [];
  const silences: number[] = [];
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press(press % 8 < 4 ? 'ArrowDown' : 'ArrowUp');
    silences.push(await silenceAfterPress(page));
    delays.push(await soundAfterPress(page));
  }
  return [
    figure('guidance: key to first sound', delays, 100, TO_SOUND),
    figure('guidance: key to silence of what was said', silences, 50, TO_SILENCE),
  ];
}

export async function speech(browser: Browser, url: string): Promise<readonly Figure[]> {
  const aloud = await opened(browser, `${url}#/page/neuroblastoma-came-back/high-risk`);
  const figures = [...(await reading(aloud)), ...(await highlight(aloud))];
  await aloud.close();
  const byEar = await opened(browser, `${url}#/welcome`);
  figures.push(...(await guidance(byEar)));
  await byEar.close();
  return figures;
}
