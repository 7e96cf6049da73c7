/** My summary with what nobody hopes for (P1, P6): far too much, strange words, pages that are gone, another language. */
import type { KeptItem } from '../../renderer/host/printing.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { hasAPrinter } from '../support/stand-in-printer.ts';
import { survey } from '../support/survey.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words, wordsOf } from '../support/words.ts';

const arabic = wordsOf('ar');

const items = (kiosk: Kiosk) => kiosk.page.locator('kiosk-summary [data-kept]');
const summaryTool = (kiosk: Kiosk) => kiosk.toolbar.locator('[data-tool="summary"]');

/** Keeps things as their buttons would, many at once. */
const keepsAll = (kiosk: Kiosk, kept: readonly KeptItem[]): Promise<void> =>
  kiosk.page.locator('kiosk-app').evaluate((app, all) => {
    for (const detail of all) app.dispatchEvent(new CustomEvent('kiosk-keep', { detail }));
  }, kept);

const part = (page: string, id: string, version: 'full' | 'easy' = 'full'): KeptItem => ({
  kind: 'part',
  page,
  version,
  part: id,
  openGates: [],
});

const own = (text: string): KeptItem => ({ kind: 'own-question', text });

const speaks = async (kiosk: Kiosk, language: string): Promise<void> => {
  await kiosk.presses(kiosk.page.locator('kiosk-header [data-panel="language"]'));
  await kiosk.presses(kiosk.panel('language').locator(`button[lang="${language}"]`));
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', language);
  await kiosk.presses(kiosk.panel('language').locator('.close'));
};

test('P1 · two hundred things are kept and no more; the button says why, and leads to where something can be taken out', async ({
  kiosk,
  page,
}, testInfo) => {
  await kiosk.opensPage('in-short');
  const parts = await page.locator('kiosk-page section.part').evaluateAll((all) => all.map(({ id }) => id));
  const kept = [
    ...parts.filter((id) => id !== 'in-short').map((id) => part(PAGE, id)),
    ...Array.from({ length: 200 }, (_one, index) => own(`Question ${String(index)}?`)),
  ].slice(0, 199);
  await keepsAll(kiosk, kept);
  await expect(kiosk.toolbar.locator('.count')).toHaveText('199');
  await kiosk.presses(kiosk.part('in-short').locator('.keep'));
  await expect(kiosk.toolbar.locator('.count')).toHaveText('200');
  await kiosk.goesHome();
  await kiosk.choosesCard(words.text('home.words.title'));
  const full = page.locator('kiosk-words .keep').first();
  await expect(full).toHaveText(words.text('summary.full'));

  // How long it takes is told and not judged: it depends on what else the machine does.
  const tookMs = async (act: () => Promise<void>): Promise<number> => {
    const from = Date.now();
    await act();
    return Date.now() - from;
  };
  const opensMs = await tookMs(async () => {
    await full.tap();
    await expect(items(kiosk)).toHaveCount(200);
  });
  const toTheNextFrame = (selector: string) =>
    page.locator('kiosk-summary').evaluate(
      (view, where) =>
        new Promise<number>((resolve) => {
          const from = performance.now();
          view.shadowRoot?.querySelector<HTMLElement>(where)?.click();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - from)));
        }),
      selector,
    );
  const movesMs = await toTheNextFrame("li:nth-child(100) [data-act='up']");
  const removesMs = await toTheNextFrame("li:nth-child(100) [data-act='remove']");
  await expect(items(kiosk)).toHaveCount(199);
  testInfo.annotations.push({
    type: 'figure',
    description: `200 things: opened in ${String(opensMs)} ms, moved in ${String(Math.round(movesMs))} ms, taken out in ${String(Math.round(removesMs))} ms`,
  });
  console.log(testInfo.annotations.at(-1)?.description);
  await kiosk.presses(kiosk.button(words.text('summary.putBack')));
  await expect(items(kiosk)).toHaveCount(200);
  await expect(page.locator('kiosk-summary')).toContainText(words.text('summary.full'));
});

