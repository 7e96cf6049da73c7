/** What a route shows: the documents a view needs, loaded, or the reason why it cannot be shown. */
import type {
  Crumb as TopicCrumb,
  Glossary,
  Home,
  Page,
  QuestionSheet,
  Review,
  Topic,
} from '../../content/format/index.ts';
import type { Crumb } from '../components/header/header.ts';
import { passageKey, plainText } from '../reading/passages.ts';
import type { MissingReason } from '../views/missing/missing.ts';
import { DocumentError, type Documents, type Shown } from '../visit/documents.ts';
import type { Messages } from '../visit/messages.ts';
import { isWithdrawn } from '../visit/review.ts';
import type { KeptItem } from '../visit/summary.ts';
import { type SummarySources, pageName } from '../views/summary/found.ts';
import { type Route, formatRoute, withoutPart } from '../visit/routes.ts';

/** A view's content, with its title, the way to it from home, and a key unlike that of any other view. */
export type Content = Found & { readonly key: string };

type Found = { readonly title: string; readonly trail: readonly Crumb[] } & (
  | { readonly view: 'attract' }
  | { readonly view: 'welcome' }
  | { readonly view: 'home'; readonly home: Home }
  | { readonly view: 'topic'; readonly topic: Topic }
  | { readonly view: 'page'; readonly page: Shown<Page>; readonly glossary: Glossary | undefined }
  | { readonly view: 'questions'; readonly sheet: Shown<QuestionSheet> }
  | { readonly view: 'words'; readonly glossary: Glossary }
  | { readonly view: 'search'; readonly glossary: Glossary | undefined; readonly home: Home | undefined }
  | { readonly view: 'summary'; readonly sources: SummarySources }
  | { readonly view: 'about' }
  | { readonly view: 'staff' }
  | { readonly view: 'wiped' }
  | { readonly view: 'calibrate' }
  | { readonly view: 'missing'; readonly reason: MissingReason }
);

/** What content is found in, and what decides whether it is still shown. */
export interface ContentSource {
  readonly documents: Documents;
  readonly messages: Messages;
  readonly now: Date;
  /** What the visitor keeps. */
  readonly kept: readonly KeptItem[];
  /** How many days past its review a page is shown; `undefined`: however many. */
  readonly withdrawAfterDays: number | undefined;
  /** Whether the technician's page is there (D2). */
  readonly isCalibrating: boolean;
}

/** Loads what a route shows. Never rejects: what cannot be had is a view that says so kindly (principle 6). */
export async function loadContent(route: Route, source: ContentSource): Promise<Content> {
  return { ...(await findOrSay(route, source)), key: formatRoute(withoutPart(route)) };
}

async function findOrSay(route: Route, source: ContentSource): Promise<Found> {
  const { messages, now, withdrawAfterDays } = source;
  try {
    const found = (await find(route, source)) ?? missing('notFound', messages);
    const review = reviewOf(found);
    return review !== undefined && isWithdrawn(review, now, withdrawAfterDays) ? missing('withdrawn', messages) : found;
  } catch (error) {
    if (error instanceof DocumentError) return missing(error.isAbsent ? 'notFound' : 'unavailable', messages);
    throw error;
  }
}

