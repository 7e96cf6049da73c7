/** My summary (P1): what is kept, in which order, and what can be undone. */
import { describe, expect, test } from 'vitest';
import { addQuestion, changeQuestion, write } from '../../../../renderer/visit/own-questions.ts';
import {
  type KeptAct,
  type KeptItem,
  MOST_KEPT,
  asksBeforeEnd,
  changeKept,
  isSent,
  keptKey,
  keptKeys,
  setGates,
  setSent,
  toggleKept,
} from '../../../../renderer/visit/summary.ts';
import { type Visit, startVisit } from '../../../../renderer/visit/visit.ts';
import { fc, test as property } from '../../electron/property.ts';

const term = (name: string): KeptItem => ({ kind: 'term', term: name });
const part = (...openGates: readonly string[]): KeptItem => ({
  kind: 'part',
  page: 'a-page',
  version: 'full',
  part: 'in-short',
  openGates,
});

const keeping = (...items: readonly KeptItem[]): Visit => items.reduce(toggleKept, startVisit({ view: 'home' }));
const names = ({ kept }: Visit): readonly string[] =>
  kept.map((item) => (item.kind === 'term' ? item.term : item.kind));

describe('P1 · what is kept', () => {
  test('stands in the order in which it was kept', () => {
    expect(names(keeping(term('b'), term('a'), term('c')))).toEqual(['b', 'a', 'c']);
  });

  test('is taken out by keeping it again, and can be put back where it was', () => {
    const visit = toggleKept(keeping(term('a'), term('b'), term('c')), term('b'));
    expect(names(visit)).toEqual(['a', 'c']);
    expect(names(changeKept(visit, { kind: 'put-back' }))).toEqual(['a', 'b', 'c']);
  });

  test('is put back once', () => {
    const visit = changeKept(keeping(term('a')), { kind: 'remove', index: 0 });
    const back = changeKept(visit, { kind: 'put-back' });
    expect(names(changeKept(back, { kind: 'put-back' }))).toEqual(['a']);
  });

  test('moves up and down, and no further than the ends', () => {
    const visit = keeping(term('a'), term('b'), term('c'));
    expect(names(changeKept(visit, { kind: 'up', index: 2 }))).toEqual(['a', 'c', 'b']);
    expect(names(changeKept(visit, { kind: 'down', index: 0 }))).toEqual(['b', 'a', 'c']);
    expect(changeKept(visit, { kind: 'up', index: 0 })).toBe(visit);
    expect(changeKept(visit, { kind: 'down', index: 2 })).toBe(visit);
  });

  test.each([-1, 3, Number.NaN])('is unchanged by anything done to place %s', (index) => {
    const visit = keeping(term('a'), term('b'), term('c'));
    for (const kind of ['up', 'down', 'remove'] as const) expect(changeKept(visit, { kind, index })).toBe(visit);
  });

  test('is 200 things at most; one too many changes nothing', () => {
    const full = keeping(...Array.from({ length: MOST_KEPT }, (_none, index) => term(String(index))));
    expect(full.kept).toHaveLength(200);
    expect(toggleKept(full, term('one more'))).toBe(full);
    expect(toggleKept(full, term('7')).kept).toHaveLength(199);
  });

  test('is one thing whichever of its gates are open, and each version of a page is another', () => {
    expect(keptKey(part('a-gate'))).toBe(keptKey(part()));
    expect(keptKey({ kind: 'part', page: 'a-page', version: 'easy', part: 'in-short', openGates: [] })).not.toBe(
      keptKey(part()),
    );
  });

  test('is one helpline, on whichever page it was kept', () => {
    const on = (page: string): KeptItem => ({ kind: 'helpline', page, helpline: 'a-line' });
    expect(keeping(on('one'), on('other')).kept).toEqual([]);
  });

  test('is none in a fresh visit', () => {
    expect(startVisit({ view: 'home' })).toMatchObject({ kept: [], takenOut: undefined, sent: undefined });
  });
});

