/** axe on every screen, in every theme and text size, with no rule excluded (Q1). */
import { type Theme, textSizes, themes } from '../../renderer/visit/preferences.ts';
import { axeFinds } from '../support/axe.ts';
import { dress } from '../support/look.ts';
import { asking, covered, divided, ideas, panels, views } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';

/**
 * The rules that look at colours. A theme changes nothing else, so the other rules run once for each text
 * size, in the standard theme. D3: soft is allowed 4.5–8:1, as a choice; AA contrast still holds there.
 */
const coloursOf = (theme: Theme): string[] => [
  'color-contrast',
  'link-in-text-block',
  ...(theme === 'soft' ? [] : ['color-contrast-enhanced']),
];

for (const screen of [...views, covered, ...asking, ...divided, ...ideas, ...panels]) {
  test(`Q1 · axe finds nothing on ${screen.name}, in five themes and four text sizes`, async ({ kiosk }) => {
    test.setTimeout(120_000);
    await screen.reach(kiosk);
    const found: string[] = [];
    for (const { step } of textSizes) {
      for (const theme of themes) {
        await dress(kiosk, { step, theme });
        const here = await axeFinds(kiosk.page, theme === 'standard' ? undefined : coloursOf(theme));
        found.push(...here.map((violation) => `size ${String(step)}, ${theme}: ${violation}`));
      }
    }
    expect(found).toEqual([]);
  });
}
