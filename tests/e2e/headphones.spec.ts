/** Headphones: what is said only with them in, and what is done when they come out (R9); how loud a site allows (R3). */
import { hears, listen, playsOf, soundOf } from '../support/ears.ts';
import { hands, sendsKey } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { withKioskOf } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { GATED, words } from '../support/words.ts';

const panel = (kiosk: Kiosk) => kiosk.panel('headphones');
const yes = (kiosk: Kiosk) => panel(kiosk).getByRole('button', { name: words.text('headphones.yes') });

const isPaused = async (kiosk: Kiosk): Promise<boolean> => (await soundOf(kiosk.page))?.paused ?? true;

test('R9 · where all speech is by headphones, the visitor is asked once, and hears nothing before the yes', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ sound: { headphones: 'always' } }, { page, watch }, async (kiosk) => {
    await kiosk.opensPage();
    await kiosk.asksToRead();
    await expect(panel(kiosk)).toContainText(words.text('headphones.ask'));
    expect(await playsOf(page)).toEqual([]);
    await kiosk.presses(yes(kiosk));
    await hears(page);
    await expect(panel(kiosk)).toHaveCount(0);
    await kiosk.asksToRead();
    await kiosk.goesHome();
    const before = (await playsOf(page)).length;
    await kiosk.asksToRead();
    await expect.poll(async () => (await playsOf(page)).length, 'not asked again').toBeGreaterThan(before);
    await expect(panel(kiosk)).toHaveCount(0);
    await kiosk.endsTheVisit();
    await kiosk.touchesTheScreen();
    await kiosk.presses(kiosk.start);
    const said = (await playsOf(page)).length;
    await kiosk.asksToRead();
    await expect(panel(kiosk), 'another visitor is asked anew').toBeVisible();
    expect((await playsOf(page)).length).toBe(said);
  });
});

test('R9, R7 · guidance that needs headphones asks on the screen and stays silent until the yes', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ sound: { headphones: 'always' } }, { page, watch, hand: hands.keyboard }, async (kiosk) => {
    await kiosk.opens('#/welcome');
    await kiosk.presses(kiosk.button(words.text('ways.guidance')));
    await expect(panel(kiosk)).toContainText(words.text('headphones.ask'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await playsOf(page)).toEqual([]);
    await kiosk.presses(yes(kiosk));
    await hears(page);
    await expect(page.locator('kiosk-caption p')).toContainText(words.text('ways.title'));
  });
});

test('R9 · where only what is private needs them, reading waits before it, and goes on with the yes', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ sound: { headphones: 'sensitive' } }, { page, watch }, async (kiosk) => {
    await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
    await kiosk.asksToRead();
    await hears(page);
    await expect(panel(kiosk), 'the page itself is for all').toHaveCount(0);
    // Whoever opens a gate while listening is read what is behind it.
    await kiosk.presses(kiosk.button(words.text('gate.open')));
    const behind = page.locator('.behind [data-passage]').first();
    await expect(panel(kiosk)).toContainText(words.text('headphones.ask'));
    await expect.poll(() => isPaused(kiosk)).toBe(true);
    const before = (await playsOf(page)).length;
    await kiosk.presses(yes(kiosk));
    await expect.poll(async () => (await playsOf(page)).length).toBeGreaterThan(before);
    const passage = await behind.getAttribute('data-passage');
    await expect
      .poll(() =>
        page.evaluate(() => {
          const [range] = CSS.highlights.get('spoken-sentence') ?? [];
          return range instanceof Range
            ? range.startContainer.parentElement?.closest('[data-passage]')?.getAttribute('data-passage')
            : null;
        }),
      )
      .toBe(passage);
  });
});

const socket = { headphonesIn: ['Insert'], headphonesOut: ['ScrollLock'] };

