/** All the texts of a drafted page, for checks that look at words wherever they stand. */
import type { DraftBlock, DraftPage, DraftProse, DraftText } from './draft.ts';

/**
 * A text and what it is. A `label` is a heading, question or button, which is not held to a sentence's
 * rules; what is `gated` is met only by somebody who asked for it.
 */
export interface FoundText {
  readonly text: DraftText;
  readonly role: 'prose' | 'label';
  readonly gated?: true;
  /** The name of a trial, whose initials nobody has to know. */
  readonly isName?: true;
  /** Tells what to do when it cannot wait: there, firm words are right. */
  readonly isUrgent?: true;
}

/** Every text an editor wrote in the parts of a page, in order. */
export function textsOfPage(page: DraftPage): readonly FoundText[] {
  return page.parts.flatMap((part) => [label(part.heading), ...part.blocks.flatMap(textsOfBlock)]);
}

/** Every text of a block, in order; none for a helpline, whose words stand in a file of their own. */
export function textsOfBlock(block: DraftBlock): readonly FoundText[] {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return textsOfProse(block);
    case 'subheading':
      return [label(block.text)];
    case 'callout':
      return [...(block.title ? [label(block.title)] : []), ...block.content.flatMap(textsOfProse)];
    case 'urgent':
      return [label(block.title), ...block.content.flatMap(textsOfProse)].map((found) => ({
        ...found,
        isUrgent: true as const,
      }));
    case 'table':
      return [
        label(block.caption),
        ...block.columns.map(label),
        ...block.rows.flatMap(({ name, cells }) => [label(name), ...cells.map(prose)]),
      ];
    case 'gate':
      return [
        label(block.question),
        ...block.content.flatMap(textsOfProse).map((found) => ({ ...found, gated: true as const })),
      ];
    case 'idea':
      return [prose(block.text)];
    case 'helpline':
      return [];
    case 'trial':
      return [
        { ...label(block.title), isName: true },
        ...block.content.flatMap(textsOfProse),
        ...block.aims.map(prose),
      ];
    case 'diagram':
      return [prose(block.alternative), ...block.description.map(prose)];
    case 'choice':
      return [
        label(block.question),
        ...block.options.flatMap((option) => [
          label(option.label),
          ...('answer' in option ? option.answer.flatMap(textsOfProse) : []),
        ]),
      ];
  }
}

function textsOfProse(block: DraftProse): readonly FoundText[] {
  return block.kind === 'paragraph' ? [prose(block.text)] : block.items.map(prose);
}

function label(text: DraftText): FoundText {
  return { text, role: 'label' };
}

function prose(text: DraftText): FoundText {
  return { text, role: 'prose' };
}
