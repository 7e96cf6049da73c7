/** Cards whose words are passages of a document, and so are read aloud with the view they stand in. */
import { type TemplateResult, html } from 'lit';
import type { DocumentName, PageCard, Passage, TopicCard } from '../../content/format/index.ts';
import { type CardContent, card } from '../components/card.ts';
import { passageKey, runs } from '../reading/passages.ts';
import type { Messages } from '../visit/messages.ts';
import type { Route } from '../visit/routes.ts';

/** A card for something that `source` lists with a title and a line. Needs `cardStyles`. */
export function passageCard(
  source: DocumentName,
  { title, summary }: { readonly title: Passage; readonly summary: Passage },
  content: Omit<CardContent, 'title' | 'summary'>,
): TemplateResult {
  return card({
    ...content,
    title: html`<span data-passage=${passageKey(source, title.id)}>${runs(title)}</span>`,
    summary: html`<span data-passage=${passageKey(source, summary.id)}>${runs(summary)}</span>`,
  });
}

/** The card of a page. */
export function cardOfPage(
  source: DocumentName,
  page: PageCard,
  messages: Messages,
  easyRead: boolean,
): TemplateResult {
  const isEasy = easyRead && page.easy === true;
  return passageCard(source, page, {
    route: routeToPage(page, easyRead),
    icon: 'book',
    // The time is that of the full version; Easy Read takes as long as it takes.
    note: isEasy ? messages.text('page.easy') : messages.format('card.minutes', { minutes: page.readingMinutes }),
  });
}

/** The card of a topic; one that holds a single page leads straight to that. */
export function cardOfTopic(source: DocumentName, topic: TopicCard, easyRead: boolean): TemplateResult {
  const { id, icon, only } = topic;
  const route: Route = only ? routeToPage(only, easyRead) : { view: 'topic', topic: id };
  return passageCard(source, topic, { route, icon });
}

/** Leads to the Easy Read version where the visitor wants that and the page has it (C3). */
const routeToPage = ({ id, easy }: Pick<PageCard, 'id' | 'easy'>, easyRead: boolean): Route => ({
  view: 'page',
  page: id,
  version: easyRead && easy === true ? 'easy' : 'full',
});
