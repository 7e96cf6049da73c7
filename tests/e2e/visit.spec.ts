/** A visit: it ends without a trace, Back always leads somewhere, and keys and fingers act once. */
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

/** Everything a browser could keep of what somebody did. */
const traces = (kiosk: Kiosk) =>
  kiosk.page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    cookies: document.cookie,
    name: window.name,
    state: history.state as unknown,
  }));

const nothing = { local: 0, session: 0, databases: 0, caches: 0, workers: 0, cookies: '', name: '', state: null };

bothWays('X2, X3, principle 4 · End my visit puts everything back and leaves nothing behind', async (kiosk) => {
  await kiosk.opens();
  const length = await kiosk.page.evaluate(() => history.length);
  await kiosk.wakesTheScreen();
  await kiosk.choosesCard('Neuroblastoma');
  await kiosk.choosesCard('Neuroblastoma that did not go away');
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await kiosk.opensTheColoursPanel();
  await kiosk.picksColours('white-on-black');
  await kiosk.closesThePanel('colours');
  await kiosk.opensTheContents();
  await kiosk.goesToPart('How doctors choose a treatment');
  await kiosk.presses(kiosk.button('High risk'));
  await kiosk.asksToRead();
  await kiosk.tellsTheReader('faster');
  await kiosk.tellsTheReader('louder');
  expect(await kiosk.page.evaluate(() => history.length), 'reading adds nothing to the history').toBe(length);
  await kiosk.endsTheVisit();

  await expect(kiosk.attract).toBeVisible();
  await expect(kiosk.page).toHaveURL(`${kiosk.url}#/`);
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'standard');
  expect(await traces(kiosk)).toEqual(nothing);
  expect(await kiosk.page.context().cookies()).toEqual([]);
  expect(await kiosk.page.evaluate(() => history.length)).toBe(length);

  await kiosk.wakesTheScreen();
  await expect(kiosk.tool('toolbar.back')).toHaveAttribute('aria-disabled', 'true');
  await kiosk.opensTheWordsPanel();
  await expect(kiosk.panel('size').locator('[aria-pressed="true"]')).toContainText(words.text('size.2'));
  await kiosk.asksToRead();
  await expect(kiosk.panel('reading')).toContainText(words.format('reading.speed', { speed: '1×' }));
  await expect(kiosk.panel('reading')).toContainText(words.format('reading.volume', { level: 7, total: 10 }));
  await kiosk.goesHome();
  await kiosk.choosesCard('Neuroblastoma');
  await kiosk.choosesCard('Neuroblastoma that did not go away');
  await expect(kiosk.title).toBeInViewport({ ratio: 1 });
  expect(await kiosk.scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await expect(kiosk.page.getByText(words.text('page.otherGroup'))).toHaveCount(0);
});

bothWays('C12 · Back and Escape close an open panel first, and the focus returns to its tool', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.opensTheWordsPanel();
  await expect(kiosk.panel('size').locator('[aria-pressed="true"]')).toBeFocused();
  await kiosk.goesBack();
  await expect(kiosk.panel('size')).toHaveCount(0);
  await expect(kiosk.title).toHaveText(/^Neuroblastoma that/);
  await kiosk.opensTheColoursPanel();
  await kiosk.page.keyboard.press('Escape');
  await expect(kiosk.panel('colours')).toHaveCount(0);
  await expect(kiosk.tool('toolbar.colours')).toBeFocused();
  await kiosk.opensTheColoursPanel();
  await kiosk.opensTheColoursPanel();
  await expect(kiosk.panel('colours')).toHaveCount(0);
});

bothWays('C12 · opened directly at a page, Back still leads home', async (kiosk) => {
  await kiosk.opensPage('trials');
  await kiosk.goesBack();
  await expect(kiosk.title).toHaveText(words.text('home.title'));
});

bothWays('C12 · Back returns to the place where the visitor was reading', async (kiosk) => {
  await kiosk.opensPage();
  await kiosk.readsOn();
  await kiosk.readsOn();
  const place = () => kiosk.scroller.evaluate(({ scrollTop }) => scrollTop);
  await expect.poll(place).toBeGreaterThan(1000);
  const before = await place();
  await kiosk.opensTheContents();
  await kiosk.goesToPart('In short');
  await expect.poll(place).toBeLessThan(1000);
  await kiosk.goesBack();
  await expect.poll(place).toBeGreaterThan(before - 60);
  expect(await place()).toBeLessThan(before + 60);
});

test('X3 · the next visitor sees nothing of an address typed over the last one', async ({ kiosk }) => {
  await kiosk.opensPage('trials');
  await kiosk.opensTheColoursPanel();
  await kiosk.picksColours('soft');
  await kiosk.page.evaluate(() => (location.hash = '#/'));
  await expect(kiosk.attract).toBeVisible();
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'standard');
  await expect(kiosk.page).not.toHaveURL(new RegExp(PAGE));
});
