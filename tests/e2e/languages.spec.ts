/** Languages (C10): chosen where they are met, at once and everywhere, and gone with the visit. */
import type { Locator } from 'playwright/test';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { PAGE, TOPIC, words, wordsOf } from '../support/words.ts';

const arabic = wordsOf('ar');
const welsh = wordsOf('cy');

const openLanguages = (kiosk: Kiosk): Locator => kiosk.page.locator('kiosk-header [data-panel="language"]');

const choose = async (kiosk: Kiosk, language: string): Promise<void> => {
  const opener = openLanguages(kiosk);
  // It stays open when a language is chosen, so that the next one is a tap away.
  if ((await opener.getAttribute('aria-expanded')) === 'false') await kiosk.presses(opener);
  await kiosk.presses(kiosk.panel('language').locator(`button[lang="${language}"]`));
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', language);
};

bothWays('C10 · each language is offered by its own name, and takes effect everywhere at once', async (kiosk) => {
  await kiosk.opens(`#/page/${PAGE}`);
  await kiosk.presses(openLanguages(kiosk));
  const offered = kiosk.panel('language').locator('button[lang]');
  await expect(offered).toHaveText([
    words.text('language.name'),
    arabic.text('language.name'),
    welsh.text('language.name'),
  ]);
  await kiosk.presses(offered.nth(1));
  await expect(kiosk.page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(offered.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect(kiosk.title).toHaveText('الورم الأرومي العصبي الذي لم يزل، أو عاد');
  await expect(kiosk.toolbar).toContainText(arabic.text('toolbar.end'));
  await expect(kiosk.pager).toContainText(arabic.format('page.partOf', { part: 1, parts: 14 }));
  await expect(kiosk.page.locator('kiosk-page .sample')).toContainText(arabic.text('translation.notice'));
});

test('C10 · the visitor stays at the place where they are, in Welsh and in Arabic', async ({ kiosk }) => {
  await kiosk.opensPage('trials');
  for (const language of ['cy', 'ar']) {
    await choose(kiosk, language);
    await expect(kiosk.part('trials').locator('h2')).toBeInViewport();
  }
});

test('EN 301 549 5.1.3.14 · what is not translated says so, is marked as English and is spoken in English', async ({
  kiosk,
}) => {
  await kiosk.opens('#/home');
  const asked: string[] = [];
  // From before the choice: what is said of the buttons may come with the language, or with the page.
  kiosk.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await choose(kiosk, 'ar');
  await kiosk.choosesCard('الآثار الجانبية');
  const view = kiosk.page.locator('kiosk-page');
  await expect(view.locator('.untranslated')).toHaveText(arabic.text('language.notTranslated'));
  await expect(view.locator('.untranslated')).toHaveAttribute('lang', 'ar');
  await expect(view.locator('article')).toHaveAttribute('lang', 'en-GB');
  await expect(view.locator('article')).toHaveAttribute('dir', 'ltr');
  await expect(view.locator('.version button')).toHaveAttribute('lang', 'ar');
  await expect(kiosk.toolbar).toContainText(arabic.text('toolbar.home'));
  await expect.poll(() => asked).toContain('/content/en-gb/narration/pages/side-effects-and-when-to-call.json');
  await expect.poll(() => asked).toContain('/content/ar/narration/messages.json');
});

test('C10 · on a card exactly the English words are marked as English', async ({ kiosk }) => {
  await kiosk.opens(`#/topic/${TOPIC}`);
  await choose(kiosk, 'ar');
  const cards = kiosk.page.locator('kiosk-topic .card');
  await expect(cards.nth(0).locator('[lang]')).toHaveCount(0);
  await expect(cards.nth(1).locator('.title [lang="en-GB"][dir="ltr"]')).toHaveCount(1);
  await expect(cards.nth(1).locator('.note [lang]')).toHaveCount(0);
});

test('R1, C10 · reading aloud stops when the language changes', async ({ kiosk }) => {
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await kiosk.readingButton('pause').waitFor();
  const voice = kiosk.toolbar.locator('[data-panel="reading"]');
  await expect(voice).toHaveClass(/\bon\b/);
  await choose(kiosk, 'cy');
  await expect(voice, 'nothing is read, nor waiting to go on').not.toHaveClass(/\bon\b/);
});

test('X4 · the attract screen welcomes in each language, and a touch on one starts in it', async ({ kiosk }) => {
  await kiosk.opens('#/');
  const cymraeg = kiosk.attract.locator('button[lang="cy"]');
  await expect(cymraeg).toContainText(welsh.text('attract.welcome'));
  await expect(kiosk.attract.locator('button[lang="ar"][dir="rtl"]')).toContainText(arabic.text('attract.welcome'));
  await kiosk.presses(cymraeg);
  await expect(kiosk.title).toHaveText(welsh.text('ways.title'));
});

bothWays('X3 · the next visit begins in the site’s language', async (kiosk) => {
  await kiosk.opens('#/home');
  await choose(kiosk, 'ar');
  await kiosk.presses(kiosk.toolbar.getByRole('button', { name: arabic.text('toolbar.end'), exact: true }));
  await expect(kiosk.attract.locator('h1')).toHaveText(words.text('attract.welcome'));
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await expect(kiosk.page.locator('html')).toHaveAttribute('dir', 'ltr');
});

test('principle 6 · a language whose words cannot be had leaves everything as it was', async ({ kiosk }) => {
  kiosk.watch.expectTrouble(/cy\/messages\.json|document-missing|net::ERR_FAILED/);
  await kiosk.page.route('**/content/cy/messages.json', (route) => route.abort());
  await kiosk.opens('#/home');
  await kiosk.presses(openLanguages(kiosk));
  await kiosk.presses(kiosk.panel('language').locator('button[lang="cy"]'));
  await expect(kiosk.title).toHaveText(words.text('home.title'));
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await choose(kiosk, 'ar');
});
