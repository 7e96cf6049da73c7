/** What a hospital makes its own: its logo, its colour, and whom to ring when something cannot wait (O6). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from '../support/damaged.ts';
import { dress } from '../support/look.ts';
import { withKioskOf, withSite } from '../support/site.ts';
import { hands } from '../support/hands.ts';
import { survey } from '../support/survey.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const NUMBER = '01234 567890';
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>';

const addresses = [
  '#/',
  '#/welcome',
  '#/home',
  '#/topic/neuroblastoma',
  '#/page/neuroblastoma-came-back',
  '#/questions',
  '#/words',
  '#/search',
  '#/about',
  '#/staff',
  '#/nothing-here',
] as const;

test('O6 · the urgent line is on every screen, and on the page of a kiosk that rests', async ({ page, watch }) => {
  await withKioskOf({ urgentNumber: NUMBER }, { page, watch }, async (kiosk) => {
    for (const address of addresses) {
      await kiosk.opens(address);
      const line = page.locator('.urgent-line');
      await expect(line, address).toContainText(words.text('urgent.line'));
      await expect(line, address).toContainText(NUMBER);
      await expect(line, address).toBeInViewport({ ratio: 1 });
    }
    watch.expectTrouble(/answered 503: .*resting\.html|status of 503/);
    await page.goto(`${kiosk.url}resting.html`);
    await expect(page.locator('main')).toContainText(NUMBER);
  });
});

test('O6 · a site without a number has no urgent line', async ({ kiosk }) => {
  for (const address of ['#/', '#/home'] as const) {
    await kiosk.opens(address);
    await expect(kiosk.page.locator('.urgent-line')).toHaveCount(0);
  }
});

test('O6, R7 · by ear the urgent line is one stop, and its number is said digit by digit', async ({ page, watch }) => {
  await withKioskOf({ urgentNumber: NUMBER }, { page, watch, hand: hands.keyboard }, async (kiosk) => {
    await kiosk.opens('#/welcome');
    await kiosk.presses(kiosk.button(words.text('ways.guidance')));
    const caption = page.locator('kiosk-caption p');
    await expect(caption).not.toHaveText('');
    // Upwards from the button, past the title, to the head of the screen.
    await expect(async () => {
      await page.keyboard.press('ArrowUp');
      await expect(caption).toContainText(words.text('urgent.line'), { timeout: 300 });
    }).toPass();
    expect((await caption.innerText()).replace(/\D/g, '')).toBe(NUMBER.replace(' ', ''));
  });
});

for (const [width, height] of [
  [1080, 1920],
  [1920, 1080],
] as const) {
  test(`C1, O6 · whoever comes home by Start sees all eight choices at once at ${String(width)}×${String(height)}, the urgent line as well`, async ({
    page,
    watch,
  }) => {
    const site = { hospitalName: 'St Elsewhere Children’s Hospital', urgentNumber: NUMBER };
    await page.setViewportSize({ width, height });
    await withKioskOf(site, { page, watch }, async (kiosk) => {
      await kiosk.opens();
      await kiosk.wakesTheScreen();
      const choices = page.locator('kiosk-home li');
      await expect(choices).toHaveCount(8);
      for (const choice of await choices.all()) await expect(choice).toBeInViewport({ ratio: 1 });
      await expect(page.locator('kiosk-pager').getByRole('button')).toHaveCount(0);
    });
  });
}

for (const [width, height] of [
  [1080, 1920],
  [1920, 1080],
  [1366, 768],
] as const) {
  test(`O6, D1 · in the largest words at ${String(width)}×${String(height)} a long name and the urgent line are whole, and the page has room`, async ({
    page,
    watch,
  }) => {
    const site = { hospitalName: 'St Elsewhere Children’s Hospital and Cancer Centre', urgentNumber: NUMBER };
    await page.setViewportSize({ width, height });
    await withKioskOf(site, { page, watch }, async (kiosk) => {
      for (const address of ['#/', '#/welcome', '#/page/neuroblastoma-came-back'] as const) {
        await kiosk.opens(address);
        await dress(kiosk, { step: 4 });
        const { texts, sideways } = await survey(page);
        expect(texts.filter(({ cutBy }) => cutBy > 1)).toEqual([]);
        expect(sideways).toEqual([]);
        await expect(page.locator('.urgent-line')).toBeInViewport({ ratio: 1 });
      }
      const heightOf = async (selector: string): Promise<number> =>
        (await page.locator(selector).boundingBox())?.height ?? 0;
      const room = (await heightOf('.scroller')) - (await heightOf('kiosk-page .sample'));
      expect(room, 'beside all that stays, there is room to read').toBeGreaterThan(height / 4);
    });
  });
}

test('O6, D3 · logo and colour are the site’s, and other themes keep their own colours', async ({ page, watch }) => {
  await using folder = await temporaryFolder();
  const logo = join(folder.path, 'logo.svg');
  await writeFile(logo, LOGO);
  await withKioskOf({ logo, accent: '#3a2a6b' }, { page, watch }, async (kiosk) => {
    await kiosk.opens();
    const picture = page.locator('kiosk-attract img');
    await expect(picture).toBeVisible();
    // Beside the name, which says the same: a screen reader passes it by.
    await expect(picture).toHaveAttribute('alt', '');
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    await kiosk.opens('#/home');
    const ground = () =>
      page
        .locator('kiosk-home .picture')
        .first()
        .evaluate((sign) => getComputedStyle(sign).backgroundColor);
    expect(await ground()).toBe('rgb(58, 42, 107)');
    await dress(kiosk, { theme: 'soft' });
    expect(await ground()).not.toBe('rgb(58, 42, 107)');
  });
});

test('O6, O1 · a colour too light to read is refused by name with its contrast, and the kiosk keeps its own', async ({
  page,
  watch,
}) => {
  await withSite({ accent: '#7a9cff' }, { page, watch }, async (kiosk, siteFile) => {
    expect(siteFile).not.toBe('');
    expect(kiosk.stderr()).toMatch(
      /Settings: accent: #7a9cff has a contrast of 2\.\d\d:1 with the kiosk’s paper \(#fbf8f3\); choose a darker one, of at least 7:1/,
    );
    await page.goto(`${kiosk.url}#/home`);
    await page.locator('kiosk-home').waitFor();
    const action = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--action'));
    expect(action).toBe('#0b4a56');
  });
});

test('O6 · a logo that is not there is told to staff, and the name is shown without it', async ({ page, watch }) => {
  await withSite({ hospitalName: 'St Elsewhere', logo: 'mark.png' }, { page, watch }, async (kiosk) => {
    expect(kiosk.stderr()).toMatch(/Settings: logo: .*mark\.png is not there; put it beside the settings/);
    await page.goto(kiosk.url);
    await expect(page.locator('kiosk-attract')).toContainText('St Elsewhere');
    await expect(page.locator('kiosk-attract img')).toHaveCount(0);
  });
});
