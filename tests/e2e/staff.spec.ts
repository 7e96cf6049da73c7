/** The staff’s screen: how one gets there, the PIN, what it opens, and how it closes again (V1, L6, D2). */
import { readFile, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright/test';
import type { PinStatus } from '../../renderer/host/contract.ts';
import { hands, keypads } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import type { ReadyKiosk } from '../support/kiosk-process.ts';
import { markup } from '../support/markup.ts';
import { withSite } from '../support/site.ts';
import { answers, entersPin } from '../support/staff-screens.ts';
import { expect, test } from '../support/test.ts';
import type { Watch } from '../support/watch.ts';
import { words } from '../support/words.ts';

const PIN = '950318';
const WRONG = '271604';

const said = (kiosk: Kiosk) => kiosk.page.locator('kiosk-staff .said');
const deed = (kiosk: Kiosk, key: 'staff.restart' | 'staff.exit' | 'staff.finish' | 'staff.gate.go') =>
  kiosk.button(words.text(key));

/** The way for staff, from any screen of a visit. */
const goesToTheGate = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opensTheWaysPanel();
  const link = (key: 'about.title' | 'about.staff') =>
    kiosk.page.getByRole('link', { name: words.text(key), exact: true });
  await kiosk.presses(link('about.title'));
  await expect(kiosk.title).toHaveText(words.text('about.title'));
  await kiosk.presses(link('about.staff'));
  await expect(deed(kiosk, 'staff.gate.go')).toBeVisible();
};

for (const hand of [hands.touch, hands.keyboard, keypads.arrows]) {
  test(`V1, I1–I4 · by ${hand.name}: ‘About this screen’ leads staff on, who end the visit by going on`, async ({
    inHand,
  }) => {
    const kiosk = inHand(hand);
    await kiosk.opens('#/home');
    await kiosk.opensTheColoursPanel();
    await kiosk.picksColours('soft');
    await goesToTheGate(kiosk);
    await kiosk.presses(kiosk.button(words.text('staff.gate.back')));
    await expect(kiosk.title, 'nobody who came by chance loses anything').toHaveText(words.text('about.title'));
    await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'soft');
    await kiosk.presses(kiosk.page.getByRole('link', { name: words.text('about.staff'), exact: true }));
    await kiosk.presses(deed(kiosk, 'staff.gate.go'));
    await expect(kiosk.title).toHaveText(words.text('staff.choose.title'));
    await expect(kiosk.page.locator('html'), 'the visit is over').toHaveAttribute('data-theme', 'standard');
    await kiosk.goesHome();
    await expect(kiosk.attract, 'and so is the staff’s, where they leave what is theirs').toBeVisible();
  });
}

/** A kiosk of its own whose PIN has been chosen by whoever started it. */
const withPin = (
  { page, watch }: { readonly page: Page; readonly watch: Watch },
  use: (kiosk: Kiosk, running: ReadyKiosk, siteFile: string) => Promise<void>,
): Promise<void> =>
  withSite({ hospitalName: 'St Example' }, { page, watch }, async (running, siteFile) => {
    const kiosk = new Kiosk(page, hands.touch, running.url, watch);
    await kiosk.opens('#/staff');
    await entersPin(kiosk, PIN);
    await expect(kiosk.title).toHaveText(words.text('staff.again.title'));
    await entersPin(kiosk, PIN);
    await expect(deed(kiosk, 'staff.finish')).toBeVisible();
    await use(kiosk, running, siteFile);
  });

/** Enters anew, as at the next occasion. */
const entersAgain = async (kiosk: Kiosk, pin = PIN): Promise<void> => {
  await kiosk.page.goto('about:blank');
  await kiosk.opens('#/staff');
  await expect(kiosk.title).toHaveText(words.text('staff.enter.title'));
  await entersPin(kiosk, pin);
};

/** The files below a folder that hold a text. */
const filesWith = async (folder: string, text: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const texts = await Promise.all(files.map((file) => readFile(file, 'latin1')));
  return files.filter((_file, index) => texts[index]?.includes(text));
};