describe('principle 3 · gates', () => {
  test('that are opened or closed in a part that is kept are so in the summary', () => {
    const opened = setGates(keeping(part()), part('a-gate'));
    expect(opened.kept).toEqual([part('a-gate')]);
    expect(setGates(opened, part()).kept).toEqual([part()]);
  });

  test('keep nothing by themselves', () => {
    const visit = keeping(term('a'));
    expect(setGates(visit, part('a-gate'))).toBe(visit);
  });
});

describe('C7 · a question of one’s own', () => {
  test('that is written anew is not kept any more as it was', () => {
    const asked = addQuestion(write(keeping(term('a')), 'Why?'));
    const kept = toggleKept(asked, { kind: 'own-question', text: 'Why?' });
    expect(names(kept)).toEqual(['a', 'own-question']);
    expect(names(changeQuestion(kept, 0))).toEqual(['a']);
  });

  test('that is kept and not changed stays kept', () => {
    const kept = toggleKept(addQuestion(write(keeping(), 'Why?')), { kind: 'own-question', text: 'Why?' });
    expect(isSent(changeQuestion(addQuestion(write(setSent(kept, true), 'When?')), 1))).toBe(true);
  });
});

describe('X2 · before the end', () => {
  test('a visit is asked about while what it keeps is not sent', () => {
    const visit = keeping(term('a'));
    expect(asksBeforeEnd(visit, [])).toBe(true);
    expect(asksBeforeEnd(setSent(visit, true), [])).toBe(false);
    expect(asksBeforeEnd(toggleKept(setSent(visit, true), term('b')), []), 'more was kept since').toBe(true);
    expect(asksBeforeEnd(setSent(setSent(visit, true), false), []), 'it came to nothing').toBe(true);
  });

  test('a ticket is told about until it has come to nothing', () => {
    const visit = setSent(keeping(term('a')), true);
    const ticket = { word: 'kingfisher', number: 12 };
    for (const state of ['queued', 'held', 'sending', 'printing', 'waiting', 'sent', 'printed'] as const)
      expect(asksBeforeEnd(visit, [{ ticket, state }]), state).toBe(true);
    for (const state of ['failed', 'expired', 'cancelled'] as const)
      expect(asksBeforeEnd(visit, [{ ticket, state }]), state).toBe(false);
  });

  test('a visit that keeps nothing, or was asked already, is not', () => {
    expect(asksBeforeEnd(startVisit({ view: 'home' }), [])).toBe(false);
    expect(asksBeforeEnd({ ...keeping(term('a')), hasAsked: true }, [])).toBe(false);
  });
});

const items = fc.constantFrom(...['a', 'b', 'c', 'd', 'e'].map(term));
const acts = fc.oneof(
  fc.record({ kind: fc.constantFrom('up', 'down', 'remove'), index: fc.integer({ min: -2, max: 7 }) }),
  fc.constant<KeptAct>({ kind: 'put-back' }),
);

property.prop([fc.array(fc.oneof(items, acts), { maxLength: 60 })])(
  'P1 · whatever is done, each thing is kept once, and the visit it was done to is as it was',
  (doings) => {
    let visit = startVisit({ view: 'home' });
    for (const doing of doings) {
      const before = [...visit.kept];
      const next = 'term' in doing ? toggleKept(visit, doing) : changeKept(visit, doing as KeptAct);
      expect(visit.kept).toEqual(before);
      expect(keptKeys(next.kept).size).toBe(next.kept.length);
      expect(Math.abs(next.kept.length - visit.kept.length)).toBeLessThanOrEqual(1);
      visit = next;
    }
  },
);

property.prop([fc.uniqueArray(items, { selector: keptKey }), fc.integer({ min: 0, max: 4 })])(
  'P1 · to take out and put back is to do nothing, and so is up and down',
  (kept, index) => {
    const visit = keeping(...kept);
    const back = changeKept(changeKept(visit, { kind: 'remove', index }), { kind: 'put-back' });
    expect(back.kept).toEqual(visit.kept);
    if (index === 0 || index >= kept.length) return;
    const moved = changeKept(changeKept(visit, { kind: 'up', index }), { kind: 'down', index: index - 1 });
    expect(moved.kept).toEqual(visit.kept);
  },
);
