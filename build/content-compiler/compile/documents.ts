/** A language's documents one by one: what each is called, what it holds, and what of it is spoken. */
import type { z } from 'zod';
import {
  alongsideSchema,
  glossarySchema,
  homeSchema,
  insteadSchema,
  messagesSchema,
  pageSchema,
  questionSheetSchema,
  messagePassageId,
  ticketsSchema,
  topicSchema,
  vocabularySchema,
  type DocumentName,
  type Glossary,
  type Messages,
  type Page,
  type Passage,
  type Vocabulary,
} from '../../../content/format/index.ts';
import { passagesOfMessages } from '../narrate/plan.ts';
import type { DocumentsAround, LanguageDocuments } from './language.ts';
import { nameOfPage } from './names.ts';
import { textOfPassage } from './passages.ts';
import {
  passagesOfAlongside,
  passagesOfCard,
  passagesOfGlossary,
  passagesOfHome,
  passagesOfPage,
  passagesOfQuestions,
  passagesOfTopic,
} from './reading-order.ts';

/** One document. Its value has passed its schema; its passages are in reading order. */
export interface CompiledDocument {
  readonly name: DocumentName;
  readonly value: unknown;
  readonly passages: readonly Passage[];
}

/**
 * All documents of a language.
 *
 * @throws z.ZodError when the compiler itself made something the format does not allow.
 */
export function documentsOf(documents: LanguageDocuments): readonly CompiledDocument[] {
  return [...documentsAround(documents), ...documents.pages.map(documentOfPage)];
}

/** The document of a page. */
export function documentOfPage(page: Page): CompiledDocument {
  return document(nameOfPage(page), page, pageSchema, passagesOfPage);
}

/** The documents of a language that are no pages. */
export function documentsAround(documents: DocumentsAround): readonly CompiledDocument[] {
  const { home, topics, questions, tickets, alongside, instead, glossary, messages } = documents;
  return [
    document('home', home, homeSchema, passagesOfHome),
    ...topics.map((topic) => document(`topics/${topic.id}`, topic, topicSchema, passagesOfTopic)),
    ...(questions ? [document('questions', questions, questionSheetSchema, passagesOfQuestions)] : []),
    ...(tickets ? [document('tickets', tickets, ticketsSchema, ({ words }) => words.map(({ word }) => word))] : []),
    ...(alongside ? [document('alongside', alongside, alongsideSchema, passagesOfAlongside)] : []),
    ...[...instead].map(([name, value]) =>
      document(name, value, insteadSchema, ({ related }) => related.flatMap(passagesOfCard)),
    ),
    document('glossary', glossary, glossarySchema, passagesOfGlossary),
    document('messages', messages, messagesSchema, passagesOfMessages),
    // Its phrases are the passages of the interface: they have their narration there.
    document('vocabulary', vocabularyOf(messages, glossary), vocabularySchema, () => []),
  ];
}

/** Everything the interface can say, as it is written. */
function vocabularyOf(messages: Messages, { terms }: Glossary): Vocabulary {
  const said = passagesOfMessages(messages).map((passage) => [passage.id, textOfPassage(passage)] as const);
  const typed = messages.alphabet.map(({ letter }) => [messagePassageId.letter(letter), letter] as const);
  const explained = terms
    .filter(({ sensitive }) => !sensitive)
    .map(({ term }) => [`glossary#${term.id}`, textOfPassage(term)] as const);
  return { language: messages.language, phrases: Object.fromEntries([...said, ...typed, ...explained]) };
}

function document<Value>(
  name: DocumentName,
  value: Value,
  schema: z.ZodType<Value>,
  passagesIn: (value: Value) => readonly Passage[],
): CompiledDocument {
  return { name, value: schema.parse(value), passages: passagesIn(value) };
}
