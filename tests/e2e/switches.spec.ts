/** One switch, and two switches (I5): every task with those keys alone, at the pace a person sets. */
import type { Kiosk } from '../support/kiosk.ts';
import { withKioskOf } from '../support/site.ts';
import { stopsTheClock, switches } from '../support/switches.ts';
import { probe } from '../support/in-page.ts';
import type * as access from '../support/probes/access.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const scrolledTo = (kiosk: Kiosk): Promise<number> => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);

const toThePage = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.wakesTheScreen();
  await kiosk.choosesCard('Neuroblastoma');
  await kiosk.choosesCard('Neuroblastoma that did not go away');
  await expect(kiosk.title).toContainText('Neuroblastoma that did not go away');
};

for (const hand of Object.values(switches)) {
  test(`I5 · a word's meaning is found and the visit ended – by ${hand.name}`, async ({ inHand, page }) => {
    const kiosk = inHand(hand);
    await stopsTheClock(page);
    await kiosk.opens();
    await toThePage(kiosk);
    await kiosk.presses(kiosk.word(/relapse/));
    await expect(kiosk.meaning).toContainText('Say it:');
    await kiosk.endsTheVisit();
    await expect(kiosk.attract).toBeVisible();
    await expect(page.locator('kiosk-scan-frame'), 'the next visitor is not scanned for').toHaveCount(0);
  });

  test(`I5 · a page is read to its end and heard – by ${hand.name}`, async ({ inHand, page }) => {
    const kiosk = inHand(hand);
    await stopsTheClock(page);
    await kiosk.opens();
    await toThePage(kiosk);
    const top = kiosk.pager.getByRole('button', { name: words.text('page.top'), exact: true });
    for (let turns = 0; !(await top.isVisible()); turns += 1) {
      expect(turns, 'More comes to the end').toBeLessThan(60);
      const before = await scrolledTo(kiosk);
      await kiosk.presses(kiosk.pager.locator('.more'));
      await expect.poll(() => scrolledTo(kiosk)).toBeGreaterThan(before);
      await page.clock.runFor(100);
    }
    await kiosk.presses(top);
    await expect.poll(() => scrolledTo(kiosk)).toBe(0);
    await kiosk.asksToRead();
    await expect(kiosk.readingButton('pause')).toBeVisible();
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('spoken-sentence')?.size ?? 0)).toBe(1);
    await kiosk.tellsTheReader('stop');
    await expect.poll(() => page.evaluate(() => CSS.highlights.get('spoken-sentence')?.size ?? 0)).toBe(0);
  });

  test(`I5, I6 · something is typed and found – by ${hand.name}`, async ({ inHand, page }) => {
    const kiosk = inHand(hand);
    await stopsTheClock(page);
    await kiosk.opens();
    await kiosk.wakesTheScreen();
    await kiosk.presses(kiosk.page.locator('kiosk-header').getByRole('link', { name: words.text('header.search') }));
    for (const letter of 'scan')
      await kiosk.presses(kiosk.panel('keyboard').getByRole('button', { name: letter, exact: true }));
    await expect(page.locator('kiosk-search input')).toHaveValue('scan');
    await kiosk.presses(kiosk.panel('keyboard').getByRole('button', { name: words.text('keyboard.done') }));
    const found = page.locator('kiosk-search').getByRole('link').first();
    await kiosk.presses(found);
    await expect(page).not.toHaveURL(/#\/search/);
  });
}

const frame = (kiosk: Kiosk) => kiosk.page.locator('kiosk-scan-frame');

/** What the frame is around, as the words of what has the focus. */
const framed = (kiosk: Kiosk): Promise<string> =>
  kiosk.page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active instanceof HTMLElement ? active.innerText.replace(/\s+/g, ' ').trim() : '';
  });

const startsWithOneSwitch = async (kiosk: Kiosk): Promise<void> => {
  await stopsTheClock(kiosk.page);
  await kiosk.opens();
  await kiosk.wakesTheScreen();
  await expect(kiosk.title).toHaveText(words.text('home.title'));
  await kiosk.page.clock.runFor(400);
};

