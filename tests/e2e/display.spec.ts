/** Four text sizes and five colour themes, kept through the visit (D1, D3). */
import { type Theme, textSizes, themes } from '../../renderer/visit/preferences.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { TOPIC } from '../support/words.ts';

/** The reference panel: 102.5 px/in, which is what a kiosk without settings assumes. */
const PIXELS_PER_MM = 102.5 / 25.4;

/** Capital height per em of the typeface (tests/unit/renderer/styles checks it against the font). */
const CAP_HEIGHT_RATIO = 0.668;

/** Allowed capital heights in mm, by step (standards.md, VVSG 7.1-G). */
const ranges = { 1: [3.5, 4.2], 2: [4.8, 5.6], 3: [6.4, 7.1], 4: [8.5, 9.0] } as const;

/** Grounds and inks of the themes, as the page must really be painted (design.md). */
const painted: Readonly<Record<Theme, { readonly ground: string; readonly ink: string }>> = {
  standard: { ground: 'rgb(251, 248, 243)', ink: 'rgb(20, 33, 43)' },
  soft: { ground: 'rgb(232, 223, 204)', ink: 'rgb(74, 59, 42)' },
  'black-on-white': { ground: 'rgb(255, 255, 255)', ink: 'rgb(0, 0, 0)' },
  'white-on-black': { ground: 'rgb(0, 0, 0)', ink: 'rgb(255, 255, 255)' },
  'yellow-on-black': { ground: 'rgb(0, 0, 0)', ink: 'rgb(255, 255, 0)' },
};

const bodyText = (kiosk: Kiosk) => kiosk.page.locator('section.part#overall p').first();

const capHeightMm = async (kiosk: Kiosk): Promise<number> => {
  const size = await bodyText(kiosk).evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
  return (size * CAP_HEIGHT_RATIO) / PIXELS_PER_MM;
};

bothWays('D1 · four text sizes, each within its range of millimetres, the second one first', async (kiosk) => {
  await kiosk.opensPage();
  const usual = await capHeightMm(kiosk);
  expect(usual).toBeGreaterThanOrEqual(ranges[2][0]);
  expect(usual).toBeLessThanOrEqual(ranges[2][1]);
  await kiosk.opensTheWordsPanel();
  for (const { step } of textSizes) {
    await kiosk.picksSize(step);
    await expect.poll(() => capHeightMm(kiosk)).toBeGreaterThanOrEqual(ranges[step][0]);
    await expect.poll(() => capHeightMm(kiosk)).toBeLessThanOrEqual(ranges[step][1]);
    await expect(kiosk.panel('size').locator('[aria-pressed="true"]')).toHaveCount(1);
  }
});

bothWays('D3 · five themes, each painting its own ground and ink', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.opensTheColoursPanel();
  for (const theme of themes) {
    await kiosk.picksColours(theme);
    await expect(bodyText(kiosk)).toHaveCSS('color', painted[theme].ink);
    await expect(kiosk.page.locator('body')).toHaveCSS('background-color', painted[theme].ground);
  }
});

bothWays('D1, D3 · size and colours stay while the visitor goes on', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await kiosk.opensTheColoursPanel();
  await expect(kiosk.panel('size')).toHaveCount(0);
  await kiosk.picksColours('yellow-on-black');
  await kiosk.closesThePanel('colours');
  await kiosk.goesHome();
  await kiosk.choosesCard('Neuroblastoma');
  await expect(kiosk.page).toHaveURL(new RegExp(`#/topic/${TOPIC}$`));
  await kiosk.choosesCard('Neuroblastoma that did not go away');
  await expect(bodyText(kiosk)).toHaveCSS('color', painted['yellow-on-black'].ink);
  expect(await capHeightMm(kiosk)).toBeGreaterThanOrEqual(ranges[4][0]);
});

test('D1 · what stood at the top of the screen stays there when the words grow', async ({ kiosk }) => {
  await kiosk.opensPage('trials');
  const heading = kiosk.part('trials').getByRole('heading', { level: 2 });
  await expect(heading).toBeInViewport({ ratio: 1 });
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await expect(heading).toBeInViewport({ ratio: 1 });
  await kiosk.picksSize(1);
  await expect(heading).toBeInViewport({ ratio: 1 });
});

test('D2 · a kiosk without settings assumes the reference panel, 102.5 pixels an inch', async ({ kiosk }) => {
  await kiosk.opensPage();
  const mm = await kiosk.page.evaluate(() =>
    Number(document.documentElement.style.getPropertyValue('--pixels-per-mm')),
  );
  expect(mm).toBeCloseTo(PIXELS_PER_MM, 3);
});

test('O3 · a window that changes its size is no problem to report to staff', async ({ kiosk }) => {
  await kiosk.opens(`#/topic/${TOPIC}`);
  const pager = kiosk.pager.getByRole('navigation');
  for (const height of [1920, 500, 1920, 700]) {
    await kiosk.page.setViewportSize({ width: 1080, height });
    if (height < 1000) await expect(pager).toBeVisible();
    else await expect(pager).toHaveCount(0);
  }
  // What the page reported by then fails the test.
  await kiosk.goesHome();
});
