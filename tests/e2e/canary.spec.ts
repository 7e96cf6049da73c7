/** Canaries: what is typed, chosen, heard and opened in a visit is looked for, byte by byte, wherever it could have been left (X5). */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, expect, test } from 'playwright/test';
import { temporaryFolder } from '../support/damaged.ts';
import { startService } from '../support/service.ts';
import { encodings, heldInMemory, tracesIn } from '../support/traces.ts';
import { GATED, PAGE, words } from '../support/words.ts';

/** No words of any content. The second is otherwise written in an address. */
const SEARCHED = 'zqxvyellowbird';
const QUESTION = 'zqxvbluefinch, when?';
const DRAFT = 'zqxvgreenowl';
const typed = [SEARCHED, QUESTION, DRAFT];

/** Names of what was read, by which no file of a kiosk is called unless somebody has read it. */
const opened = [PAGE, GATED.page];

const tool = (page: Page, panel: string) => page.locator(`kiosk-toolbar [data-panel='${panel}']`);

const goes = async (page: Page, address: string, shows: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.locator(shows).first().waitFor();
};

const writes = async (page: Page, field: string, text: string): Promise<void> => {
  await page.locator(field).focus();
  await page.keyboard.type(text);
};

/** Uses all that takes, shows or says what is somebody's own. @returns the clips that were asked for */
const visits = async (page: Page): Promise<readonly string[]> => {
  const heard: string[] = [];
  page.on('request', (request) => {
    const clip = /content\/(audio\/.*)$/.exec(request.url())?.[1];
    if (clip !== undefined) heard.push(clip);
  });
  await page.keyboard.press('Enter');
  await page.locator('kiosk-welcome').waitFor();
  await goes(page, '#/search', 'kiosk-search input');
  await writes(page, 'kiosk-search input', SEARCHED);
  await expect(page.locator('kiosk-search [role="status"]')).toHaveText(/\S/);
  await goes(page, '#/questions', 'kiosk-questions .field input');
  await writes(page, 'kiosk-questions .field input', QUESTION);
  await page.keyboard.press('Enter');
  await expect(page.locator('kiosk-questions #your-own li')).toHaveCount(1);
  await writes(page, 'kiosk-questions .field input', DRAFT);
  await goes(page, `#/page/${GATED.page}/${GATED.part}`, '.gate button');
  await page.locator('.gate button').first().click();
  await expect(page.locator('.behind [data-passage]').first()).toBeVisible();
  await goes(page, `#/page/${PAGE}`, 'section.part#trials');
  await page.locator('button.term').first().press('Enter');
  await page.getByRole('note').waitFor();
  await page.getByRole('button', { name: 'High risk', exact: true }).click();
  await page.locator("kiosk-header [data-panel='language']").click();
  await page.locator('kiosk-language-panel button[lang="cy"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'cy');
  await page.locator('kiosk-language-panel button[lang="en-GB"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en-GB');
  await tool(page, 'reading').click();
  await expect.poll(() => page.evaluate(() => CSS.highlights.get('spoken-sentence')?.size ?? 0)).toBe(1);
  await tool(page, 'ways').click();
  await page
    .locator('kiosk-ways-panel')
    .getByRole('button', { name: words.text('ways.guidance'), exact: true })
    .click();
  await expect(page.locator('kiosk-caption p')).toHaveText(/\S/);
  await page
    .locator('kiosk-header')
    .getByRole('button', { name: words.text('header.cover') })
    .click();
  await page.locator('kiosk-cover').waitFor();
  return heard;
};

test('X5 · nothing typed, chosen, heard, covered or opened in a visit is found afterwards: in no file of the kiosk and its browser, no storage, no log and no memory of the page', async () => {
  test.skip(process.platform === 'win32', 'a script stands in for the browser');
  await using folder = await temporaryFolder();
  const service = await startService(folder.path);
  let heard: readonly string[] = [];
  try {
    await using kiosk = await service.opens();
    const { page } = kiosk;
    const cdp = await page.context().newCDPSession(page);
    await page.locator('kiosk-attract').waitFor();
    heard = await visits(page);
    expect((await heldInMemory(cdp, typed)).toSorted(), 'what is looked for would be found').toEqual(typed.toSorted());
    // The button lies beneath the cover; by ear it can be pressed all the same.
    await page.locator('kiosk-toolbar .apart').evaluate((button: HTMLElement) => button.click());
    await page.locator('kiosk-attract').waitFor();
    expect(await page.content()).not.toMatch(new RegExp(typed.join('|')));
    await expect.poll(() => heldInMemory(cdp, [...typed, ...heard])).toEqual([]);
    const kept = await page.evaluate(async () => ({
      stored: localStorage.length + sessionStorage.length,
      databases: await indexedDB.databases(),
      caches: await caches.keys(),
      cookies: document.cookie,
      asked: performance.getEntriesByType('resource').length,
      places: history.length,
    }));
    expect(kept).toEqual({ stored: 0, databases: [], caches: [], cookies: '', asked: 0, places: expect.any(Number) });
    // The browser still runs, with all that it keeps of a visit for itself.
    expect(await tracesIn(folder.path, [...typed, ...opened, ...heard])).toEqual([]);
  } finally {
    await service.stop();
  }
  expect(heard.length, 'something was heard').toBeGreaterThan(2);
  expect(await tracesIn(folder.path, [...typed, ...opened, ...heard])).toEqual([]);
  for (const text of [...typed, ...opened, ...heard]) expect(service.stderr()).not.toContain(text);
  expect((await tracesIn(folder.path, ['visit-ended'])).length, 'the journal was looked through').toBeGreaterThan(0);

  const planted = join(folder.path, 'planted');
  await mkdir(planted);
  for (const [encoding, write] of Object.entries(encodings)) await writeFile(join(planted, encoding), write(QUESTION));
  const found = await tracesIn(planted, typed);
  expect(found.map(({ file }) => file).toSorted(), 'and what is there is found, however it is written').toEqual(
    Object.keys(encodings)
      .map((encoding) => join(planted, encoding))
      .toSorted(),
  );
});
