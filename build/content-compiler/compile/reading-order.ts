/** Every passage of a document, in the order it is read. Narration is made for exactly these. */
import type { Block, Catalogue, Glossary, Page, Part, Passage, ProseBlock } from '../../../content/format/index.ts';

/** A page's passages, its notices included. */
export function passagesOfPage(page: Page): readonly Passage[] {
  return [
    page.title,
    ...(page.sampleNotice ? [page.sampleNotice] : []),
    page.review.dates,
    page.review.overdue,
    page.summary,
    ...page.parts.flatMap(passagesOfPart),
  ];
}

/** A part's passages. */
export function passagesOfPart(part: Part): readonly Passage[] {
  return [part.heading, ...part.blocks.flatMap(passagesOfBlock)];
}

/** The passages of topics and cards. */
export function passagesOfCatalogue({ topics }: Catalogue): readonly Passage[] {
  return topics.flatMap(({ title, summary, pages }) => [
    title,
    summary,
    ...pages.flatMap((card) => [card.title, card.summary]),
  ]);
}

/** The passages of terms and their meanings. */
export function passagesOfGlossary({ terms }: Glossary): readonly Passage[] {
  return terms.flatMap(({ term, meaning }) => [term, meaning]);
}

function passagesOfBlock(block: Block): readonly Passage[] {
  switch (block.kind) {
    case 'paragraph':
    case 'list':
      return passagesOfProse(block);
    case 'subheading':
      return [block.passage];
    case 'references':
      return block.items;
    case 'callout':
      return [...(block.title ? [block.title] : []), ...block.content.flatMap(passagesOfProse)];
    case 'helpline':
      return [
        block.name,
        block.number,
        ...(block.cost ? [block.cost] : []),
        block.hours,
        ...Object.values(block.statuses),
        block.checkedOn,
      ];
    case 'trial':
      return [
        block.label,
        block.title,
        ...block.content.flatMap(passagesOfProse),
        block.aimsHeading,
        ...block.aims,
        block.knownOn,
        block.askWhom,
      ];
    case 'diagram':
      return [block.alternative, ...block.description];
    case 'choice':
      return [
        block.question,
        ...block.options.flatMap((option) => [
          option.label,
          ...('answer' in option ? option.answer.flatMap(passagesOfProse) : []),
        ]),
      ];
  }
}

function passagesOfProse(block: ProseBlock): readonly Passage[] {
  return block.kind === 'paragraph' ? [block.passage] : block.items;
}
