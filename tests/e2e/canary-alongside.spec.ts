/** A volunteer helps with a reading list, prints, and hands the kiosk back: nothing of the two is to be found afterwards (V2, X5). */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, expect, test } from 'playwright/test';
import { temporaryFolder } from '../support/damaged.ts';
import { startService } from '../support/service.ts';
import { heldInMemory, tracesIn } from '../support/traces.ts';
import { words } from '../support/words.ts';

const TECHNICIANS = '950318';
const VOLUNTEERS = '246813';

/** No words of any content: the visitor's own, before the volunteer came, and both's. */
const BEFORE = 'zqxvbluefinch before';
const TOGETHER = 'zqxvredkestrel together';

const types = async (page: Page, keys: string): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
};

const presses = (page: Page, name: string): Promise<void> =>
  page.locator('kiosk-app').getByRole('button', { name, exact: true }).press('Enter');

const asks = async (page: Page, question: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), '#/questions');
  await page.locator('kiosk-questions .field input').focus();
  await page.keyboard.type(question);
  await page.keyboard.press('Enter');
  await page.locator('#your-own .keep').last().press('Enter');
};

test('V2, X5 · a volunteer helps with a reading list, prints and hands back, and the canaries are gone', async () => {
  test.skip(process.platform === 'win32', 'a script stands in for the browser');
  test.slow();
  await using folder = await temporaryFolder();
  const desk = join(folder.path, 'desk-pc');
  await mkdir(desk);
  const siteFile = join(folder.path, 'site.json');
  await writeFile(siteFile, JSON.stringify({ print: { to: 'folder', folder: desk } }));
  const service = await startService(folder.path, { siteFile });
  try {
    await using kiosk = await service.opens();
    const { page } = kiosk;
    const cdp = await page.context().newCDPSession(page);
    await page.locator('kiosk-attract').waitFor();
    // A technician gives volunteers a PIN.
    await page.keyboard.press('Enter');
    await page.locator('kiosk-welcome').waitFor();
    await page.evaluate((hash) => (location.hash = hash), '#/staff');
    await presses(page, words.text('staff.gate.go'));
    await expect(page.locator('h1')).toHaveText(words.text('staff.choose.title'));
    await types(page, TECHNICIANS);
    await types(page, TECHNICIANS);
    await presses(page, words.text('staff.pins'));
    await types(page, VOLUNTEERS);
    await types(page, VOLUNTEERS);
    await expect(page.getByText(words.text('staff.pins.given'))).toBeVisible();
    await presses(page, words.text('staff.finish'));
    await page.locator('kiosk-attract').waitFor();

    // A visitor writes something; the volunteer who joins does not see it.
    await page.keyboard.press('Enter');
    await page.locator('kiosk-welcome').waitFor();
    await asks(page, BEFORE);
    await expect.poll(() => heldInMemory(cdp, [BEFORE]), 'while it is there, it is found').toEqual([BEFORE]);
    await page.keyboard.press('Pause');
    await expect(page.locator('h1')).toHaveText(words.text('staff.enter.title'));
    await types(page, VOLUNTEERS);
    await page.locator('kiosk-alongside-panel').waitFor();
    await expect(page.locator('kiosk-app')).not.toContainText(BEFORE);
    await presses(page, words.text('alongside.lists'));
    await presses(page, 'Thinking about a trial');
    await page.locator('kiosk-alongside-panel').getByRole('link', { name: 'What a trial is' }).press('Enter');
    await page.locator('#what-a-trial-is .keeping .keep').press('Enter');
    await asks(page, TOGETHER);
    await expect(page.locator('kiosk-toolbar .count')).toHaveText('2');
    await page.evaluate((hash) => (location.hash = hash), '#/summary');
    await page.locator('kiosk-summary .print .primary').press('Enter');
    await page.locator('kiosk-summary .ticket [data-passage^="tickets#"]').waitFor();
    await expect.poll(async () => (await readdir(desk)).length, { timeout: 30_000 }).toBe(1);

    await page.locator('kiosk-toolbar .apart').press('Enter');
    await page.locator('kiosk-ending-panel').waitFor();
    await page.locator('kiosk-toolbar .apart').press('Enter');
    await expect(page.locator('kiosk-wiped li')).toHaveCount(6);
    await expect(page.locator('kiosk-wiped h1')).toHaveText(words.text('wiped.title'));
    await expect.poll(() => heldInMemory(cdp, [BEFORE, TOGETHER])).toEqual([]);
    await presses(page, words.text('wiped.done'));
    await page.locator('kiosk-attract').waitFor();
  } finally {
    await service.stop();
  }
  // The one document that is on its way to paper is the desk's; everything else is looked through.
  for (const name of await readdir(desk)) await writeFile(join(desk, name), '');
  expect(await tracesIn(folder.path, [BEFORE, TOGETHER, VOLUNTEERS, TECHNICIANS])).toEqual([]);
  for (const text of [BEFORE, TOGETHER, VOLUNTEERS]) expect(service.stderr()).not.toContain(text);
  await writeFile(join(folder.path, 'planted'), TOGETHER);
  expect(await tracesIn(folder.path, [TOGETHER]), 'what is there is found').toHaveLength(1);
  expect(await readFile(join(folder.path, 'planted'), 'utf8')).toBe(TOGETHER);
});
