import { describe, expect, test as example } from 'vitest';
import { editDistance, findNearWords, positionOf } from '../../../../renderer/search/near-words.ts';
import { fc, test } from '../../electron/property.ts';

const words = ['blood', 'bone', 'bones', 'neuroblast', 'neuroblastoma', 'scan', 'scans', 'tests'].sort();
const found = (typed: string) =>
  findNearWords(words, typed, 5).map(({ index, likeness }) => `${words[index] ?? ''} ${likeness}`);
const word = fc.stringMatching(/^[a-e]{1,7}$/);

describe('S1 · words like the typed one', () => {
  example('the very same comes before what begins with it', () => {
    expect(found('scan')).toEqual(['scan same', 'scans begins']);
    expect(found('neuro')).toEqual(['neuroblast begins', 'neuroblastoma begins']);
  });

  example('a slip is forgiven in a word of four letters, two in one of eight', () => {
    expect(found('bloood')).toEqual(['blood spelt']);
    expect(found('nueroblastoma')).toEqual(['neuroblastoma spelt']);
    expect(found('nuroblastomer')).toEqual([]);
    expect(found('nuroblastomaa')).toEqual(['neuroblastoma spelt']);
    expect(found('bne')).toEqual([]);
  });

  example('who typed a word rightly has not slipped', () => {
    expect(found('bone')).toEqual(['bone same', 'bones begins']);
  });

  example('no more than asked for', () => {
    expect(findNearWords(words, 'b', 5)).toHaveLength(0);
    expect(findNearWords(words, 'bo', 1)).toHaveLength(1);
  });
});

describe('the distance of two words', () => {
  example('counts a swap of neighbours as one slip', () => {
    expect(editDistance('nueroblastoma', 'neuroblastoma', 2)).toBe(1);
  });

  test.prop([word, word, fc.integer({ min: 0, max: 4 })])(
    'is the same both ways, and told only up to the limit',
    (a, b, most) => {
      const there = editDistance(a, b, most);
      const back = editDistance(b, a, most);
      expect(Math.min(there, most + 1)).toBe(Math.min(back, most + 1));
    },
  );

  test.prop([word])('is nothing from a word to itself', (a) => {
    expect(editDistance(a, a, 3)).toBe(0);
  });
});

test.prop([fc.uniqueArray(word), word])(
  'a word’s position in a sorted list is found, or that it has none',
  (list, wanted) => {
    const sorted = list.toSorted();
    expect(positionOf(sorted, wanted)).toBe(sorted.indexOf(wanted));
  },
);