test('V1 · first a PIN is chosen, twice the same and hard to guess; until then visitors’ pages are as ever', async ({
  page,
  watch,
}) => {
  await withSite({}, { page, watch }, async ({ url, stderr }, siteFile) => {
    const kiosk = new Kiosk(page, hands.touch, url, watch);
    await kiosk.opens();
    await kiosk.wakesTheScreen();
    await expect(kiosk.title).toHaveText(words.text('home.title'));
    await goesToTheGate(kiosk);
    await kiosk.presses(deed(kiosk, 'staff.gate.go'));
    await expect(kiosk.title).toHaveText(words.text('staff.choose.title'));
    await entersPin(kiosk, PIN);
    await entersPin(kiosk, WRONG);
    await expect(said(kiosk)).toHaveText(words.text('staff.fault.differs'));
    await entersPin(kiosk, '345678');
    await entersPin(kiosk, '345678');
    await expect(said(kiosk)).toHaveText(words.text('staff.fault.run'));
    // The second one from the keys of a keyboard; Enter presses Done.
    await entersPin(kiosk, PIN);
    await expect(kiosk.title).toHaveText(words.text('staff.again.title'));
    for (const key of ['9', '9', 'Backspace', '5', '0', '3', '1', '8']) await page.keyboard.press(key);
    await expect(page.locator('kiosk-pin-pad [role="status"]')).toHaveText(words.format('staff.digits', { digits: 6 }));
    expect(await markup(page), 'the document was looked through').toContain('kiosk-pin-pad');
    expect(await markup(page), 'what was entered is nowhere in it').not.toContain(PIN);
    await page.keyboard.press('Enter');
    await expect(kiosk.title).toHaveText(words.text('about.staff'));
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { readonly version: string };
    await expect(page.locator('kiosk-staff')).toContainText(words.format('staff.version', { version }));

    const kept = await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]);
    expect(kept).toEqual([0, 0, '']);
    const folder = dirname(siteFile);
    expect(await filesWith(folder, 'pin-chosen'), 'the journal was looked through').toHaveLength(1);
    for (const secret of [PIN, WRONG]) {
      expect(await filesWith(folder, secret), 'no file holds it').toEqual([]);
      expect(stderr()).not.toContain(secret);
    }
  });
});

test('V1 · after a wrong PIN it is said how many more may be wrong; then there is a wait that is the host’s', async ({
  page,
  watch,
}) => {
  await withPin({ page, watch }, async (kiosk) => {
    await page.clock.install();
    await entersAgain(kiosk, WRONG);
    for (const tries of [4, 3, 2, 1]) {
      await expect(said(kiosk)).toHaveText(words.format('staff.wrong', { tries }));
      await entersPin(kiosk, WRONG);
    }
    const wait = words.format('staff.wait.seconds', { seconds: 15 });
    await expect(said(kiosk)).toHaveText(wait);
    for (const key of PIN) await page.keyboard.press(key);
    await expect(page.locator('kiosk-pin-pad [role="status"]'), 'nothing can be entered').toHaveText(
      words.format('staff.digits', { digits: 0 }),
    );
    // A clock of the page's that runs ahead ends no wait: whether it is over, the host is asked.
    const answered = page.waitForResponse('**/host/pinStatus');
    await page.clock.runFor(16_000);
    const { value } = (await (await answered).json()) as { readonly value: PinStatus };
    await expect(said(kiosk)).toHaveText(value.waitSeconds > 0 ? wait : '');
    await answers(page, 'pinStatus', { pin: 'set', waitSeconds: 0, triesLeft: 1 });
    await page.clock.runFor(16_000);
    await expect(said(kiosk), 'once the host says that it is over, one may try again').toHaveText('');
    await page.keyboard.press('1');
    await expect(page.locator('kiosk-pin-pad [role="status"]')).toHaveText(words.format('staff.digits', { digits: 1 }));
  });
});

test('V1 · staff who go away are asked after 90 s, and gone after two minutes; who stays is told to the host', async ({
  page,
  watch,
}) => {
  await withPin({ page, watch }, async (kiosk) => {
    await page.clock.install();
    await entersAgain(kiosk);
    await expect(deed(kiosk, 'staff.finish')).toBeVisible();
    await page.clock.runFor(60_000);
    const stays = page.waitForRequest('**/host/stayStaff');
    await page.keyboard.press('Shift');
    await stays;
    await page.clock.runFor(89_000);
    await expect(page.locator('kiosk-still-here')).toHaveCount(0);
    await page.clock.runFor(3000);
    await expect(page.locator('kiosk-still-here')).toBeVisible();
    const ends = page.waitForRequest('**/host/endVisit');
    await page.clock.runFor(31_000);
    await ends;
    await expect(kiosk.attract).toBeVisible();
  });
});

