/** Medical words, explained where they stand and all in one list (C4). */
import { bothWays, expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

bothWays('C4 · a medical word opens its meaning in place, and gives the focus back when it closes', async (kiosk) => {
  await kiosk.opensPage('the-words');
  const word = kiosk.part('the-words').locator('button.term').filter({ hasText: 'refractory' });
  await expect(word).toHaveAttribute('aria-expanded', 'false');
  await kiosk.presses(word);
  await expect(word).toHaveAttribute('aria-expanded', 'true');
  await expect(kiosk.meaning).toHaveCount(1);
  await expect(kiosk.meaning).toBeVisible();
  await expect(kiosk.meaning).toContainText(words.format('term.sayIt', { respelling: '' }).trim());
  const below = await kiosk.meaning.boundingBox();
  const above = await word.boundingBox();
  expect(below?.y, 'the meaning stands below its word').toBeGreaterThan(above?.y ?? Number.POSITIVE_INFINITY);
  await kiosk.presses(kiosk.button(words.text('term.close')));
  await expect(kiosk.meaning).toHaveCount(0);
  await expect(word).toBeFocused();
});

bothWays('C4 · the word itself closes its meaning, and another word takes its place', async (kiosk) => {
  await kiosk.opensPage('the-words');
  const term = (text: string) => kiosk.part('the-words').locator('button.term').filter({ hasText: text });
  await kiosk.presses(term('refractory'));
  await kiosk.presses(term('recurrent').first());
  await expect(kiosk.meaning).toHaveCount(1);
  await expect(kiosk.meaning).toContainText('recurrent');
  await kiosk.presses(term('recurrent').first());
  await expect(kiosk.meaning).toHaveCount(0);
});

bothWays('C4 · words explained lists the words from A to Z, each with how to say it', async (kiosk) => {
  await kiosk.opens('#/home');
  await kiosk.choosesCard(words.text('home.words.title'));
  await expect(kiosk.title).toHaveText(words.text('words.title'));
  const terms = await kiosk.page.locator('kiosk-words dt').allTextContents();
  expect(terms.length).toBeGreaterThanOrEqual(25);
  const collator = new Intl.Collator('en-GB');
  expect(terms.map((term) => term.trim())).toEqual(terms.map((term) => term.trim()).toSorted(collator.compare));
  await expect(kiosk.page.locator('kiosk-words .say')).toHaveCount(terms.length);
});

test('principle 3 · sensitive words are not in the list unasked', async ({ kiosk }) => {
  await kiosk.opens('#/words');
  const terms = await kiosk.page.locator('kiosk-words dt').allTextContents();
  expect(terms.map((term) => term.trim().toLowerCase())).toContain('neuroblastoma');
  expect(terms.map((term) => term.trim().toLowerCase())).not.toContain('prognosis');
});

test('C4 · a medical word is marked once per part', async ({ kiosk }) => {
  await kiosk.opensPage();
  for (const part of await kiosk.page.locator('section.part').all()) {
    const terms = (await part.locator('button.term .run').allTextContents()).map((text) => text.toLowerCase());
    expect(terms).toEqual([...new Set(terms)]);
  }
});
