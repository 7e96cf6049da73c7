/** Low reach and side reach: everything to press where a person can press it (D6). */
import type { PlainMessageKey } from '../../content/format/index.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { PIXELS_PER_MM } from '../support/measures.ts';
import { sizes } from '../support/screens.ts';
import { survey } from '../support/survey.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

/** With its middle at 1015 mm, nothing to press may be higher than 1075 mm (renderer/components/layout.ts). */
const ABOVE_MIDDLE_MM = 60;

const chooses = async (kiosk: Kiosk, way: PlainMessageKey): Promise<void> => {
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', way));
};

/** Targets that can be seen above the line. */
const tooHigh = async (kiosk: Kiosk, height: number): Promise<readonly string[]> => {
  const line = height / 2 - ABOVE_MIDDLE_MM * PIXELS_PER_MM - 1;
  const { targets } = await survey(kiosk.page);
  expect(targets.length).toBeGreaterThan(5);
  return targets.filter(({ box, isOnScreen }) => isOnScreen && box.y < line).map(({ name }) => name);
};

for (const { width, height } of sizes) {
  test(`D6 · in low reach at ${String(width)}×${String(height)} nothing is to be pressed above the line`, async ({
    kiosk,
  }) => {
    await kiosk.page.setViewportSize({ width, height });
    await kiosk.opens('#/welcome');
    await kiosk.presses(kiosk.button(words.text('ways.low')));
    expect(await tooHigh(kiosk, height)).toEqual([]);
    await kiosk.presses(kiosk.start);
    await expect(kiosk.title).toHaveText(words.text('home.title'));
    expect(await tooHigh(kiosk, height)).toEqual([]);
    await kiosk.choosesCard('Neuroblastoma');
    await kiosk.choosesCard('Neuroblastoma that did not go away');
    await expect(kiosk.button(words.text('header.cover'))).toBeInViewport({ ratio: 1 });
    expect(await tooHigh(kiosk, height)).toEqual([]);
    for (const open of ['toolbar.size', 'toolbar.colours', 'toolbar.ways'] as const) {
      await kiosk.presses(kiosk.tool(open));
      expect(await tooHigh(kiosk, height), open).toEqual([]);
    }
    // There the largest words need all of the screen, which hardly reaches above 1100 mm.
    if (height < 1000) return;
    await kiosk.opensTheWordsPanel();
    await kiosk.picksSize(4);
    expect(await tooHigh(kiosk, height), 'in the largest words').toEqual([]);
  });

  for (const side of ['left', 'right'] as const) {
    test(`D6 · at ${String(width)}×${String(height)} the tools go to the ${side}, with Cover and More`, async ({
      kiosk,
    }) => {
      await kiosk.page.setViewportSize({ width, height });
      await kiosk.opensPage();
      await chooses(kiosk, `ways.${side}`);
      await kiosk.presses(kiosk.tool('toolbar.ways'));
      await expect(kiosk.panel('ways')).toHaveCount(0);
      const isNear = async (
        x: number,
        box: { readonly x: number; readonly width: number } | null,
      ): Promise<boolean> => {
        if (box === null) throw new Error('It is not on the screen.');
        const middle = box.x + box.width / 2;
        return Promise.resolve(side === 'left' ? middle < x : middle > x);
      };
      for (const key of ['toolbar.home', 'toolbar.end'] as const)
        expect(await isNear(width / 2, await kiosk.tool(key).boundingBox()), key).toBe(true);
      const back = await kiosk.button(words.text('page.backPart')).boundingBox();
      const header = await kiosk.page.locator('kiosk-header').boundingBox();
      const middle = (header?.x ?? Number.NaN) + (header?.width ?? Number.NaN) / 2;
      expect(await isNear(back?.x ?? Number.NaN, await kiosk.button(words.text('page.more')).boundingBox())).toBe(true);
      expect(await isNear(middle, await kiosk.button(words.text('header.cover')).boundingBox())).toBe(true);
    });
  }
}

bothWays(
  'D6 · pressed again, the buttons are where they were; one side takes the place of the other',
  async (kiosk) => {
    await kiosk.opensPage();
    const place = () => kiosk.tool('toolbar.home').boundingBox();
    const before = await place();
    await kiosk.opensTheWaysPanel();
    for (const way of ['ways.low', 'ways.left', 'ways.right'] as const) {
      await kiosk.presses(kiosk.choice('ways', way));
      await expect(kiosk.choice('ways', way)).toHaveAttribute('aria-pressed', 'true');
    }
    await expect(kiosk.choice('ways', 'ways.left')).toHaveAttribute('aria-pressed', 'false');
    for (const way of ['ways.low', 'ways.right'] as const) await kiosk.presses(kiosk.choice('ways', way));
    expect(await place()).toEqual(before);
  },
);

test('D6, C12 · what stood at the top of the page stays there when the buttons go down', async ({ kiosk }) => {
  await kiosk.opens(`#/page/${PAGE}/trials`);
  const heading = kiosk.part('trials').getByRole('heading', { level: 2 });
  await expect(heading).toBeInViewport({ ratio: 1 });
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.low'));
  await kiosk.opensTheWaysPanel();
  await expect(kiosk.panel('ways')).toHaveCount(0);
  await expect(heading).toBeInViewport({ ratio: 1 });
});
