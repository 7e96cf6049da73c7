/** What a person waits for on the screen: the first page, and the answer to a touch. */
import type { Browser, Page } from 'playwright';
import { type Figure, median, percentile } from './figures.ts';
import { type ProbeWindow, watchClicks, watchReadable } from './page-probes.ts';

const PAGE = '#/page/neuroblastoma-came-back';
const TOPIC = '#/topic/neuroblastoma';
const COLD_RUNS = 9;
const TAPS = 40;
/** A tap this soon after another at the same place is the second of a double tap, and opens nothing more. */
const APART_MS = 600;
/** An answer that takes longer never comes. */
const LOST_MS = 10_000;

/** Cold navigation: a new browser context, nothing cached, straight to the page. */
export async function coldNavigation(browser: Browser, url: string, cpuSlowdown: number): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < COLD_RUNS; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
    await page.addInitScript(watchReadable);
    await page.goto(url + PAGE);
    await page.waitForFunction(() => (window as unknown as ProbeWindow).readableAt !== undefined);
    times.push(await page.evaluate(() => (window as unknown as ProbeWindow).readableAt ?? Infinity));
    await context.close();
  }
  return median(times);
}

/** One kind of tap: what to press, and how the page tells that it has answered. */
interface Tap {
  readonly what: string;
  /** Brings the page to where the tap can be made; not measured. */
  readonly before: (page: Page, run: number) => Promise<void>;
  readonly press: (page: Page, run: number) => Promise<void>;
  /** Runs in the page: whether the answer is in the document. */
  readonly answered: (run: number) => boolean;
}

const taps: readonly Tap[] = [
  {
    what: 'tap to next paint: opening a page',
    before: async (page) => {
      await page.evaluate((hash) => (location.hash = hash), TOPIC);
      await page.locator('kiosk-topic').waitFor();
      await page.waitForTimeout(APART_MS);
    },
    press: (page) => page.locator('kiosk-topic .card').first().click(),
    answered: () => {
      const view = document.querySelector('kiosk-app')?.shadowRoot?.querySelector('kiosk-page');
      return (view?.shadowRoot?.querySelector('section.part') ?? null) !== null;
    },
  },
  {
    what: 'tap to next paint: changing the text size',
    before: async (page) => {
      await page.evaluate((hash) => (location.hash = hash), PAGE);
      await page.locator('kiosk-page section.part').first().waitFor();
      await openPanel(page, 'size');
    },
    press: (page, run) =>
      page
        .locator('kiosk-size-panel [aria-pressed]')
        .nth(run % 4)
        .click(),
    answered: (run) =>
      document.documentElement.style.getPropertyValue('--cap-height-mm') === ['3.8', '5', '6.6', '8.6'][run % 4],
  },
  {
    what: 'tap to next paint: changing the colours',
    before: async (page) => openPanel(page, 'colours'),
    press: (page, run) =>
      page
        .locator('kiosk-colours-panel [aria-pressed]')
        .nth(run % 5)
        .click(),
    answered: (run) =>
      document.documentElement.dataset['theme'] ===
      ['standard', 'soft', 'black-on-white', 'white-on-black', 'yellow-on-black'][run % 5],
  },
  {
    what: 'tap to next paint: more space between words and lines',
    before: async (page) => openPanel(page, 'size'),
    press: (page) => pressIn(page, 'size', 'More space'),
    answered: (run) => document.documentElement.dataset['spacing'] === (run % 2 === 0 ? 'wide' : 'usual'),
  },
  {
    what: 'tap to next paint: one thing at a time',
    before: async (page) => openPanel(page, 'size'),
    press: (page) => pressIn(page, 'size', 'One thing at a time'),
    answered: (run) => {
      const view = document.querySelector('kiosk-app')?.shadowRoot?.querySelector('kiosk-page');
      // Shown whole, a page has more than a screenful of parts; one idea has none or one.
      const parts = view?.shadowRoot?.querySelectorAll('section.part').length ?? 0;
      return run % 2 === 0 ? parts <= 1 : parts > 1;
    },
  },
  {
    what: 'tap to next paint: lower buttons',
    before: async (page) => openPanel(page, 'ways'),
    press: (page) => pressIn(page, 'ways', 'Lower buttons'),
    answered: (run) => {
      const line = document.querySelector<HTMLElement>('kiosk-app')?.style.getPropertyValue('--reach-line') ?? '';
      return run % 2 === 0 ? parseFloat(line) > 0 : parseFloat(line) === 0;
    },
  },
];

const pressIn = (page: Page, panel: PanelTool, name: string): Promise<void> =>
  page.locator(`kiosk-${panel}-panel`).getByRole('button', { name, exact: true }).click();

/** The panels in which taps are made. */
type PanelTool = 'size' | 'colours' | 'ways';

async function openPanel(page: Page, panel: PanelTool): Promise<void> {
  if ((await page.locator(`kiosk-${panel}-panel`).count()) === 0) {
    await page.locator(`kiosk-toolbar [data-panel='${panel}']`).click();
  }
  await page.locator(`kiosk-${panel}-panel`).waitFor();
}

/** All taps, each many times on one page, from the event's own time stamp to the frame after the answer. */
export async function tapsToPaint(browser: Browser, url: string): Promise<readonly Figure[]> {
  const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
  await page.addInitScript(watchClicks);
  await page.goto(`${url}#/home`);
  await page.locator('kiosk-home').waitFor();
  const figures: Figure[] = [];
  for (const tap of taps) {
    const times: number[] = [];
    // The first round warms the compiler of the browser up and is not counted.
    for (let run = 0; run <= TAPS; run += 1) {
      await tap.before(page, run);
      const painted = paintedAfter(page, tap, run);
      await tap.press(page, run);
      const time = await painted;
      if (run > 0) times.push(time);
    }
    figures.push({
      what: tap.what,
      value: percentile(times, 95),
      unit: 'ms',
      budget: 50,
      how: `p95 of ${String(TAPS)}`,
    });
  }
  await page.close();
  return figures;
}

/** Resolves to the milliseconds from the next click to the paint in which its answer stands; throws if none comes. */
async function paintedAfter(page: Page, { what, answered }: Tap, run: number): Promise<number> {
  const script = `(async () => {
    const answered = ${answered.toString()};
    const before = window.clickedAt ?? 0;
    const begun = performance.now();
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    while (!((window.clickedAt ?? 0) > before && answered(${String(run)}))) {
      if (performance.now() - begun > ${String(LOST_MS)}) return undefined;
      await frame();
    }
    // A task posted from a frame runs once that frame has been handed to the screen.
    await new Promise((resolve) => { const { port1, port2 } = new MessageChannel(); port1.onmessage = resolve; port2.postMessage(0); });
    return performance.now() - window.clickedAt;
  })()`;
  const time = await page.evaluate<number | undefined>(script);
  if (time === undefined) throw new Error(`${what}: the tap had no answer.`);
  return time;
}
