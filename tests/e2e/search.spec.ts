/** Search (S1–S4) with the on-screen keyboard (I6): by touch, keyboard and keypad; with bad input; and without a trace. */
import { hands, keypads } from '../support/hands.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const field = (kiosk: Kiosk) => kiosk.page.locator('kiosk-search input');
const found = (kiosk: Kiosk) => kiosk.page.locator('kiosk-search .leads.page');
const key = (kiosk: Kiosk, name: string) => kiosk.panel('keyboard').getByRole('button', { name, exact: true });

const presses = async (kiosk: Kiosk, letters: string): Promise<void> => {
  for (const letter of letters) await kiosk.presses(key(kiosk, letter));
};

const reachesTheSearch = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opens('#/home');
  await kiosk.presses(kiosk.page.locator('kiosk-header').getByRole('link', { name: words.text('header.search') }));
  await expect(field(kiosk)).toBeFocused();
};

const bySeveralHands = (title: string, journey: (kiosk: Kiosk) => Promise<void>): void => {
  for (const hand of [...Object.values(hands), keypads.media])
    test(`${title} – by ${hand.name}`, ({ inHand }) => journey(inHand(hand)));
};

bySeveralHands('S1, I6 · a word that is spelt out leads to its meaning and a page', async (kiosk) => {
  await reachesTheSearch(kiosk);
  await presses(kiosk, 'mibq');
  await kiosk.presses(key(kiosk, words.text('keyboard.delete')));
  await presses(kiosk, 'g');
  await expect(field(kiosk)).toHaveValue('mibg');
  await expect(kiosk.page.locator('kiosk-search .meaning').first()).toContainText('Say it:');
  await kiosk.presses(key(kiosk, words.text('keyboard.done')));
  await expect(kiosk.panel('keyboard')).toHaveCount(0);
  await kiosk.presses(found(kiosk).first());
  await expect(kiosk.page).toHaveURL(/#\/page\//);
  await kiosk.goesBack();
  await expect(field(kiosk), 'the question is still there').toHaveValue('mibg');
});

bothWays('S1 · a suggestion takes the place of what was typed', async (kiosk) => {
  await reachesTheSearch(kiosk);
  await kiosk.page.keyboard.type('nueroblast');
  await kiosk.presses(kiosk.page.getByRole('option', { name: 'neuroblastoma', exact: true }));
  await expect(field(kiosk)).toHaveValue('neuroblastoma');
  await expect(field(kiosk)).toBeFocused();
  await expect(found(kiosk).first()).toBeVisible();
});

test('S1 · results say why they are there, and how many is said once typing rests', async ({ kiosk, page }) => {
  await reachesTheSearch(kiosk);
  await page.keyboard.type('chemo');
  await expect(page.locator('kiosk-search .why').first()).toContainText('chemo');
  await expect(page.locator('kiosk-search [role="status"]')).toContainText(/page/);
});

test('S2 · nothing found leads on: words like it, topics, and the desk', async ({ kiosk, page }) => {
  await reachesTheSearch(kiosk);
  await page.keyboard.type('qqqzzxx');
  await expect(page.locator('kiosk-search')).toContainText(words.text('search.topics'));
  await expect(page.locator('kiosk-search')).toContainText('Please ask a member of staff');
  await expect(page.locator('kiosk-search .card').first()).toBeVisible();
});

test('S3 · what is typed is in no address, no history and gone with the visit', async ({ kiosk, page }) => {
  await reachesTheSearch(kiosk);
  const length = await page.evaluate(() => history.length);
  await page.keyboard.type('chemo');
  await expect(found(kiosk).first()).toBeVisible();
  expect(page.url()).toMatch(/#\/search$/);
  expect(await page.evaluate(() => history.length)).toBe(length);
  await kiosk.endsTheVisit();
  await kiosk.wakesTheScreen();
  await kiosk.presses(page.locator('kiosk-header').getByRole('link', { name: words.text('header.search') }));
  await expect(field(kiosk)).toHaveValue('');
  await expect(found(kiosk)).toHaveCount(0);
});

test('S3 · what stands behind a gate is in no result', async ({ kiosk, page }) => {
  await reachesTheSearch(kiosk);
  await page.keyboard.type('survival');
  await expect(page.locator('kiosk-search [role="status"]')).not.toBeEmpty();
  await expect(page.locator('kiosk-search')).not.toContainText(/has the word “surviv/i);
});

for (const [what, text] of [
  ['500 characters', 'x y '.repeat(125)],
  ['emoji', '👩‍👧 🎗️🎗️'],
  ['right-to-left marks', '\u202e\u200fscan\u202c'],
  ['only spaces', '      '],
  ['signs of code', '<img src=x onerror=alert(1)> {{}} \\ % "'],
] as const) {
  test(`S1 · ${what} break nothing, and the next word is found`, async ({ kiosk, page }) => {
    await reachesTheSearch(kiosk);
    await page.keyboard.insertText(text);
    await expect(kiosk.title).toBeVisible();
    await kiosk.presses(key(kiosk, words.text('keyboard.clear')));
    await expect(field(kiosk)).toHaveValue('');
    await presses(kiosk, 'scan');
    await expect(found(kiosk).first()).toBeVisible();
  });
}

test('I6 · letters as on a computer, kept for the visit; numbers; and never the system’s own keyboard', async ({
  kiosk,
}) => {
  await reachesTheSearch(kiosk);
  await expect(field(kiosk)).toHaveAttribute('inputmode', 'none');
  const rows = () => kiosk.panel('keyboard').locator('.row').first().innerText();
  expect((await rows()).replace(/\s/g, '')).toMatch(/^abc/);
  await kiosk.presses(key(kiosk, words.text('keyboard.typing')));
  await expect.poll(async () => (await rows()).replace(/\s/g, '')).toMatch(/^qwert/);
  await kiosk.presses(key(kiosk, words.text('keyboard.numbers')));
  await presses(kiosk, '13');
  await expect(field(kiosk)).toHaveValue('13');
});

test('C3 · who reads Easy Read is led to Easy Read', async ({ kiosk, page }) => {
  await kiosk.opens('#/home');
  await kiosk.opensTheWaysPanel();
  await kiosk.presses(kiosk.choice('ways', 'page.easy'));
  await kiosk.presses(page.locator('kiosk-header').getByRole('link', { name: words.text('header.search') }));
  await expect(field(kiosk)).toBeFocused();
  await page.keyboard.type('scan');
  await kiosk.presses(found(kiosk).first());
  await expect(page).toHaveURL(/#\/easy\//);
});

test('principle 6 · without its index the search says so and leads elsewhere', async ({ kiosk, page }) => {
  kiosk.watch.expectTrouble(/search\/|document-missing|Failed to load resource: net::ERR_FAILED/);
  await page.route('**/search/*.json', (route) => route.abort());
  await reachesTheSearch(kiosk);
  await page.keyboard.type('scan');
  await expect(page.locator('kiosk-search')).toContainText(words.text('search.broken'));
  await expect(page.locator('kiosk-search .card').first()).toBeVisible();
});
