/** What there is to be at on a screen, which keypads, switches and spoken guidance walk (I4, I5, R7). */
import { probe } from '../support/in-page.ts';
import type * as access from '../support/probes/access.ts';
import { panels, views } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

type Access = typeof access;

/** On the attract screen any key starts a visit, Tab too; while the screen is wiped there is nothing to press. */
const without: readonly string[] = ['attract', 'a screen that is locked for cleaning'];
const screens = [...views, ...panels].filter(({ name }) => !without.includes(name));

for (const { name, reach } of screens) {
  test(`I3, I4 · on ${name} Tab meets every stop that acts, each once, in their order`, async ({ kiosk }) => {
    await reach(kiosk);
    const { page } = kiosk;
    await page.evaluate(() => {
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    });
    const controls = async () =>
      (await probe<Access, 'stops'>(page, 'access', 'stops')).filter(({ kind }) => kind === 'control');
    let all = await controls();
    // What is still being drawn would be met by Tab and missing here.
    await expect
      .poll(async () => {
        const before = all.length;
        all = await controls();
        return all.length - before;
      })
      .toBe(0);
    expect(all.length).toBeGreaterThan(0);
    const indexes = all.map((_stop, index) => index);
    const met: number[] = [];
    // Once round: the browser begins where the focus was last, and goes through the document itself at the end.
    for (let tab = 0; tab < all.length + 2 && met.length < all.length; tab += 1) {
      await page.keyboard.press('Tab');
      const at = await probe<Access, 'focusedControl'>(page, 'access', 'focusedControl');
      if (at >= 0) met.push(at);
    }
    const begins = met.indexOf(0);
    expect([...met.slice(begins), ...met.slice(0, begins)], 'all of them, in the order of the stops').toEqual(indexes);
  });
}

test('R7 · the words on the screen are stops too, each once and in reading order', async ({ kiosk }) => {
  await kiosk.opens(`#/page/${PAGE}`);
  await kiosk.page.locator('section.part').nth(3).waitFor();
  const stops = await probe<Access, 'stops'>(kiosk.page, 'access', 'stops');
  const at = (text: string): number => stops.findIndex((stop) => stop.words === text);
  const title = (await kiosk.title.innerText()).trim();
  expect(stops[at(title)]?.kind).toBe('heading');
  const notice = at(words.text('sample.notice'));
  expect(notice).toBeGreaterThanOrEqual(0);
  expect(notice).toBeLessThan(at(title));
  expect(at(title)).toBeLessThan(at(words.text('page.more')));
  expect(at(words.text('page.more'))).toBeLessThan(at(words.text('toolbar.end')));
  const passages = await kiosk.page
    .locator('kiosk-page [data-passage]')
    .evaluateAll((all) => all.filter((passage) => passage.closest('button, [role="img"]') === null).length);
  const texts = stops.filter(({ kind }) => kind === 'text' || kind === 'heading');
  expect(texts.length).toBeGreaterThanOrEqual(passages);
  expect(
    stops.some(({ kind }) => kind === 'picture'),
    'a diagram is one as well',
  ).toBe(true);
});
