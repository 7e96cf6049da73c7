/** axe on every screen, in every theme and text size, with no rule excluded (Q1). */
import { AxeBuilder } from '@axe-core/playwright';
import { type Theme, textSizes, themes } from '../../renderer/visit/preferences.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { dress } from '../support/look.ts';
import { asking, covered, divided, ideas, panels, views } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];

/**
 * The rules that look at colours. A theme changes nothing else, so the other rules run once for each text
 * size, in the standard theme. D3: soft is allowed 4.5–8:1, as a choice; AA contrast still holds there.
 */
const coloursOf = (theme: Theme): string[] => [
  'color-contrast',
  'link-in-text-block',
  ...(theme === 'soft' ? [] : ['color-contrast-enhanced']),
];

/** What axe finds on the screen as it is, one line each. */
const violations = async (kiosk: Kiosk, theme: Theme): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page: kiosk.page });
  const { violations: found } = await (
    theme === 'standard' ? builder.withTags(tags) : builder.withRules(coloursOf(theme))
  ).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} – ${target.join(' ')} – ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
};

for (const screen of [...views, covered, ...asking, ...divided, ...ideas, ...panels]) {
  test(`Q1 · axe finds nothing on ${screen.name}, in five themes and four text sizes`, async ({ kiosk }) => {
    test.setTimeout(120_000);
    await screen.reach(kiosk);
    const found: string[] = [];
    for (const { step } of textSizes) {
      for (const theme of themes) {
        await dress(kiosk, { step, theme });
        const here = await violations(kiosk, theme);
        found.push(...here.map((violation) => `size ${String(step)}, ${theme}: ${violation}`));
      }
    }
    expect(found).toEqual([]);
  });
}
