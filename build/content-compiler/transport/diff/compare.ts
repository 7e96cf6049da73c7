/** What changed for readers and editors between two versions of one document. */
import type { z } from 'zod';
import {
  glossarySchema,
  messagesSchema,
  alongsideSchema,
  ticketsSchema,
  textOf,
  topicSchema,
  viewPage,
  viewQuestions,
  type HelplineView,
  type PageView,
} from './reader-view.ts';
import { changedItems } from './sequence.ts';

/** What a change is about. */
export type Subject =
  | 'helpline'
  | 'language'
  | 'page'
  | 'title'
  | 'part'
  | 'sentence'
  | 'picture'
  | 'term'
  | 'topic'
  | 'ticket'
  | 'alongside'
  | 'button'
  | 'review';

/** One change. `before` is absent for what is new, `after` for what is gone. */
export interface Change {
  readonly subject: Subject;
  readonly language: string;
  /** Where it is, in words: a page's title, a part's heading below it, a medical word, a helpline's name. */
  readonly where: readonly string[];
  /** Which detail of it, for subjects that have several. */
  readonly detail?: string;
  readonly before?: string;
  readonly after?: string;
}

/** Two versions of a document; one is absent when the document came or went. */
export interface Versions {
  readonly before: unknown;
  readonly after: unknown;
}

type Tell = (change: Omit<Change, 'language'>) => void;

/** Whether readers see a document of this name as such: the index of the search and the narration they do not. */
export function isCompared(name: string): boolean {
  return /^(?:(?:pages|easy|topics)\/.+|questions|glossary|messages|tickets|alongside)$/.test(name);
}

/**
 * Compares a document's versions.
 *
 * @param name - as `bundlePaths` calls it: `pages/<id>`, `glossary` …
 * @throws z.ZodError when a version is not what its name says
 */
export function compareDocument(name: string, language: string, { before, after }: Versions): readonly Change[] {
  const changes: Change[] = [];
  const tell: Tell = (change) => void changes.push({ language, ...change });
  const [kind] = name.split('/');
  if (kind === 'pages' || kind === 'easy') comparePages(viewed(viewPage), kind === 'easy' ? ' (Easy Read)' : '', tell);
  else if (kind === 'questions') comparePages(viewed(viewQuestions), '', tell);
  else if (kind === 'glossary') compareGlossaries(parsed(glossarySchema), tell);
  else if (kind === 'topics') compareTopics(parsed(topicSchema), tell);
  else if (kind === 'messages') compareMessages(parsed(messagesSchema), tell);
  else if (kind === 'tickets') compareTickets(parsed(ticketsSchema), tell);
  else if (kind === 'alongside') compareAlongside(parsed(alongsideSchema), tell);
  return changes;

  function viewed(view: (document: unknown, language: string) => PageView): Both<PageView> {
    return {
      before: before === undefined ? undefined : view(before, language),
      after: after === undefined ? undefined : view(after, language),
    };
  }

  function parsed<Value>(schema: z.ZodType<Value>): Both<Value> {
    return {
      before: before === undefined ? undefined : schema.parse(before),
      after: after === undefined ? undefined : schema.parse(after),
    };
  }
}

interface Both<Value> {
  readonly before: Value | undefined;
  readonly after: Value | undefined;
}

function comparePages({ before, after }: Both<PageView>, version: string, tell: Tell): void {
  const title = (after ?? before)?.title ?? '';
  const page = title + version;
  if (!before || !after) {
    tell({ subject: 'page', where: [page], ...only(before && page, after && page) });
    return;
  }
  compareHelplines(page, before.helplines, after.helplines, tell);
  tellIfChanged(before.title, after.title, { subject: 'title', where: [page] }, tell);
  const review = { subject: 'review', where: [page] } as const;
  tellIfChanged(before.lastReviewed, after.lastReviewed, { ...review, detail: 'last reviewed' }, tell);
  tellIfChanged(before.nextReview, after.nextReview, { ...review, detail: 'next review' }, tell);
  const standing = (isSample: boolean): string => (isSample ? 'sample content' : 'signed off by a reviewer');
  tellIfChanged(standing(before.isSample), standing(after.isSample), { ...review, detail: 'standing' }, tell);
  for (const id of idsOf(before.parts, after.parts)) {
    const [old, fresh] = [before.parts.get(id), after.parts.get(id)];
    const heading = (fresh ?? old)?.heading ?? id;
    if (old && fresh) tellIfChanged(old.heading, fresh.heading, { subject: 'part', where: [page, heading] }, tell);
    else tell({ subject: 'part', where: [page, heading], ...only(old?.heading, fresh?.heading) });
    for (const change of changedItems(old?.sentences ?? [], fresh?.sentences ?? []))
      tell({ subject: 'sentence', where: [page, heading], ...change });
    if (old && fresh && old.pictures !== fresh.pictures) tell({ subject: 'picture', where: [page, heading] });
  }
}

