/** One thing at a time: a page shown one idea per screen (D5). */
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { GATED, PAGE, words } from '../support/words.ts';

const next = (kiosk: Kiosk) => kiosk.pager.getByRole('button', { name: words.text('page.next'), exact: true });
const previous = (kiosk: Kiosk) => kiosk.pager.getByRole('button', { name: words.text('page.previous'), exact: true });
const place = (kiosk: Kiosk) => kiosk.pager.getByRole('status');
const passages = (kiosk: Kiosk) => kiosk.page.locator('kiosk-page section.part [data-passage]');

/** Where the visitor is: the idea, and of how many. */
const numbers = async (kiosk: Kiosk): Promise<readonly [number, number]> => {
  const [at = 0, of = 0] = ((await place(kiosk).textContent()) ?? '').match(/\d+/g)?.map(Number) ?? [];
  return [at, of];
};

bothWays('D5 · a page is shown one idea per screen, with Next, Previous and where one is', async (kiosk) => {
  await kiosk.opensPage();
  const whole = await passages(kiosk).count();
  await kiosk.showsOneThing();
  await expect(place(kiosk)).toHaveText(/^1 of \d+$/);
  const [, of] = await numbers(kiosk);
  expect(of).toBeGreaterThan(14);
  await kiosk.presses(next(kiosk));
  await expect(place(kiosk)).toHaveText(words.format('page.ideaOf', { idea: 2, ideas: of }));
  await expect(kiosk.page.locator('section.part')).toHaveCount(1);
  await expect(kiosk.part('in-short').locator('li')).toHaveCount(1);
  expect(await passages(kiosk).count()).toBeLessThan(whole / 5);
  const first = await kiosk.part('in-short').locator('li').textContent();
  await kiosk.presses(next(kiosk));
  await expect(kiosk.part('in-short').locator('li')).not.toHaveText(first ?? '');
  await kiosk.presses(previous(kiosk));
  await expect(kiosk.part('in-short').locator('li')).toHaveText(first ?? '');
});

test('D5 · Next leads through all of the page to its end, and nothing is left out', async ({ kiosk }) => {
  await kiosk.opens('#/page/your-visit-today');
  await kiosk.page.locator('kiosk-page .related').waitFor();
  const keys = () => passages(kiosk).evaluateAll((all) => all.map((one) => one.getAttribute('data-passage') ?? ''));
  const whole = new Set(await keys());
  await kiosk.showsOneThing();
  const seen = new Set<string>();
  const [, of] = await numbers(kiosk);
  for (let idea = 1; idea < of; idea += 1) {
    await kiosk.goesToTheNextIdea();
    for (const key of await keys()) seen.add(key);
  }
  expect([...whole].filter((key) => !seen.has(key))).toEqual([]);
  await expect(kiosk.page.locator('kiosk-page .related')).toBeVisible();
  await kiosk.presses(kiosk.button(words.text('page.top')));
  await expect(place(kiosk)).toHaveText(/^1 of /);
});

bothWays('D5, C12 · the list of parts leads to a part, and Back returns to the idea one was at', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.showsOneThing();
  for (let idea = 0; idea < 3; idea += 1) await kiosk.goesToTheNextIdea();
  const before = await place(kiosk).textContent();
  await kiosk.opensTheContents();
  await kiosk.goesToPart('How doctors choose a treatment');
  await expect(kiosk.page.locator('section.part h2')).toHaveText('How doctors choose a treatment');
  await expect(place(kiosk)).not.toHaveText(before ?? '');
  await kiosk.goesBack();
  await expect(place(kiosk)).toHaveText(before ?? '');
});

test('D5 · switched on or off, the visitor stays at what they were reading', async ({ kiosk }) => {
  await kiosk.opensPage('trials');
  await kiosk.showsOneThing();
  await expect(kiosk.page.locator('section.part')).toHaveId('trials');
  await kiosk.goesToTheNextIdea();
  await kiosk.showsOneThing();
  await expect(kiosk.page.locator('section.part')).not.toHaveCount(1);
  await expect(kiosk.part('trials').locator('p, li').first()).toBeInViewport();
});

bothWays('D5, R1 · the voice goes on from idea to idea', async (kiosk) => {
  await kiosk.opens('#/easy/your-visit-today');
  await kiosk.showsOneThing();
  await kiosk.goesToTheNextIdea();
  const [at] = await numbers(kiosk);
  await kiosk.asksToRead();
  await kiosk.makesTheReaderFastest();
  await expect.poll(async () => (await numbers(kiosk))[0], { timeout: 20_000 }).toBeGreaterThan(at + 1);
  await expect(kiosk.readingButton('pause')).toBeVisible();
});

test('D5, R1, principle 3 · the voice does not go on past a closed gate', async ({ kiosk }) => {
  await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
  await kiosk.showsOneThing();
  const gate = kiosk.page.locator('[data-gate-closed]');
  while ((await gate.count()) === 0) await kiosk.goesToTheNextIdea();
  const [at] = await numbers(kiosk);
  await kiosk.asksToRead();
  await kiosk.makesTheReaderFastest();
  await expect(kiosk.readingButton('play')).toBeVisible({ timeout: 20_000 });
  expect((await numbers(kiosk))[0]).toBe(at);
  await expect(gate).toBeVisible();
});

test('D5, D1 · an idea taller than the screen is paged before the next one comes', async ({ kiosk }) => {
  await kiosk.page.setViewportSize({ width: 1366, height: 768 });
  await kiosk.opens('#/page/tests-and-scans/other-scans');
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await kiosk.goesBack();
  await kiosk.opensTheWordsPanel();
  await kiosk.presses(kiosk.choice('size', 'ways.oneThing'));
  await kiosk.goesBack();
  while ((await kiosk.page.locator('table').count()) === 0) await kiosk.goesToTheNextIdea();
  const before = await place(kiosk).textContent();
  await kiosk.presses(kiosk.pager.getByRole('button', { name: words.text('page.more'), exact: true }));
  await expect.poll(() => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await expect(place(kiosk)).toHaveText(before ?? '');
});

test('D5, I2 · a double tap on Next goes one idea on, not two', async ({ kiosk }) => {
  await kiosk.opens(`#/page/${PAGE}`);
  await kiosk.showsOneThing();
  await next(kiosk).dblclick();
  await expect(place(kiosk)).toHaveText(/^2 of /);
  await kiosk.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await expect(place(kiosk)).toHaveText(/^2 of /);
});
