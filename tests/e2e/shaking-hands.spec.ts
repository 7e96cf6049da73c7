/** Shaking hands: the second tap, and the key held too long, do no harm (I2, I3). */
import type { Page } from 'playwright/test';
import { holdsEnter } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';
import { TOPIC, words } from '../support/words.ts';

/** Two frames: whatever a press has set going is on the screen by then. */
const settles = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))));

test('I2 · a double tap on End my visit ends it, and starts no other', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  await kiosk.tool('toolbar.end').dblclick();
  await settles(page);
  await expect(kiosk.attract).toBeVisible();
  expect(new URL(page.url()).hash).toBe('#/');
});

test('I3 · End my visit with Enter held ends it, and starts no other', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  const cdp = await page.context().newCDPSession(page);
  await kiosk.tool('toolbar.end').focus();
  await holdsEnter(cdp, 12);
  await settles(page);
  await expect(kiosk.attract).toBeVisible();
  await page.keyboard.press('a');
  await expect(kiosk.title).toHaveText(words.text('ways.title'));
});

test('I2 · a double tap on a card goes one step, not two', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  await page.getByRole('main').getByRole('link').first().dblclick();
  await settles(page);
  expect(new URL(page.url()).hash).toBe(`#/topic/${TOPIC}`);
});

test('I2 · a double tap on More near the end does not go back to the top', async ({ kiosk, page }) => {
  await kiosk.opensPage('acknowledgements');
  await kiosk.scroller.evaluate((scroller) =>
    scroller.scrollTo({ top: scroller.scrollHeight - scroller.clientHeight - 60 }),
  );
  await kiosk.pager.getByRole('button', { name: words.text('page.more'), exact: true }).dblclick();
  await expect(kiosk.pager.getByRole('button', { name: words.text('page.top'), exact: true })).toBeVisible();
  await settles(page);
  expect(await kiosk.scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
});