const strange = {
  'of 2,000 characters without a space': 'x'.repeat(2000),
  'of 2,000 characters in words': 'Why does it hurt? '.repeat(120).slice(0, 2000).trim(),
  'written from right to left': 'هل يمكن أن نسأل عن العلاج؟ (مرة أخرى) 12',
  'that is HTML': '<img src=x onerror=alert(1)><b>Why?</b> &amp; <script>alert(2)</script>',
} as const;

for (const [name, text] of Object.entries(strange)) {
  test(`P1 · an own question ${name} is shown as it was written, and breaks nothing`, async ({ kiosk, page }) => {
    await kiosk.opens('#/home');
    await keepsAll(kiosk, [own(text), own('Another?')]);
    await kiosk.presses(summaryTool(kiosk));
    await expect(items(kiosk).first().locator('h2')).toHaveText(text);
    for (const size of [
      { width: 1080, height: 1920 },
      { width: 1366, height: 768 },
    ]) {
      await page.setViewportSize(size);
      const { sideways } = await survey(page);
      expect(sideways).toEqual([]);
    }
    await expect(page.locator('kiosk-summary img, kiosk-summary script, kiosk-summary h2 b')).toHaveCount(0);
    const isArabic = name.includes('right to left');
    const direction = await items(kiosk)
      .first()
      .locator('h2')
      .evaluate((heading) => getComputedStyle(heading).direction);
    expect(direction).toBe(isArabic ? 'rtl' : 'ltr');
    expect(page.url()).not.toContain('%');
  });
}

test('P1 · two questions in letters of another script are two things, each moved and taken out by itself', async ({
  kiosk,
}) => {
  await kiosk.opens('#/home');
  await keepsAll(kiosk, [own('متى؟'), own('لماذا')]);
  await keepsAll(kiosk, [own('كيفه')]);
  await kiosk.presses(summaryTool(kiosk));
  const headings = items(kiosk).locator('h2');
  await expect(headings).toHaveText(['متى؟', 'لماذا', 'كيفه']);
  const ids = await items(kiosk).evaluateAll((all) => all.map(({ id }) => id));
  expect(new Set(ids).size).toBe(3);
  await kiosk.presses(items(kiosk).nth(2).locator("[data-act='up']"));
  await expect(headings).toHaveText(['متى؟', 'كيفه', 'لماذا']);
  await expect(items(kiosk).nth(1).locator("[data-act='up']")).toBeFocused();
});

test('P6 · what cannot be shown any more says so, among what can, and can be taken out; it comes back with its page', async ({
  kiosk,
  page,
}) => {
  await kiosk.opens('#/home');
  await keepsAll(kiosk, [
    part(PAGE, 'in-short'),
    part(PAGE, 'a-part-that-was-withdrawn'),
    { kind: 'term', term: 'no-such-word' },
    { kind: 'helpline', page: PAGE, helpline: 'no-such-number' },
    { kind: 'question', group: 'no', question: 'such' },
    own('Why?'),
  ]);
  await kiosk.presses(summaryTool(kiosk));
  await expect(items(kiosk)).toHaveCount(6);
  const gone = items(kiosk).filter({ hasText: words.text('summary.missing') });
  await expect(gone).toHaveCount(4);
  await expect(items(kiosk).last().locator('h2')).toHaveText('Why?');
  for (let left = 4; left > 0; left -= 1) {
    await kiosk.presses(gone.first().locator("[data-act='remove']"));
    await expect(gone).toHaveCount(left - 1);
  }
  await expect(items(kiosk)).toHaveCount(2);

  kiosk.watch.expectTrouble(/pages\/.*\.json|document-missing|net::ERR_FAILED/);
  await page.route('**/content/**/pages/*.json', (route) => route.abort());
  await speaks(kiosk, 'ar');
  await expect(items(kiosk).first()).toContainText(arabic.text('summary.missing'));
  await expect(items(kiosk).last().locator('h2'), 'the rest is there').toHaveText('Why?');
  await page.unroute('**/content/**/pages/*.json');
  await speaks(kiosk, 'cy');
  await expect(items(kiosk).first()).not.toContainText(wordsOf('cy').text('summary.missing'));
});

