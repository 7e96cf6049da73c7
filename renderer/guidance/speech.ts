/** What spoken guidance says: stretches of content by their passage, and the interface's own words as text. */

/** One stretch of what is said. `text` is what a caption shows; `key` names a passage of the content. */
export type Stretch =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'passage'; readonly key: string; readonly text: string };

/** Something said in one go. */
export type Speech = readonly Stretch[];

/** The interface's own words; white space that stands there for the layout is none of theirs. */
export const said = (text: string): Speech => {
  const words = text.replace(/\s+/g, ' ').trim();
  return words === '' ? [] : [{ kind: 'text', text: words }];
};

/** What a caption shows of it. */
export const captionOf = (speech: Speech): string => speech.map(({ text }) => sentence(text)).join(' ');

/** Ends a stretch with a full stop unless it ends with a sign of its own. */
const sentence = (text: string): string => (/[\p{L}\p{N}]$/u.test(text) ? `${text}.` : text);
