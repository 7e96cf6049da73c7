/** Touch acts on release inside the target, and a held key acts once (I1, I3, L4). */
import type { Locator } from 'playwright/test';
import { holdsEnter } from '../support/keys.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const middleOf = async (target: Locator): Promise<{ readonly x: number; readonly y: number }> => {
  const box = await target.boundingBox();
  if (box === null) throw new Error('The target is not on the screen.');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

test('I3 · a held Enter acts once', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  const cdp = await page.context().newCDPSession(page);
  const top = () => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);
  await kiosk.pager.getByRole('button', { name: words.text('page.more'), exact: true }).focus();
  await holdsEnter(cdp, 0);
  await expect.poll(top).toBeGreaterThan(0);
  const once = await top();
  await kiosk.opensPage();
  await page.reload();
  await kiosk.title.waitFor();
  await kiosk.pager.getByRole('button', { name: words.text('page.more'), exact: true }).focus();
  await holdsEnter(cdp, 12);
  await expect.poll(top).toBe(once);
});

test('I3 · a held Enter on a tool opens its panel and does not press what takes the focus', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  const cdp = await page.context().newCDPSession(page);
  await kiosk.tool('toolbar.colours').focus();
  await holdsEnter(cdp, 12);
  await expect(kiosk.panel('colours')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'standard');
});

test('I1 · a finger that slides off a button cancels', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  const cdp = await page.context().newCDPSession(page);
  const start = await middleOf(kiosk.tool('toolbar.colours'));
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: start.x, y: start.y - 300 }] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(kiosk.panel('colours')).toHaveCount(0);
  // The same finger, held still, presses: so the one above could have.
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [start] });
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  await expect(kiosk.panel('colours')).toBeVisible();
});

test('I1 · a mouse that leaves a button before it is let go cancels, and nothing acts before release', async ({
  kiosk,
  page,
}) => {
  await kiosk.opensPage();
  const { x, y } = await middleOf(kiosk.tool('toolbar.size'));
  await page.mouse.move(x, y);
  await page.mouse.down();
  await expect(kiosk.panel('size')).toHaveCount(0);
  await page.mouse.move(x, y - 300);
  await page.mouse.up();
  await expect(kiosk.panel('size')).toHaveCount(0);
});

test('I1, I7 · dragging over text selects nothing, and nothing can be dragged away', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  const from = await middleOf(kiosk.title);
  await page.mouse.move(from.x - 200, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 200, from.y + 300, { steps: 4 });
  await page.mouse.up();
  expect(await page.evaluate(() => getSelection()?.toString() ?? '')).toBe('');
  const draggable = await page
    .locator('a[href], img, [draggable]')
    .evaluateAll(
      (elements) => elements.filter((element) => element instanceof HTMLElement && element.draggable).length,
    );
  expect(draggable).toBe(0);
});

test('L4 · nothing on the page moves sideways', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  const { x, y } = await middleOf(kiosk.title);
  await page.mouse.move(x, y);
  await page.mouse.wheel(600, 0);
  const sideways = await kiosk.scroller.evaluate(({ scrollLeft, scrollWidth, clientWidth }) => ({
    scrollLeft,
    spare: scrollWidth - clientWidth,
  }));
  expect(sideways).toEqual({ scrollLeft: 0, spare: 0 });
});

test('I3 · Page Down is More, and held down it is More once', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  const top = () => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);
  await kiosk.readsOn();
  await expect.poll(top).toBeGreaterThan(0);
  const screenful = await top();
  await kiosk.opensPage();
  await page.reload();
  await kiosk.title.waitFor();
  await page.keyboard.down('PageDown');
  for (let repeat = 0; repeat < 8; repeat += 1) await page.keyboard.down('PageDown');
  await page.keyboard.up('PageDown');
  await expect.poll(top).toBe(screenful);
});
