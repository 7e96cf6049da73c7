/** Paragraphs and lists, wherever on a page they stand. */
import { type TemplateResult, html, nothing } from 'lit';
import type { Passage, ProseBlock } from '../../../content/format/index.ts';
import type { BlockContext } from './block-context.ts';

/** Draws paragraphs and lists. @param startAt - the number of the first item, where it is not 1 */
export function prose(content: ProseBlock, context: BlockContext, startAt = 1): TemplateResult {
  if (content.kind === 'paragraph') return paragraph(content.passage, context);
  const items = content.items.map((item) => listItem(item, context));
  return content.ordered
    ? html`<ol start=${startAt}>
        ${items}
      </ol>`
    : html`<ul>
        ${items}
      </ul>`;
}

/** Draws a passage as a paragraph, with the meaning opened from it. */
export function paragraph(passage: Passage, context: BlockContext): TemplateResult {
  return html`<p data-passage=${context.key(passage)}>${context.text(passage)}</p>
    ${context.meaning(passage)}`;
}

/** Draws a passage as an item of a list, with the meaning opened from it. */
export function listItem(passage: Passage, context: BlockContext, below?: TemplateResult): TemplateResult {
  return html`<li>
    <span data-passage=${context.key(passage)}>${context.text(passage)}</span
    >${context.meaning(passage)}${below ?? nothing}
  </li>`;
}
