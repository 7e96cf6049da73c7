/** My summary by every input (P1, P3, I4, I5, R7): collected, sorted, heard and printed without touch, and without eyes. */
import { caption, goesOnTo } from '../support/by-ear.ts';
import { listen, playsOf, voicesAtOnce } from '../support/ears.ts';
import { keypads, sendsKey } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { TICKET, hasAPrinter } from '../support/stand-in-printer.ts';
import { stopsTheClock, switches } from '../support/switches.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words } from '../support/words.ts';

const NAME = `Kingfisher ${String(TICKET.number)}`;

const items = (kiosk: Kiosk) => kiosk.page.locator('kiosk-summary [data-kept]');
const heading = (kiosk: Kiosk, index: number) => items(kiosk).nth(index).locator('h2').first();
const act = (kiosk: Kiosk, index: number, kind: 'up' | 'down' | 'remove') =>
  items(kiosk).nth(index).locator(`[data-act='${kind}']`);

/** From two screens to the ticket, and what is pressed on the way. */
const goesAllTheWay = async (kiosk: Kiosk): Promise<void> => {
  const { page } = kiosk;
  await kiosk.choosesCard('Neuroblastoma');
  await kiosk.choosesCard('Neuroblastoma that did not go away');
  await expect(kiosk.title).toContainText('Neuroblastoma that did not go away');
  await kiosk.presses(kiosk.part('in-short').locator('.keep'));
  await expect(kiosk.toolbar.locator('.count')).toHaveText('1');
  await kiosk.goesHome();
  await kiosk.choosesCard(words.text('home.words.title'));
  await kiosk.presses(page.locator('kiosk-words .keep').first());
  await expect(kiosk.toolbar.locator('.count')).toHaveText('2');
  await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
  await expect(items(kiosk)).toHaveCount(2);
  const [first, second] = [await heading(kiosk, 0).textContent(), await heading(kiosk, 1).textContent()];
  await kiosk.presses(act(kiosk, 1, 'up'));
  await expect(heading(kiosk, 0)).toHaveText(second ?? '');
  await kiosk.presses(act(kiosk, 0, 'remove'));
  await expect(items(kiosk)).toHaveCount(1);
  await expect(heading(kiosk, 0)).toHaveText(first ?? '');
  await kiosk.presses(kiosk.button(words.text('summary.putBack')));
  await expect(items(kiosk)).toHaveCount(2);
  const before = (await playsOf(page)).length;
  await kiosk.presses(kiosk.button(words.text('summary.hear')));
  await expect.poll(async () => (await playsOf(page)).length).toBeGreaterThan(before);
  await kiosk.presses(kiosk.button(words.text('print.do')));
  await expect(page.locator('kiosk-summary .ticket')).toHaveText(NAME);
};

for (const hand of [...Object.values(switches), keypads.media]) {
  test(`P1, P3 · collected, sorted, heard and printed – by ${hand.name}`, async ({ inHand, page }) => {
    test.setTimeout(180_000);
    const kiosk = inHand(hand);
    const printer = await hasAPrinter(page);
    if (hand !== keypads.media) await stopsTheClock(page);
    await listen(page);
    await kiosk.opens();
    await kiosk.wakesTheScreen();
    await goesAllTheWay(kiosk);
    expect(printer.asked).toHaveLength(1);
  });
}

/** All captions from now on, in order. */
const hearsAll = (kiosk: Kiosk): Promise<void> =>
  kiosk.page.locator('kiosk-app').evaluate((app) => {
    const heard: string[] = [];
    Object.assign(window, { alongsideHeard: heard });
    new MutationObserver(() => {
      const line = app.shadowRoot?.querySelector('kiosk-caption')?.shadowRoot?.querySelector('p')?.textContent.trim();
      if (line !== undefined && line !== '' && line !== heard.at(-1)) heard.push(line);
    }).observe(app.shadowRoot?.querySelector('kiosk-caption')?.shadowRoot ?? app, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });

const heardBy = (kiosk: Kiosk): Promise<readonly string[]> =>
  kiosk.page.evaluate(() => (window as unknown as { readonly alongsideHeard: readonly string[] }).alongsideHeard);

test('R7, P1, P3 · with the eyes shut: from a page to the ticket, which is said once and need not be looked for', async ({
  kiosk,
  page,
}) => {
  test.setTimeout(180_000);
  await hasAPrinter(page);
  await listen(page);
  await kiosk.opens(`#/page/${PAGE}`);
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'ways.guidance'));
  await kiosk.closesThePanel('ways');
  await kiosk.title.focus();
  const select = (): Promise<void> => sendsKey(page, 'MediaPlayPause');

  const name = (await goesOnTo(kiosk, words.text('keep.this'))).at(-1);
  expect(name, 'what is kept is part of its name').toContain('In short');
  expect(name).toContain(words.text('guide.notChosen'));
  await select();
  await expect(caption(kiosk)).toHaveText(`${words.text('guide.chosen')}.`);
  await expect(caption(kiosk), 'and then how much is kept').toHaveText(words.format('keep.count', { items: 1 }));

  await goesOnTo(kiosk, words.text('toolbar.label'), 'MediaTrackNext');
  await goesOnTo(kiosk, `${words.text('toolbar.summary')} 1`);
  await select();
  await expect(kiosk.title).toHaveText(words.text('summary.title'));
  await kiosk.title.focus();
  await goesOnTo(kiosk, `${words.text('print.do')}. ${words.text('guide.button')}`);
  await hearsAll(kiosk);
  await select();
  await expect(caption(kiosk)).toContainText(words.text('print.held'), { timeout: 30_000 });
  await expect(caption(kiosk)).toHaveText('', { timeout: 30_000 });
  const heard = await heardBy(kiosk);
  expect(heard.filter((line) => line.includes('Kingfisher'))).toHaveLength(1);
  const told = heard.find((line) => line.includes('Kingfisher')) ?? '';
  expect(told).toContain(words.text('print.ticket'));
  expect(told).toContain(String(TICKET.number));
  expect(await voicesAtOnce(page), 'one voice at a time').toBeLessThanOrEqual(1);

  // And once more at the end, without having to look for it.
  await goesOnTo(kiosk, words.text('toolbar.label'), 'MediaTrackNext');
  await goesOnTo(kiosk, words.text('toolbar.end'));
  await select();
  await expect(caption(kiosk)).toContainText(words.text('ending.title'));
  await expect(caption(kiosk)).toContainText('Kingfisher');
  await expect(caption(kiosk)).toContainText(words.text('ending.ticket'));
});
