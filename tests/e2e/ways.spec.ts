/** Ways to use the kiosk: spacing, still mode, ‘Help me use this’ and ‘Put it back’ (D4, D7, D10). */
import type { Locator } from 'playwright/test';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const paragraph = (kiosk: Kiosk): Locator => kiosk.part('overall').locator('p').first();

/** Distances of a paragraph's type, in its own em. */
const spacingOf = (text: Locator) =>
  text.evaluate((element) => {
    const { fontSize, lineHeight, letterSpacing, wordSpacing } = getComputedStyle(element);
    const em = parseFloat(fontSize);
    const next = element.nextElementSibling;
    return {
      line: parseFloat(lineHeight) / em,
      letter: (parseFloat(letterSpacing) || 0) / em,
      word: (parseFloat(wordSpacing) || 0) / em,
      paragraph: next === null ? Number.NaN : parseFloat(getComputedStyle(next).marginBlockStart) / em,
    };
  });

bothWays('D4 · one tap gives lines, paragraphs, letters and words more space', async (kiosk) => {
  await kiosk.opensPage();
  const usual = await spacingOf(paragraph(kiosk));
  await kiosk.opensTheWordsPanel();
  await kiosk.presses(kiosk.choice('size', 'spacing.wide'));
  await expect(kiosk.choice('size', 'spacing.wide')).toHaveAttribute('aria-pressed', 'true');
  const wide = await spacingOf(paragraph(kiosk));
  expect(wide.line).toBeGreaterThan(usual.line);
  expect(wide.line).toBeGreaterThanOrEqual(1.5);
  expect(wide.paragraph).toBeGreaterThanOrEqual(2);
  expect(wide.letter).toBeGreaterThanOrEqual(0.12 - 0.001);
  expect(wide.word).toBeGreaterThanOrEqual(0.16 - 0.001);
  const tool = await spacingOf(kiosk.tool('toolbar.home'));
  expect(tool.letter, 'what is pressed is spaced as well').toBeGreaterThanOrEqual(0.12 - 0.001);
  await kiosk.presses(kiosk.choice('size', 'spacing.wide'));
  expect(await spacingOf(paragraph(kiosk))).toEqual(usual);
});

const fadeOf = (kiosk: Kiosk): Promise<string> =>
  kiosk.panel('colours').evaluate((panel) => getComputedStyle(panel).animationDuration);

bothWays('D7 · nothing does more than fade, and in still mode not even that', async (kiosk) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheColoursPanel();
  expect(parseFloat(await fadeOf(kiosk))).toBeLessThanOrEqual(0.12);
  expect(parseFloat(await fadeOf(kiosk))).toBeGreaterThan(0);
  await kiosk.presses(kiosk.choice('colours', 'colours.still'));
  await expect.poll(() => fadeOf(kiosk)).toBe('0s');
});

test('D7 · a machine that asks for less motion gets none from the start', async ({ kiosk }) => {
  await kiosk.page.emulateMedia({ reducedMotion: 'reduce' });
  await kiosk.opens('#/home');
  await kiosk.opensTheColoursPanel();
  expect(await fadeOf(kiosk)).toBe('0s');
});

bothWays('D10 · Help me use this shows each way in a picture and words, and each acts at once', async (kiosk) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheWaysPanel();
  for (const way of await kiosk.panel('ways').locator('[aria-pressed]').all()) {
    await expect(way.locator('svg').first()).toBeVisible();
    await expect(way.locator('.label')).not.toBeEmpty();
    await expect(way).toHaveAttribute('aria-pressed', 'false');
  }
  const root = kiosk.page.locator('html');
  const size = () => root.evaluate((element) => getComputedStyle(element).fontSize);
  const before = await size();
  await kiosk.presses(kiosk.choice('ways', 'ways.words'));
  await expect.poll(size).not.toBe(before);
  await kiosk.presses(kiosk.choice('ways', 'ways.colours'));
  await expect(root).toHaveAttribute('data-theme', 'white-on-black');
  await kiosk.presses(kiosk.choice('ways', 'page.easy'));
  await kiosk.choosesCard('Your visit today');
  await expect(kiosk.page).toHaveURL(/#\/easy\/your-visit-today$/);
});

