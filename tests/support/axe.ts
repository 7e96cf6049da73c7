/** axe on the page as it is, by the rules of WCAG up to AAA and axe's own of good practice (Q1). */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'];

/**
 * What axe finds, one line each.
 *
 * @param rules - only these; absent: all
 */
export const axeFinds = async (page: Page, rules?: readonly string[]): Promise<readonly string[]> => {
  // The other mode gathers the results of frames of other origins in a page of its own, for twice the time; there are none.
  const builder = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules === undefined ? builder.withTags(tags) : builder.withRules([...rules])).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary = '' }) =>
        `${id}: ${help} – ${target.join(' ')} – ${failureSummary.replace(/\s+/g, ' ')}`,
    ),
  );
};
