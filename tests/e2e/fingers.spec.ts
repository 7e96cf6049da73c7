/** Fingers as they are (I1, I2): slow ones, ten at once, palms, and hands that shake. */
import type { CDPSession, Locator } from 'playwright/test';
import { expect, test } from '../support/test.ts';
import { stopsTheClock } from '../support/switches.ts';
import { words } from '../support/words.ts';

interface Finger {
  readonly x: number;
  readonly y: number;
  readonly id?: number;
  readonly radiusX?: number;
  readonly radiusY?: number;
}

const middleOf = async (target: Locator): Promise<Finger> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('The target is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

const touches = (
  cdp: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd' | 'touchCancel',
  touchPoints: readonly Finger[],
): Promise<unknown> => cdp.send('Input.dispatchTouchEvent', { type, touchPoints: [...touchPoints] });

test('I1 · a press is seen before the finger is lifted, and a slow one presses as well', async ({ kiosk, page }) => {
  await stopsTheClock(page);
  await kiosk.opens('#/home');
  const cdp = await page.context().newCDPSession(page);
  const tool = kiosk.tool('toolbar.colours');
  await touches(cdp, 'touchStart', [await middleOf(tool)]);
  const ring = () => tool.evaluate((element) => getComputedStyle(element).boxShadow);
  expect(await ring(), 'at once').toContain('inset');
  await expect(kiosk.panel('colours')).toHaveCount(0);
  await page.clock.runFor(4000);
  await touches(cdp, 'touchEnd', []);
  await expect(kiosk.panel('colours')).toBeVisible();
  expect(await ring()).not.toContain('inset');
  const finger = await middleOf(kiosk.tool('toolbar.size'));
  const size = kiosk.tool('toolbar.size');
  await touches(cdp, 'touchStart', [finger]);
  await touches(cdp, 'touchMove', [{ x: finger.x, y: finger.y - 300 }]);
  expect(await size.evaluate((element) => getComputedStyle(element).boxShadow), 'slid off').not.toContain('inset');
  await touches(cdp, 'touchEnd', []);
  await expect(kiosk.panel('size')).toHaveCount(0);
});

test('I1 · of ten fingers at once the first one presses, and nothing else happens', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  const cdp = await page.context().newCDPSession(page);
  const tools = ['toolbar.colours', 'toolbar.size', 'toolbar.read', 'toolbar.ways', 'toolbar.end'] as const;
  const places = await Promise.all(tools.map((tool) => middleOf(kiosk.tool(tool))));
  const fingers = [...places, ...places.map(({ x }) => ({ x, y: 600 }))].map((place, id) => ({ ...place, id }));
  for (let down = 1; down <= fingers.length; down += 1) await touches(cdp, 'touchStart', fingers.slice(0, down));
  await touches(cdp, 'touchEnd', []);
  await expect(kiosk.panel('colours')).toBeVisible();
  await expect(page.locator('.panel')).toHaveCount(1);
  await expect(page).toHaveURL(/#\/home$/);
});

test('I1 · a palm presses nothing, and a finger beside it does', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  const cdp = await page.context().newCDPSession(page);
  const palm = { ...(await middleOf(kiosk.tool('toolbar.end'))), id: 1, radiusX: 90, radiusY: 120 };
  await touches(cdp, 'touchStart', [palm]);
  await touches(cdp, 'touchEnd', []);
  await expect(kiosk.tool('toolbar.end')).toBeVisible();
  await touches(cdp, 'touchStart', [palm]);
  const finger = { ...(await middleOf(kiosk.tool('toolbar.colours'))), id: 2 };
  await touches(cdp, 'touchStart', [palm, finger]);
  await touches(cdp, 'touchEnd', []);
  await expect(kiosk.panel('colours')).toBeVisible();
  await expect(page).toHaveURL(/#\/home$/);
});

test('I1 · a touch that the system takes away presses nothing, and the next one does', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  const cdp = await page.context().newCDPSession(page);
  const finger = await middleOf(kiosk.tool('toolbar.colours'));
  await touches(cdp, 'touchStart', [finger]);
  await touches(cdp, 'touchCancel', []);
  await expect(kiosk.panel('colours')).toHaveCount(0);
  await touches(cdp, 'touchStart', [finger]);
  await touches(cdp, 'touchEnd', []);
  await expect(kiosk.panel('colours')).toBeVisible();
});

test('I2 · with Shaking hands a press is held while it fills, and what follows too soon is none', async ({
  kiosk,
  page,
}) => {
  await stopsTheClock(page);
  await kiosk.opens('#/home');
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.steady'));
  await page.clock.runFor(1000);
  const cdp = await page.context().newCDPSession(page);
  const mark = page.locator('kiosk-hold-mark .fill');
  const pressFor = async (target: Locator, ms: number): Promise<void> => {
    await touches(cdp, 'touchStart', [await middleOf(target)]);
    await page.clock.runFor(ms);
    await touches(cdp, 'touchEnd', []);
  };
  const colours = kiosk.tool('toolbar.colours');
  await touches(cdp, 'touchStart', [await middleOf(colours)]);
  await expect(mark).toHaveCount(1);
  await page.clock.runFor(250);
  await touches(cdp, 'touchEnd', []);
  await expect(mark).toHaveCount(0);
  await expect(kiosk.panel('colours'), 'held too briefly').toHaveCount(0);
  await pressFor(colours, 350);
  await expect(kiosk.panel('colours')).toBeVisible();
  await pressFor(kiosk.tool('toolbar.size'), 450);
  await expect(kiosk.panel('size'), 'too soon after the last').toHaveCount(0);
  await page.clock.runFor(100);
  await pressFor(kiosk.tool('toolbar.size'), 450);
  await expect(kiosk.panel('size')).toBeVisible();
});

test('I2 · how long to hold, and how long nothing counts, the visitor sets', async ({ kiosk }) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.steady'));
  await kiosk.holds(kiosk.choice('ways', 'ways.times'), 1100);
  const hold = kiosk.panel('times').getByRole('group', { name: words.text('times.hold') });
  await expect(hold.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 0.3 }));
  const longer = hold.getByRole('button', { name: words.text('times.longer') });
  // By keys, which need not be held.
  for (let press = 0; press < 6; press += 1) await longer.press('Enter');
  await expect(hold.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 1 }));
  const ignored = kiosk.panel('times').getByRole('group', { name: words.text('times.ignore') });
  const shorter = ignored.getByRole('button', { name: words.text('times.shorter') });
  for (let press = 0; press < 6; press += 1) await shorter.press('Enter');
  await expect(ignored.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 0.1 }));
  for (let press = 0; press < 9; press += 1)
    await ignored.getByRole('button', { name: words.text('times.longer') }).press('Enter');
  await expect(ignored.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 2 }));
});