test('C10 · what was kept follows the language; what is not translated says so, and is marked as English', async ({
  kiosk,
  page,
}) => {
  await kiosk.opens('#/home');
  await keepsAll(kiosk, [
    part(PAGE, 'in-short'),
    part('tests-and-scans', 'in-short'),
    { kind: 'term', term: 'relapse' },
  ]);
  await kiosk.presses(summaryTool(kiosk));
  const english = await items(kiosk).first().locator('.flow').first().innerText();
  await kiosk.presses(items(kiosk).nth(2).locator("[data-act='remove']"));
  await speaks(kiosk, 'ar');
  await expect(kiosk.title).toHaveText(arabic.text('summary.title'));
  await expect(items(kiosk).first().locator('.flow').first()).not.toHaveText(english);
  await expect(items(kiosk).first().locator('.untranslated')).toHaveCount(0);
  const other = items(kiosk).nth(1);
  await expect(other.locator('.untranslated')).toHaveText(arabic.text('language.notTranslated'));
  await expect(other.locator('.flow').first()).toHaveAttribute('lang', 'en-GB');
  await expect(other.locator('.flow').first()).toHaveAttribute('dir', 'ltr');
  await expect(other.locator("[data-act='remove']")).toHaveText(arabic.text('summary.remove'));
  await kiosk.presses(kiosk.button(arabic.text('summary.putBack')));
  await expect(items(kiosk).nth(2), 'what was taken out has its words too').not.toContainText(
    arabic.text('summary.missing'),
  );
  await expect(page.locator('kiosk-summary .sample')).toContainText(arabic.text('translation.notice'));
});

test('C10 · English is no translation: it never says that it is not reviewed as one', async ({ kiosk, page }) => {
  await kiosk.opens('#/words');
  await kiosk.presses(page.locator('kiosk-words .keep').first());
  await expect(page.locator('kiosk-words .sample')).not.toContainText(words.text('translation.notice'));
  await kiosk.presses(summaryTool(kiosk));
  await expect(page.locator('kiosk-summary .sample')).toHaveText(words.text('sample.notice'));
});

test('C3 · what was kept stays as it was kept when Easy Read comes on, and both versions can be kept', async ({
  kiosk,
}) => {
  await kiosk.opens('#/page/tests-and-scans');
  await kiosk.presses(kiosk.part('in-short').locator('.keep'));
  await kiosk.presses(kiosk.page.locator('.version button'));
  await expect(kiosk.page).toHaveURL(/#\/easy\/tests-and-scans/);
  const easy = kiosk.page.locator('kiosk-page section.part .keep').first();
  await expect(easy).toHaveAttribute('aria-pressed', 'false');
  await kiosk.presses(easy);
  await kiosk.presses(summaryTool(kiosk));
  await expect(items(kiosk)).toHaveCount(2);
  await expect(items(kiosk).nth(0).locator('.idea')).toHaveCount(0);
  expect(await items(kiosk).nth(1).locator('.idea').count()).toBeGreaterThan(0);
});

test('P3, C10 · the ticket is in the words of the language, in figures that the desk reads too', async ({
  kiosk,
  page,
}) => {
  const printer = await hasAPrinter(page);
  await kiosk.opens('#/words');
  await kiosk.presses(page.locator('kiosk-words .keep').first());
  await kiosk.presses(summaryTool(kiosk));
  await kiosk.presses(kiosk.button(words.text('print.do')));
  await expect(page.locator('kiosk-summary .ticket')).toHaveText('Kingfisher 12');
  await speaks(kiosk, 'ar');
  await expect(page.locator('kiosk-summary .ticket')).toHaveText(
    /^\s*\p{Script=Arabic}+(\s\p{Script=Arabic}+)?\s+12\s*$/u,
  );
  await expect(page.locator('kiosk-summary .outcome')).toHaveText(arabic.text('print.held'));
  expect(printer.asked).toHaveLength(1);
});
