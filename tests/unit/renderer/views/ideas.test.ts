import { describe, expect, test } from 'vitest';
import type { Block, Page, Part, Passage } from '../../../../content/format/index.ts';
import { ideaWith, ideasOf } from '../../../../renderer/views/page/ideas.ts';

const passage = (id: string, text: string): Passage => ({ id, runs: [{ text }] });
const paragraph = (id: string, text = 'One sentence.'): Block => ({ kind: 'paragraph', passage: passage(id, text) });
const list = (id: string, items: readonly string[], ordered = false): Block => ({
  kind: 'list',
  ordered,
  items: items.map((text, index) => passage(`${id}.${String(index + 1)}`, text)),
});
const part = (id: string, blocks: readonly Block[]): Part => ({
  id,
  heading: passage(id, id),
  sources: [],
  blocks: [...blocks],
});
const page = (...parts: readonly Part[]): Page => ({
  id: 'a-page',
  language: 'en-GB',
  version: 'full',
  trail: [],
  title: passage('title', 'A page'),
  summary: passage('summary', 'A line'),
  readingMinutes: 1,
  review: {
    lastReviewed: '2026-01-01',
    nextReview: '2027-01-01',
    dates: passage('dates', 'Reviewed'),
    overdue: passage('overdue', 'Overdue'),
  },
  parts: [...parts],
  related: [],
});
const none = (): boolean => false;
const long = 'A sentence that is long enough to need a screen of its own when three of its kind come together. ';

describe('D5 · one thing at a time', () => {
  test('a paragraph is an idea, and the first of a part has its heading', () => {
    const ideas = ideasOf(page(part('a', [paragraph('a.1'), paragraph('a.2')]), part('b', [paragraph('b.1')])), none);
    expect(ideas.map(({ part: { id }, isFirst }) => [id, isFirst])).toEqual([
      ['a', true],
      ['a', false],
      ['b', true],
    ]);
  });

  test('a short list stays together; of a long one each item is an idea, numbered on', () => {
    expect(ideasOf(page(part('a', [list('a.1', ['One.', 'Two.', 'Three.'])])), none)).toHaveLength(1);
    const ideas = ideasOf(page(part('a', [list('a.1', [long, long, long], true)])), none);
    expect(ideas.map(({ startAt }) => startAt)).toEqual([1, 2, 3]);
  });

  test('what leads up to something stays with it', () => {
    const heading: Block = { kind: 'subheading', passage: passage('a.0', 'A small heading') };
    const leading = paragraph('a.1', 'There are three of them:');
    const [first, ...others] = ideasOf(page(part('a', [heading, leading, list('a.2', [long, long, long])])), none);
    expect(first?.blocks.map(({ kind }) => kind)).toEqual(['subheading', 'paragraph', 'list']);
    expect(others).toHaveLength(2);
  });

  test('a part that ends in a leading sentence loses nothing', () => {
    const ideas = ideasOf(page(part('a', [paragraph('a.1'), paragraph('a.2', 'And then:')])), none);
    expect(ideas.flatMap(({ blocks }) => blocks)).toHaveLength(2);
  });

  test('every block of every part is in some idea, in order', () => {
    const parts = [
      part('a', [paragraph('a.1'), list('a.2', ['x', 'y']), paragraph('a.3')]),
      part('b', [paragraph('b.1')]),
    ];
    const ids = ideasOf(page(...parts), none).flatMap(({ blocks }) => blocks);
    expect(ids).toEqual(parts.flatMap(({ blocks }) => blocks));
  });

  test('a folded part is one idea, which says so', () => {
    const ideas = ideasOf(page(part('a', [paragraph('a.1'), paragraph('a.2')])), () => true);
    expect(ideas).toMatchObject([{ isFirst: true, blocks: [] }]);
  });

  test('the idea of a passage is found, wherever in a block it stands', () => {
    const callout: Block = {
      kind: 'callout',
      tone: 'note',
      content: [{ kind: 'paragraph', passage: passage('a.2.1', 'Inside.') }],
    };
    const ideas = ideasOf(page(part('a', [paragraph('a.1'), callout])), none);
    expect(ideaWith(ideas, 'a')).toBe(0);
    expect(ideaWith(ideas, 'a.2.1')).toBe(1);
    expect(ideaWith(ideas, 'nowhere')).toBe(-1);
  });
});
