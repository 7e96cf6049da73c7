/** Sitting alongside (V2): how a volunteer joins a visit, what both have then, and how the kiosk is handed back. */
import type { Page } from 'playwright/test';
import { hands, keypads, type Hand } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import type { ReadyKiosk } from '../support/kiosk-process.ts';
import { withSite } from '../support/site.ts';
import { entersPin } from '../support/staff-screens.ts';
import { expect, test } from '../support/test.ts';
import type { Watch } from '../support/watch.ts';
import { words } from '../support/words.ts';

const TECHNICIANS = '950318';
const VOLUNTEERS = '246813';

const panel = (kiosk: Kiosk) => kiosk.page.locator('kiosk-alongside-panel');
const inPanel = (kiosk: Kiosk, name: string) => panel(kiosk).getByRole('button', { name, exact: true });
const linkInPanel = (kiosk: Kiosk, name: string) => panel(kiosk).getByRole('link', { name, exact: true });

/** A kiosk of its own, on which a technician has chosen both PINs. */
const withVolunteers = (
  {
    page,
    watch,
    hand = hands.touch,
    settings = {},
  }: {
    readonly page: Page;
    readonly watch: Watch;
    readonly hand?: Hand;
    readonly settings?: Readonly<Record<string, unknown>>;
  },
  use: (kiosk: Kiosk, running: ReadyKiosk, siteFile: string) => Promise<void>,
): Promise<void> =>
  withSite({ hospitalName: 'St Example', ...settings }, { page, watch }, async (running, siteFile) => {
    const technician = new Kiosk(page, hands.touch, running.url, watch);
    await technician.opens('#/staff');
    await entersPin(technician, TECHNICIANS);
    await expect(technician.title).toHaveText(words.text('staff.again.title'));
    await entersPin(technician, TECHNICIANS);
    await technician.presses(technician.button(words.text('staff.pins')));
    await entersPin(technician, TECHNICIANS);
    await entersPin(technician, TECHNICIANS);
    await expect(page.locator('kiosk-staff .said'), 'the two are not one').toHaveText(words.text('staff.fault.taken'));
    await entersPin(technician, VOLUNTEERS);
    await entersPin(technician, VOLUNTEERS);
    await expect(page.locator('kiosk-staff .said')).toHaveText(words.text('staff.pins.given'));
    await technician.presses(technician.button(words.text('staff.finish')));
    await expect(technician.attract).toBeVisible();
    await use(new Kiosk(page, hand, running.url, watch), running, siteFile);
  });

/** By the way that everybody can go. */
const goesToTheDoor = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opensTheWaysPanel();
  for (const key of ['about.title', 'about.staff'] as const)
    await kiosk.presses(kiosk.page.getByRole('link', { name: words.text(key), exact: true }));
  await kiosk.presses(kiosk.button(words.text('staff.gate.volunteer')));
  await expect(kiosk.title).toHaveText(words.text('staff.enter.title'));
};

for (const hand of [hands.touch, hands.keyboard, keypads.arrows]) {
  test(`V2, I1–I4 · by ${hand.name}: a volunteer joins, both read by a list, and hand the kiosk back`, async ({
    page,
    watch,
  }) => {
    await withVolunteers({ page, watch, hand }, async (kiosk) => {
      await kiosk.wakesTheScreen();
      await goesToTheDoor(kiosk);
      await entersPin(kiosk, VOLUNTEERS);
      await expect(panel(kiosk)).toBeVisible();
      await expect(kiosk.title).toHaveText(words.text('home.title'));
      await kiosk.presses(inPanel(kiosk, words.text('alongside.lists')));
      await kiosk.presses(inPanel(kiosk, 'Just told it has come back'));
      await kiosk.presses(linkInPanel(kiosk, 'Two words you may hear'));
      await expect(kiosk.part('the-words').locator('h2')).toBeInViewport();
      await expect(panel(kiosk), 'it stays beside what they read').toBeVisible();
      await kiosk.presses(kiosk.toolbar.getByRole('button', { name: words.text('toolbar.handBack') }));
      await expect(kiosk.title).toHaveText(words.text('wiped.title'));
      await expect(page.locator('kiosk-wiped li')).toHaveCount(6);
      await kiosk.presses(kiosk.button(words.text('wiped.done')));
      await expect(kiosk.attract).toBeVisible();
    });
  });
}

