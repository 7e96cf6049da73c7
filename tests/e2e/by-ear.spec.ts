/** Beginning by ear, and going all the way by ear alone: a keypad, headphones, and nobody who looks at the screen (R7). */
import type { Page } from 'playwright/test';
import { caption, goesOnTo } from '../support/by-ear.ts';
import { listen, playsOf, voicesAtOnce } from '../support/ears.ts';
import { sendsKey } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

/** Says whether guidance is on: it has a line for what it says. */
const isByEar = (kiosk: Kiosk) => expect(caption(kiosk)).toContainText(words.text('guide.welcome').slice(0, 20));

/** Holds a key for so long by the page's own clock. */
const holds = async (page: Page, key: string, ms: number): Promise<void> => {
  await page.keyboard.down(key);
  await page.clock.fastForward(ms);
  await page.keyboard.up(key);
};

/** Opens the kiosk, with ears; from then on time passes as a test lets it. */
const opensWithTheClockHeld = async (kiosk: Kiosk, address: string): Promise<void> => {
  await kiosk.page.clock.install();
  await listen(kiosk.page);
  await kiosk.opens(address);
  await kiosk.page.clock.pauseAt(Date.now() + 60_000);
};

for (const key of ['Enter', 'AudioVolumeMute']) {
  test(`R7 · on the attract screen, ${key} held for two seconds begins the visit by ear, and says where one is`, async ({
    kiosk,
    page,
  }) => {
    await opensWithTheClockHeld(kiosk, '#/');
    await holds(page, key, 2000);
    await page.clock.resume();
    await expect(kiosk.title).toHaveText(words.text('ways.title'));
    await isByEar(kiosk);
    await expect(caption(kiosk)).toContainText(words.text('ways.title'));
    await expect(kiosk.panel('ways'), 'what the key had opened is not in the way').toHaveCount(0);
    await expect.poll(async () => (await playsOf(page)).length).toBeGreaterThan(0);
  });
}

test('R7 · a key held for less than two seconds keeps its meaning, and nothing is said', async ({ kiosk, page }) => {
  await opensWithTheClockHeld(kiosk, '#/home');
  await holds(page, 'AudioVolumeMute', 1900);
  await page.clock.fastForward(10_000);
  await page.clock.resume();
  await expect(kiosk.panel('ways'), 'help is help').toBeVisible();
  await expect(caption(kiosk)).toHaveCount(0);
  expect(await playsOf(page)).toEqual([]);
});

test('R7 · on a page, help held for two seconds switches guidance on where one is', async ({ kiosk, page }) => {
  await opensWithTheClockHeld(kiosk, `#/page/${PAGE}`);
  await holds(page, 'AudioVolumeMute', 2000);
  await page.clock.resume();
  await isByEar(kiosk);
  await expect(caption(kiosk)).toContainText('Neuroblastoma that did not go away');
  await expect(kiosk.panel('ways')).toHaveCount(0);
});

test('R7, I4, D9 · with the screen covered, by a media keypad: a word’s meaning, reading on, the end of the visit', async ({
  kiosk,
  page,
}) => {
  await opensWithTheClockHeld(kiosk, '#/');
  await holds(page, 'AudioVolumeMute', 2000);
  await page.clock.resume();
  await isByEar(kiosk);
  const select = (): Promise<void> => sendsKey(page, 'MediaPlayPause');

  // From the card to the cover, and from there nothing is seen.
  await goesOnTo(kiosk, `${words.text('header.cover')}. ${words.text('guide.button')}`, 'AudioVolumeUp');
  await select();
  await expect(kiosk.cover).toBeVisible();

  await goesOnTo(kiosk, `${words.text('welcome.start')}. ${words.text('guide.link')}`);
  await select();
  await expect(page).toHaveURL(/#\/home$/);
  await goesOnTo(kiosk, 'Neuroblastoma.');
  await select();
  await expect(page).toHaveURL(/#\/topic\/neuroblastoma$/);
  await goesOnTo(kiosk, 'Neuroblastoma that did not go away');
  await select();
  await expect(page).toHaveURL(/#\/page\/neuroblastoma-came-back$/);

  const heard = await goesOnTo(kiosk, `refractory. ${words.text('guide.button')}`);
  expect(heard.length, 'the page is said on the way').toBeGreaterThan(1);
  await select();
  await goesOnTo(kiosk, 'Say it:');

  // Reading on is the reader's; the next key silences it.
  await goesOnTo(kiosk, words.text('guide.heading'));
  const before = (await playsOf(page)).length;
  await select();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('spoken-sentence')?.size ?? 0)).toBe(1);
  await expect.poll(async () => (await playsOf(page)).length).toBeGreaterThan(before);

  await goesOnTo(kiosk, words.text('toolbar.label'), 'MediaTrackNext');
  await goesOnTo(kiosk, words.text('toolbar.end'));
  await expect(kiosk.cover, 'all of it beneath the cover').toBeVisible();
  await select();
  await expect(kiosk.attract).toBeVisible();
  await expect(kiosk.cover).toHaveCount(0);
  expect(await voicesAtOnce(page), 'one voice at a time').toBeLessThanOrEqual(1);
});
