import { describe, expect, test as example } from 'vitest';
import { type Route, formatRoute, parseRoute, sameView } from '../../../../renderer/visit/routes.ts';
import { fc, test } from '../../electron/property.ts';

const slug = fc.stringMatching(/^[a-z0-9]{1,8}(?:-[a-z0-9]{1,8}){0,3}$/);

const route: fc.Arbitrary<Route> = fc.oneof(
  fc.constantFrom<Route>({ view: 'attract' }, { view: 'home' }, { view: 'words' }, { view: 'not-found' }),
  slug.map((topic): Route => ({ view: 'topic', topic })),
  slug.map((page): Route => ({ view: 'page', page })),
  fc.tuple(slug, slug).map(([page, part]): Route => ({ view: 'page', page, part })),
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
    expect(sameView({ view: 'page', page, part }, { view: 'page', page })).toBe(true);
    expect(sameView({ view: 'page', page }, { view: 'topic', topic: page })).toBe(false);
  });

  example('the document without an address is the attract screen', () => {
    for (const hash of ['', '#', '#/', '/']) expect(parseRoute(hash)).toEqual({ view: 'attract' });
  });

  example.each([
    '#/page',
    '#/page/a/b/c',
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
