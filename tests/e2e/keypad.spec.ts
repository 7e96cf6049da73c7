/** Keypads with five keys (I4): every task with up, down, left, right and select, by the site's own key map. */
import { keypads, sendsKey } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { withKioskOf } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

const focusedWords = (kiosk: Kiosk): Promise<string> =>
  kiosk.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLElement ? active.innerText.replace(/\s+/g, ' ').trim() : '';
  });

const scrolledTo = (kiosk: Kiosk): Promise<number> => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);

for (const hand of Object.values(keypads)) {
  test(`I4 · a word's meaning is found and the visit ended – by ${hand.name}`, async ({ inHand }) => {
    const kiosk = inHand(hand);
    await kiosk.opens();
    await kiosk.wakesTheScreen();
    await kiosk.choosesCard('Neuroblastoma');
    await kiosk.choosesCard('Neuroblastoma that did not go away');
    await kiosk.presses(kiosk.word(/relapse/));
    await expect(kiosk.meaning).toContainText('Say it:');
    await kiosk.opensTheColoursPanel();
    await kiosk.picksColours('white-on-black');
    await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'white-on-black');
    await kiosk.endsTheVisit();
    await expect(kiosk.attract).toBeVisible();
  });
}

test('I4 · right is More and left is Back', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  await kiosk.choosesCard('Neuroblastoma');
  await kiosk.choosesCard('Neuroblastoma that did not go away');
  await sendsKey(page, 'ArrowRight');
  await expect.poll(() => scrolledTo(kiosk)).toBeGreaterThan(0);
  await sendsKey(page, 'ArrowLeft');
  await expect(page).toHaveURL(/#\/topic\/neuroblastoma$/);
});

test('I4 · after More, down goes on with what is on the screen', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  for (let turn = 0; turn < 3; turn += 1) {
    const before = await scrolledTo(kiosk);
    await sendsKey(page, 'MediaTrackNext');
    await expect.poll(() => scrolledTo(kiosk)).toBeGreaterThan(before);
  }
  const there = await scrolledTo(kiosk);
  await sendsKey(page, 'ArrowDown');
  const height = await kiosk.scroller.evaluate(({ clientHeight }) => clientHeight);
  expect(Math.abs((await scrolledTo(kiosk)) - there)).toBeLessThan(height);
});

test('I4 · among choices, left and right go from one to the next and stop at the last', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheColoursPanel();
  await expect.poll(() => focusedWords(kiosk)).toContain(words.text('colours.standard'));
  await sendsKey(page, 'ArrowRight');
  expect(await focusedWords(kiosk)).toContain(words.text('colours.soft'));
  for (let step = 0; step < 9; step += 1) await sendsKey(page, 'ArrowRight');
  expect(await focusedWords(kiosk)).toContain(words.text('colours.still'));
  await sendsKey(page, 'ArrowLeft');
  expect(await focusedWords(kiosk)).toContain(words.text('colours.yellow-on-black'));
  await expect(kiosk.panel('colours'), 'left was not Back').toBeVisible();
});

test('I4 · help opens the ways to use the kiosk, and repeat says it again', async ({ kiosk, page }) => {
  await kiosk.opensPage();
  await sendsKey(page, 'AudioVolumeMute');
  await expect(kiosk.panel('ways')).toBeVisible();
  await sendsKey(page, 'Escape');
  await sendsKey(page, 'MediaStop');
  await expect(kiosk.tool('toolbar.read')).toHaveClass(/on/);
});

test('I3 · keys held down act once; unknown keys and chords do nothing', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  await page.keyboard.down('ArrowDown');
  const first = await focusedWords(kiosk);
  expect(first).not.toBe('');
  for (let repeat = 0; repeat < 50; repeat += 1) await page.keyboard.down('ArrowDown');
  await page.keyboard.up('ArrowDown');
  expect(await focusedWords(kiosk)).toBe(first);
  for (const key of ['F9', 'q', 'Insert', 'Alt+ArrowUp', 'Shift+ArrowLeft', 'Control+Enter', 'Meta+ArrowDown'])
    await page.keyboard.press(key);
  expect(await focusedWords(kiosk)).toBe(first);
  await expect(page).toHaveURL(/#\/home$/);
});

test('I4 · a keypad pulled out with a key held down loses nothing, and another goes on where it was', async ({
  kiosk,
  page,
}) => {
  await kiosk.opensPage();
  await sendsKey(page, 'ArrowRight');
  await page.keyboard.down('ArrowDown');
  const there = await focusedWords(kiosk);
  // Its key never comes up: the next thing that comes is a key of another keypad.
  await sendsKey(page, 'AudioVolumeUp');
  await sendsKey(page, 'AudioVolumeDown');
  expect(await focusedWords(kiosk)).toBe(there);
  await expect(page).toHaveURL(new RegExp(`#/page/${PAGE}`));
});

test('I4 · the site’s own key map is the one that counts', async ({ page, watch }) => {
  const keypad = { up: ['Numpad8'], down: ['Numpad2'], left: ['Numpad4'], right: ['Numpad6'], select: ['Numpad5'] };
  await withKioskOf({ keypad }, { page, watch, hand: keypads.arrows }, async (kiosk) => {
    await kiosk.opens('#/home');
    await sendsKey(page, 'Numpad2');
    const first = await focusedWords(kiosk);
    expect(first).not.toBe('');
    await sendsKey(page, 'ArrowDown');
    expect(await focusedWords(kiosk), 'arrows are not the keypad’s here').toBe(first);
    await sendsKey(page, 'Numpad5');
    await expect(page).not.toHaveURL(/#\/home$/);
    await sendsKey(page, 'Numpad4');
    await expect(page).toHaveURL(/#\/home$/);
  });
});
