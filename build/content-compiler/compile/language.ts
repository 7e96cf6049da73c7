/** One language's documents: home, topics, pages in their versions, questions, glossary, messages. */
import type {
  Glossary,
  Home,
  InterfaceSource,
  Messages,
  Page,
  QuestionSheet,
  Topic,
} from '../../../content/format/index.ts';
import type { Library, LanguageSource } from '../read/library.ts';
import { createMarkers } from './glossary-marker.ts';
import { compilePage, type PageHead, type Surroundings } from './page.ts';
import { plainPassage } from './passages.ts';
import { compileQuestions } from './questions.ts';
import { compileHome, compileTopics, createCards, trailsToPages } from './topics.ts';
import { createWords } from './words.ts';

/** What the bundle holds of a language beside its pages, before narration. */
export interface DocumentsAround {
  readonly language: string;
  readonly home: Home;
  readonly topics: readonly Topic[];
  readonly questions: QuestionSheet | undefined;
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
export function compileLanguage(source: LanguageSource, drawings: Library['drawings']): LanguageDocuments {
  const { messages, glossary, helplines } = checkedLists(source);
  const context = {
    words: createWords(messages),
    helplines: new Map(helplines.value.map((helpline) => [helpline.id, helpline])),
    drawings,
  };
  const newMarker = createMarkers(glossary.value);
  const pages = [...source.pages, ...source.easyPages].map((draft) => compilePage(draft, context, newMarker));
  const { documents, surroundingsOf } = compileAround(source, drawings, pages);
  return { ...documents, pages: pages.map((page) => ({ ...page, ...surroundingsOf(page) })) };
}

/**
 * Compiles what is around the pages of a language that passed its checks.
 *
 * @param heads - of all versions of all its pages
 * @throws Error when a file is missing that the checks would have named.
 */
export function compileAround(
  source: LanguageSource,
  drawings: Library['drawings'],
  heads: readonly PageHead[],
): { readonly documents: DocumentsAround; readonly surroundingsOf: SurroundingsOf } {
  const { messages, topics, glossary } = checkedLists(source);
  const words = createWords(messages);
  const easyIds = new Set(heads.filter(({ version }) => version === 'easy').map(({ id }) => id));
  const cardOf = createCards(
    heads.filter(({ version }) => version === 'full'),
    easyIds,
  );
  const trails = trailsToPages(topics.value);
  const related = new Map(source.pages.map(({ frontMatter }) => [frontMatter.id, frontMatter.related]));
  const surroundingsOf: SurroundingsOf = ({ id, version }) => ({
    trail: [...(trails.get(id) ?? [])],
    ...((version === 'easy' || easyIds.has(id)) && { otherVersion: true as const }),
    related: (related.get(id) ?? []).flatMap((other) => cardOf(other, `related.${other}`) ?? []),
  });
  const questions = source.questions && compileQuestions(source.questions.value, words);
  const { language } = messages;
  const documents = {
    language,
    home: compileHome(language, topics.value, questions, cardOf),
    topics: compileTopics(language, topics.value, cardOf),
    questions,
    glossary: compileGlossary(language, glossary.value),
    messages: shippedMessages(messages, drawings),
  };
  return { documents, surroundingsOf };
}

function checkedLists({ folder, messages, topics, glossary, helplines }: LanguageSource) {
  if (!messages || !topics || !glossary || !helplines) throw new Error(`“${folder}” was not checked`);
  return { messages, topics, glossary, helplines };
}

type Terms = NonNullable<LanguageSource['glossary']>['value'];

function compileGlossary(language: string, terms: Terms): Glossary {
  const { compare } = new Intl.Collator(language);
  return {
    language,
    terms: [...terms]
      .sort((a, b) => compare(a.term, b.term))
      .map(({ id, term, sayIt, meaning, sensitive }) => ({
        id,
        term: plainPassage(`${id}.term`, term),
        sayIt,
        meaning: plainPassage(`${id}.meaning`, meaning),
        sensitive,
      })),
  };
}

/** `compiled.*` stays behind: those sentences are already written into the pages, dates filled in. */
function shippedMessages(
  { language, direction, messages, welcome }: InterfaceSource,
  drawings: Library['drawings'],
): Messages {
  const picture = welcome === undefined ? undefined : drawings.get(welcome);
  const shipped = Object.entries(messages).filter(([key]) => !key.startsWith('compiled.'));
  return { language, direction, messages: Object.fromEntries(shipped), ...(picture && { welcome: picture }) };
}