/** A visitor reads a part of a page and keeps it. */
const readsAndKeeps = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opensPage('the-words');
  await kiosk.presses(kiosk.part('the-words').locator('.keeping .keep'));
  await expect(kiosk.toolbar.locator('.count')).toHaveText('1');
};

/** Rests a finger on the volunteers’ corner. */
const restsOnTheCorner = async (page: Page, ms: number): Promise<void> => {
  const box = await page.locator('kiosk-header .corner').boundingBox();
  if (box === null) throw new Error('there is no corner');
  expect(Math.min(box.width, box.height), 'a finger finds it').toBeGreaterThan(45);
  const cdp = await page.context().newCDPSession(page);
  const touchPoints = [{ x: box.x + box.width / 2, y: box.y + box.height / 2 }];
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
  await page.waitForTimeout(ms);
  await cdp.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
};

test('V2 · what the visitor had read is not shown, and comes back only when the visitor says so on the screen', async ({
  page,
  watch,
}) => {
  await withVolunteers({ page, watch }, async (kiosk) => {
    await kiosk.opens('#/home');
    await kiosk.opensTheColoursPanel();
    await kiosk.picksColours('white-on-black');
    await readsAndKeeps(kiosk);
    await restsOnTheCorner(page, 300);
    await expect(kiosk.part('the-words'), 'a touch by chance does nothing').toBeInViewport();
    await restsOnTheCorner(page, 2200);
    await expect(kiosk.title).toHaveText(words.text('staff.enter.title'));
    await entersPin(kiosk, VOLUNTEERS);
    await expect(panel(kiosk)).toBeVisible();
    await expect(page.locator('html'), 'how they see it goes on').toHaveAttribute('data-theme', 'white-on-black');
    await expect(kiosk.toolbar.locator('.count')).toHaveCount(0);
    await kiosk.presses(inPanel(kiosk, words.text('alongside.before')));
    await kiosk.presses(inPanel(kiosk, words.text('alongside.before.no')));
    await expect(kiosk.title).toHaveText(words.text('home.title'));
    await kiosk.presses(inPanel(kiosk, words.text('alongside.before')));
    await kiosk.presses(inPanel(kiosk, words.text('alongside.before.yes')));
    await expect(kiosk.part('the-words').locator('h2')).toBeInViewport();
    await expect(kiosk.toolbar.locator('.count')).toHaveText('1');
    await expect(inPanel(kiosk, words.text('alongside.before')), 'it is asked once').toHaveCount(0);
    // With something kept, both are asked once what becomes of it.
    const handBack = kiosk.toolbar.getByRole('button', { name: words.text('toolbar.handBack') });
    await kiosk.presses(handBack);
    await expect(page.locator('kiosk-ending-panel')).toBeVisible();
    await kiosk.presses(handBack);
    await expect(kiosk.title).toHaveText(words.text('wiped.title'));
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'standard');
    await expect(page.locator('kiosk-wiped .left')).toHaveCount(0);
  });
});

test('V2 · whoever comes to the PIN by chance goes back to what they read; the key leads there too', async ({
  page,
  watch,
}) => {
  await withVolunteers({ page, watch }, async (kiosk) => {
    await readsAndKeeps(kiosk);
    await page.keyboard.press('Pause');
    await expect(kiosk.title).toHaveText(words.text('staff.enter.title'));
    await kiosk.goesBack();
    await expect(kiosk.part('the-words')).toBeInViewport();
    await expect(kiosk.toolbar.locator('.count')).toHaveText('1');
    await page.keyboard.press('Pause');
    await entersPin(kiosk, TECHNICIANS);
    await expect(page.locator('kiosk-staff .said'), 'it is another’s').toHaveText(
      words.format('staff.wrong', { tries: 4 }),
    );
    await kiosk.goesHome();
    await expect(kiosk.toolbar.locator('.count')).toHaveText('1');
    await goesToTheDoor(kiosk);
    await expect(page.locator('kiosk-staff .said'), 'it begins anew').toHaveText('');
    await entersPin(kiosk, VOLUNTEERS);
    await expect(panel(kiosk)).toBeVisible();
    await page.keyboard.press('Pause');
    await expect(panel(kiosk)).toHaveCount(0);
    await page.keyboard.press('Pause');
    await expect(panel(kiosk)).toBeVisible();
  });
});

