/** My summary (P1, P7) as a visitor collects it, sorts it, hears it – and is asked once before it goes (X2). */
import { listen, playsOf, soundOf } from '../support/ears.ts';
import { hands, keypads } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { expect, test } from '../support/test.ts';
import { GATED, words } from '../support/words.ts';

const items = (kiosk: Kiosk) => kiosk.page.locator('kiosk-summary [data-kept]');
const count = (kiosk: Kiosk) => kiosk.toolbar.locator('.count');
const keepPart = (kiosk: Kiosk, part: string) => kiosk.part(part).locator('.keep');
const acts = (kiosk: Kiosk, index: number, act: 'up' | 'down' | 'remove') =>
  items(kiosk).nth(index).locator(`[data-act='${act}']`);
const heading = (kiosk: Kiosk, index: number) => items(kiosk).nth(index).locator('h2').first();
const summaryTool = (kiosk: Kiosk) => kiosk.toolbar.locator('[data-tool="summary"]');

const collects = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opensPage('in-short');
  await kiosk.presses(keepPart(kiosk, 'in-short'));
  await expect(keepPart(kiosk, 'in-short')).toHaveAttribute('aria-pressed', 'true');
  await expect(count(kiosk)).toHaveText('1');
  await kiosk.goesHome();
  await kiosk.choosesCard(words.text('home.words.title'));
  await kiosk.presses(kiosk.page.locator('kiosk-words .keep').first());
  await expect(count(kiosk)).toHaveText('2');
};

for (const hand of [...Object.values(hands), keypads.arrows]) {
  test(`P1 · things from several screens are collected, sorted, taken out and put back – by ${hand.name}`, async ({
    inHand,
  }) => {
    const kiosk = inHand(hand);
    await collects(kiosk);
    await kiosk.presses(summaryTool(kiosk));
    await expect(kiosk.title).toHaveText(words.text('summary.title'));
    await expect(items(kiosk)).toHaveCount(2);
    const [first, second] = [await heading(kiosk, 0).textContent(), await heading(kiosk, 1).textContent()];
    await kiosk.presses(acts(kiosk, 0, 'down'));
    await expect(heading(kiosk, 0)).toHaveText(second ?? '');
    await expect(acts(kiosk, 1, 'down'), 'the focus goes with what moves').toBeFocused();
    await expect(kiosk.page.locator('kiosk-summary .changed [role="status"]')).toHaveText(
      words.format('summary.moved', { place: 2, places: 2 }),
    );
    await kiosk.presses(acts(kiosk, 0, 'remove'));
    await expect(items(kiosk)).toHaveCount(1);
    await expect(heading(kiosk, 0)).toHaveText(first ?? '');
    await expect(count(kiosk)).toHaveText('1');
    const putBack = kiosk.button(words.text('summary.putBack'));
    await expect(putBack).toBeFocused();
    await kiosk.presses(putBack);
    await expect(heading(kiosk, 0)).toHaveText(second ?? '');
    await expect(items(kiosk)).toHaveCount(2);
  });
}

test('P1 · a button pressed twice keeps nothing', async ({ kiosk }) => {
  await kiosk.opensPage('in-short');
  await kiosk.presses(keepPart(kiosk, 'in-short'));
  await kiosk.presses(keepPart(kiosk, 'in-short'));
  await expect(keepPart(kiosk, 'in-short')).toHaveAttribute('aria-pressed', 'false');
  await expect(count(kiosk)).toHaveCount(0);
});

test('P1 · questions, of the team’s sheet and of one’s own, are kept as they are written', async ({ kiosk, page }) => {
  await kiosk.opens('#/questions/your-own');
  await page.locator('kiosk-questions .field input').focus();
  await page.keyboard.insertText('<b>Why?</b>');
  await page.keyboard.press('Enter');
  await kiosk.presses(page.locator('#your-own .keep'));
  await kiosk.presses(page.locator('kiosk-questions .list:not(.own .list) .keep').first());
  await kiosk.presses(summaryTool(kiosk));
  await expect(items(kiosk)).toHaveCount(2);
  await expect(heading(kiosk, 0)).toHaveText('<b>Why?</b>');
  expect(page.url()).not.toContain('Why');
});

