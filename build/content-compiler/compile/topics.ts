/** The tree of topics: what home shows, a document for each topic, and the way to every page (C1). */
import type {
  Crumb,
  Home,
  PageCard,
  QuestionSheet,
  Topic,
  TopicCard,
  TopicSource,
} from '../../../content/format/index.ts';
import type { LonePage } from './page.ts';
import { createPassageIds, plainPassage } from './passages.ts';

/** The topics at the top, and the card of the questions where a language has them. */
export function compileHome(
  language: string,
  topics: readonly TopicSource[],
  questions: QuestionSheet | undefined,
): Home {
  const topicCards = topics.map((topic) => topicCard(topic, topic.id));
  if (!questions) return { language, topics: topicCards };
  const title = { ...questions.title, id: 'questions.title' };
  const summary = { ...questions.summary, id: 'questions.summary' };
  return { language, topics: topicCards, questions: { title, summary } };
}

/** A document for each topic of the tree. `cardOf` tells what a card says about a page. */
export function compileTopics(
  language: string,
  topics: readonly TopicSource[],
  cardOf: (page: string, prefix: string) => PageCard | undefined,
): readonly Topic[] {
  const compile = (
    topic: Omit<TopicSource, 'topics'>,
    below: TopicSource['topics'],
    trail: readonly Crumb[],
  ): Topic => ({
    ...topicCard(topic, topic.id),
    language,
    trail: [...trail],
    topics: below.map((child) => topicCard(child, `${topic.id}.${child.id}`)),
    pages: topic.pages.flatMap((page) => cardOf(page, `${topic.id}.${page}`) ?? []),
  });
  return topics.flatMap((topic) => [
    compile(topic, topic.topics, []),
    ...topic.topics.map((child) => compile(child, [], [{ topic: topic.id, title: topic.title }])),
  ]);
}

/** The way to each page by its id: the topics above it, from the top. A page in two topics is reached by the first. */
export function trailsToPages(topics: readonly TopicSource[]): ReadonlyMap<string, readonly Crumb[]> {
  const trails = new Map<string, readonly Crumb[]>();
  const walk = (topic: Omit<TopicSource, 'topics'>, above: readonly Crumb[]): readonly Crumb[] => {
    const trail = [...above, { topic: topic.id, title: topic.title }];
    for (const page of topic.pages) if (!trails.has(page)) trails.set(page, trail);
    return trail;
  };
  for (const topic of topics) {
    const trail = walk(topic, []);
    for (const child of topic.topics) walk(child, trail);
  }
  return trails;
}

/** A maker of cards for pages; `easy` holds the pages that have an Easy Read version. */
export function createCards(
  pages: readonly LonePage[],
  easy: ReadonlySet<string>,
): (page: string, prefix: string) => PageCard | undefined {
  const byId = new Map(pages.map((page) => [page.id, page]));
  return (id, prefix) => {
    const page = byId.get(id);
    if (!page) return undefined;
    const ids = createPassageIds(prefix);
    return {
      id,
      title: { ...page.title, id: ids.named('title') },
      summary: { ...page.summary, id: ids.named('summary') },
      readingMinutes: page.readingMinutes,
      ...(easy.has(id) && { easy: true as const }),
    };
  };
}

function topicCard({ id, title, summary, icon }: Omit<TopicSource, 'topics' | 'pages'>, prefix: string): TopicCard {
  return {
    id,
    title: plainPassage(`${prefix}.title`, title),
    summary: plainPassage(`${prefix}.summary`, summary),
    icon,
  };
}
