/** Spoken guidance: everything on the screen can be used without seeing it (R7). */
import { listen, playsOf, voicesAtOnce } from '../support/ears.ts';
import { probe } from '../support/in-page.ts';
import type { Kiosk } from '../support/kiosk.ts';
import type * as guidance from '../support/probes/guidance.ts';
import { asking, panels, views } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

type Guidance = typeof guidance;

const caption = (kiosk: Kiosk) => kiosk.page.locator('kiosk-caption p');

/** Whether reading aloud marks a sentence. */
const highlighted = (kiosk: Kiosk): Promise<boolean> =>
  kiosk.page.evaluate(() => (CSS.highlights.get('spoken-sentence')?.size ?? 0) > 0);

/** Switches guidance on as a visitor does, on the first-use card. */
const byEar = async (kiosk: Kiosk): Promise<void> => {
  await listen(kiosk.page);
  await kiosk.opens('#/welcome');
  await kiosk.presses(kiosk.button(words.text('ways.guidance')));
  await expect(caption(kiosk)).toContainText(words.text('guide.welcome').slice(0, 20));
};

for (const { name, reach } of [...views, ...asking, ...panels]) {
  test(`R7 · on ${name} there is a sound for everything, and names are those a screen reader is told`, async ({
    kiosk,
  }) => {
    await reach(kiosk);
    expect(await probe<Guidance, 'unheard'>(kiosk.page, 'guidance', 'unheard'), 'nothing is left unsaid').toEqual([]);
    expect(await probe<Guidance, 'misnamed'>(kiosk.page, 'guidance', 'misnamed')).toEqual([]);
    expect(await probe<Guidance, 'nameless'>(kiosk.page, 'guidance', 'nameless')).toEqual([]);
  });
}

test('R7 · switched on from the first-use card it greets, says where one is, and shows what it says', async ({
  kiosk,
}) => {
  await byEar(kiosk);
  await expect.poll(async () => (await playsOf(kiosk.page)).length).toBeGreaterThan(0);
  await expect(caption(kiosk)).toContainText(words.text('ways.title'));
});

test('R7 · what takes the focus is said at once: name, kind, state and place', async ({ kiosk }) => {
  await byEar(kiosk);
  await kiosk.button(words.text('ways.words')).focus();
  const count = await kiosk.page.locator('kiosk-welcome li').count();
  await expect(caption(kiosk)).toHaveText(
    `${words.text('ways.words')}. ${words.text('guide.button')}. ${words.text('guide.notChosen')}. 1 of ${String(count)}.`,
  );
  await kiosk.page.keyboard.press('Enter');
  await expect(caption(kiosk), 'and a state that changes').toHaveText(`${words.text('guide.chosen')}.`);
});

test('R7 · without guidance nothing is said and no caption is shown', async ({ kiosk }) => {
  await listen(kiosk.page);
  await kiosk.opens('#/home');
  await kiosk.page.keyboard.press('Tab');
  await expect(caption(kiosk)).toHaveCount(0);
  expect(await playsOf(kiosk.page)).toEqual([]);
});

test('R7, D9 · by ear one goes on beneath the cover, and takes it away again by ear', async ({ kiosk }) => {
  await byEar(kiosk);
  await kiosk.button(words.text('header.cover')).focus();
  await kiosk.page.keyboard.press('Enter');
  await expect(kiosk.page.locator('kiosk-cover')).toBeVisible();
  await kiosk.button(words.text('ways.colours')).focus();
  await expect(caption(kiosk)).toContainText(words.text('ways.colours'));
  await expect(kiosk.page.locator('kiosk-cover'), 'a key does not take it away').toBeVisible();
  await kiosk.button(words.text('header.show')).focus();
  await kiosk.page.keyboard.press('Enter');
  await expect(kiosk.page.locator('kiosk-cover')).toHaveCount(0);
});

test('R7, X3 · guidance ends with the visit', async ({ kiosk }) => {
  await byEar(kiosk);
  await kiosk.presses(kiosk.tool('toolbar.end'));
  await expect(kiosk.attract).toBeVisible();
  await expect(caption(kiosk)).toHaveCount(0);
  const before = (await playsOf(kiosk.page)).length;
  await kiosk.presses(kiosk.attract);
  await expect(kiosk.title).toHaveText(words.text('ways.title'));
  expect((await playsOf(kiosk.page)).length).toBe(before);
});

test('R7, I4 · by arrows alone: on through all that is on the screen, words included, and back', async ({ kiosk }) => {
  await byEar(kiosk);
  const { keyboard } = kiosk.page;
  await kiosk.title.focus();
  await keyboard.press('ArrowDown');
  await expect(caption(kiosk), 'words are read too').toHaveText(words.text('welcome.lead'));
  await keyboard.press('ArrowDown');
  await expect(caption(kiosk)).toContainText(`${words.text('ways.words')}. ${words.text('guide.button')}.`);
  await keyboard.press('ArrowUp');
  await expect(caption(kiosk)).toHaveText(words.text('welcome.lead'));
  await keyboard.press('ArrowRight');
  await expect(caption(kiosk), 'the next part is entered by its name').toContainText(words.text('pager.label'));
});

test('R7 · select reads on from words, and the next key silences it at once', async ({ kiosk }) => {
  await byEar(kiosk);
  const { keyboard } = kiosk.page;
  await kiosk.page.locator('kiosk-welcome .lead').first().waitFor();
  await kiosk.title.focus();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect.poll(() => highlighted(kiosk)).toBe(true);
  await keyboard.press('ArrowDown');
  await expect(caption(kiosk)).toContainText(words.text('ways.words'));
  expect(await voicesAtOnce(kiosk.page), 'one voice at a time').toBeLessThanOrEqual(1);
});
