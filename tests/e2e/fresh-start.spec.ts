/** After a visit everything is as if there had been none: compared, line by line, with a screen that nobody has used (X3). */
import { type Preferences, defaultPreferences } from '../../renderer/visit/preferences.ts';
import { Kiosk } from '../support/kiosk.ts';
import { type Picture, pictureOf } from '../support/picture.ts';
import { expect, test } from '../support/test.ts';
import { GATED, PAGE, TOPIC, words } from '../support/words.ts';

/** Every preference there is, as no visit begins with it. A preference that is added has to be added here. */
const otherPreferences: Preferences = {
  textStep: 4,
  theme: 'yellow-on-black',
  spacing: 'wide',
  still: true,
  oneThing: true,
  reach: 'low',
  side: 'left',
  speed: 2,
  readToMe: true,
  volume: 10,
  headphones: 'in',
  easyRead: true,
  guidance: true,
  captions: false,
  keyboard: 'typing',
  switches: 'two',
  dwellMs: 5000,
  steady: true,
  holdMs: 1000,
  ignoreMs: 2000,
};

const prefers = (kiosk: Kiosk, change: Partial<Preferences>): Promise<void> =>
  kiosk.page.evaluate((detail) => {
    document.querySelector('kiosk-app')?.dispatchEvent(new CustomEvent('kiosk-prefer', { detail }));
  }, change);

/** The screens that a visit begins with, and one that is read, each as it is for whoever comes. */
const picturesOf = async (kiosk: Kiosk): Promise<readonly Picture[]> => {
  const pictures = [await pictureOf(kiosk.page)];
  await kiosk.touchesTheScreen();
  await kiosk.page.locator('kiosk-welcome').waitFor();
  pictures.push(await pictureOf(kiosk.page));
  await kiosk.presses(kiosk.start);
  await kiosk.page.locator('kiosk-home').waitFor();
  pictures.push(await pictureOf(kiosk.page));
  for (const address of [`#/topic/${TOPIC}`, `#/page/${PAGE}`])
    await kiosk.presses(kiosk.page.locator(`main [data-address="${address}"]`).first());
  await kiosk.page.locator('kiosk-page section.part').first().waitFor();
  pictures.push(await pictureOf(kiosk.page));
  return pictures;
};

/** Changes all that a visitor can change, at the screen; and at last every preference, which panels of their own test. */
const changesEverything = async (kiosk: Kiosk): Promise<void> => {
  const { page } = kiosk;
  await kiosk.touchesTheScreen();
  await kiosk.presses(kiosk.start);
  await kiosk.presses(kiosk.page.locator('main [data-address="#/words"]'));
  await kiosk.goesHome();
  for (const address of [`#/topic/${TOPIC}`, `#/page/${PAGE}`])
    await kiosk.presses(page.locator(`main [data-address="${address}"]`).first());
  await kiosk.presses(kiosk.word('refractory'));
  await kiosk.meaning.waitFor();
  await kiosk.presses(kiosk.button('High risk'));
  await kiosk.asksToRead();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('spoken-word')?.size ?? 0)).toBe(1);
  await kiosk.tellsTheReader('faster');
  await kiosk.coversTheScreen();
  await page.touchscreen.tap(540, 1700);
  await expect(kiosk.cover).toHaveCount(0);
  await kiosk.presses(page.locator('kiosk-header [data-address="#/search"]'));
  await page.locator('kiosk-search input').focus();
  await page.keyboard.type('chemotherapy');
  await page.locator('kiosk-search [role="status"]').filter({ hasText: /\S/ }).waitFor();
  await page.locator('kiosk-search input').evaluate((input: HTMLInputElement) => input.setSelectionRange(2, 6));
  await kiosk.goesHome();
  await kiosk.presses(page.locator('main [data-address="#/questions"]'));
  await page.locator('kiosk-questions .field input').focus();
  await page.keyboard.type('What can I do?');
  await page.keyboard.press('Enter');
  await page.keyboard.type('And my');
  await kiosk.goesHome();
  // Where nothing leads by a card alone: typed, as by a technician.
  await page.evaluate((hash) => location.replace(hash), `#/page/${GATED.page}/${GATED.part}`);
  await kiosk.presses(kiosk.button(words.text('gate.open')));
  await kiosk.presses(page.locator('kiosk-header [data-panel="language"]'));
  await kiosk.presses(kiosk.panel('language').locator('button[lang="ar"]'));
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await kiosk.presses(kiosk.pager.locator('.more'));
  await expect.poll(() => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0);
  await prefers(kiosk, otherPreferences);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'yellow-on-black');
  await expect(page.locator('kiosk-scan-frame')).toHaveCount(1);
};

/** The ways in which a visit ends while the page stays; where it does not, `recovery.spec.ts` compares the same. */
const ends: Readonly<Record<string, (kiosk: Kiosk) => Promise<void>>> = {
  'by the button': async (kiosk) => {
    // Held, as by hands that shake; what they do just after it is still no touch, so that it wakes nothing.
    await kiosk.holds(kiosk.toolbar.locator('.apart'), otherPreferences.holdMs + 200);
    await kiosk.page.waitForTimeout(otherPreferences.ignoreMs);
  },
  'because nobody is there': async (kiosk) => {
    // Nobody is asked while a voice is heard.
    await prefers(kiosk, { guidance: false, readToMe: false });
    await kiosk.page.clock.runFor(95_000);
    await expect(kiosk.page.locator('kiosk-still-here')).toBeVisible();
    await kiosk.page.clock.runFor(40_000);
  },
};

for (const [how, end] of Object.entries(ends)) {
  test(`X3 · a visit in which all was changed, ended ${how}: the screens after it are those of an unused kiosk, line by line`, async ({
    kiosk,
  }) => {
    const changed = Object.keys(defaultPreferences) as (keyof Preferences)[];
    expect(changed.filter((field) => otherPreferences[field] === defaultPreferences[field])).toEqual([]);
    await kiosk.page.clock.install();
    const other = new Kiosk(await kiosk.page.context().newPage(), kiosk.hand, kiosk.url, kiosk.watch);
    await other.opens();
    const unused = await picturesOf(other);
    await other.page.close();
    await kiosk.opens();
    await changesEverything(kiosk);
    expect(await pictureOf(kiosk.page), 'a picture tells a difference').not.toEqual(unused.at(-1));
    await end(kiosk);
    await expect(kiosk.attract).toBeVisible();
    expect(await picturesOf(kiosk)).toEqual(unused);
    expect(await kiosk.page.context().cookies()).toEqual([]);
  });
}