test('R9, R7 · a keypad with a socket: plugging in begins by ear, pulling out stops the voice at once and says why', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ keypad: socket, sound: { headphones: 'always' } }, { page, watch }, async (kiosk) => {
    await kiosk.opens();
    await sendsKey(page, 'ScrollLock');
    await expect(kiosk.attract, 'nobody has pressed anything').toBeVisible();
    await sendsKey(page, 'Insert');
    await expect(kiosk.title).toHaveText(words.text('ways.title'));
    await expect(page.locator('kiosk-caption p')).toContainText(words.text('guide.welcome').slice(0, 20));
    await hears(page);
    await sendsKey(page, 'ScrollLock');
    expect(await isPaused(kiosk)).toBe(true);
    await expect(panel(kiosk)).toContainText(words.text('headphones.out'));
    const silent = (await playsOf(page)).length;
    await page.keyboard.press('Tab');
    expect((await playsOf(page)).length, 'nothing is said to the room').toBe(silent);
    await sendsKey(page, 'Insert');
    await expect(panel(kiosk)).toHaveCount(0);
    await expect.poll(async () => (await playsOf(page)).length).toBeGreaterThan(silent);
  });
});

test('R9 · headphones pulled out where none are needed: the voice stops, and goes on aloud when told to', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ keypad: socket }, { page, watch }, async (kiosk) => {
    await kiosk.opensPage();
    await kiosk.asksToRead();
    await hears(page);
    await sendsKey(page, 'ScrollLock');
    expect(await isPaused(kiosk)).toBe(true);
    await expect(panel(kiosk)).toContainText(words.text('headphones.out'));
    await kiosk.presses(kiosk.button(words.text('headphones.aloud')));
    await expect.poll(() => isPaused(kiosk)).toBe(false);
  });
});

test('R3 · the loudest of ten steps is as loud as the site allows', async ({ page, watch }) => {
  await listen(page);
  await withKioskOf({ sound: { mostVolume: 40 } }, { page, watch }, async (kiosk) => {
    await kiosk.opensPage();
    await kiosk.asksToRead();
    await hears(page);
    for (let step = 0; step < 9; step += 1) await kiosk.tellsTheReader('louder');
    await expect(kiosk.panel('reading')).toContainText('10');
    await expect.poll(async () => (await soundOf(page))?.volume ?? 1).toBeCloseTo(0.4, 2);
  });
});

const stay = (kiosk: Kiosk) => kiosk.page.locator('kiosk-still-here').getByRole('button');

/** Nobody does anything for so long that they are asked whether they are still there. */
const isAsked = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.page.clock.runFor(92_000);
  await expect(stay(kiosk)).toBeFocused();
};

test('X1, R9 · asked over the panel of headphones whether one is still there: silent, and both answers still wait', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ sound: { headphones: 'always' } }, { page, watch }, async (kiosk) => {
    await page.clock.install();
    await kiosk.opens('#/welcome');
    await kiosk.presses(kiosk.button(words.text('ways.guidance')));
    await expect(yes(kiosk)).toBeFocused();
    await isAsked(kiosk);
    await expect(page.locator('kiosk-caption p'), 'what may not be heard is not said').toHaveText('');
    expect(await playsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(stay(kiosk)).toHaveCount(0);
    await expect(yes(kiosk), 'Enter has answered the one, and not the other').toBeFocused();
    expect(await playsOf(page)).toEqual([]);
    await kiosk.presses(yes(kiosk));
    await hears(page);
    await expect(panel(kiosk)).toHaveCount(0);
    await expect(page.locator('kiosk-welcome button').filter({ hasText: words.text('ways.guidance') })).toBeFocused();
  });
});

test('X1, R9 · headphones pulled out while one is asked: somebody is there, and the focus comes back to where it was', async ({
  page,
  watch,
}) => {
  await listen(page);
  await withKioskOf({ keypad: socket }, { page, watch }, async (kiosk) => {
    await page.clock.install();
    await kiosk.opensPage();
    await kiosk.asksToRead();
    await hears(page);
    await kiosk.tellsTheReader('pause');
    await kiosk.tool('toolbar.home').focus();
    await isAsked(kiosk);
    await sendsKey(page, 'ScrollLock');
    await expect(stay(kiosk)).toHaveCount(0);
    await expect(panel(kiosk)).toContainText(words.text('headphones.out'));
    await expect(panel(kiosk).locator(':focus')).toHaveCount(1);
    const before = (await playsOf(page)).length;
    await sendsKey(page, 'Insert');
    await expect(panel(kiosk)).toHaveCount(0);
    await expect(kiosk.tool('toolbar.home')).toBeFocused();
    await expect.poll(async () => (await playsOf(page)).length, 'what was being read goes on').toBeGreaterThan(before);
  });
});
