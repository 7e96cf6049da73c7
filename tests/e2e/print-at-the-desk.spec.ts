/** Printing at the desk as the visitor sees it (P3, P4, P6, X1, X2): the ticket, what becomes of it, and the way on. */
import type { PrintState } from '../../renderer/host/printing.ts';
import { refusalMessages, stateMessages } from '../../renderer/visit/print-status.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { TICKET, type StandInPrinter, hasAPrinter } from '../support/stand-in-printer.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const NAME = `Kingfisher ${String(TICKET.number)}`;

const box = (kiosk: Kiosk) => kiosk.page.locator('kiosk-summary .print');
const ticket = (kiosk: Kiosk) => box(kiosk).locator('.ticket');
const outcome = (kiosk: Kiosk) => box(kiosk).locator('.outcome');
const warning = (kiosk: Kiosk) => kiosk.page.locator('kiosk-still-here');

/** Keeps the first words explained and goes to the summary. */
const keepsWords = async (kiosk: Kiosk, many = 2): Promise<void> => {
  await kiosk.opens('#/words');
  for (let index = 0; index < many; index += 1) await kiosk.presses(kiosk.page.locator('kiosk-words .keep').nth(index));
  await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
  await expect(kiosk.page.locator('kiosk-summary [data-kept]')).toHaveCount(many);
};

const prints = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.presses(kiosk.button(words.text('print.do')));
  await expect(ticket(kiosk)).toHaveText(NAME);
};

