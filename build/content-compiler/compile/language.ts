/** One language's documents: catalogue, pages, glossary, messages. */
import type { Catalogue, Glossary, InterfaceSource, Messages, Page } from '../../../content/format/index.ts';
import type { Library, LanguageSource } from '../read/library.ts';
import { createMarkers } from './glossary-marker.ts';
import { compilePage } from './page.ts';
import { plainPassage } from './passages.ts';
import { createWords } from './words.ts';

/** What the bundle holds of a language, before narration. */
export interface LanguageDocuments {
  readonly language: string;
  readonly catalogue: Catalogue;
  readonly pages: readonly Page[];
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
  const context = {
    words: createWords(messages),
    helplines: new Map(helplines.value.map((helpline) => [helpline.id, helpline])),
    drawings,
  };
  const newMarker = createMarkers(glossary.value);
  const pages = source.pages.map((draft) => compilePage(draft, context, newMarker));
  const { language } = messages;
  return {
    language,
    pages,
    catalogue: compileCatalogue(language, topics.value, pages),
    glossary: compileGlossary(language, glossary.value),
    messages: shippedMessages(messages, drawings),
  };
}

type Topics = NonNullable<LanguageSource['topics']>['value'];
type Terms = NonNullable<LanguageSource['glossary']>['value'];

function compileCatalogue(language: string, topics: Topics, pages: readonly Page[]): Catalogue {
  const pageById = new Map(pages.map((page) => [page.id, page]));
  return {
    language,
    topics: topics.map((topic) => ({
      id: topic.id,
      title: plainPassage(`${topic.id}.title`, topic.title),
      summary: plainPassage(`${topic.id}.summary`, topic.summary),
      icon: topic.icon,
      pages: topic.pages.flatMap((id) => {
        const page = pageById.get(id);
        if (!page) return [];
        return {
          id,
          title: { ...page.title, id: `${topic.id}.${id}.title` },
          summary: { ...page.summary, id: `${topic.id}.${id}.summary` },
          readingMinutes: page.readingMinutes,
          nextReview: page.review.nextReview,
        };
      }),
    })),
  };
}

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