test('P1 · a word is kept from its meaning, and a helpline from its page', async ({ kiosk, page }) => {
  await kiosk.opensPage('the-words');
  await kiosk.presses(kiosk.part('the-words').locator('button.term').first());
  await kiosk.presses(kiosk.meaning.getByRole('button', { name: words.text('keep.this') }));
  await kiosk.opens(`#/page/${GATED.page}`);
  const helpline = page.locator('.helpline .keep').first();
  // The page that was here goes first, and may have one of its own.
  await expect(() => helpline.scrollIntoViewIfNeeded()).toPass();
  await kiosk.presses(helpline);
  await kiosk.presses(summaryTool(kiosk));
  await expect(page.locator('kiosk-summary .helpline .qr'), 'P7: to be scanned').toHaveCount(1);
});

test('principle 3 · a gate in a part that is kept stays closed unless it was opened', async ({ kiosk, page }) => {
  await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
  await kiosk.presses(keepPart(kiosk, GATED.part));
  await kiosk.presses(summaryTool(kiosk));
  const gate = page.locator('kiosk-summary .gate');
  await expect(gate).toHaveAttribute('data-gate-closed', '');
  await expect(gate.locator('.behind > *')).toHaveCount(0);
  await kiosk.presses(gate.getByRole('button', { name: words.text('gate.open') }));
  await expect(gate.locator('.behind > *').first()).toBeVisible();
  await kiosk.goesBack();
  await kiosk.presses(summaryTool(kiosk));
  await expect(gate.locator('.behind > *').first(), 'it is remembered for the print').toBeVisible();
});

test('P1 · all that is kept can be heard, and nothing else', async ({ kiosk, page }) => {
  await listen(page);
  await kiosk.opens('#/words');
  await kiosk.presses(page.locator('kiosk-words .keep').first());
  await kiosk.presses(summaryTool(kiosk));
  await kiosk.presses(kiosk.button(words.text('summary.hear')));
  await expect.poll(async () => (await playsOf(page)).length).toBeGreaterThan(0);
  // What takes minutes can be stopped, by the buttons that came with it.
  await kiosk.tellsTheReader('stop');
  await expect.poll(async () => (await soundOf(page))?.paused).toBe(true);
});

test('P7 · without a printer the summary says how else to take it, and there is nothing to press', async ({
  kiosk,
}) => {
  await collects(kiosk);
  await kiosk.presses(summaryTool(kiosk));
  await expect(kiosk.page.locator('kiosk-summary .print')).toContainText(words.text('print.none'));
  await expect(kiosk.button(words.text('print.do'))).toHaveCount(0);
});

test('P6 · a host that cannot print now is told as that; the summary is still there', async ({ kiosk, page }) => {
  await page.route('**/host/describeKiosk', async (route) => {
    const response = await route.fetch();
    const reply = (await response.json()) as { readonly value: object };
    const value = { ...reply.value, print: { mode: 'hold', paper: 'A4' } };
    await route.fulfill({ response, json: { ...reply, value } });
  });
  await page.route('**/host/printSummary', (route) => route.abort());
  kiosk.watch.expectTrouble(/printSummary|net::ERR_FAILED/);
  await collects(kiosk);
  await kiosk.presses(summaryTool(kiosk));
  await kiosk.presses(kiosk.button(words.text('print.do')));
  await expect(kiosk.page.locator('kiosk-summary .outcome')).toContainText(words.text('print.refused.unavailable'));
  await expect(items(kiosk)).toHaveCount(2);
  await expect(kiosk.button(words.text('print.retry'))).toBeVisible();
});

test('X2, X3 · who ends the visit is asked once; then it ends, and the next visitor finds nothing', async ({
  kiosk,
}) => {
  await collects(kiosk);
  await kiosk.endsTheVisit();
  await expect(kiosk.panel('ending')).toContainText(words.format('ending.what', { items: 2 }));
  await kiosk.presses(kiosk.panel('ending').getByRole('button', { name: words.text('ending.see') }));
  await expect(items(kiosk)).toHaveCount(2);
  await expect(kiosk.panel('ending')).toHaveCount(0);
  await kiosk.endsTheVisit();
  await expect(kiosk.attract).toBeVisible();
  await kiosk.wakesTheScreen();
  await expect(count(kiosk)).toHaveCount(0);
});

test('X2 · a visit that keeps nothing ends at once', async ({ kiosk }) => {
  await kiosk.opens('#/home');
  await kiosk.endsTheVisit();
  await expect(kiosk.attract).toBeVisible();
});
