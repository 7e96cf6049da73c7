/** axe on every screen, in every theme and text size, with no rule excluded (Q1). */
import { AxeBuilder } from '@axe-core/playwright';
import { textSizes, themes } from '../../renderer/visit/preferences.ts';
import type { Kiosk } from '../support/kiosk.ts';
import { dress } from '../support/look.ts';
import { panels, views } from '../support/screens.ts';
import { expect, test } from '../support/test.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];

/** D3: the soft theme is allowed 4.5–8:1, as a choice a visitor makes; AA contrast still holds there. */
const softer = { 'color-contrast-enhanced': { enabled: false } };

/** What axe finds on the screen as it is, one line each. */
const violations = async (kiosk: Kiosk, isSoft: boolean): Promise<readonly string[]> => {
  const builder = new AxeBuilder({ page: kiosk.page }).withTags(tags);
  if (isSoft) builder.options({ runOnly: { type: 'tag', values: tags }, rules: softer });
  const { violations: found } = await builder.analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} – ${target.join(' ')} – ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
};

for (const screen of [...views, ...panels]) {
  test(`Q1 · axe finds nothing on ${screen.name}, in five themes and four text sizes`, async ({ kiosk }) => {
    test.setTimeout(120_000);
    await screen.reach(kiosk);
    const found: string[] = [];
    const note = async (look: string, isSoft: boolean): Promise<void> => {
      found.push(...(await violations(kiosk, isSoft)).map((violation) => `${look}: ${violation}`));
    };
    for (const { step } of textSizes) {
      for (const theme of themes) {
        await dress(kiosk, { step, theme });
        await note(`size ${String(step)}, ${theme}`, theme === 'soft');
      }
    }
    expect([...new Set(found)]).toEqual([]);
  });
}