test('V1, D2 · with the PIN the screen’s size is set up; without it the page for that is not there', async ({
  page,
  watch,
}) => {
  await withPin({ page, watch }, async (kiosk, _running, siteFile) => {
    await kiosk.presses(page.getByRole('link', { name: words.text('calibrate.title') }));
    await expect(kiosk.title).toHaveText(words.text('calibrate.title'));
    await kiosk.presses(kiosk.button(words.text('calibrate.farther')));
    await kiosk.presses(kiosk.button(words.text('calibrate.keep')));
    await expect(page.locator('kiosk-calibrate .keep [role="status"]')).toHaveText(words.text('calibrate.saved'));
    const { screen } = JSON.parse(await readFile(siteFile, 'utf8')) as { readonly screen: unknown };
    expect(screen).toEqual({ pixelsPerInch: 102.5, viewingDistanceMm: 650 });
    await kiosk.goesBack();
    await kiosk.presses(deed(kiosk, 'staff.finish'));
    await expect(kiosk.attract).toBeVisible();
    await kiosk.opens('#/calibrate');
    await expect(kiosk.title).toHaveText(words.text('notFound.title'));
  });
});

test('V1, L6 · restarted at the screen it comes back by itself, at a clean start; left, it ends as asked', async ({
  page,
  watch,
}) => {
  // The page of the run before is told that it is nobody’s any more.
  watch.expectTrouble(/403/);
  await withPin({ page, watch }, async (kiosk, { ended }) => {
    await kiosk.presses(deed(kiosk, 'staff.restart'));
    await expect(kiosk.title).toHaveText(words.text('staff.restarting'));
    await expect(kiosk.attract).toBeVisible({ timeout: 20_000 });
    await entersAgain(kiosk);
    await kiosk.presses(deed(kiosk, 'staff.exit'));
    await expect(kiosk.title).toHaveText(words.text('staff.closed'));
    expect(await ended, 'a service manager does not start it again').toBe(0);
  });
});

test('V3 · locked for cleaning, no touch and no key does anything for half a minute; then it goes on as it was', async ({
  page,
  watch,
}) => {
  await withPin({ page, watch }, async (kiosk) => {
    await page.clock.install();
    await entersAgain(kiosk);
    const exit = await deed(kiosk, 'staff.exit').boundingBox();
    if (exit === null) throw new Error('there is no way out to press by chance');
    await kiosk.presses(kiosk.button(words.text('staff.clean')));
    const lock = page.locator('kiosk-cleaning');
    await expect(lock).toContainText(words.format('cleaning.left', { seconds: 30 }));
    for (let stroke = 0; stroke < 5; stroke += 1)
      await page.touchscreen.tap(exit.x + exit.width / 2, exit.y + exit.height / 2);
    for (const key of ['Tab', 'Enter', 'Space', 'Escape', 'ArrowLeft', 'Pause']) await page.keyboard.press(key);
    await page.clock.runFor(15_000);
    await expect(lock).toContainText(words.format('cleaning.left', { seconds: 15 }));
    await expect(page.locator('kiosk-staff h1')).toHaveText(words.text('about.staff'));
    await page.clock.runFor(16_000);
    await expect(lock).toHaveCount(0);
    await expect(kiosk.button(words.text('staff.clean')), 'where it was').toBeFocused();
    await kiosk.presses(deed(kiosk, 'staff.finish'));
    await expect(kiosk.attract).toBeVisible();
  });
});

test('V3, R3 · a technician sets how loud the kiosk may be; visitors have it at once', async ({ page, watch }) => {
  await withPin({ page, watch }, async (kiosk, _running, siteFile) => {
    const status = page.locator('kiosk-staff [role="group"] + [role="status"]');
    await expect(status).toHaveText(words.format('staff.loudest.is', { percent: '100' }));
    await expect(kiosk.button(words.text('staff.louder'))).toHaveAttribute('aria-disabled', 'true');
    await kiosk.presses(kiosk.button(words.text('staff.quieter')));
    await expect(status).toHaveText(words.format('staff.loudest.is', { percent: '90' }));
    await kiosk.presses(kiosk.button(words.text('staff.quieter')));
    await expect(status).toHaveText(words.format('staff.loudest.is', { percent: '80' }));
    expect(JSON.parse(await readFile(siteFile, 'utf8'))).toMatchObject({ sound: { mostVolume: 80 } });
    await page.goto('about:blank');
    await kiosk.opens('#/home');
    await entersAgain(kiosk);
    await expect(status, 'it is the site’s from now on').toHaveText(
      words.format('staff.loudest.is', { percent: '80' }),
    );
  });
});