test('P3 · the ticket is the largest thing on the screen, in sight, and is said to be for the desk', async ({
  kiosk,
  page,
}) => {
  for (const size of [
    { width: 1080, height: 1920 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    await hasAPrinter(page);
    await kiosk.opens();
    await page.reload();
    await keepsWords(kiosk);
    await prints(kiosk);
    await expect(ticket(kiosk)).toBeInViewport({ ratio: 1 });
    await expect(box(kiosk)).toContainText(words.text('print.ticket'));
    const sizes = await page.evaluate(() => {
      const below = (root: ParentNode): readonly Element[] =>
        [...root.querySelectorAll('*')].flatMap((inner) => [
          inner,
          ...(inner.shadowRoot === null ? [] : below(inner.shadowRoot)),
        ]);
      const sizeOf = (element: Element): number => parseFloat(getComputedStyle(element).fontSize);
      const worded = below(document).filter(
        (element) => !element.closest('.ticket') && element.textContent.trim() !== '',
      );
      const shown = below(document).find((element) => element.matches('.ticket'));
      return { ticket: shown === undefined ? 0 : sizeOf(shown), others: Math.max(...worded.map(sizeOf)) };
    });
    expect(sizes.ticket).toBeGreaterThan(sizes.others);
  }
});

const ways: readonly (readonly PrintState[])[] = [
  ['queued', 'held', 'sending', 'printing', 'printed'],
  ['queued', 'sending', 'waiting', 'printing', 'sent'],
];

for (const states of ways) {
  test(`P6 · ${states.join(', ')}: each has its words, and the ticket stays`, async ({ kiosk, page }) => {
    const printer = await hasAPrinter(page, 'queued');
    await keepsWords(kiosk);
    await prints(kiosk);
    for (const state of states) {
      printer.state = state;
      await expect(outcome(kiosk), state).toHaveText(words.text(stateMessages[state]));
      await expect(ticket(kiosk), state).toHaveText(NAME);
    }
  });
}

test('P6 · nothing is called printed but what is', () => {
  for (const [state, key] of Object.entries(stateMessages))
    expect(/(?:^|\. )(?:It is |This is )?printed\./i.test(words.text(key)), state).toBe(state === 'printed');
});

test('P6 · what the printer needs is for the staff: a visitor is told that it needs help, and that the ticket is kept', async ({
  kiosk,
  page,
}) => {
  const printer = await hasAPrinter(page, 'waiting');
  printer.need = 'paper';
  await keepsWords(kiosk);
  await prints(kiosk);
  await expect(outcome(kiosk)).toHaveText(words.text('print.waiting'));
  await expect(box(kiosk)).not.toContainText(/paper/i);
  await expect(kiosk.button(words.text('print.cancel'))).toBeVisible();
});

for (const state of ['failed', 'expired'] as const) {
  test(`P6 · a print that is ${state} is told, its ticket is gone, the summary stays, and one can try again`, async ({
    kiosk,
    page,
  }) => {
    const printer = await hasAPrinter(page, 'queued');
    await keepsWords(kiosk);
    await prints(kiosk);
    printer.state = state;
    await expect(outcome(kiosk)).toHaveText(words.text(stateMessages[state]));
    await expect(outcome(kiosk)).toContainText('ask at the desk');
    await expect(ticket(kiosk), 'nobody is to say it at the desk').toHaveCount(0);
    await expect(kiosk.page.locator('kiosk-summary [data-kept]')).toHaveCount(2);
    printer.state = 'held';
    await kiosk.presses(kiosk.button(words.text('print.retry')));
    await expect(ticket(kiosk)).toHaveText(`Kingfisher ${String(TICKET.number + 1)}`);
    expect(printer.asked).toHaveLength(2);
  });
}

test('P4 · a print can be taken back; that is told, and it can be printed after all', async ({ kiosk, page }) => {
  const printer = await hasAPrinter(page);
  await keepsWords(kiosk);
  await prints(kiosk);
  await kiosk.presses(kiosk.button(words.text('print.cancel')));
  await expect(outcome(kiosk)).toHaveText(words.text('print.cancelled'));
  await expect(ticket(kiosk)).toHaveCount(0);
  await kiosk.presses(kiosk.button(words.text('print.do')));
  await expect(ticket(kiosk)).toHaveText(`Kingfisher ${String(TICKET.number + 1)}`);
  expect(printer.asked).toHaveLength(2);
});

for (const [why, mayTry] of [
  ['queue-full', true],
  ['hour-limit', true],
  ['visit-limit', false],
  ['no-printer', false],
] as const) {
  test(`P4 · a print refused for ‘${why}’ is told; the summary stays${mayTry ? ', and one can try again' : ', and nothing is offered that cannot help'}`, async ({
    kiosk,
    page,
  }) => {
    const printer: StandInPrinter = await hasAPrinter(page);
    printer.refusal = why;
    await keepsWords(kiosk);
    await kiosk.presses(kiosk.button(words.text('print.do')));
    await expect(outcome(kiosk)).toHaveText(words.text(refusalMessages[why]));
    await expect(kiosk.page.locator('kiosk-summary [data-kept]')).toHaveCount(2);
    await expect(box(kiosk).locator('.primary')).toHaveCount(mayTry ? 1 : 0);
    if (!mayTry) return;
    printer.refusal = undefined;
    await kiosk.presses(kiosk.button(words.text('print.retry')));
    await expect(ticket(kiosk)).toHaveText(NAME);
    await expect(outcome(kiosk)).not.toContainText(words.text(refusalMessages[why]));
  });
}

test('P4 · a double tap prints once, and takes nothing back', async ({ kiosk, page }) => {
  const printer = await hasAPrinter(page);
  await keepsWords(kiosk);
  await page.waitForTimeout(600);
  await kiosk.button(words.text('print.do')).dblclick();
  await expect(ticket(kiosk)).toHaveText(NAME);
  await expect(outcome(kiosk)).toHaveText(words.text('print.held'));
  expect(printer.asked).toHaveLength(1);
});

test('P1 · what is sorted, taken out or kept after that is offered to be printed again, with a ticket of its own', async ({
  kiosk,
  page,
}) => {
  const printer = await hasAPrinter(page);
  await keepsWords(kiosk);
  await prints(kiosk);
  await expect(box(kiosk).locator('.primary')).toHaveCount(0);
  await kiosk.presses(page.locator("kiosk-summary [data-act='down']").first());
  await expect(outcome(kiosk)).toContainText(words.text('print.changed'));
  await expect(ticket(kiosk), 'what was sent is still good').toHaveText(NAME);
  await kiosk.presses(kiosk.button(words.text('print.again')));
  await expect(ticket(kiosk)).toHaveText(`Kingfisher ${String(TICKET.number + 1)}`);
  await expect(box(kiosk).locator('.earlier')).toContainText(NAME);
  const orders = printer.asked.map((asked) => (asked as { summary: { items: { term: string }[] } }).summary.items);
  expect(orders[1]).toEqual(orders[0]?.toReversed());
});

test('X2 · before a visit with a ticket ends it is told once more; then it ends at once, with the ticket still good', async ({
  kiosk,
  page,
}) => {
  await hasAPrinter(page, 'printing');
  const cancelled: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/host/cancelPrint')) cancelled.push(request.url());
  });
  await keepsWords(kiosk);
  await prints(kiosk);
  await kiosk.goesHome();
  await kiosk.endsTheVisit();
  await expect(kiosk.panel('ending').locator('.ticket')).toHaveText(NAME);
  await expect(kiosk.panel('ending')).toContainText(words.text('ending.ticket'));
  await expect(kiosk.panel('ending')).not.toContainText('not printed');
  await kiosk.presses(kiosk.panel('ending').getByRole('button', { name: words.text('toolbar.end') }));
  await expect(kiosk.attract).toBeVisible();
  await kiosk.wakesTheScreen();
  await kiosk.opens('#/summary');
  await expect(page.getByText(NAME), 'the next visitor sees no ticket').toHaveCount(0);
  expect(cancelled).toEqual([]);
});

const passes = (kiosk: Kiosk, ms: number): Promise<void> => kiosk.page.clock.runFor(ms);

for (const [state, waits] of [
  ['printing', true],
  ['held', false],
  ['waiting', false],
] as const) {
  test(`X1 · a print that is ‘${state}’ ${waits ? 'keeps the visit until it is there, but not for ever' : 'does not keep a visit whose visitor has gone'}`, async ({
    kiosk,
    page,
  }) => {
    await hasAPrinter(page, state);
    const now = new Date('2026-03-04T10:00:00Z');
    await page.clock.install({ time: now });
    await kiosk.opens('#/words');
    await kiosk.presses(page.locator('kiosk-words .keep').first());
    await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
    await page.clock.pauseAt(now.getTime() + 60_000);
    await kiosk.presses(kiosk.button(words.text('print.do')));
    await expect(ticket(kiosk)).toHaveText(NAME);
    await passes(kiosk, 1500);
    await expect(outcome(kiosk)).toHaveText(words.text(stateMessages[state]));
    await passes(kiosk, 95_000);
    await expect(warning(kiosk)).toHaveCount(waits ? 0 : 1);
    await passes(kiosk, waits ? 120_000 : 0);
    await expect(warning(kiosk), 'in the end somebody is asked').toHaveCount(1);
    await passes(kiosk, 31_000);
    await expect(kiosk.attract).toBeVisible();
  });
}
