/** Narrow windows, wide spacing, and a focus that can be seen and follows reading (WCAG 1.4.10, 1.4.12, 2.4.3, 2.4.13). */
import { themes } from '../../renderer/visit/preferences.ts';
import { dress } from '../support/look.ts';
import { focusWalk } from '../support/focus.ts';
import { asking, covered, divided, ideas, panels, views } from '../support/screens.ts';
import { survey } from '../support/survey.ts';
import { expect, test } from '../support/test.ts';

/** What of a screen is lost sideways. */
const losses = async (page: Parameters<typeof survey>[0]): Promise<readonly string[]> => {
  const { texts, sideways } = await survey(page);
  expect(texts.length).toBeGreaterThanOrEqual(2);
  return [
    ...texts.filter(({ cutBy }) => cutBy > 1).map(({ text, cutBy }) => `“${text}” is cut by ${cutBy.toFixed(0)} px`),
    ...sideways.map((where) => `scrolls sideways: ${where}`),
  ];
};

/** Screens on which there is nothing to go through. */
const still: ReadonlySet<string> = new Set([covered, ...asking].map(({ name }) => name))
  .add('attract')
  .add('a screen that is locked for cleaning');

// A screen is reached once and looked at three times: with most of them, getting there takes longest.
for (const screen of [...views, covered, ...asking, ...divided, ...ideas, ...panels]) {
  test(`WCAG 1.4.10, 1.4.12, D8, I3 · ${screen.name} fits a window of 320 CSS pixels, bears wide spacing, and shows the focus`, async ({
    kiosk,
  }) => {
    await screen.reach(kiosk);
    if (!still.has(screen.name)) {
      const { stops, faults } = await focusWalk(kiosk.page);
      expect(stops, 'there is something to focus').toBeGreaterThan(5);
      expect(faults, 'the focus is always to be seen, and follows reading').toEqual([]);
    }
    await kiosk.page.evaluate(() => {
      const spacing = new CSSStyleSheet();
      spacing.replaceSync(
        '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }' +
          'p { margin-block-end: 2em !important; }',
      );
      const widen = (root: Document | ShadowRoot): void => {
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, spacing];
        for (const element of root.querySelectorAll('*')) if (element.shadowRoot) widen(element.shadowRoot);
      };
      widen(document);
      Object.assign(window, { undoSpacing: () => spacing.replaceSync('') });
    });
    expect(await losses(kiosk.page), 'with wide spacing').toEqual([]);
    await kiosk.page.evaluate(() => (window as unknown as { undoSpacing: () => void }).undoSpacing());
    kiosk.watch.expectTrouble(/the page reported: .*script-error/);
    // 320 CSS px stand for 1280 px at 400 %: the text is then the smallest step at a quarter of its size.
    await kiosk.page.setViewportSize({ width: 320, height: 640 });
    await kiosk.page.evaluate(() => document.documentElement.style.setProperty('--pixels-per-mm', '1.6'));
    await dress(kiosk, { step: 1 });
    expect(await losses(kiosk.page), 'in a narrow window').toEqual([]);
  });
}

test('D8 · what has the focus comes back into sight when something pushes it out, but not against a hand that moves the page', async ({
  kiosk,
}) => {
  await kiosk.opensPage();
  const { page } = kiosk;
  /** How much taller the notice at the top of the page is made: it then lies over what stood right below it. */
  const growTheNotice = (px: number): Promise<void> =>
    page.locator('kiosk-page .sample').evaluate((notice, by) => {
      const taller = new CSSStyleSheet();
      taller.replaceSync(`.sample { padding-block-end: ${String(by)}px !important; }`);
      const root = notice.getRootNode() as ShadowRoot;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, taller];
    }, px);
  /** How far below the notice the control with the focus begins, in CSS pixels. */
  const belowTheNotice = (): Promise<number> =>
    page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      const notice = (focused?.getRootNode() as ShadowRoot).querySelector('.sample');
      return (focused?.getBoundingClientRect().top ?? 0) - (notice?.getBoundingClientRect().bottom ?? 0);
    });
  // Forwards to the middle of the page and back a little: the focus then stands right below the notice.
  await page.locator('kiosk-page h1').focus();
  for (let step = 0; step < 30; step += 1) await page.keyboard.press('Tab');
  for (let step = 0; step < 12; step += 1) await page.keyboard.press('Shift+Tab');
  await expect.poll(belowTheNotice).toBeGreaterThanOrEqual(0);
  const before = await belowTheNotice();
  await growTheNotice(Math.ceil(before) + 80);
  await expect.poll(belowTheNotice).toBeGreaterThanOrEqual(0);
  await page.mouse.move(400, 800);
  await page.mouse.wheel(0, 300);
  await expect.poll(belowTheNotice).toBeLessThan(0);
  const away = await belowTheNotice();
  await growTheNotice(Math.ceil(before) + 120);
  await kiosk.page.evaluate(() => new Promise((drawn) => setTimeout(drawn, 300)));
  expect(await belowTheNotice(), 'whoever scrolls on is not pulled back').toBeLessThan(away + 1);
});

for (const theme of themes) {
  test(`D8 · in ${theme} the focus ring has two colours, each at least 2 px wide`, async ({ kiosk }) => {
    await kiosk.opens('#/home');
    await dress(kiosk, { theme });
    await kiosk.page.keyboard.press('Tab');
    const ring = await kiosk.page.evaluate(() => {
      let focused = document.activeElement;
      while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
      if (focused === null) throw new Error('Nothing has the focus.');
      const { outlineWidth, outlineStyle, outlineColor, boxShadow } = getComputedStyle(focused);
      return { width: parseFloat(outlineWidth), outlineStyle, outlineColor, boxShadow };
    });
    expect(ring.outlineStyle).toBe('solid');
    expect(ring.width).toBeGreaterThanOrEqual(2);
    const inner = /^(rgb\([^)]+\)) 0px 0px 0px ([\d.]+)px$/.exec(ring.boxShadow);
    expect(inner, ring.boxShadow).not.toBeNull();
    expect(inner?.[1]).not.toBe(ring.outlineColor);
    expect(Number(inner?.[2])).toBeGreaterThanOrEqual(2);
  });
}