test('I5 · a switch that is not held for two seconds starts a visit like any key, and scans nothing', async ({
  inHand,
  page,
}) => {
  const kiosk = inHand(switches.one);
  await stopsTheClock(page);
  await kiosk.opens();
  await page.keyboard.down('Space');
  await page.clock.runFor(1900);
  await page.keyboard.up('Space');
  await expect(kiosk.title).toHaveText(words.text('ways.title'));
  await page.clock.runFor(5000);
  await expect(frame(kiosk)).toHaveCount(0);
  await expect(page.getByText(words.text('welcome.switch'))).toBeVisible();
  // There it says how, and there it works as well.
  await switches.one.wake(page);
  await expect(frame(kiosk)).toHaveCount(1);
  await expect(page, 'the hold itself has pressed nothing').toHaveURL(/#\/welcome$/);
});

test('I5 · left alone it goes round three times, then waits and says how to go on', async ({ inHand, page }) => {
  const kiosk = inHand(switches.one);
  await startsWithOneSwitch(kiosk);
  const waiting = page.getByText(words.text('scan.waiting'));
  await expect(waiting).toBeHidden();
  // Three times round, and not so long that it is asked whether anybody is still there (X1).
  await page.clock.runFor(80_000);
  await expect(waiting).toBeVisible();
  await expect(waiting.locator('..')).toHaveAttribute('role', 'status');
  await page.keyboard.press('Space');
  await expect(waiting).toBeHidden();
  await expect(page, 'the press that goes on presses nothing else').toHaveURL(/#\/home$/);
});

test('I3, I5 · a switch held for minutes is one press, and unknown keys do nothing', async ({ inHand, page }) => {
  const kiosk = inHand(switches.one);
  await startsWithOneSwitch(kiosk);
  await page.keyboard.down('Space');
  for (let repeat = 0; repeat < 200; repeat += 1) await page.keyboard.down('Space');
  await page.keyboard.up('Space');
  await expect(frame(kiosk).locator('.frame.item'), 'it has gone into the row, and no further').toHaveCount(1);
  const there = await framed(kiosk);
  for (const key of ['F9', 'q', 'Insert', 'Control+Space', 'Shift+Space']) await page.keyboard.press(key);
  expect(await framed(kiosk)).toBe(there);
  await expect(page).toHaveURL(/#\/home$/);
});

test('I3, I5 · a second switch held for long chooses once, and is no key of a keypad', async ({ inHand, page }) => {
  const kiosk = inHand(switches.two);
  await stopsTheClock(page);
  await kiosk.opens();
  await switches.two.wake(page);
  await page.keyboard.down('Enter');
  await page.clock.runFor(5000);
  await page.keyboard.up('Enter');
  await expect(frame(kiosk)).toHaveCount(1);
  await expect(page.locator('kiosk-caption'), 'guidance was not asked for').toHaveCount(0);
});

test('I5 · an open panel holds the scanning until it is closed', async ({ inHand, page }) => {
  const kiosk = inHand(switches.one);
  await startsWithOneSwitch(kiosk);
  await kiosk.opensTheColoursPanel();
  for (let look = 0; look < 80; look += 1) {
    await page.clock.runFor(250);
    const isInside = await probe<typeof access, 'focusIsIn'>(
      page,
      'access',
      'focusIsIn',
      "kiosk-colours-panel, [data-panel='colours']",
    );
    expect(isInside).toBe(true);
  }
  await kiosk.picksColours('white-on-black');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'white-on-black');
  await kiosk.closesThePanel('colours');
  await expect(kiosk.panel('colours')).toHaveCount(0);
});

test('I5 · the time at each step is set with the switch itself', async ({ inHand }) => {
  const kiosk = inHand(switches.one);
  await startsWithOneSwitch(kiosk);
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.times'));
  const panel = kiosk.panel('times');
  await expect(panel.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 2 }));
  const shorter = panel.getByRole('button', { name: words.text('times.shorter'), exact: true });
  const longer = panel.getByRole('button', { name: words.text('times.longer'), exact: true });
  for (let press = 0; press < 7; press += 1) await kiosk.presses(shorter);
  await expect(panel.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 0.5 }));
  for (let press = 0; press < 9; press += 1) await kiosk.presses(longer);
  await expect(panel.getByRole('status')).toHaveText(words.format('times.seconds', { seconds: 5 }));
  await kiosk.closesThePanel('times');
  await expect(kiosk.tool('toolbar.ways')).toBeFocused();
});

test('I5, D10 · it is turned on and off by one tap among the ways to use the kiosk', async ({ kiosk, page }) => {
  await stopsTheClock(page);
  await kiosk.opens('#/home');
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.switchTwo'));
  await page.clock.runFor(400);
  await expect(frame(kiosk).locator('.frame')).toHaveCount(1);
  await kiosk.presses(kiosk.choice('ways', 'ways.switchOne'));
  await expect(kiosk.choice('ways', 'ways.switchTwo')).toHaveAttribute('aria-pressed', 'false');
  await kiosk.presses(kiosk.choice('ways', 'ways.switchOne'));
  await expect(frame(kiosk)).toHaveCount(0);
});

test('I5, D9 · a covered screen is shown again by the switch, and that presses nothing beneath', async ({
  inHand,
  page,
}) => {
  const kiosk = inHand(switches.one);
  await startsWithOneSwitch(kiosk);
  await kiosk.coversTheScreen();
  await page.clock.runFor(30_000);
  await expect(frame(kiosk).locator('.frame')).toHaveCount(0);
  await page.keyboard.press('Space');
  await expect(kiosk.cover).toHaveCount(0);
  await expect(page).toHaveURL(/#\/home$/);
  await page.clock.runFor(400);
  await expect(frame(kiosk).locator('.frame')).toHaveCount(1);
});

test('I5, R7 · what the frame comes to is said, by row and by item', async ({ inHand, page }) => {
  const kiosk = inHand(switches.one);
  await startsWithOneSwitch(kiosk);
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.guidance'));
  const caption = page.locator('kiosk-caption');
  await expect(caption).toContainText(words.text('guide.welcome'));
  await kiosk.presses(kiosk.choice('ways', 'ways.colours'));
  await expect(caption, 'and what the press has done').toContainText(words.text('guide.chosen'));
  // What is being said, is said to its end: then the row comes again.
  await expect(async () => {
    await page.clock.runFor(250);
    expect(await frame(kiosk).locator('.frame.row').count()).toBe(1);
  }).toPass();
  await expect(caption).toContainText(await framed(kiosk));
});

test('I5 · the site’s own switches are the ones that count', async ({ page, watch }) => {
  await withKioskOf(
    { switches: { first: ['Numpad1'], second: ['Numpad2'] } },
    { page, watch, hand: switches.one },
    async (kiosk) => {
      await stopsTheClock(page);
      await kiosk.opens();
      await switches.one.wake(page);
      await expect(frame(kiosk), 'Space is none here').toHaveCount(0);
      await kiosk.opens('#/welcome');
      await page.reload();
      await kiosk.title.waitFor();
      await page.keyboard.down('Numpad1');
      await page.clock.runFor(2000);
      await page.keyboard.up('Numpad1');
      await page.clock.runFor(400);
      await expect(frame(kiosk).locator('.frame')).toHaveCount(1);
      await page.keyboard.press('Numpad1');
      await expect(frame(kiosk).locator('.frame.item')).toHaveCount(1);
    },
  );
});
