/** The search index however large the library: places as numbers come out as the places that went in (S4). */
import { describe, expect, it } from 'vitest';
import { LONGEST_POSTINGS } from '../../../../../content/format/index.ts';
import { compileSearch } from '../../../../../build/content-compiler/search/index.ts';
import { indexedPage, type IndexedPage } from '../../../../../build/content-compiler/search/page-words.ts';
import { collectPostings } from '../../../../../build/content-compiler/search/postings.ts';
import { lengthOf, weigh } from '../../../../../build/content-compiler/search/weights.ts';
import { compiled, fixtureFiles } from '../fixture.ts';

const part = (id: string, heading: string, text: string): IndexedPage['parts'][number] => {
  const words = text.split(' ');
  const each = [...new Set(words)];
  return {
    id,
    heading,
    opening: text,
    words: each.join(' '),
    counts: each.map((word) => words.filter((one) => one === word).length),
  };
};
const pages: readonly IndexedPage[] = [
  { id: 'rest', title: 'Rest', parts: [part('why', 'Why rest', 'sleep helps sleep'), part('how', 'How', 'sit down')] },
  { id: 'food', title: 'Food', parts: [part('what', 'What to eat', 'rest after food')] },
];

describe('S4 · places of words', () => {
  it('are those of each part, with the weight that the part gives them', () => {
    const postings = collectPostings(pages);
    const parts = pages.flatMap((page) => page.parts);
    const mean = parts.reduce((sum, one) => sum + lengthOf(one), 0) / parts.length;
    const expected = new Map<string, [number, number][]>();
    let number = 0;
    for (const page of pages) {
      for (const [index, one] of page.parts.entries()) {
        for (const [word, weight] of weigh(one, new Set([page.title.toLowerCase()]), index === 0, mean)) {
          expected.set(word, [...(expected.get(word) ?? []), [number, weight]]);
        }
        number += 1;
      }
    }
    expect(postings.words).toEqual([...expected.keys()].sort());
    for (const [word, places] of expected) {
      const best = places.sort(([partA, a], [partB, b]) => b - a || partA - partB);
      expect(postings.mostTelling(word), word).toEqual(best);
      expect(postings.countOf(word)).toBe(best.length);
    }
    expect(postings.countOf('nowhere')).toBe(0);
  });

  it('begin with where the word tells most: in title and heading before the text', () => {
    expect(
      collectPostings(pages)
        .mostTelling('rest')
        .map(([place]) => place),
    ).toEqual([0, 1, 2]);
  });

  it('are counted all and kept up to the most a word may have', () => {
    const many = Array.from({ length: LONGEST_POSTINGS + 5 }, (_none, index) => ({
      id: `p-${String(index)}`,
      title: 'Page',
      parts: [part('one', 'Part', index === 900 ? 'often often often' : 'often')],
    }));
    const postings = collectPostings(many);
    expect(postings.countOf('often')).toBe(LONGEST_POSTINGS + 5);
    expect(postings.mostTelling('often')).toHaveLength(LONGEST_POSTINGS);
    expect(postings.mostTelling('often')[0]?.[0]).toBe(900);
  });
});

describe('S1 · the files of the index', () => {
  it('pass their schemas, and are the same whatever was indexed before', () => {
    const library = compiled(fixtureFiles());
    const indexed = library.pages.filter(({ version }) => version === 'full').map(indexedPage);
    const files = () => [...compileSearch('en-GB', indexed, [])].map(({ name, value }) => ({ name, value }));
    for (const { name, value, schema } of compileSearch('en-GB', indexed, [])) {
      expect(schema.safeParse(value).success, name).toBe(true);
    }
    expect(files()).toEqual(files());
  });
});
