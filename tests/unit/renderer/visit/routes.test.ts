import { describe, expect, test as example } from 'vitest';
import { type Route, formatRoute, parseRoute, partOf, sameView, toPart } from '../../../../renderer/visit/routes.ts';
import { fc, test } from '../../electron/property.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ view: 'attract' }, { view: 'home' }, { view: 'words' }, { view: 'not-found' }),
  slug.map((topic): Route => ({ view: 'topic', topic })),
  slug.map((page): Route => ({ view: 'page', page, version: 'full' })),
  fc.tuple(slug, slug).map(([page, part]): Route => ({ view: 'page', page, version: 'easy', part })),
  fc.constant<Route>({ view: 'questions' }),
  slug.map((part): Route => ({ view: 'questions', part })),
);

describe('addresses (C12)', () => {
  test.prop([route])('an address written from a place leads back to that place', (place) => {
    expect(parseRoute(formatRoute(place))).toEqual(place);
  });

  test.prop([fc.string()])('any text is an address, if only of nothing', (text) => {
    const parsed = parseRoute(text);
    expect(parseRoute(formatRoute(parsed))).toEqual(parsed);
  });

  test.prop([slug, slug])('a page is the same view whatever its part', (page, part) => {
    expect(sameView({ view: 'page', page, version: 'full', part }, { view: 'page', page, version: 'full' })).toBe(true);
    expect(sameView({ view: 'page', page, version: 'full' }, { view: 'topic', topic: page })).toBe(false);
  });

  test.prop([slug])('Easy Read is another view than the full page (C3)', (page) => {
    expect(sameView({ view: 'page', page, version: 'full' }, { view: 'page', page, version: 'easy' })).toBe(false);
  });

  test.prop([route, slug])('a part is reached within what has parts, and nowhere else', (place, part) => {
    const there = toPart(place, part);
    expect(sameView(there, place)).toBe(true);
    expect(partOf(there)).toBe(place.view === 'page' || place.view === 'questions' ? part : undefined);
  });

  example('the document without an address is the attract screen', () => {
    for (const hash of ['', '#', '#/', '/']) expect(parseRoute(hash)).toEqual({ view: 'attract' });
  });

  example.each([
    '#/page',
    '#/page/a/b/c',
    '#/easy',
    '#/easy/a/b/c',
    '#/questions/a/b',
    '#/topic',
    '#/topic/a/b',
    '#/home/extra',
    '#/words/a',
    '#/unknown',
    '#/page/../home',
    '#/page/%2e%2e',
    '#/page/A',
    '#/page/a b',
    '#/page/ü',
    '#/page/a\0',
  ])('%j names nothing', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'not-found' });
  });
});
