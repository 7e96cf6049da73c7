/** Setting up the screen (D2): a technician's page, there only on a kiosk that was started for it. */
import { readFile } from 'node:fs/promises';
import { Kiosk } from '../support/kiosk.ts';
import { hands } from '../support/hands.ts';
import { withSite } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const card = (kiosk: Kiosk) => kiosk.page.locator('kiosk-calibrate .card');
const outcome = (kiosk: Kiosk) => kiosk.page.locator('kiosk-calibrate .keep [role="status"]');

const widthOf = async (kiosk: Kiosk): Promise<number> => (await card(kiosk).boundingBox())?.width ?? 0;

/** The size of body text, in CSS pixels. */
const rem = (kiosk: Kiosk): Promise<number> =>
  kiosk.page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));

test('D2 · on a kiosk that was not started for it, the address leads home like any unknown one', async ({ kiosk }) => {
  await kiosk.opens('#/calibrate');
  await expect(kiosk.title).toHaveText(words.text('notFound.title'));
  await expect(kiosk.page.locator('kiosk-calibrate')).toHaveCount(0);
});

test('D2 · a technician fits the card, says how far people are, and all sizes go by it from then on', async ({
  page,
  watch,
}) => {
  await withSite(
    { hospitalName: 'St Example' },
    { page, watch },
    async ({ url }, siteFile) => {
      const kiosk = new Kiosk(page, hands.touch, url, watch);
      await page.goto(url);
      await expect(kiosk.title, 'nobody can type an address on a kiosk').toHaveText(words.text('calibrate.title'));
      const before = await widthOf(kiosk);
      expect(before).toBeCloseTo((85.6 * 102.5) / 25.4, 0);

      await kiosk.presses(kiosk.button(words.text('calibrate.larger')));
      await kiosk.presses(kiosk.button(words.text('calibrate.aLittleLarger')));
      expect(await widthOf(kiosk)).toBeCloseTo(before + 8.5, 0);
      await kiosk.presses(kiosk.button(words.text('calibrate.aLittleSmaller')));
      for (const key of ['+', '+', '.', ',', '-']) await page.keyboard.press(key);
      const width = await widthOf(kiosk);
      expect(width, 'keys do what the buttons do').toBeCloseTo(before + 16, 0);
      const { height = 0 } = (await card(kiosk).boundingBox()) ?? {};
      expect(width / height, 'it is a bank card').toBeCloseTo(85.6 / 53.98, 2);

      await kiosk.presses(kiosk.button(words.text('calibrate.nearer')));
      await expect(page.locator('kiosk-calibrate input')).toHaveValue('550');
      const size = await rem(kiosk);
      await kiosk.presses(kiosk.button(words.text('calibrate.keep')));
      await expect(outcome(kiosk)).toHaveText(words.text('calibrate.saved'));
      expect(await rem(kiosk), 'the words grow with what a millimetre is').toBeCloseTo((size * width) / before, 1);

      const { screen, hospitalName } = JSON.parse(await readFile(siteFile, 'utf8')) as Record<string, unknown>;
      expect(screen).toMatchObject({ viewingDistanceMm: 550 });
      expect((screen as { pixelsPerInch: number }).pixelsPerInch).toBeCloseTo((width * 25.4) / 85.6, 1);
      expect(hospitalName, 'everything else stays as it was').toBe('St Example');
      await page.goto('about:blank');
      await page.goto(url);
      await expect.poll(() => widthOf(kiosk)).toBeCloseTo(width, 0);
    },
    ['--calibrate'],
  );
});

test('D2 · what cannot be kept is said, with what to write by hand', async ({ page, watch }) => {
  await withSite(
    '{ "hospitalName": ',
    { page, watch },
    async ({ url }, siteFile) => {
      const kiosk = new Kiosk(page, hands.touch, url, watch);
      await kiosk.opens('#/calibrate');
      await kiosk.presses(kiosk.button(words.text('calibrate.keep')));
      await expect(outcome(kiosk)).toHaveText(
        words.format('calibrate.notSaved', { perInch: '102.50', distance: '600' }),
      );
      expect(await readFile(siteFile, 'utf8'), 'somebody’s work is not overwritten').toBe('{ "hospitalName": ');
    },
    ['--calibrate'],
  );
});

test('D2 · each size is told in millimetres and degrees; a distance too great is warned of, nonsense refused', async ({
  page,
  watch,
}) => {
  await withSite(
    {},
    { page, watch },
    async ({ url }) => {
      const kiosk = new Kiosk(page, hands.touch, url, watch);
      await kiosk.opens('#/calibrate');
      const view = page.locator('kiosk-calibrate');
      const sizes = view.locator('.sizes li');
      await expect(sizes).toHaveCount(4);
      await expect(sizes.first()).toContainText('3.8 millimetres');
      await expect(sizes.last()).toContainText('8.6 millimetres');
      await expect(sizes.last()).toContainText('0.82 degrees');
      await expect(view.locator('.warning')).toHaveText('');
      const field = view.locator('input');
      await field.fill('703');
      await expect(view.locator('.warning')).toHaveText('');
      await field.fill('704');
      await expect(view.locator('.warning')).toContainText('703 millimetres');
      for (const nonsense of ['', '0', '-600', '6e2', 'far', '99999']) {
        await field.fill(nonsense);
        await expect(view.locator('.wrong')).toHaveText(
          words.format('calibrate.distance.wrong', { least: '200', most: '2000' }),
        );
        await expect(kiosk.button(words.text('calibrate.keep')), 'nothing to keep').toHaveCount(0);
      }
      await kiosk.presses(kiosk.button(words.text('calibrate.farther')));
      await expect(field, 'the buttons lead out of it').toHaveValue('650');
    },
    ['--calibrate'],
  );
});
