/** How a passage is named on the screen, so that its narration can be found. Draws nothing. */
import type { DocumentName } from '../../content/format/index.ts';

/** The attribute that marks an element as a passage; its value is {@link passageKey}. */
export const PASSAGE_ATTRIBUTE = 'data-passage';

/** Names a passage across documents: where its narration is, and its id in there. */
export const passageKey = (source: DocumentName, id: string): string => `${source}#${id}`;

/** Takes a {@link passageKey} apart. */
export function parsePassageKey(key: string): { readonly source: DocumentName; readonly id: string } {
  const at = key.indexOf('#');
  return { source: key.slice(0, at) as DocumentName, id: key.slice(at + 1) };
}