async function find(route: Route, source: ContentSource): Promise<Found | undefined> {
  const { documents, messages, isCalibrating } = source;
  const home = homeCrumb(messages);
  switch (route.view) {
    case 'attract':
      return { view: 'attract', title: messages.text('attract.start'), trail: [] };
    case 'welcome':
      return { view: 'welcome', title: messages.text('ways.title'), trail: [] };
    case 'home':
      return { view: 'home', title: home.label, trail: [], home: await documents.home() };
    case 'topic': {
      const topic = await documents.topic(route.topic);
      return { view: 'topic', title: plainText(topic.title), trail: [home, ...crumbs(topic.trail)], topic };
    }
    case 'page': {
      const [page, glossary] = await Promise.all([
        documents.page(route.page, route.version),
        // A page can be read without its glossary; the words are then not explained, which is better than no page.
        documents.glossary().catch(() => undefined),
      ]);
      return { view: 'page', title: plainText(page.title), trail: [home, ...crumbs(page.trail)], page, glossary };
    }
    case 'questions': {
      const sheet = await documents.questions();
      return { view: 'questions', title: plainText(sheet.title), trail: [home], sheet };
    }
    case 'words':
      return {
        view: 'words',
        title: messages.text('words.title'),
        trail: [home],
        glossary: await documents.glossary(),
      };
    case 'search': {
      // One can search without either; a word's meaning or the topics are then not offered.
      const [glossary, offered] = await Promise.all([
        documents.glossary().catch(() => undefined),
        documents.home().catch(() => undefined),
      ]);
      return { view: 'search', title: messages.text('search.title'), trail: [home], glossary, home: offered };
    }
    case 'summary':
      return {
        view: 'summary',
        title: messages.text('summary.title'),
        trail: [home],
        sources: await sourcesOf(source),
      };
    case 'about':
      return { view: 'about', title: messages.text('about.title'), trail: [home] };
    case 'staff':
      return { view: 'staff', title: messages.text('about.staff'), trail: [home] };
    case 'wiped':
      return { view: 'wiped', title: messages.text('wiped.title'), trail: [home] };
    case 'calibrate':
      if (!isCalibrating) return undefined;
      return { view: 'calibrate', title: messages.text('calibrate.title'), trail: [home] };
    case 'not-found':
      return undefined;
  }
}

/** The documents of what is kept. One that cannot be had, or is withdrawn, leaves the others to be shown. */
async function sourcesOf({ documents, kept, now, withdrawAfterDays }: ContentSource): Promise<SummarySources> {
  const orNone = async <Document extends { readonly review?: Review }>(
    loading: Promise<Document>,
  ): Promise<Document | undefined> => {
    const document = await loading.catch(() => undefined);
    const review = document?.review;
    return review !== undefined && isWithdrawn(review, now, withdrawAfterDays) ? undefined : document;
  };
  const wanted = new Map<string, Promise<Shown<Page> | undefined>>();
  for (const item of kept) {
    const versions =
      item.kind === 'part' ? [item.version] : item.kind === 'helpline' ? (['full', 'easy'] as const) : [];
    for (const version of versions) {
      if (!('page' in item)) continue;
      const name = pageName(item.page, version);
      if (!wanted.has(name)) wanted.set(name, orNone(documents.page(item.page, version)));
    }
  }
  const has = (kind: KeptItem['kind']): boolean => kept.some((item) => item.kind === kind);
  const [sheet, glossary, ...pages] = await Promise.all([
    has('question') ? orNone(documents.questions()) : undefined,
    has('term') ? documents.glossary().catch(() => undefined) : undefined,
    ...[...wanted].map(async ([name, loading]) => [name, await loading] as const),
  ]);
  return {
    sheet,
    glossary,
    pages: new Map(pages.flatMap(([name, page]) => (page === undefined ? [] : [[name, page]]))),
  };
}

/** Says of what cannot be shown that nothing can be, for now (L6). */
export const asResting = ({ key }: Content, messages: Messages): Content => ({ ...missing('resting', messages), key });

const reviewOf = (found: Found): Review | undefined => {
  if (found.view === 'page') return found.page.review;
  return found.view === 'questions' ? found.sheet.review : undefined;
};

const crumbs = (trail: readonly TopicCrumb[]): readonly Crumb[] =>
  trail.map(({ topic, title, other }) => ({
    label: title,
    saidAs: passageKey(`topics/${topic}`, `${topic}.title`),
    route: { view: 'topic', topic },
    ...(other && { other }),
  }));

const homeCrumb = (messages: Messages): Crumb => ({
  label: messages.text('nav.home'),
  saidAs: passageKey('messages', 'nav.home'),
  route: { view: 'home' },
});

const missing = (reason: MissingReason, messages: Messages): Found => ({
  view: 'missing',
  title: messages.text(`${reason}.title`),
  trail: [homeCrumb(messages)],
  reason,
});
