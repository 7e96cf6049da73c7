/** One language's documents: home, topics, pages in their versions, questions, glossary, messages. */
import type {
  DocumentName,
  Glossary,
  Home,
  Instead,
  InterfaceSource,
  Messages,
  Page,
  QuestionSheet,
  Alongside,
  Tickets,
  Topic,
} from '../../../content/format/index.ts';
import type { Library, LanguageSource } from '../read/library.ts';
import { nameOfPage } from './names.ts';
import { createMarkers } from './glossary-marker.ts';
import { compilePage, type PageHead, type Surroundings } from './page.ts';
import { plainPassage } from './passages.ts';
import { compileAlongside } from './alongside.ts';
import { compileTickets } from './tickets.ts';
import { compileQuestions } from './questions.ts';
import { compileHome, compileTopics, createCards, trailsToPages, type QuestionsCard } from './topics.ts';
import {
  inOther,
  otherOf,
  shownHeads,
  shownTerms,
  shownTopics,
  type Original,
  type ShownTerm,
} from './untranslated.ts';
import { createWords } from './words.ts';

/** What the bundle holds of a language beside its pages, before narration. */
export interface DocumentsAround {
  readonly language: string;
  readonly home: Home;
  readonly topics: readonly Topic[];
  readonly questions: QuestionSheet | undefined;
  readonly tickets: Tickets | undefined;
  readonly alongside: Alongside | undefined;
  /** What stands in place of pages and questions that are not translated, by the names of their documents. */
  readonly instead: ReadonlyMap<DocumentName, Instead>;
  readonly glossary: Glossary;
  readonly messages: Messages;
}

/** All that the bundle holds of a language. `pages` are all versions of all pages. */
export interface LanguageDocuments extends DocumentsAround {
  readonly pages: readonly Page[];
}

/** Tells what is around a page. */
export type SurroundingsOf = (page: Pick<PageHead, 'id' | 'version'>) => Surroundings;

/**
 * Compiles a language that passed its checks.
 *
 * @throws Error when a file is missing that the checks would have named.
 */
export function compileLanguage(
  source: LanguageSource,
  drawings: Library['drawings'],
  original?: Original,
): LanguageDocuments {
  const { messages, glossary, helplines } = checkedLists(source);
  const context = {
    words: createWords(messages),
    isTranslation: !source.isOriginal,
    helplines: new Map(helplines.value.map((helpline) => [helpline.id, helpline])),
    drawings,
  };
  const newMarker = createMarkers(glossary.value);
  const pages = [...source.pages, ...source.easyPages].map((draft) => compilePage(draft, context, newMarker));
  const { documents, surroundingsOf } = compileAround(source, drawings, pages, original);
  return { ...documents, pages: pages.map((page) => ({ ...page, ...surroundingsOf(page) })) };
}

/**
 * Compiles what is around the pages of a language that passed its checks.
 *
 * @param heads - of all versions of all its pages
 * @param original - what it is translated from; nothing for the original itself
 * @throws Error when a file is missing that the checks would have named.
 */
export function compileAround(
  source: LanguageSource,
  drawings: Library['drawings'],
  heads: readonly PageHead[],
  original?: Original,
): { readonly documents: DocumentsAround; readonly surroundingsOf: SurroundingsOf } {
  const { messages, topics, glossary } = checkedLists(source);
  const words = createWords(messages);
  const shown = shownHeads(heads, original);
  const tree = shownTopics(topics.value, original);
  const easyIds = new Set(shown.filter(({ version }) => version === 'easy').map(({ id }) => id));
  const cardOf = createCards(
    shown.filter(({ version }) => version === 'full'),
    easyIds,
  );
  const trails = trailsToPages(tree);
  const related = new Map(
    [...(original?.source.pages ?? []), ...source.pages].map(({ frontMatter: { id, related: ids } }) => [id, ids]),
  );
  const surroundingsOf: SurroundingsOf = ({ id, version }) => ({
    trail: [...(trails.get(id) ?? [])],
    ...((version === 'easy' || easyIds.has(id)) && { otherVersion: true as const }),
    related: (related.get(id) ?? []).flatMap((other) => cardOf(other, `related.${other}`) ?? []),
  });
  const questions = source.questions && compileQuestions(source.questions.value, words, !source.isOriginal);
  const untranslated = questions ? undefined : questionsOf(original);
  const instead = new Map<DocumentName, Instead>();
  if (original) {
    const other = otherOf(original);
    for (const head of shown.filter((one) => one.other)) {
      const { trail, related: cards } = surroundingsOf(head);
      instead.set(nameOfPage(head), { language: messages.language, instead: other, trail, related: cards });
    }
    if (untranslated) instead.set('questions', { language: messages.language, instead: other, trail: [], related: [] });
  }
  const { language } = messages;
  const documents = {
    language,
    home: compileHome(language, tree, questions ?? untranslated, cardOf),
    topics: compileTopics(language, tree, cardOf),
    questions,
    tickets: compileTickets(language, source, original),
    alongside: compileAlongside(language, source, original),
    instead,
    glossary: compileGlossary(language, shownTerms(glossary.value, original)),
    messages: shippedMessages(messages, drawings, source.isOriginal),
  };
  return { documents, surroundingsOf };
}

function checkedLists({ folder, messages, topics, glossary, helplines }: LanguageSource) {
  if (!messages || !topics || !glossary || !helplines) throw new Error(`“${folder}” was not checked`);
  return { messages, topics, glossary, helplines };
}

/** What home says of the original's questions. */
function questionsOf(original: Original | undefined): QuestionsCard | undefined {
  if (!original?.source.questions) return undefined;
  const { title, summary } = original.source.questions.value;
  const other = otherOf(original);
  return {
    title: inOther(plainPassage('questions.title', title), other),
    summary: inOther(plainPassage('questions.summary', summary), other),
  };
}

function compileGlossary(language: string, terms: readonly ShownTerm[]): Glossary {
  const { compare } = new Intl.Collator(language);
  return {
    language,
    terms: [...terms]
      .sort((a, b) => compare(a.term, b.term))
      .map(({ id, term, sayIt, meaning, sensitive, other }) => ({
        id,
        term: inOther(plainPassage(`${id}.term`, term), other),
        sayIt,
        meaning: inOther(plainPassage(`${id}.meaning`, meaning), other),
        sensitive,
      })),
  };
}

/** `compiled.*` stays behind: those sentences are already written into the pages, dates filled in. */
function shippedMessages(
  { language, direction, isUnreviewed, messages, alphabet, siteWords, typingRows, welcome }: InterfaceSource,
  drawings: Library['drawings'],
  isOriginal: boolean,
): Messages {
  const picture = welcome === undefined ? undefined : drawings.get(welcome);
  const shipped = Object.entries(messages).filter(([key]) => !key.startsWith('compiled.'));
  return {
    language,
    direction,
    // What is no translation needs no reviewer of one.
    ...(isUnreviewed && !isOriginal && { isUnreviewed }),
    messages: Object.fromEntries(shipped),
    alphabet,
    siteWords,
    ...(typingRows && { typingRows }),
    ...(picture && { welcome: picture }),
  };
}
