/** When the sound fails, only the sound does: a kind sentence, and everything else works (principle 6). */
import { isHighlighted, listen } from '../support/ears.ts';
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

bothWays('principle 6 · a clip that cannot be had is said kindly, and the rest of the kiosk works', async (kiosk) => {
  kiosk.watch.expectTrouble(/\.ogg|clip-failed|Failed to load resource: net::ERR_FAILED/);
  await listen(kiosk.page);
  await kiosk.page.route('**/content/audio/**', (route) => route.abort());
  await kiosk.opensPage();
  await kiosk.asksToRead();
  await expect(kiosk.panel('reading').getByText(words.text('reading.silent'))).toBeVisible();
  expect(await isHighlighted(kiosk.page)).toBe(false);
  await expect(kiosk.readingButton('play')).toBeVisible();
  await kiosk.goesBack();
  await kiosk.opensTheColoursPanel();
  await kiosk.picksColours('soft');
  await expect(kiosk.page.locator('html')).toHaveAttribute('data-theme', 'soft');
  await kiosk.goesHome();
  await expect(kiosk.title).toHaveText(words.text('home.title'));
});

bothWays('principle 6 · a page that cannot be loaded is said kindly, with the way to the desk', async (kiosk) => {
  kiosk.watch.expectTrouble(/pages\/.*\.json|document-missing|Failed to load resource: net::ERR_FAILED/);
  await kiosk.page.route('**/content/*/pages/*.json', (route) => route.abort());
  await kiosk.opensPage();
  await expect(kiosk.title).toHaveText(words.text('unavailable.title'));
  await expect(kiosk.page.getByRole('main')).toContainText(words.text('unavailable.body'));
  await expect(kiosk.page.getByRole('main')).toContainText('Please ask a member of staff in this waiting room.');
  await kiosk.presses(kiosk.page.getByRole('link', { name: words.text('notFound.home') }));
  await expect(kiosk.title).toHaveText(words.text('home.title'));
});

bothWays(
  'principle 6 · silence is told too where no panel was open, and where the narration is missing',
  async (kiosk) => {
    kiosk.watch.expectTrouble(/narration|\.ogg|clip-failed|Failed to load resource: net::ERR_FAILED/);
    await kiosk.page.route('**/narration/**', (route) => route.abort());
    await kiosk.opensPage('the-words');
    await kiosk.presses(kiosk.part('the-words').locator('button.term').filter({ hasText: 'refractory' }));
    await kiosk.presses(kiosk.button(words.text('term.hear')));
    await expect(kiosk.panel('reading').getByText(words.text('reading.silent'))).toBeVisible();
  },
);

test('L6 · a page that cannot start goes to the screen that rests, never a blank one', async ({
  page,
  kiosk,
  watch,
}) => {
  watch.expectTrouble(/messages\.json|start-failed|resting|503|Failed to load resource: net::ERR_FAILED/);
  await page.route('**/content/*/messages.json', (route) => route.abort());
  await page.goto(kiosk.url);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('This screen is having a rest');
});
