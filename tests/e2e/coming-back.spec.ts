/** Coming back to a page is coming back to the words one had read to, whatever has changed since (C12). */
import { PASSAGE_ATTRIBUTE } from '../../renderer/reading/passages.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { bothWays, expect } from '../support/test.ts';
import { words } from '../support/words.ts';

/** The key of the first passage wholly on the screen. */
const readTo = (kiosk: Kiosk): Promise<string | null> =>
  kiosk.page.locator('kiosk-page').evaluate((view, attribute) => {
    const root = view.shadowRoot;
    const covered = root?.querySelector('.sample')?.getBoundingClientRect().bottom ?? 0;
    const passages = [...(root?.querySelectorAll(`[${attribute}]:not(.sample *)`) ?? [])];
    const first = passages.find((passage) => passage.getBoundingClientRect().top >= covered);
    return first?.getAttribute(attribute) ?? null;
  }, PASSAGE_ATTRIBUTE);

bothWays('C12 · Back returns to the same words after another view and another text size', async (kiosk) => {
  await kiosk.opensPage();
  for (let screenful = 0; screenful < 4; screenful += 1) await kiosk.readsOn();
  const before = await readTo(kiosk);
  expect(before).not.toBeNull();
  await kiosk.page.evaluate(() => (location.hash = '#/words'));
  await expect(kiosk.title).toHaveText(words.text('words.title'));
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(3);
  await kiosk.closesThePanel('size');
  await kiosk.goesBack();
  await kiosk.page.locator('kiosk-page').waitFor();
  await expect.poll(() => readTo(kiosk)).toBe(before);
});
