/** What documents are called. */
import type { DocumentName, Page } from '../../../content/format/index.ts';

/** What a page's document is called. */
export function nameOfPage({ id, version }: Pick<Page, 'id' | 'version'>): DocumentName {
  return version === 'easy' ? `easy/${id}` : `pages/${id}`;
}
