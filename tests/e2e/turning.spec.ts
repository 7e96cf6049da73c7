/** 'More' through the whole page: nothing is skipped and no line is cut (I7, D1). */
import { hands } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { cutAtTop, describeLine, isWholeOn, look } from '../support/lines.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

/** More screenfuls than any page has at the largest size on the smallest screen. */
const MOST_SCREENFULS = 150;

/** Reads a view to its end with 'More', as somebody would who never scrolls. */
const readToTheEnd = async (kiosk: Kiosk): Promise<number> => {
  const more = kiosk.pager.getByRole('button', { name: words.text('page.more'), exact: true });
  const all = new Set<string>();
  const seen = new Set<string>();
  const cut: string[] = [];
  let count = 0;
  for (;;) {
    const screenful = await look(kiosk.page);
    count += 1;
    for (const line of screenful.lines) {
      all.add(line.name);
      if (isWholeOn(screenful, line)) seen.add(line.name);
    }
    // The last screenful begins wherever the view's end leaves it; what it cuts was whole on the one before.
    if (count > MOST_SCREENFULS || !(await more.isVisible())) break;
    cut.push(...cutAtTop(screenful).map((line) => describeLine(line, screenful)));
    await kiosk.readsOn();
    await expect
      .poll(() => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop), 'More moves on')
      .toBeGreaterThan(screenful.scrollTop);
  }
  expect(all.size, 'the view has lines').toBeGreaterThan(5);
  expect(
    [...all].filter((line) => !seen.has(line)),
    'every line was whole on the screen at some point',
  ).toEqual([]);
  expect(cut, 'no line is cut at the top of a screenful').toEqual([]);
  return count;
};

bothWays('I7, C12 · More leads through the whole page to its end, and back to the top', async (kiosk) => {
  await kiosk.opensPage();
  const screenfuls = await readToTheEnd(kiosk);
  expect(screenfuls).toBeGreaterThan(3);
  await kiosk.presses(kiosk.button(words.text('page.top')));
  await expect(kiosk.title).toBeInViewport({ ratio: 1 });
});

const screens = [
  { width: 1080, height: 1920, step: 4 },
  { width: 1920, height: 1080, step: 2 },
  { width: 1366, height: 768, step: 3 },
] as const;

for (const { width, height, step } of screens) {
  test(`D1, L1 · More skips and cuts nothing at ${String(width)}×${String(height)} in size ${String(step)}`, async ({
    kiosk,
  }) => {
    await kiosk.page.setViewportSize({ width, height });
    await kiosk.opensPage();
    await kiosk.opensTheWordsPanel();
    await kiosk.picksSize(step);
    await kiosk.goesBack();
    await readToTheEnd(kiosk);
  });
}

bothWays('C4, I7 · More leads through all words explained', async (kiosk) => {
  await kiosk.opens('#/words');
  expect(await readToTheEnd(kiosk)).toBeGreaterThan(3);
});

test('I3 · at the last screenful the focus stays where More was', async ({ inHand }) => {
  const kiosk = inHand(hands.keyboard);
  await kiosk.opens('#/words');
  const more = kiosk.pager.getByRole('button', { name: words.text('page.more'), exact: true });
  const top = kiosk.button(words.text('page.top'));
  for (let count = 0; count < MOST_SCREENFULS && (await more.isVisible()); count += 1) {
    const { scrollTop } = await look(kiosk.page);
    await kiosk.readsOn();
    await expect.poll(() => kiosk.scroller.evaluate((scroller) => scroller.scrollTop)).toBeGreaterThan(scrollTop);
    await look(kiosk.page);
  }
  await expect(top).toBeFocused();
});

test('C12 · the pager says which part of how many is being read', async ({ kiosk }) => {
  await kiosk.opens(`#/page/${PAGE}/trials`);
  await expect(kiosk.pager.locator('[aria-expanded]')).toHaveText(words.format('page.partOf', { part: 7, parts: 14 }));
});
