/** What a route shows: the documents a view needs, loaded, or the reason why it cannot be shown. */
import type { Catalogue, Glossary, Page, Topic } from '../../content/format/index.ts';
import type { Crumb } from '../components/header/header.ts';
import { plainText } from '../reading/passages.ts';
import { DocumentError, type Documents } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import type { Route } from '../visit/routes.ts';

/** A view's content, with its title and the way to it from home. */
export type Content = { readonly title: string; readonly trail: readonly Crumb[] } & (
  | { readonly view: 'attract' }
  | { readonly view: 'home'; readonly catalogue: Catalogue }
  | { readonly view: 'topic'; readonly topic: Topic }
  | { readonly view: 'page'; readonly page: Page; readonly glossary: Glossary | undefined }
  | { readonly view: 'words'; readonly glossary: Glossary }
  | { readonly view: 'missing'; readonly reason: 'notFound' | 'unavailable' }
);

/** Loads what a route shows. Never rejects: what cannot be had is a view that says so kindly (principle 6). */
export async function loadContent(route: Route, documents: Documents, messages: Messages): Promise<Content> {
  try {
    return (await find(route, documents, messages)) ?? missing('notFound', messages);
  } catch (error) {
    if (error instanceof DocumentError) return missing('unavailable', messages);
    throw error;
  }
}

async function find(route: Route, documents: Documents, messages: Messages): Promise<Content | undefined> {
  const home: Crumb = { label: messages.text('nav.home'), route: { view: 'home' } };
  switch (route.view) {
    case 'attract':
      return { view: 'attract', title: messages.text('attract.start'), trail: [] };
    case 'home':
      return { view: 'home', title: home.label, trail: [], catalogue: await documents.catalogue() };
    case 'topic': {
      const topic = (await documents.catalogue()).topics.find(({ id }) => id === route.topic);
      return topic && { view: 'topic', title: plainText(topic.title), trail: [home], topic };
    }
    case 'page':
      return findPage(route.page, home, documents);
    case 'words':
      return {
        view: 'words',
        title: messages.text('words.title'),
        trail: [home],
        glossary: await documents.glossary(),
      };
    case 'not-found':
      return undefined;
  }
}

async function findPage(id: string, home: Crumb, documents: Documents): Promise<Content | undefined> {
  const topic = (await documents.catalogue()).topics.find(({ pages }) => pages.some((page) => page.id === id));
  if (topic === undefined) return undefined;
  const [page, glossary] = await Promise.all([
    documents.page(id),
    // A page can be read without its glossary; the words are then not explained, which is better than no page.
    documents.glossary().catch(() => undefined),
  ]);
  const above: Crumb = { label: plainText(topic.title), route: { view: 'topic', topic: topic.id } };
  return { view: 'page', title: plainText(page.title), trail: [home, above], page, glossary };
}

const missing = (reason: 'notFound' | 'unavailable', messages: Messages): Content => ({
  view: 'missing',
  title: messages.text(`${reason}.title`),
  trail: [{ label: messages.text('nav.home'), route: { view: 'home' } }],
  reason,
});
