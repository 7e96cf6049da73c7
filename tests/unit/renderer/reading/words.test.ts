import { describe, expect, test } from 'vitest';
import type { SpokenWord } from '../../../../content/format/index.ts';
import { parsePassageKey, passageKey } from '../../../../renderer/reading/passage-key.ts';
import { plainText } from '../../../../renderer/reading/passages.ts';
import { wordAt } from '../../../../renderer/reading/reader.ts';

const words: readonly SpokenWord[] = [
  [0, 4, 120, 400],
  [5, 9, 400, 700],
  [10, 12, 900, 1100],
];

describe('R2 · the word being spoken', () => {
  test('is none before the first has begun', () => {
    expect(wordAt(words, 0)).toBeUndefined();
    expect(wordAt(words, 119)).toBeUndefined();
    expect(wordAt([], 500)).toBeUndefined();
  });

  test('changes exactly when the next one begins', () => {
    expect(wordAt(words, 120)).toBe(words[0]);
    expect(wordAt(words, 399.9)).toBe(words[0]);
    expect(wordAt(words, 400)).toBe(words[1]);
  });

  test('stays marked through a short pause, and to the end of the clip', () => {
    expect(wordAt(words, 800)).toBe(words[1]);
    expect(wordAt(words, 5000)).toBe(words[2]);
  });
});

describe('a passage', () => {
  test('is named across documents, and found again by that name', () => {
    for (const source of ['home', 'glossary', 'messages', 'pages/a-page'] as const) {
      expect(parsePassageKey(passageKey(source, 'a.b#1'))).toEqual({ source, id: 'a.b#1' });
    }
  });

  test('reads as its runs, joined', () => {
    expect(plainText({ id: 'a', runs: [{ text: 'A ' }, { text: 'word', term: 'word' }, { text: '.' }] })).toBe(
      'A word.',
    );
  });
});
