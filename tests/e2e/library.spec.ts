/** The library as a visitor meets it: every page, the questions, gates, signs that cannot wait, tables. */
import type { Home, Page, QuestionSheet, Topic } from '../../content/format/index.ts';
import { compiledDocument, compiledNarration, plain } from '../support/content.ts';
import { hears, listen, playsOf } from '../support/ears.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { withSite } from '../support/site.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { GATED, words } from '../support/words.ts';

const gateOf = (kiosk: Kiosk) => kiosk.page.locator('.gate').first();

test('C1, C2 · every page is reached through the topics, and opens as sample content with its sources', async ({
  kiosk,
}) => {
  const { request } = kiosk.page;
  const home = await compiledDocument<Home>(request, kiosk.url, 'home');
  const topics = await Promise.all(
    home.topics.map(({ id }) => compiledDocument<Topic>(request, kiosk.url, `topics/${id}`)),
  );
  const ids = [...new Set(topics.flatMap(({ pages }) => pages.map(({ id }) => id)))];
  expect(ids).toHaveLength(10);
  for (const id of ids) {
    const page = await compiledDocument<Page>(request, kiosk.url, `pages/${id}`);
    await kiosk.opens(`#/page/${id}`);
    await expect(kiosk.title).toHaveText(plain(page.title));
    await expect(kiosk.page.locator('.sample')).toHaveText(words.text('sample.notice'));
    await expect(kiosk.part('references')).toBeAttached();
    for (const { sources } of page.parts.filter((part) => part.id !== 'acknowledgements')) {
      expect(sources.length, `${id}: each part names what it rests on`).toBeGreaterThan(0);
    }
  }
});

bothWays('C1 · a topic with one page leads straight to it, and a page leads on to related ones', async (kiosk) => {
  await kiosk.opens('#/home');
  await kiosk.choosesCard('Your visit today');
  await expect(kiosk.page.locator('kiosk-page')).toBeVisible();
  const onward = kiosk.page.locator('.related').getByRole('link').first();
  const title = await onward.locator('.title').textContent();
  await onward.scrollIntoViewIfNeeded();
  await kiosk.presses(onward);
  await expect(kiosk.title).toHaveText(title?.trim() ?? 'a title');
});

bothWays('C7 · the questions are offered on home, subject by subject', async (kiosk) => {
  const sheet = await compiledDocument<QuestionSheet>(kiosk.page.request, kiosk.url, 'questions');
  await kiosk.opens('#/home');
  await kiosk.choosesCard(plain(sheet.title));
  await expect(kiosk.title).toHaveText(plain(sheet.title));
  const open = sheet.groups.flatMap(({ questions }) => questions.map(({ passage }) => plain(passage)));
  expect(open.length).toBeGreaterThanOrEqual(30);
  await expect(kiosk.page.locator('kiosk-questions .list li > [data-passage]')).toHaveText(open);
});

test('C7, principle 3 · sensitive questions are nowhere on the page until somebody says yes', async ({ kiosk }) => {
  const sheet = await compiledDocument<QuestionSheet>(kiosk.page.request, kiosk.url, 'questions');
  const group = sheet.groups.find(({ gate }) => gate !== undefined);
  const [first] = group?.gate?.questions ?? [];
  if (group === undefined || first === undefined) throw new Error('no gated question');
  await kiosk.opens(`#/questions/${group.id}`);
  const main = kiosk.page.locator('kiosk-questions');
  await expect(main).not.toContainText(plain(first.passage));
  await kiosk.presses(gateOf(kiosk).getByRole('button', { name: words.text('gate.open') }));
  await expect(main).toContainText(plain(first.passage));
  await kiosk.presses(gateOf(kiosk).getByRole('button', { name: words.text('gate.close') }));
  await expect(main).not.toContainText(plain(first.passage));
});

