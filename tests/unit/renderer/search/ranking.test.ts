import { describe, expect, test as example } from 'vitest';
import { type Meant, rankParts } from '../../../../renderer/search/ranking.ts';
import { fc, test } from '../../electron/property.ts';

const PARTS = 12;
const meant: fc.Arbitrary<Meant> = fc.record({
  worth: fc.integer({ min: 1, max: 9 }),
  postings: fc
    .uniqueArray(fc.tuple(fc.nat(PARTS - 1), fc.integer({ min: 1, max: 255 })), { selector: ([part]) => part })
    .map((places) => places.flat()),
});

const weightIn = (postings: readonly number[], part: number): number => {
  const at = postings.findIndex((other, index) => index % 2 === 0 && other === part);
  return at < 0 ? 0 : (postings[at + 1] ?? 0);
};

/** The same, thought through a part at a time. */
const scoreOf = (typed: readonly (readonly Meant[])[], part: number): number => {
  const shares = typed.map((some) =>
    Math.max(0, ...some.map(({ worth, postings }) => worth * weightIn(postings, part))),
  );
  const found = shares.filter((share) => share > 0).length;
  return shares.reduce((sum, share) => sum + share, 0) * (found / typed.length) ** 2;
};

describe('S1, S4 · which parts answer best', () => {
  example('of several meant words the one that tells most counts, and is told', () => {
    const some: readonly Meant[] = [
      { worth: 2, postings: [3, 10] },
      {
        worth: 1,
        postings: [3, 100, 4, 30],
      },
    ];
    expect(rankParts(5, [some], 24)).toEqual([
      { part: 3, by: [1] },
      { part: 4, by: [1] },
    ]);
  });

  example('a part with both words stands above one where either tells more', () => {
    const [stem, cell]: readonly Meant[][] = [
      [
        {
          worth: 1,
          postings: [0, 90, 1, 60],
        },
      ],
      [{ worth: 1, postings: [1, 60] }],
    ];
    expect(rankParts(2, [stem ?? [], cell ?? []], 24)).toEqual([
      { part: 1, by: [0, 0] },
      { part: 0, by: [0, undefined] },
    ]);
  });

  test.prop([
    fc.array(fc.array(meant, { maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    fc.integer({ min: 1, max: 6 }),
  ])('the best come first, equals in the library’s order, and none that is as good is left out', (typed, most) => {
    const expected = Array.from({ length: PARTS }, (_none, part) => ({ part, score: scoreOf(typed, part) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.part - b.part)
      .slice(0, most);
    expect(rankParts(PARTS, typed, most).map(({ part }) => part)).toEqual(expected.map(({ part }) => part));
  });
});
