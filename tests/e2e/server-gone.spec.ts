/** The kiosk's own process ends, for good or for a moment, while somebody has its page open (L6). */
import { join } from 'node:path';
import { temporaryFolder } from '../support/damaged.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { getSurroundings } from '../support/surroundings.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, TOPIC, words } from '../support/words.ts';

test('L6 · when the kiosk is killed under a visitor the screen rests calmly, and begins anew as soon as there is a kiosk again', async ({
  page,
  watch,
}) => {
  watch.expectTrouble(/ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_SOCKET|left the kiosk|document-missing|403/);
  await using folder = await temporaryFolder();
  const start = (...more: readonly string[]) =>
    startKiosk({
      dataDir: join(folder.path, 'data'),
      cwd: folder.path,
      args: ['--bundle', getSurroundings().bundleDir, ...more],
    });
  const first = await start();

  const title = page.locator('main h1');
  const topic = page.locator(`main [data-address="#/topic/${TOPIC}"]`);
  await page.goto(`${first.url}#/home`);
  await topic.waitFor();
  process.kill(first.pid, 'SIGKILL');
  expect(await first.ended).toBe('SIGKILL');
  await topic.tap();
  await expect(title).toHaveText(words.text('resting.title'));
  await expect(page.getByRole('main')).toContainText(words.text('resting.body'));
  await expect(page.getByRole('main')).toContainText('Please ask a member of staff in this waiting room.');
  await expect(page.getByRole('main').getByRole('link'), 'and offers nothing that it has not').toHaveCount(0);
  expect(page.url(), 'it is no page of the browser').toContain(first.url);
  await page
    .locator('kiosk-toolbar')
    .getByRole('button', { name: words.text('toolbar.back') })
    .tap();
  await expect(title, 'what was read already can be gone back to').toHaveText(words.text('home.title'));
  await topic.tap();
  await expect(title).toHaveText(words.text('resting.title'));

  const second = await start('--port', new URL(first.url).port);
  await expect(page.locator('kiosk-attract')).toBeVisible();
  await expect(page).toHaveURL(`${first.url}#/`);
  await page.touchscreen.tap(300, 700);
  await expect(page.locator('kiosk-welcome')).toBeVisible();
  expect(second.stderr(), 'the new kiosk knows the page that it has served').toContain('"event":"sender-refused"');

  // Whoever is in the middle of a visit goes on, though the kiosk is another one; it is found out when they have gone.
  await page.goto(`${first.url}#/page/${PAGE}`);
  await page.locator('kiosk-page section.part').first().waitFor();
  expect(await second.stop()).toBe(0);
  const third = await start('--port', new URL(first.url).port);
  await page.locator('kiosk-header [data-address="#/home"]').tap();
  await expect(title).toHaveText(words.text('home.title'));
  await page.evaluate(() => document.documentElement.setAttribute('data-before', ''));
  await page.getByRole('button', { name: words.text('toolbar.end'), exact: true }).tap();
  await expect(page.locator('kiosk-attract')).toBeVisible();
  await expect(page.locator('html[data-before]'), 'the page is loaded again').toHaveCount(0);
  await page.goto('about:blank');
  expect(await third.stop()).toBe(0);
});
