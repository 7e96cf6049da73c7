/** What a reader meets in a document: titles, parts with their sentences, helplines, dates. */
import { z } from 'zod';
import { splitSentences } from '../../narrate/sentences.ts';

// Only what is compared is asked for, so that two bundles can be compared though the compiler went on.
const passageSchema = z.looseObject({ runs: z.array(z.looseObject({ text: z.string() })) });
const reviewSchema = z.looseObject({ lastReviewed: z.string(), nextReview: z.string() });
const helplineSchema = z.looseObject({
  kind: z.literal('helpline'),
  id: z.string(),
  name: passageSchema,
  number: passageSchema,
  hours: passageSchema,
  cost: passageSchema.optional(),
  checkedOn: passageSchema,
  opening: z.array(z.looseObject({ days: z.array(z.number()), from: z.string(), to: z.string() })),
});
const pageSchema = z.looseObject({
  title: passageSchema,
  summary: passageSchema,
  review: reviewSchema,
  sampleNotice: z.unknown().optional(),
  decoration: z.unknown().optional(),
  parts: z.array(z.looseObject({ id: z.string(), heading: passageSchema, blocks: z.array(z.unknown()) })),
});
const sheetSchema = z.looseObject({
  title: passageSchema,
  summary: passageSchema,
  review: reviewSchema,
  sampleNotice: z.unknown().optional(),
  groups: z.array(z.looseObject({ id: z.string(), title: passageSchema })),
});

export const glossarySchema = z.looseObject({
  terms: z.array(z.looseObject({ id: z.string(), term: passageSchema, sayIt: z.string(), meaning: passageSchema })),
});
export const messagesSchema = z.looseObject({
  messages: z.record(z.string(), z.string()),
  welcome: z.unknown().optional(),
});
export const ticketsSchema = z.looseObject({
  words: z.array(z.looseObject({ id: z.string(), word: passageSchema })),
});
const namedPassageSchema = passageSchema.extend({ id: z.string() });
const stepSchema = z.looseObject({ label: namedPassageSchema });
export const alongsideSchema = z.looseObject({
  anywhere: z.array(namedPassageSchema),
  pages: z.array(z.looseObject({ prompts: z.array(namedPassageSchema) })),
  lists: z.array(z.looseObject({ title: namedPassageSchema, steps: z.array(stepSchema) })),
  who: z.array(stepSchema),
});
export const topicSchema = z.looseObject({
  title: passageSchema,
  summary: passageSchema,
  pages: z.array(z.looseObject({ id: z.string(), title: passageSchema })),
});

type Passage = z.infer<typeof passageSchema>;

/** A part of a page, as sentences. `pictures` are its drawings, to be told apart and not to be shown. */
export interface PartView {
  readonly heading: string;
  readonly sentences: readonly string[];
  readonly pictures: string;
}

/** A helpline as a page tells it, by what is told. */
export type HelplineView = Readonly<Record<'name' | 'number' | 'hours' | 'cost' | 'opening' | 'checked', string>>;

/** A page, or the sheet of questions, which is read like one. */
export interface PageView {
  readonly title: string;
  readonly lastReviewed: string;
  readonly nextReview: string;
  readonly isSample: boolean;
  readonly parts: ReadonlyMap<string, PartView>;
  readonly helplines: ReadonlyMap<string, HelplineView>;
}

/** A passage's text. */
export const textOf = ({ runs }: Passage): string => runs.map(({ text }) => text).join('');

/** How a sentence is marked that a visitor sees only after saying yes. */
export const BEHIND_QUESTION = '(behind a question) ';

/** Reads a page. @throws z.ZodError when it is none */
export function viewPage(document: unknown, language: string): PageView {
  const page = pageSchema.parse(document);
  const parts = page.parts.map(({ id, heading, blocks }) => [id, viewPart(textOf(heading), blocks, language)] as const);
  return viewOf(page, parts, document, language);
}

/** Reads the sheet of questions as a page whose parts are its groups. @throws z.ZodError when it is none */
export function viewQuestions(document: unknown, language: string): PageView {
  const sheet = sheetSchema.parse(document);
  const parts = sheet.groups.map((group) => [group.id, viewPart(textOf(group.title), group, language)] as const);
  return viewOf(sheet, parts, document, language);
}

function viewOf(
  {
    title,
    summary,
    review,
    sampleNotice,
    decoration,
  }: Pick<z.infer<typeof pageSchema>, 'title' | 'summary' | 'review' | 'sampleNotice' | 'decoration'>,
  parts: readonly (readonly [string, PartView])[],
  document: unknown,
  language: string,
): PageView {
  return {
    title: textOf(title),
    lastReviewed: review.lastReviewed,
    nextReview: review.nextReview,
    isSample: sampleNotice !== undefined,
    // No part has an empty id.
    parts: new Map([['', viewPart('Summary', { summary, decoration }, language)], ...parts]),
    helplines: new Map(helplinesIn(document)),
  };
}

function viewPart(heading: string, content: unknown, language: string): PartView {
  const sentences: string[] = [];
  const pictures: string[] = [];
  walk(content, false, {
    passage: (passage, isGated) => {
      const text = textOf(passage);
      for (const { start, end } of splitSentences(text, language)) {
        sentences.push((isGated ? BEHIND_QUESTION : '') + text.slice(start, end));
      }
    },
    picture: (picture) => void pictures.push(JSON.stringify(picture)),
  });
  return { heading, sentences, pictures: pictures.join('\n') };
}

function helplinesIn(value: unknown): readonly (readonly [string, HelplineView])[] {
  if (Array.isArray(value)) return value.flatMap(helplinesIn);
  if (!isRecord(value)) return [];
  const helpline = helplineSchema.safeParse(value);
  if (!helpline.success) return Object.values(value).flatMap(helplinesIn);
  const { id, name, number, hours, cost, opening, checkedOn } = helpline.data;
  const times = opening.map(({ days, from, to }) => `days ${days.join(', ')} from ${from} to ${to}`).join('; ');
  const view = {
    name: textOf(name),
    number: textOf(number),
    hours: textOf(hours),
    cost: cost ? textOf(cost) : '',
    opening: times,
    checked: textOf(checkedOn),
  };
  return [[id, view]];
}

interface Visitor {
  readonly passage: (passage: Passage, isGated: boolean) => void;
  readonly picture: (picture: unknown) => void;
}

/** All passages and drawings in the order they stand, but for helplines, which are compared by themselves. */
function walk(value: unknown, isGated: boolean, visitor: Visitor): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, isGated, visitor);
    return;
  }
  if (!isRecord(value) || value['kind'] === 'helpline') return;
  const passage = passageSchema.safeParse(value);
  if (passage.success) {
    visitor.passage(passage.data, isGated);
    return;
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'drawing' || key === 'picture' || key === 'decoration') visitor.picture(inner);
    else walk(inner, isGated || key === 'gate' || value['kind'] === 'gate', visitor);
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
