/** Search over the library that ships, as a visitor asks: S1–S4. */
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../../../build/content-compiler/check/check-content.ts';
import { compileLanguage } from '../../../../build/content-compiler/compile/language.ts';
import { readContent } from '../../../../build/content-compiler/disk.ts';
import { compileSearch, type SearchFile } from '../../../../build/content-compiler/search/index.ts';
import { type IndexedPage, indexedPage } from '../../../../build/content-compiler/search/page-words.ts';
import { type OtherLanguage, wordsOf } from '../../../../content/format/index.ts';
import { Search, type SearchResult } from '../../../../renderer/search/search.ts';
import { searchFilesFrom } from '../../../support/search-files.ts';
import { fc } from '../../electron/property.ts';

let files: ReadonlyMap<string, unknown>;
let index: readonly SearchFile[];
let search: Search;

const load = (name: string): Promise<unknown> =>
  files.has(name) ? Promise.resolve(files.get(name)) : Promise.reject(new Error(`no ${name}`));

beforeAll(async () => {
  const content = await readContent(join(import.meta.dirname, '../../../../content'));
  const { library } = checkContent(content, new Date('2026-11-01T12:00:00Z'));
  const [source] = library.languages;
  if (source === undefined) throw new Error('no language');
  const { language, pages } = compileLanguage(source, library.drawings);
  const indexed = pages.filter(({ version }) => version === 'full').map(indexedPage);
  index = [...compileSearch(language, indexed, source.glossary?.value ?? [])];
  files = new Map(index.map(({ name, value }) => [name, value]));
  search = new Search(searchFilesFrom(load));
  // The whole library is read and compiled, on a machine that may be doing much else.
}, 60_000);

const pagesOf = ({ pages }: SearchResult): readonly string[] => pages.map(({ page }) => page);
const reasonsOf = ({ pages }: SearchResult) => pages.flatMap(({ reasons }) => reasons);

describe('S1 · results while typing', () => {
  test.each([
    ['neuroblastoma came back', 'neuroblastoma-came-back'],
    ['scan', 'tests-and-scans'],
    ['risk group', 'risk-groups-and-stages'],
    ['clinical trial', 'clinical-trials'],
    ['temperature', 'side-effects-and-when-to-call'],
    ['brothers and sisters', 'coping-and-support'],
    ['big letters', 'using-this-screen'],
  ])('“%s” leads to the page about it', async (typed, page) => {
    expect(pagesOf(await search.find(typed)).slice(0, 3)).toContain(page);
  });

  test('each letter more leads to the same place sooner or later, never to an error', async () => {
    const typed = 'neuroblastoma';
    for (let letters = 1; letters <= typed.length; letters += 1) await search.find(typed.slice(0, letters));
    expect(pagesOf(await search.find('neurob'))).toContain('neuroblastoma-came-back');
  });

  test('a misspelt word finds, and says how it is spelt', async () => {
    const result = await search.find('nueroblastoma');
    expect(pagesOf(result)).toContain('neuroblastoma-came-back');
    expect(reasonsOf(result)).toContainEqual({ kind: 'meant', typed: 'nueroblastoma', term: 'neuroblastoma' });
  });

  test('a slip nobody foresaw is forgiven too, and said', async () => {
    const result = await search.find('radiotherappy');
    expect(reasonsOf(result)).toContainEqual({ kind: 'spelt', typed: 'radiotherappy', word: 'radiotherapy' });
  });

  test('a lay word finds what doctors call otherwise, and says so', async () => {
    const result = await search.find('chemo');
    expect(result.terms.map(({ term }) => term)).toContain('chemotherapy');
    expect(pagesOf(result)).toContain('treatments-explained');
  });

  test('a result names parts, by heading and how they begin', async () => {
    const [first] = (await search.find('radiotherapy')).pages;
    expect(first?.parts[0]?.heading.length).toBeGreaterThan(3);
    expect(first?.parts[0]?.opening.length).toBeGreaterThan(20);
  });

  test('what has all the words stands above what has one of them', async () => {
    const { pages } = await search.find('stem cell');
    const [part] = pages[0]?.parts ?? [];
    expect(`${part?.heading ?? ''} ${part?.opening ?? ''}`).toMatch(/stem cell/i);
  });
});

describe('S2 · nothing found', () => {
  test('leads on to the nearest words that are there', async () => {
    const result = await search.find('neurofibromab');
    expect(result.pages).toEqual([]);
    expect((await search.find('radiotharapie')).nearest).toContainEqual({ word: 'radiotherapy' });
  });

  test('an empty question finds nothing', async () => {
    for (const typed of ['', '   ', '?', 'a']) expect((await search.find(typed)).pages).toEqual([]);
  });
});

describe('C10 · pages that are not translated are found as what they are', () => {
  const englishPage = (id: string, words: string, other?: OtherLanguage): IndexedPage => ({
    id,
    title: id,
    parts: [{ id: 'part', heading: 'Part', opening: words, words, counts: words.split(' ').map(() => 1) }],
    ...(other && { other }),
  });
  const english = { language: 'en-GB', direction: 'ltr' } as const;
  const welsh = [
    ...compileSearch('cy', [englishPage('sgan', 'sgan radio'), englishPage('pictures', 'scans radio', english)], []),
  ];
  const searchWelsh = new Search(
    searchFilesFrom((name) => Promise.resolve(welsh.find((file) => file.name === name)?.value)),
  );

  test('a word that only they have is marked as their language, wherever it is shown', async () => {
    const { pages, suggestions } = await searchWelsh.find('scan');
    expect(suggestions).toEqual([{ word: 'scans', other: english }]);
    expect(pages[0]?.reasons).toEqual([{ kind: 'begins', typed: 'scan', word: 'scans', other: english }]);
    expect((await searchWelsh.find('scamzz')).nearest).toContainEqual({ word: 'scans', other: english });
  });

  test('a word that a translated page has too is of the language that is searched', async () => {
    const { pages } = await searchWelsh.find('radio');
    expect(pages.map(({ other }) => other?.language)).toEqual(expect.arrayContaining([undefined, 'en-GB']));
    expect(pages.flatMap(({ reasons }) => reasons)).toEqual([
      { kind: 'same', typed: 'radio', word: 'radio' },
      { kind: 'same', typed: 'radio', word: 'radio' },
    ]);
  });
});

describe('S3 · what is gated is never found', () => {
  test('no text behind a gate is in any file of the index', () => {
    const told = index.map(({ value }) => wordsOf(JSON.stringify(value)));
    const words = new Set(told.flat());
    expect(words.has('scan'), 'the check sees what is there').toBe(true);
    for (const word of ['palliative', 'survival', 'dying', 'hospice']) expect(words.has(word), word).toBe(false);
  });
});

test('whatever is typed is answered, with no more than a person looks through', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor')),
      async (typed) => {
        const { pages, terms, nearest } = await search.find(typed);
        expect(pages.length).toBeLessThanOrEqual(8);
        for (const { parts } of pages) expect(parts.length).toBeLessThanOrEqual(3);
        expect(terms.length).toBeLessThanOrEqual(8);
        expect(nearest.length).toBeLessThanOrEqual(3);
      },
    ),
    { numRuns: 300 },
  );
});

test('an index that cannot be had is told, and tried again', async () => {
  let isDown = true;
  const flaky = new Search(searchFilesFrom((name) => (isDown ? Promise.reject(new Error('down')) : load(name))));
  await expect(flaky.find('scan')).rejects.toThrow('down');
  isDown = false;
  expect(pagesOf(await flaky.find('scan'))).toContain('tests-and-scans');
});