bothWays('D10, R8 · Read to me reads this screen and every one after it, until it is told to stop', async (kiosk) => {
  await kiosk.opens('#/home');
  const lit = () => kiosk.page.evaluate(() => CSS.highlights.get('spoken-sentence')?.size ?? 0);
  await kiosk.opensTheWaysPanel();
  expect(await lit(), 'nothing is read unasked').toBe(0);
  await kiosk.presses(kiosk.choice('ways', 'ways.reading'));
  await expect.poll(lit).toBe(1);
  await kiosk.choosesCard('Neuroblastoma');
  await expect(kiosk.title).toHaveText('Neuroblastoma');
  await expect.poll(lit).toBe(1);
  await kiosk.asksToRead();
  await kiosk.tellsTheReader('stop');
  await expect.poll(lit).toBe(0);
  await kiosk.goesHome();
  await expect(kiosk.title).toHaveText(words.text('home.title'));
  await kiosk.opensTheWaysPanel();
  await expect(kiosk.choice('ways', 'ways.reading')).toHaveAttribute('aria-pressed', 'false');
  expect(await lit()).toBe(0);
});

bothWays('C3 · Easy Read, chosen among the words, turns the page that is open, and the panel stays', async (kiosk) => {
  await kiosk.opens('#/page/your-visit-today');
  await kiosk.opensTheWordsPanel();
  await kiosk.presses(kiosk.choice('size', 'page.easy'));
  await expect(kiosk.page).toHaveURL(/#\/easy\/your-visit-today$/);
  await expect(kiosk.page.locator('.idea').first()).toBeVisible();
  await expect(kiosk.choice('size', 'page.easy')).toHaveAttribute('aria-pressed', 'true');
  await kiosk.presses(kiosk.choice('size', 'page.easy'));
  await expect(kiosk.page).toHaveURL(/#\/page\/your-visit-today$/);
});

for (const panel of ['size', 'colours', 'ways'] as const) {
  bothWays(
    `Put it back · in the panel of ${panel} one press undoes all choices, and another undoes that`,
    async (kiosk) => {
      const root = kiosk.page.locator('html');
      await kiosk.opens('#/home');
      await kiosk.opensTheWordsPanel();
      await expect(kiosk.choice('size', 'putBack.do'), 'there is nothing to put back').toHaveCount(0);
      await kiosk.picksSize(3);
      await kiosk.presses(kiosk.choice('size', 'spacing.wide'));
      await kiosk.opensTheColoursPanel();
      await kiosk.picksColours('soft');
      await kiosk.presses(kiosk.choice('colours', 'colours.still'));
      if (panel === 'size') await kiosk.opensTheWordsPanel();
      if (panel === 'ways') await kiosk.opensTheWaysPanel();

      await kiosk.presses(kiosk.choice(panel, 'putBack.do'));
      await expect(root).toHaveAttribute('data-theme', 'standard');
      await expect(root).toHaveAttribute('data-spacing', 'usual');
      await expect(root).not.toHaveAttribute('data-still');
      await expect(root).toHaveCSS('--cap-height-mm', '5');
      await expect(kiosk.panel(panel).getByRole('status')).toHaveText(words.text('putBack.done'));

      await kiosk.presses(kiosk.choice(panel, 'putBack.undo'));
      await expect(root).toHaveAttribute('data-theme', 'soft');
      await expect(root).toHaveAttribute('data-spacing', 'wide');
      await expect(root).toHaveAttribute('data-still');
      await expect(root).toHaveCSS('--cap-height-mm', '6.6');
      await expect(kiosk.panel(panel).getByRole('status')).toBeEmpty();
      await expect(kiosk.choice(panel, 'putBack.do')).toBeVisible();
    },
  );
}

test('Put it back · once something else is chosen, what was undone is gone', async ({ kiosk }) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await kiosk.presses(kiosk.choice('size', 'putBack.do'));
  await expect(kiosk.choice('size', 'putBack.undo')).toBeFocused();
  await kiosk.picksSize(1);
  await expect(kiosk.choice('size', 'putBack.undo')).toHaveCount(0);
  await expect(kiosk.choice('size', 'putBack.do')).toBeVisible();
});

test('Put it back, I2 · a double tap does not undo it again', async ({ kiosk }) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await kiosk.choice('size', 'putBack.do').dblclick();
  await expect(kiosk.choice('size', 'putBack.undo')).toBeVisible();
  await expect(kiosk.page.locator('html')).toHaveCSS('--cap-height-mm', '5');
});
