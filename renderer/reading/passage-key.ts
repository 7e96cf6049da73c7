/** How a passage is named on the screen, so that its narration can be found. Draws nothing. */
import type { DocumentName } from '../../content/format/index.ts';

/** The attribute that marks an element as a passage; its value is {@link passageKey}. */
export const PASSAGE_ATTRIBUTE = 'data-passage';

/**
 * The attribute of an element that repeats words which are a passage elsewhere: spoken guidance says that one, by
 * its {@link passageKey}. Reading aloud passes it by.
 */
export const SAID_AS_ATTRIBUTE = 'data-said-as';

/** The attribute of an element whose passages are said one after the other as one: the digits of a number. */
export const SAID_TOGETHER_ATTRIBUTE = 'data-said-together';

/**
 * Names a passage across documents: where its narration is, and its id in there.
 *
 * @param language - of the document, where that is not the one the visitor reads (C10)
 */
export const passageKey = (source: DocumentName, id: string, language?: string): string =>
  `${source}${language === undefined ? '' : `@${language}`}#${id}`;

/** Takes a {@link passageKey} apart. */
export function parsePassageKey(key: string): {
  readonly source: DocumentName;
  readonly language: string | undefined;
  readonly id: string;
} {
  const at = key.indexOf('#');
  const [source, language] = key.slice(0, at).split('@');
  return { source: source as DocumentName, language, id: key.slice(at + 1) };
}

/** Whether two keys name the same passage, in whatever languages. */
export function isSamePassage(one: string, other: string): boolean {
  const [a, b] = [parsePassageKey(one), parsePassageKey(other)];
  return a.source === b.source && a.id === b.id;
}
