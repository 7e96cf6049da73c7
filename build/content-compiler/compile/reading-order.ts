/** Every passage of a document, in the order it is read. Narration is made for exactly these. */
import type {
  Alongside,
  Block,
  Glossary,
  Home,
  Page,
  Part,
  Passage,
  ProseBlock,
  QuestionSheet,
  Topic,
} from '../../../content/format/index.ts';

/** A page's passages, its notices included. */
export function passagesOfPage(page: Page): readonly Passage[] {
  return [
    page.title,
    ...(page.sampleNotice ? [page.sampleNotice] : []),
    ...(page.translationNotice ? [page.translationNotice] : []),
    page.review.dates,
    page.review.overdue,
    page.summary,
    ...page.parts.flatMap(passagesOfPart),
    ...page.related.flatMap(passagesOfCard),
  ];
}

/** A part's passages. */
export function passagesOfPart(part: Part): readonly Passage[] {
  return [part.heading, ...part.blocks.flatMap(passagesOfBlock)];
}

/** The passages of the cards on home. */
export function passagesOfHome({ topics, questions }: Home): readonly Passage[] {
  return [...topics, ...(questions ? [questions] : [])].flatMap(passagesOfCard);
}

/** A topic's passages: its own, and those of the cards below it. */
export function passagesOfTopic(topic: Topic): readonly Passage[] {
  return [topic, ...topic.topics, ...topic.pages].flatMap(passagesOfCard);
}

/** What volunteers may say and lead to. */
export function passagesOfAlongside({ anywhere, pages, lists, who }: Alongside): readonly Passage[] {
  return [
    ...anywhere,
    ...pages.flatMap(({ prompts }) => prompts),
    ...lists.flatMap(({ title, steps }) => [title, ...steps.map(({ label }) => label)]),
    ...who.map(({ label }) => label),
  ];
}

/** The passages of the sheet of questions, what is behind its gates included. */
export function passagesOfQuestions(sheet: QuestionSheet): readonly Passage[] {
  return [
    sheet.title,
    ...(sheet.sampleNotice ? [sheet.sampleNotice] : []),
    ...(sheet.translationNotice ? [sheet.translationNotice] : []),
    sheet.review.dates,
    sheet.review.overdue,
    sheet.summary,
    sheet.lead,
    ...sheet.groups.flatMap(({ title, summary, questions, gate }) => [
      title,
      summary,
      ...questions.map(({ passage }) => passage),
      ...(gate ? [gate.question, ...gate.questions.map(({ passage }) => passage)] : []),
    ]),
    sheet.referencesHeading,
    ...sheet.references,
  ];
}

/** The passages of a card. */
export function passagesOfCard({ title, summary }: { readonly title: Passage; readonly summary: Passage }): Passage[] {
  return [title, summary];
}

/** The passages of terms and their meanings. */
export function passagesOfGlossary({ terms }: Glossary): readonly Passage[] {
  return terms.flatMap(({ term, meaning }) => [term, meaning]);
}

/** A block’s passages, what is behind a gate or an answer included. */
export function passagesOfBlock(block: Block): readonly Passage[] {
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
    case 'urgent':
      return [block.title, ...block.content.flatMap(passagesOfProse)];
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flatMap(({ name, cells }) => [name, ...cells])];
    case 'gate':
      return [block.question, ...block.content.flatMap(passagesOfProse)];
    case 'idea':
      return [block.passage];
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
