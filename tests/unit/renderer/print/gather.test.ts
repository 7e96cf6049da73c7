/** P2 · what a summary names is found, put in order – and what cannot be had is counted, and costs nobody the rest. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeptItem, PrintJob } from '../../../../renderer/host/printing.ts';
import { gather } from '../../../../renderer/print/gather.ts';

const passage = (id: string, term?: string) => ({ id, runs: [{ text: id, ...(term !== undefined && { term }) }] });

const paragraph = (id: string, term?: string) => ({ kind: 'paragraph', passage: passage(id, term) });

const references = {
  id: 'references',
  heading: passage('references'),
  sources: [],
  blocks: [
    {
      kind: 'references',
      items: [passage('source.one'), passage('source.two')],
      codes: { 'source.two': { content: 'https://example.org', rows: ['10', '01'] } },
    },
  ],
};

/** A page of two parts, each with a word and a source of its own. */
const page = (id: string, dueIso: string) => ({
  id,
  version: 'full',
  title: passage(id),
  review: { nextReview: dueIso, dates: passage('dates'), overdue: passage('overdue') },
  parts: [
    { id: 'more', heading: passage('more'), sources: ['two'], blocks: [paragraph('more-text', 'hard-word')] },
    { id: 'in-short', heading: passage('in-short'), sources: ['one'], blocks: [paragraph('short-text')] },
    references,
  ],
});

/** The bundle's documents by address; one that is absent cannot be had. */
const documents = new Map<string, unknown>();

beforeEach(() => {
  const all = {
    'messages.json': { language: 'en-GB', direction: 'ltr', alphabet: [], siteWords: [], messages: {} },
    'tickets.json': { words: [{ id: 'robin', word: passage('Robin') }] },
    'glossary.json': {
      terms: [
        { id: 'hard-word', term: passage('hard word'), meaning: passage('what it means'), sensitive: false },
        { id: 'kept-word', term: passage('kept word'), meaning: passage('what it means'), sensitive: true },
        { id: 'other-word', term: passage('other word'), meaning: passage('what it means'), sensitive: false },
      ],
    },
    'pages/one.json': page('one', '2030-01-01'),
    'pages/two.json': page('two', '2030-01-01'),
    'questions.json': {
      title: passage('questions'),
      references: [],
      groups: [{ id: 'group', sources: [], questions: [{ id: 'why', passage: passage('why') }] }],
    },
  };
  for (const [name, document] of Object.entries(all)) documents.set(name, document);
  vi.stubGlobal('fetch', (address: string) => {
    const found = documents.get(address.replace('/content/en-gb/', ''));
    return Promise.resolve(found === undefined ? new Response('', { status: 500 }) : Response.json(found));
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  documents.clear();
});

const part = (of: string, id: string): KeptItem => ({
  kind: 'part',
  page: of,
  version: 'full',
  part: id,
  openGates: [],
});

const jobOf = (...items: readonly KeptItem[]): PrintJob => ({
  summary: { language: 'en-GB', step: 1, items },
  ticket: { word: 'robin', number: 12 },
  paper: 'A4',
  hospitalName: 'St Example',
  deskDirections: 'By the doors.',
  printedOn: '2026-11-23',
});

const everything = [
  part('two', 'more'),
  part('one', 'more'),
  part('one', 'in-short'),
  { kind: 'term', term: 'kept-word' },
  { kind: 'question', group: 'group', question: 'why' },
  { kind: 'own-question', text: 'When?' },
] as const satisfies readonly KeptItem[];

test('P2 · pages come in the order of keeping, ‘In short’ first in each, with the words and sources that are used', async () => {
  const printed = await gather(jobOf(...everything), {});
  expect(printed.missing).toBe(0);
  expect(printed.ticketWord).toBe('Robin');
  expect(printed.pages.map(({ page: { id }, parts }) => [id, ...parts.map((one) => one.id)])).toEqual([
    ['two', 'more'],
    ['one', 'in-short', 'more'],
  ]);
  expect(printed.terms.map(({ id }) => id)).toEqual(['hard-word', 'kept-word']);
  expect(printed.pages[0]?.sources.map(({ passage: { id }, qr }) => [id, qr?.content])).toEqual([
    ['source.two', 'https://example.org'],
  ]);
  expect(printed.questions).toEqual([
    { kind: 'sheet', passage: passage('why') },
    { kind: 'own', text: 'When?' },
  ]);
});

test.each([
  ['a page', 'pages/one.json', 2],
  ['the words explained', 'glossary.json', 1],
  ['the questions', 'questions.json', 1],
])('P2, P6 · without %s the rest is printed, and it is said how much is not', async (_what, name, missing) => {
  documents.delete(name);
  const printed = await gather(jobOf(...everything), {});
  expect(printed.missing).toBe(missing);
  expect(printed.pages.length + printed.questions.length + printed.terms.length).toBeGreaterThan(2);
});

test('P2 · a part, a helpline and a word that are no longer there are counted', async () => {
  const gone = [
    part('one', 'gone'),
    { kind: 'helpline', page: 'one', helpline: 'gone' },
    { kind: 'term', term: 'gone' },
  ] as const satisfies readonly KeptItem[];
  expect((await gather(jobOf(...everything, ...gone), {})).missing).toBe(3);
});

test('P2 · a summary of which nothing can be had is not printed as an empty one', async () => {
  documents.delete('pages/one.json');
  await expect(gather(jobOf(part('one', 'more')), {})).rejects.toThrow();
});

test('C8 · a page that the site has withdrawn is named and not printed, which is nothing missing', async () => {
  documents.set('pages/one.json', page('one', '2020-01-01'));
  const printed = await gather(jobOf(part('one', 'more'), part('one', 'in-short')), { withdrawAfterDays: 30 });
  expect(printed.pages).toMatchObject([{ isWithdrawn: true, parts: [], sources: [] }]);
  expect(printed.missing).toBe(0);
  expect(printed.terms).toEqual([]);
});

test('V3 · a test print has nothing in it, and is printed', async () => {
  const printed = await gather(jobOf(), {});
  expect(printed).toMatchObject({ pages: [], questions: [], terms: [], missing: 0 });
});
