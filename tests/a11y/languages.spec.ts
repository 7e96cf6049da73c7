/** The main screens in Welsh and in Arabic: axe, and nothing cut or scrolled sideways (C10, Q1). */
import { axeFinds } from '../support/axe.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { dress } from '../support/look.ts';
import { sizes } from '../support/screens.ts';
import { survey } from '../support/survey.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, TOPIC } from '../support/words.ts';

const screens = [
  ['home', '#/home'],
  ['a topic', `#/topic/${TOPIC}`],
  ['a translated page', `#/page/${PAGE}`],
  ['a page that is not translated', '#/page/tests-and-scans'],
  ['questions that are not translated', '#/questions'],
  ['words explained', '#/words'],
] as const;

const reach = async (kiosk: Kiosk, address: string, language: string): Promise<void> => {
  await kiosk.opens(address);
  await kiosk.presses(kiosk.page.locator('kiosk-header [data-panel="language"]'));
  await kiosk.presses(kiosk.panel('language').locator(`button[lang="${language}"]`));
  await expect(kiosk.page.locator('html')).toHaveAttribute('lang', language);
};

for (const language of ['cy', 'ar']) {
  for (const [name, address] of screens) {
    test(`Q1, C10 · axe finds nothing on ${name} in ${language}, light and dark, at two sizes`, async ({ kiosk }) => {
      test.setTimeout(120_000);
      await reach(kiosk, address, language);
      const found: string[] = [];
      for (const step of [2, 4] as const) {
        for (const theme of ['standard', 'yellow-on-black'] as const) {
          await dress(kiosk, { step, theme });
          found.push(...(await axeFinds(kiosk.page)));
        }
      }
      expect(found).toEqual([]);
    });

    test(`D1, C10 · ${name} in ${language} loses nothing sideways at the largest size`, async ({ kiosk }) => {
      await reach(kiosk, address, language);
      const lost: string[] = [];
      for (const size of sizes) {
        await kiosk.page.setViewportSize(size);
        await dress(kiosk, { step: 4 });
        const { texts, sideways } = await survey(kiosk.page);
        expect(texts.length).toBeGreaterThan(3);
        const where = `${String(size.width)}×${String(size.height)}`;
        lost.push(...texts.filter(({ cutBy }) => cutBy > 1).map(({ text }) => `${where}: “${text}” is cut`));
        lost.push(...sideways.map((element) => `${where}: scrolls sideways: ${element}`));
      }
      expect(lost).toEqual([]);
    });
  }
}