bothWays(
  'principle 3 · a gate opens by one press and closes by another, and is closed for who comes back',
  async (kiosk) => {
    await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
    const behind = gateOf(kiosk).locator('.behind');
    await expect(behind).toBeEmpty();
    await kiosk.presses(gateOf(kiosk).getByRole('button', { name: words.text('gate.open') }));
    await expect(behind).not.toBeEmpty();
    await kiosk.goesHome();
    await expect(kiosk.title).toHaveText(words.text('home.title'));
    await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
    await expect(behind).toBeEmpty();
  },
);

test('R1 · reading aloud waits at a gate; Play goes on after it, and opening it reads what is behind', async ({
  kiosk,
}) => {
  const page = await compiledDocument<Page>(kiosk.page.request, kiosk.url, `pages/${GATED.page}`);
  const { passages } = await compiledNarration(kiosk.page.request, kiosk.url, `pages/${GATED.page}`);
  const part = page.parts.find(({ id }) => id === GATED.part);
  const gate = part?.blocks.find((block) => block.kind === 'gate');
  if (gate?.kind !== 'gate') throw new Error('no gate');
  const clipsBehind = gate.content
    .flatMap((block) => (block.kind === 'paragraph' ? [block.passage] : block.items))
    .flatMap(({ id }) => passages[id] ?? [])
    .map(({ clip }) => clip);
  await listen(kiosk.page);
  await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
  await kiosk.asksToRead();
  await hears(kiosk.page);
  await kiosk.makesTheReaderFastest();
  await expect(kiosk.readingButton('play'), 'it waits').toBeVisible({ timeout: 40_000 });
  const before = await playsOf(kiosk.page);
  expect(before.filter((clip) => clipsBehind.includes(clip))).toEqual([]);
  expect(before).toContain(passages[gate.question.id]?.at(-1)?.clip);
  await kiosk.presses(gateOf(kiosk).getByRole('button', { name: words.text('gate.open') }));
  await expect.poll(async () => (await playsOf(kiosk.page)).at(-1)).toBe(clipsBehind[0]);
});

test('C2 · signs that cannot wait send people to the desk for the number, until the site gives one', async ({
  kiosk,
  page,
}) => {
  await kiosk.opens('#/page/side-effects-and-when-to-call');
  await expect(kiosk.page.locator('.urgent .whom').first()).toHaveText(words.text('urgent.ask'));
  await expect(kiosk.page.locator('.urgent .number')).toHaveCount(0);

  await withSite({ urgentNumber: '01234 567890' }, { page, watch: kiosk.watch }, async (site) => {
    await page.goto(`${site.url}#/page/side-effects-and-when-to-call`);
    const urgent = page.locator('.urgent').first();
    await expect(urgent).toContainText(words.text('urgent.ring'));
    await expect(urgent.locator('.number')).toHaveText('01234 567890');
    const digits = await urgent
      .locator('.number [data-passage]')
      .evaluateAll((spans) => spans.map((span) => span.getAttribute('data-passage')));
    expect(digits, 'each digit is spoken').toEqual('01234567890'.split('').map((digit) => `messages#number/${digit}`));
  });
});

test('C2, D1 · a table is a table where there is room, and row by row where there is not', async ({ kiosk }) => {
  await kiosk.opens('#/page/tests-and-scans/other-scans');
  const table = kiosk.page.getByRole('table');
  await expect(table).toBeVisible();
  await expect(table.locator('thead')).toBeVisible();
  await expect(kiosk.page.getByRole('columnheader')).toHaveCount(3);
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(4);
  await expect(table.locator('thead')).toBeHidden();
  await expect(table.locator('.column-name').first()).toBeVisible();
  const order = await table
    .locator('tbody tr')
    .first()
    .locator('[data-passage]')
    .evaluateAll((passages) => passages.map((passage) => passage.textContent.trim()));
  expect(order.slice(0, 3), 'by ear: the row, then each column with its cell').toEqual([
    'Ultrasound',
    'What it uses',
    'Sound waves',
  ]);
});
