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
import type { DraftPage } from '../read/draft.ts';
import type { Library, LanguageSource } from '../read/library.ts';
import { createMarkers } from './glossary-marker.ts';
import { compilePage, type LonePage } from './page.ts';
import { plainPassage } from './passages.ts';
import { compileQuestions } from './questions.ts';
import { compileHome, compileTopics, createCards, trailsToPages } from './topics.ts';
import { createWords } from './words.ts';

/** What the bundle holds of a language, before narration. `pages` are all versions of all pages. */
export interface LanguageDocuments {
  readonly language: string;
  readonly home: Home;
  readonly topics: readonly Topic[];
  readonly pages: readonly Page[];
  readonly questions: QuestionSheet | undefined;
  readonly glossary: Glossary;
  readonly messages: Messages;
}

/**
 * Compiles a language that passed its checks.
 *
 * @throws Error when a file is missing that the checks would have named.
 */
export function compileLanguage(source: LanguageSource, drawings: Library['drawings']): LanguageDocuments {
  const { messages, topics, glossary, helplines } = source;
  if (!messages || !topics || !glossary || !helplines) throw new Error(`“${source.folder}” was not checked`);
  const words = createWords(messages);
  const context = {
    words,
    helplines: new Map(helplines.value.map((helpline) => [helpline.id, helpline])),
    drawings,
  };
  const newMarker = createMarkers(glossary.value);
  const compile = (draft: DraftPage): LonePage => compilePage(draft, context, newMarker);
  const full = source.pages.map(compile);
  const easy = source.easyPages.map(compile);
  const easyIds = new Set(easy.map(({ id }) => id));
  const cardOf = createCards(full, easyIds);
  const trails = trailsToPages(topics.value);
  const related = new Map(source.pages.map(({ frontMatter }) => [frontMatter.id, frontMatter.related]));
  const place = (page: LonePage): Page => ({
    ...page,
    trail: [...(trails.get(page.id) ?? [])],
    ...((page.version === 'easy' || easyIds.has(page.id)) && { otherVersion: true as const }),
    related: (related.get(page.id) ?? []).flatMap((id) => cardOf(id, `related.${id}`) ?? []),
  });
  const questions = source.questions && compileQuestions(source.questions.value, words);
  const { language } = messages;
  return {
    language,
    home: compileHome(language, topics.value, questions, cardOf),
    topics: compileTopics(language, topics.value, cardOf),
    pages: [...full, ...easy].map(place),
    questions,
    glossary: compileGlossary(language, glossary.value),
    messages: shippedMessages(messages, drawings),
  };
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