test('V2 · two touches find any page; a display is one touch, with a language as well', async ({ page, watch }) => {
  await withVolunteers({ page, watch }, async (kiosk) => {
    await kiosk.opens('#/home');
    await page.keyboard.press('Pause');
    await entersPin(kiosk, VOLUNTEERS);
    await kiosk.presses(inPanel(kiosk, words.text('alongside.find')));
    const places = panel(kiosk).locator('.sheet [data-address^="#/page/"]');
    const addresses = await places.evaluateAll((found) => found.map((one) => one.getAttribute('data-address')));
    expect(new Set(addresses).size, 'every page of the library but the volunteers’ own').toBe(10);
    await kiosk.presses(linkInPanel(kiosk, 'Clinical trials'));
    await expect(kiosk.title).toHaveText('Clinical trials');
    await expect(panel(kiosk).locator('.prompts'), 'the box goes back to all there is').toHaveCount(0);
    await kiosk.presses(inPanel(kiosk, words.text('alongside.all')));
    await expect(panel(kiosk).locator('.prompts li').first()).toHaveText(/Nobody has to decide/);
    await kiosk.presses(inPanel(kiosk, words.text('alongside.displays')));
    const root = page.locator('html');
    await kiosk.presses(inPanel(kiosk, words.text('alongside.preset.large')));
    await expect(root).toHaveAttribute('data-theme', 'black-on-white');
    await expect(root).toHaveAttribute('data-spacing', 'wide');
    await kiosk.presses(panel(kiosk).locator('.in-language', { hasText: 'العربية' }));
    await expect(root).toHaveAttribute('lang', 'ar');
    await expect(root).toHaveAttribute('data-theme', 'standard');
    await expect(panel(kiosk)).toBeVisible();
    await kiosk.presses(kiosk.toolbar.locator('.apart'));
    await expect(root).toHaveAttribute('lang', 'en-GB');
    await expect(page.locator('kiosk-wiped li')).toHaveCount(6);
  });
});

test('V2, X1 · two people who talk are asked later than one who is alone, and then the visit is wiped too', async ({
  page,
  watch,
}) => {
  const settings = { visit: { idleSeconds: 60, warningSeconds: 20, alongsideSeconds: 240 } };
  await withVolunteers({ page, watch, settings }, async (kiosk) => {
    await page.clock.install();
    await page.goto('about:blank');
    await kiosk.opens('#/home');
    await page.keyboard.press('Pause');
    await entersPin(kiosk, VOLUNTEERS);
    await expect(panel(kiosk)).toBeVisible();
    await page.clock.runFor(230_000);
    await expect(page.locator('kiosk-still-here')).toHaveCount(0);
    await page.clock.runFor(15_000);
    await expect(page.locator('kiosk-still-here button')).toBeVisible();
    await page.clock.runFor(25_000);
    await expect(page.locator('kiosk-wiped h1')).toBeVisible();
    await page.clock.runFor(35_000);
    await expect(kiosk.attract, 'what shows that it is clean goes by itself').toBeVisible();
  });
});

test('V2 · without a PIN for volunteers it is said who can choose one, and nothing is lost', async ({
  page,
  watch,
}) => {
  await withSite({}, { page, watch }, async ({ url }) => {
    const kiosk = new Kiosk(page, hands.touch, url, watch);
    await readsAndKeeps(kiosk);
    await page.keyboard.press('Pause');
    await expect(page.locator('kiosk-staff')).toContainText(words.text('staff.noVolunteers'));
    await kiosk.presses(kiosk.button(words.text('staff.gate.back')));
    await expect(kiosk.toolbar.locator('.count')).toHaveText('1');
  });
});