/** Where the number or the hours change, the page is left out, since the same change is on every page. */
function compareHelplines(
  page: string,
  before: ReadonlyMap<string, HelplineView>,
  after: ReadonlyMap<string, HelplineView>,
  tell: Tell,
): void {
  for (const id of idsOf(before, after)) {
    const [old, fresh] = [before.get(id), after.get(id)];
    if (old && fresh) {
      for (const detail of ['number', 'hours', 'opening', 'cost', 'name', 'checked'] as const)
        tellIfChanged(old[detail], fresh[detail], { subject: 'helpline', where: [fresh.name], detail }, tell);
    } else {
      const name = (fresh ?? old)?.name ?? id;
      tell({ subject: 'helpline', where: [name], detail: 'page', ...only(old && page, fresh && page) });
    }
  }
}

function compareGlossaries({ before, after }: Both<z.infer<typeof glossarySchema>>, tell: Tell): void {
  const viewsOf = (glossary: typeof before) =>
    new Map(
      (glossary?.terms ?? []).map(({ id, term, meaning, sayIt }) => [
        id,
        { word: textOf(term), meaning: textOf(meaning), 'how to say it': sayIt },
      ]),
    );
  const [olds, freshs] = [viewsOf(before), viewsOf(after)];
  for (const id of idsOf(olds, freshs)) {
    const [old, fresh] = [olds.get(id), freshs.get(id)];
    const where = [(fresh ?? old)?.word ?? id];
    tellIfChanged(old?.meaning, fresh?.meaning, { subject: 'term', where, detail: 'meaning' }, tell);
    if (!old || !fresh) continue;
    for (const detail of ['word', 'how to say it'] as const)
      tellIfChanged(old[detail], fresh[detail], { subject: 'term', where, detail }, tell);
  }
}

function compareTopics({ before, after }: Both<z.infer<typeof topicSchema>>, tell: Tell): void {
  const viewOf = (topic: typeof before) =>
    topic && {
      title: textOf(topic.title),
      summary: textOf(topic.summary),
      pages: new Map(topic.pages.map(({ id, title }) => [id, textOf(title)])),
    };
  const [old, fresh] = [viewOf(before), viewOf(after)];
  const where = [(fresh ?? old)?.title ?? ''];
  if (!old || !fresh) {
    tell({ subject: 'topic', where, detail: 'topic', ...only(old?.title, fresh?.title) });
    return;
  }
  for (const detail of ['title', 'summary'] as const)
    tellIfChanged(old[detail], fresh[detail], { subject: 'topic', where, detail }, tell);
  for (const id of idsOf(old.pages, fresh.pages)) {
    if (old.pages.has(id) !== fresh.pages.has(id))
      tell({ subject: 'topic', where, detail: 'page', ...only(old.pages.get(id), fresh.pages.get(id)) });
  }
}

function compareMessages({ before, after }: Both<z.infer<typeof messagesSchema>>, tell: Tell): void {
  const [olds, freshs] = [before?.messages ?? {}, after?.messages ?? {}];
  for (const key of new Set([...Object.keys(freshs), ...Object.keys(olds)]))
    tellIfChanged(olds[key], freshs[key], { subject: 'button', where: [key] }, tell);
  if (JSON.stringify(before?.welcome) !== JSON.stringify(after?.welcome))
    tell({ subject: 'picture', where: ['The attract screen'] });
}

function compareTickets({ before, after }: Both<z.infer<typeof ticketsSchema>>, tell: Tell): void {
  const wordsOf = (tickets: typeof before) => new Map(tickets?.words.map(({ id, word }) => [id, textOf(word)]) ?? []);
  const [olds, freshs] = [wordsOf(before), wordsOf(after)];
  for (const id of idsOf(olds, freshs))
    tellIfChanged(olds.get(id), freshs.get(id), { subject: 'ticket', where: [id] }, tell);
}

function compareAlongside({ before, after }: Both<z.infer<typeof alongsideSchema>>, tell: Tell): void {
  const wordsOf = (document: typeof before): ReadonlyMap<string, string> => {
    const { anywhere = [], pages = [], lists = [], who = [] } = document ?? {};
    const all = [
      ...anywhere,
      ...pages.flatMap(({ prompts }) => prompts),
      ...lists.flatMap(({ title, steps }) => [title, ...steps.map(({ label }) => label)]),
      ...who.map(({ label }) => label),
    ];
    return new Map(all.map((passage) => [passage.id, textOf(passage)]));
  };
  const [olds, freshs] = [wordsOf(before), wordsOf(after)];
  for (const id of idsOf(olds, freshs))
    tellIfChanged(olds.get(id), freshs.get(id), { subject: 'alongside', where: [id] }, tell);
}

function idsOf(before: ReadonlyMap<string, unknown>, after: ReadonlyMap<string, unknown>): ReadonlySet<string> {
  return new Set([...after.keys(), ...before.keys()]);
}

function tellIfChanged(
  before: string | undefined,
  after: string | undefined,
  change: Omit<Change, 'language' | 'before' | 'after'>,
  tell: Tell,
): void {
  if (before !== after) tell({ ...change, ...only(before, after) });
}

/** An empty text counts as none: a cost that is not told, say. */
function only(before: string | undefined, after: string | undefined): Pick<Change, 'before' | 'after'> {
  return { ...(before && { before }), ...(after && { after }) };
}
