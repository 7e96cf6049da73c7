/** The tree of topics: what home shows, a document for each topic, and the way to every page (C1). */
import type { Crumb, Home, PageCard, Passage, Topic, TopicCard } from '../../../content/format/index.ts';
import { createPassageIds, plainPassage } from './passages.ts';
import { inOther, type ShownHead, type ShownTopic } from './untranslated.ts';

/** What home says of the sheet of questions. */
export interface QuestionsCard {
  readonly title: Passage;
  readonly summary: Passage;
}

/** Tells what a card says about a page; its passages’ ids begin with the prefix. */
type CardOf = (page: string, prefix: string) => PageCard | undefined;

/** The topics at the top, and the card of the questions where a language has them. */
export function compileHome(
  language: string,
  topics: readonly ShownTopic[],
  questions: QuestionsCard | undefined,
  cardOf: CardOf,
): Home {
  const topicCards = topics.map((topic) => topicCard(topic, topic.id, cardOf));
  if (!questions) return { language, topics: topicCards };
  const title = { ...questions.title, id: 'questions.title' };
  const summary = { ...questions.summary, id: 'questions.summary' };
  return { language, topics: topicCards, questions: { title, summary } };
}

/** A document for each topic of the tree. */
export function compileTopics(language: string, topics: readonly ShownTopic[], cardOf: CardOf): readonly Topic[] {
  const compile = (topic: ShownTopic, below: readonly ShownTopic[], trail: readonly Crumb[]): Topic => ({
    ...topicWords(topic, topic.id),
    language,
    trail: [...trail],
    topics: below.map((child) => topicCard(child, `${topic.id}.${child.id}`, cardOf)),
    pages: topic.pages.flatMap((page) => cardOf(page, `${topic.id}.${page}`) ?? []),
  });
  return topics.flatMap((topic) => [
    compile(topic, topic.topics, []),
    ...topic.topics.map((child) => compile(child, [], [crumbOf(topic)])),
  ]);
}

/** The way to each page by its id: the topics above it, from the top. A page in two topics is reached by the first. */
export function trailsToPages(topics: readonly ShownTopic[]): ReadonlyMap<string, readonly Crumb[]> {
  const trails = new Map<string, readonly Crumb[]>();
  const walk = (topic: ShownTopic, above: readonly Crumb[]): readonly Crumb[] => {
    const trail = [...above, crumbOf(topic)];
    // Nobody passes by a topic that holds this page only.
    const way = onlyPage(topic) === undefined ? trail : above;
    for (const page of topic.pages) if (!trails.has(page)) trails.set(page, way);
    return trail;
  };
  for (const topic of topics) {
    const trail = walk(topic, []);
    for (const child of topic.topics) walk(child, trail);
  }
  return trails;
}

/** A maker of cards for pages; `easy` holds the pages that have an Easy Read version. */
export function createCards(pages: readonly ShownHead[], easy: ReadonlySet<string>): CardOf {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return (id, prefix) => {
    const page = byId.get(id);
    if (!page) return undefined;
    const ids = createPassageIds(prefix);
    return {
      id,
      title: inOther({ ...page.title, id: ids.named('title') }, page.other),
      summary: inOther({ ...page.summary, id: ids.named('summary') }, page.other),
      readingMinutes: page.readingMinutes,
      ...(easy.has(id) && { easy: true as const }),
    };
  };
}

/** The one page of a topic that holds nothing else. */
function onlyPage({ pages, topics }: ShownTopic): string | undefined {
  return topics.length === 0 && pages.length === 1 ? pages[0] : undefined;
}

function topicCard(topic: ShownTopic, prefix: string, cardOf: CardOf): TopicCard {
  const page = onlyPage(topic);
  const card = page === undefined ? undefined : cardOf(page, prefix);
  return {
    ...topicWords(topic, prefix),
    ...(card && { only: { id: card.id, ...(card.easy && { easy: card.easy }) } }),
  };
}

function crumbOf({ id, title, other }: ShownTopic): Crumb {
  return { topic: id, title, ...(other && { other }) };
}

function topicWords({ id, title, summary, icon, other }: ShownTopic, prefix: string) {
  return {
    id,
    title: inOther(plainPassage(`${prefix}.title`, title), other),
    summary: inOther(plainPassage(`${prefix}.summary`, summary), other),
    icon,
  };
}
