import { describe, expect, test } from 'vitest';
import { beforeThePin, bringBack, hasRead, lookForTraces, sitDown } from '../../../../renderer/visit/alongside.ts';
import { defaultPreferences } from '../../../../renderer/visit/preferences.ts';
import { isPresetOn, presetPreferences, presets } from '../../../../renderer/visit/presets.ts';
import type { Route } from '../../../../renderer/visit/routes.ts';
import { toggleKept } from '../../../../renderer/visit/summary.ts';
import { goTo, prefer, startVisit, type Visit } from '../../../../renderer/visit/visit.ts';

const page: Route = { view: 'page', page: 'a-page', version: 'full' };
const place = { passage: 'pages/a-page#x', offset: 40 };

const goes = (visit: Visit, ...routes: readonly Route[]): Visit =>
  routes.reduce((at, route) => goTo(at, route, at.route.view === 'page' ? place : undefined), visit);

/** Somebody with large words who has read a page and kept a word. */
const read = prefer(toggleKept(goes(startVisit({ view: 'home' }), page), { kind: 'term', term: 'tumour' }), {
  textStep: 4,
});

describe('V2 · a volunteer joins', () => {
  test.each([
    ['by the corner', [{ view: 'staff' }]],
    ['by the way for all', [{ view: 'about' }, { view: 'staff' }]],
  ] as const)('%s: what was read is put away where the visitor was, and both begin at home', (_how, way) => {
    const before = beforeThePin(goes(read, ...way));
    expect(before.route).toEqual(page);
    expect(before.returned?.readTo, 'to the very line').toEqual(place);
    const now = sitDown(before);
    expect(now).toMatchObject({ route: { view: 'home' }, trail: [], kept: [], isAlongside: true, panel: 'alongside' });
    expect(now.preferences.textStep, 'who needs large words does not ask again').toBe(4);
    expect(now.id).not.toBe(before.id);
    expect(JSON.stringify(now)).not.toContain('a-page');
  });

  test('what was only begun is nothing to bring back; everything else is', () => {
    for (const view of ['attract', 'welcome', 'home'] as const) expect(hasRead(startVisit({ view }))).toBe(false);
    const home = startVisit({ view: 'home' });
    expect(hasRead(read)).toBe(true);
    expect(hasRead(goes(home, { view: 'words' }))).toBe(true);
    for (const change of [{ query: 'q' }, { draft: 'd' }, { ownQuestions: ['?'] }, { choices: { 'a/b': 'c' } }])
      expect(hasRead({ ...home, ...change }), JSON.stringify(change)).toBe(true);
  });

  test('agreed to, the visitor goes on where they were, with what both have kept, and as both see it now', () => {
    const both = prefer(
      toggleKept(toggleKept(sitDown(read), { kind: 'term', term: 'tumour' }), { kind: 'term', term: 'gene' }),
      { theme: 'white-on-black' },
    );
    const again = bringBack({ ...both, ownQuestions: ['Why?'] }, { ...read, ownQuestions: ['When?'], sent: read.kept });
    expect(again.route).toEqual(page);
    expect(again.kept.map((item) => 'term' in item && item.term)).toEqual(['tumour', 'gene']);
    expect(again.ownQuestions).toEqual(['When?', 'Why?']);
    expect(again.preferences.theme).toBe('white-on-black');
    expect(again.sent, 'not all of it is on paper').toBeUndefined();
    expect(again.isAlongside).toBe(true);
    expect([read.id, both.id]).not.toContain(again.id);
  });

  test('what helps both stays beside whatever they read, but makes room for the keyboard', () => {
    const now = sitDown(startVisit({ view: 'home' }));
    expect(goes(now, page).panel).toBe('alongside');
    expect(goes(now, { view: 'search' }).panel).toBe('keyboard');
    expect(goes({ ...now, panel: 'size' }, page).panel).toBeUndefined();
  });
});

describe('V2 · the kiosk is handed back', () => {
  const clean = {
    visit: startVisit({ view: 'wiped' }),
    language: 'en-GB',
    defaultLanguage: 'en-GB',
    isHostDone: true,
  };
  const left = (after: typeof clean) =>
    lookForTraces(after)
      .filter(({ isGone }) => !isGone)
      .map(({ thing }) => thing);

  test('a fresh visit is clean, and the host is told of once it has answered', () => {
    expect(lookForTraces(clean)).toHaveLength(6);
    expect(left(clean)).toEqual([]);
    expect(lookForTraces({ ...clean, isHostDone: undefined })).toHaveLength(5);
  });

  test.each([
    ['read', { visit: goes(startVisit({ view: 'home' }), page, { view: 'words' }) }],
    ['kept', { visit: toggleKept(clean.visit, { kind: 'term', term: 'tumour' }) }],
    ['typed', { visit: { ...clean.visit, query: 'scan' } }],
    ['typed', { visit: { ...clean.visit, ownQuestions: ['Why?'] } }],
    ['display', { visit: prefer(clean.visit, { guidance: true }) }],
    ['display', { visit: prefer(clean.visit, { volume: 3 }) }],
    ['language', { language: 'ar' }],
    ['host', { isHostDone: false }],
  ] as const)('what would be left of what was %s is seen', (thing, change) => {
    expect(left({ ...clean, ...change })).toEqual([thing]);
  });
});

describe('V2 · displays in one touch', () => {
  test('each is on once it is chosen, in place of the one before, and no two are the same', () => {
    let preferences = defaultPreferences;
    for (const { change } of [...presets, ...presets]) {
      preferences = { ...preferences, ...presetPreferences(change) };
      expect(presets.filter((one) => isPresetOn(one.change, preferences)).map((one) => one.change)).toEqual([change]);
    }
    expect(presets.some(({ change }) => isPresetOn(change, defaultPreferences))).toBe(false);
  });

  test('leave how fast and how loud it is as it was chosen', () => {
    for (const { change } of presets) {
      expect(presetPreferences(change)).not.toHaveProperty('speed');
      expect(presetPreferences(change)).not.toHaveProperty('volume');
    }
  });
});
