import { describe, expect, test } from 'vitest';
import { defaultPreferences } from '../../../../renderer/visit/preferences.ts';
import type { Route } from '../../../../renderer/visit/routes.ts';
import {
  type Visit,
  canGoBack,
  choicesOf,
  choose,
  goBack,
  goTo,
  prefer,
  startVisit,
  togglePanel,
} from '../../../../renderer/visit/visit.ts';

const home: Route = { view: 'home' };
const topic: Route = { view: 'topic', topic: 'a-topic' };
const page: Route = { view: 'page', page: 'a-page', version: 'full' };
const part: Route = { view: 'page', page: 'a-page', version: 'full', part: 'a-part' };

/** Somewhere down a view. */
const READ_TO = { passage: 'pages/a-page#a.1', offset: 10 };

/** A visit that went somewhere, from some way down each time. */
const after = (...routes: readonly Route[]): Visit =>
  routes.reduce((visit, route) => goTo(visit, route, READ_TO), startVisit(home));

describe('a visit', () => {
  test('X3 · starts with everything at its default and nothing behind it', () => {
    expect(startVisit(home)).toMatchObject({
      route: home,
      returned: undefined,
      trail: [],
      panel: undefined,
      preferences: defaultPreferences,
      choices: {},
    });
    expect(defaultPreferences).toMatchObject({
      textStep: 2,
      theme: 'standard',
      spacing: 'usual',
      still: false,
      speed: 1,
      volume: 7,
      easyRead: false,
      readToMe: false,
    });
  });

  test('X3 · is never the same one as before', () => {
    expect(startVisit(home).id).not.toBe(startVisit(home).id);
  });

  test('is never changed: what comes after is another value', () => {
    const visit = Object.freeze(startVisit(home));
    goTo(visit, page, READ_TO);
    prefer(visit, { textStep: 4 });
    togglePanel(visit, 'size');
    choose(visit, 'a-page', 'a-choice', 'an-option');
    expect(visit).toMatchObject({ route: home, trail: [], panel: undefined, choices: {} });
    expect(visit.preferences).toEqual(defaultPreferences);
  });
});

describe('C12 · the way back', () => {
  test('leads through the places visited, nearest first, to where each had been read', () => {
    let visit = after(topic, page);
    visit = goBack(visit);
    expect(visit).toMatchObject({ route: topic, returned: { readTo: READ_TO } });
    visit = goBack(visit);
    expect(visit).toMatchObject({ route: home, returned: { readTo: READ_TO }, trail: [] });
    expect(canGoBack(visit)).toBe(false);
  });

  test('begins anew at home', () => {
    const visit = after(topic, page, home);
    expect(visit.trail).toEqual([]);
    expect(canGoBack(visit)).toBe(false);
  });

  test('leads home from a page that was opened directly', () => {
    const visit = startVisit(page);
    expect(canGoBack(visit)).toBe(true);
    expect(goBack(visit).route).toEqual(home);
  });

  test('does not grow by going where one is already', () => {
    expect(after(page, page, page).trail).toHaveLength(1);
  });

  test('keeps fifty places and no more', () => {
    const routes = Array.from({ length: 80 }, (_none, index): Route => ({
      view: 'page',
      page: `page-${String(index)}`,
      version: 'full',
    }));
    const { trail } = after(...routes);
    expect(trail).toHaveLength(50);
    expect(trail.at(-1)?.route).toEqual(routes[78]);
  });

  test('closes an open panel first and stays where it is', () => {
    const visit = togglePanel(after(topic), 'colours');
    expect(goBack(visit)).toMatchObject({ route: topic, panel: undefined, trail: visit.trail });
  });
});

test('C12 · going to the place one has come back to starts at its top, not where one had read to', () => {
  const back = goBack(goTo(after(page), topic, READ_TO));
  expect(back.returned?.readTo).toEqual(READ_TO);
  expect(goTo(back, page, undefined).returned).toBeUndefined();
});

test('X3 · nobody goes back to before their visit', () => {
  const visit = goTo(startVisit({ view: 'attract' }), page, undefined);
  expect(visit.trail).toEqual([]);
});

describe('panels', () => {
  test('open one at a time, and close by the same button', () => {
    const sizes = togglePanel(startVisit(home), 'size');
    expect(sizes.panel).toBe('size');
    expect(togglePanel(sizes, 'colours').panel).toBe('colours');
    expect(togglePanel(sizes, 'size').panel).toBeUndefined();
  });

  test('stay open on the way to a part of the same page, but for the list of parts', () => {
    expect(goTo(togglePanel(after(page), 'size'), part, undefined).panel).toBe('size');
    expect(goTo(togglePanel(after(page), 'contents'), part, undefined).panel).toBeUndefined();
    expect(goTo(togglePanel(after(part), 'contents'), part, undefined).panel).toBeUndefined();
  });

  test('close on the way to another view', () => {
    expect(goTo(togglePanel(after(page), 'reading'), topic, undefined).panel).toBeUndefined();
  });
});

test('choices are remembered for each page and each question', () => {
  let visit = choose(startVisit(home), 'a-page', 'group', 'high');
  visit = choose(visit, 'a-page', 'group', 'low');
  visit = choose(visit, 'a-page-too', 'group', 'high');
  expect(choicesOf(visit.choices, 'a-page')).toEqual({ group: 'low' });
  expect(choicesOf(visit.choices, 'a-page-too')).toEqual({ group: 'high' });
  expect(choicesOf(visit.choices, 'a')).toEqual({});
});
