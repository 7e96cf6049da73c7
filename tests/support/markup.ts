/** All that stands in a page, shadow roots as well: what is to be nowhere in it is looked for here. */
import type { Page } from 'playwright/test';

export const markup = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const below = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .flatMap(({ shadowRoot }) => (shadowRoot === null ? [] : [shadowRoot.getHTML(), below(shadowRoot)]))
        .join('');
    return document.documentElement.getHTML() + below(document);
  });
