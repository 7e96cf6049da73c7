/**
 * Passages on the screen: how text is written so that it can be spoken and highlighted, and how the
 * passages of a view are found again in reading order.
 *
 * Text is counted in the passage's own plain text. So that templates may add icons and white space
 * freely, only what stands inside a `.run` element counts as text of the passage.
 */
import { type TemplateResult, html, nothing } from 'lit';
import type { Passage, Run } from '../../content/format/index.ts';
import { PASSAGE_ATTRIBUTE } from './passage-key.ts';

export { PASSAGE_ATTRIBUTE, passageKey } from './passage-key.ts';

/** A passage's plain text, which its narration's offsets count in. */
export const plainText = (passage: Passage): string => passage.runs.map((run) => run.text).join('');

/** Draws a run that opens a glossary entry. */
export type TermTemplate = (run: Run & { readonly term: string }) => TemplateResult;

/** A passage's runs; `term` draws the medical words, which are plain text where it is left out. */
export function runs(passage: Passage, term?: TermTemplate): readonly TemplateResult[] {
  const plain = plainIn(passage);
  if (term === undefined) return passage.runs.map(plain);
  const pieces: Piece[] = passage.runs.map((run) => ({ ...run, before: '', after: '' }));
  for (const [index, piece] of pieces.entries()) {
    if (piece.term === undefined) continue;
    piece.before = take(pieces[index - 1], /[^\s\p{L}\p{N}]+$/u);
    piece.after = take(pieces[index + 1], /^[^\s\p{L}\p{N}]+/u);
  }
  return pieces.map((piece) => {
    if (piece.term === undefined) return plain(piece);
    const word = term({ text: piece.text, term: piece.term });
    if (piece.before === '' && piece.after === '') return word;
    return html`<span class="together">${plain({ text: piece.before })}${word}${plain({ text: piece.after })}</span>`;
  });
}

/** A run with the punctuation that must stay on its line: `(` before it, `).` after it. */
type Piece = Run & { text: string; before: string; after: string };

/** Draws runs as text, which says in which language it is where that is not the one around it (C10). */
const plainIn =
  ({ other }: Passage) =>
  (run: Run): TemplateResult => {
    const [lang, dir] = [other?.language ?? nothing, other?.direction ?? nothing];
    return run.strong === true
      ? html`<strong class="run" lang=${lang} dir=${dir}>${run.text}</strong>`
      : html`<span class="run" lang=${lang} dir=${dir}>${run.text}</span>`;
  };

/** Takes the punctuation that touches a medical word off its neighbour. */
function take(neighbour: Piece | undefined, punctuation: RegExp): string {
  if (neighbour === undefined || neighbour.term !== undefined) return '';
  const [taken = ''] = punctuation.exec(neighbour.text) ?? [];
  neighbour.text = neighbour.text.replace(punctuation, '');
  return taken;
}

/**
 * The passages inside a root, in reading order. Views draw no passage that is not to be seen; only what a
 * wide table shows by its place, and says beside each cell, is clipped from sight.
 */
export function findPassages(root: ParentNode): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(`[${PASSAGE_ATTRIBUTE}]`)];
}

/**
 * The range of a stretch of a passage's plain text, or `undefined` when the text on the screen is not
 * what the narration was made from: nothing is highlighted rather than something wrong.
 */
export function rangeOf(passage: HTMLElement, start: number, end: number): Range | undefined {
  const range = document.createRange();
  let offset = 0;
  let started = false;
  for (const node of textNodes(passage)) {
    const next = offset + node.data.length;
    if (!started && start < next) {
      range.setStart(node, start - offset);
      started = true;
    }
    if (started && end <= next) {
      range.setEnd(node, end - offset);
      return range;
    }
    offset = next;
  }
  return undefined;
}

function* textNodes(passage: HTMLElement): Generator<Text> {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Text && node.parentElement?.closest('.run') !== null) yield node;
  }
}
