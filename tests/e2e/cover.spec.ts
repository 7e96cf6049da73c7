/** The cover: one tap hides what is on the screen, one tap shows it again (D9). */
import type { Kiosk } from '../support/kiosk.ts';
import { axeFinds } from '../support/axe.ts';
import { holdsEnter } from '../support/keys.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const scrolled = (kiosk: Kiosk): Promise<number> => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);

bothWays('D9 · Cover hides the page behind neutral words, and one press shows the same place again', async (kiosk) => {
  await kiosk.opensPage('trials');
  const title = await kiosk.page.title();
  await kiosk.coversTheScreen();
  // On the way to the button by Tab the page may have moved; what counts is where it is now.
  const before = await scrolled(kiosk);
  await expect(kiosk.cover).toContainText(words.text('cover.title'));
  await expect(kiosk.cover.locator('svg')).toBeVisible();
  await expect(kiosk.page).toHaveTitle(words.text('cover.title'));
  const told = [words.text('cover.title'), words.text('cover.back')].join(' ');
  expect(told, 'no word of illness').not.toMatch(/cancer|illness|tumour|treatment|oncolog|patient|hospital/i);
  await kiosk.presses(kiosk.cover.getByRole('button'));
  await expect(kiosk.cover).toHaveCount(0);
  await expect(kiosk.page).toHaveTitle(title);
  expect(await scrolled(kiosk)).toBe(before);
});

test('D9 · Cover is in sight wherever the visitor has read to', async ({ kiosk }) => {
  await kiosk.opensPage('trials');
  await expect(kiosk.button(words.text('header.cover'))).toBeInViewport({ ratio: 1 });
  await kiosk.opens('#/welcome');
  await expect(kiosk.button(words.text('header.cover'))).toBeInViewport({ ratio: 1 });
});

test('D9 · it covers every point of the screen', async ({ kiosk }) => {
  await kiosk.opensPage();
  await kiosk.coversTheScreen();
  const seen = await kiosk.page.evaluate(() => {
    const { innerWidth, innerHeight } = window;
    const host = document.querySelector('kiosk-app')?.shadowRoot;
    const points = [0.01, 0.25, 0.5, 0.75, 0.99];
    return points.flatMap((x) => points.map((y) => host?.elementFromPoint(innerWidth * x, innerHeight * y)?.localName));
  });
  expect(new Set(seen)).toEqual(new Set(['kiosk-cover']));
});

test('D9 · nothing beneath is reached by Tab or by assistive technology', async ({ kiosk }) => {
  await kiosk.opensPage();
  await kiosk.coversTheScreen();
  await expect(kiosk.cover.getByRole('button')).toBeFocused();
  // The browser's own tree, as a screen reader gets it.
  const cdp = await kiosk.page.context().newCDPSession(kiosk.page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const told = nodes.filter(
    ({ ignored, role }) => !ignored && ['button', 'heading', 'link'].includes(String(role?.value)),
  );
  expect(told.map(({ name }) => String(name?.value))).toEqual([words.text('cover.title'), words.text('cover.back')]);
  const beneath = await kiosk.page.locator('kiosk-app .frame').evaluate((frame) => {
    const button = frame.querySelector('kiosk-toolbar')?.shadowRoot?.querySelector('button');
    button?.focus();
    return button?.matches(':focus') ?? true;
  });
  expect(beneath, 'not even a script can put the focus there').toBe(false);
  expect(await axeFinds(kiosk.page)).toEqual([]);
});

for (const key of ['a', 'Tab', 'Escape', 'Enter', ' ', 'ArrowDown', 'PageDown']) {
  test(`D9 · the key “${key}” shows the screen again, does nothing else, and the focus is where it was`, async ({
    kiosk,
  }) => {
    await kiosk.opensPage('trials');
    await kiosk.opensTheColoursPanel();
    const before = await scrolled(kiosk);
    await kiosk.coversTheScreen();
    await kiosk.page.keyboard.press(key);
    await expect(kiosk.cover).toHaveCount(0);
    await expect(kiosk.panel('colours')).toBeVisible();
    await expect(kiosk.button(words.text('header.cover'))).toBeFocused();
    expect(await scrolled(kiosk)).toBe(before);
  });
}

test('D9, I2 · a double tap on Cover covers, and a held key does not take the cover away', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  const button = kiosk.button(words.text('header.cover'));
  const box = await button.boundingBox();
  if (box === null) throw new Error('Cover is not on the screen.');
  await page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2);
  await expect(kiosk.cover).toBeVisible();
  await page.keyboard.press('a');
  await expect(kiosk.cover).toHaveCount(0);
  await button.focus();
  await holdsEnter(await page.context().newCDPSession(page), 8);
  await expect(kiosk.cover).toBeVisible();
});

bothWays('D9 · reading aloud waits while the screen is covered, and is there to go on', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await expect(kiosk.readingButton('pause')).toBeVisible();
  await kiosk.coversTheScreen();
  await expect(kiosk.page.locator('kiosk-reading-panel')).toContainText(words.text('reading.play'));
  await kiosk.presses(kiosk.cover.getByRole('button'));
  await kiosk.tellsTheReader('play');
  await expect(kiosk.readingButton('pause')).toBeVisible();
});

test('D9, X3 · the next visit is not covered', async ({ kiosk }) => {
  await kiosk.opensPage();
  await kiosk.coversTheScreen();
  await kiosk.page.evaluate(() => (location.hash = '#/'));
  await expect(kiosk.attract).toBeVisible();
  await expect(kiosk.cover).toHaveCount(0);
});
