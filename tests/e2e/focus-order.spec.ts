/** The focus goes from place to place as the eye does, however the screen is divided (I3). */
import type { PlainMessageKey } from '../../content/format/index.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { sizes } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';

/** The parts of the screen in the order in which Tab comes to them. */
const regionsInTabOrder = async (kiosk: Kiosk): Promise<readonly string[]> => {
  const { page } = kiosk;
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  });
  const met: string[] = [];
  const first = 'the document';
  // Once round, from the document itself to the document itself.
  await page.locator('body').evaluate((body) => {
    body.tabIndex = -1;
    body.focus();
  });
  for (let tab = 0; tab < 120; tab += 1) {
    await page.keyboard.press('Tab');
    const region = await page.evaluate(() => {
      const inner = document.activeElement?.shadowRoot?.activeElement;
      return inner?.closest('kiosk-header, kiosk-pager, kiosk-toolbar, .panel, main')?.localName;
    });
    const name = region ?? first;
    if (name === first) break;
    if (met.at(-1) !== name) met.push(name);
  }
  return met;
};

/** The same parts in the order of their places: those further to the start first, then those further up. */
const regionsInSight = (kiosk: Kiosk): Promise<readonly string[]> =>
  kiosk.page.evaluate(() => {
    const root = document.querySelector('kiosk-app')?.shadowRoot;
    const isLeftToRight = document.documentElement.dir !== 'rtl';
    const regions = [...(root?.querySelectorAll('kiosk-header, kiosk-pager, kiosk-toolbar, .panel, main') ?? [])];
    // A pager that has nothing to turn is not to be seen.
    const seen = regions.filter((region) => region.getBoundingClientRect().height > 2);
    const places = seen.map((element) => {
      const { left, right, top } = (element.closest('.scroller') ?? element).getBoundingClientRect();
      return { name: element.localName, start: isLeftToRight ? left : window.innerWidth - right, top };
    });
    return places
      .toSorted((a, b) => (Math.abs(a.start - b.start) > 4 ? a.start - b.start : a.top - b.top))
      .map(({ name }) => name);
  });

const sides: readonly (PlainMessageKey | undefined)[] = [undefined, 'ways.left', 'ways.right', 'ways.low'];

for (const size of sizes) {
  for (const side of sides) {
    for (const panel of ['ways', undefined] as const) {
      test(`I3 · Tab goes as one reads, at ${String(size.width)} × ${String(size.height)}${side === undefined ? '' : `, ${side}`}, ${panel === undefined ? 'no panel' : 'a panel'} open`, async ({
        kiosk,
        page,
      }) => {
        await page.setViewportSize(size);
        await kiosk.opens('#/home');
        if (side !== undefined || panel !== undefined) await kiosk.opensTheWaysPanel();
        if (side !== undefined) await kiosk.presses(kiosk.choice('ways', side));
        if (side !== undefined && panel === undefined) await kiosk.closesThePanel('ways');
        const seen = await regionsInSight(kiosk);
        expect(seen).toContain('kiosk-toolbar');
        expect(await regionsInTabOrder(kiosk)).toEqual(seen);
      });
    }
  }
}
