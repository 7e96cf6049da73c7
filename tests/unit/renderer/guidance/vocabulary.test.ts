import { describe, expect, test } from 'vitest';
import { Vocabulary } from '../../../../renderer/guidance/vocabulary.ts';

const english = new Vocabulary({
  language: 'en-GB',
  phrases: {
    'toolbar.read': 'Read to me',
    'toolbar.size': 'Words',
    'words.title': 'Words explained',
    'colours.sample': 'Read',
    'page.partOf/0': 'Part ',
    'page.partOf/1': ' of ',
    'reading.speed/0': 'Speed ',
    'guide.point': 'point',
    'guide.times': 'times',
    'questions.own': 'Your child’s questions',
    ...Object.fromEntries(Array.from({ length: 101 }, (_, value) => [`number/${String(value)}`, String(value)])),
  },
});

describe('R7 · what is on the screen is said with the clips there are', () => {
  test('a text that is known is said whole, whatever its capitals and signs', () => {
    expect(english.wordingOf('Read to me').passages).toEqual(['toolbar.read']);
    expect(english.wordingOf('  READ TO ME. ').passages).toEqual(['toolbar.read']);
    expect(english.wordingOf("Your child's questions").passages).toEqual(['questions.own']);
  });

  test('the longest stretch is taken: no word is said by itself that belongs to a title', () => {
    expect(english.wordingOf('Words explained').passages).toEqual(['words.title']);
    expect(english.wordingOf('Words. Read to me').passages).toEqual(['toolbar.size', 'toolbar.read']);
  });

  test('a message with numbers is put together', () => {
    expect(english.wordingOf('Part 3 of 6')).toEqual({
      passages: ['page.partOf/0', 'number/3', 'page.partOf/1', 'number/6'],
      unheard: [],
    });
  });

  test('a number larger than any clip is said digit by digit, and a decimal with its point', () => {
    expect(english.wordingOf('115').passages).toEqual(['number/1', 'number/1', 'number/5']);
    expect(english.wordingOf('Speed 1.25×').passages).toEqual([
      'reading.speed/0',
      'number/1',
      'guide.point',
      'number/2',
      'number/5',
      'guide.times',
    ]);
  });

  test('other digits are the same numbers', () => {
    expect(english.wordingOf('Part ٣ of ٦').passages).toEqual([
      'page.partOf/0',
      'number/3',
      'page.partOf/1',
      'number/6',
    ]);
  });

  test('a word that nobody can say is named, and the rest is said all the same', () => {
    expect(english.wordingOf('Words Elsewhere 3')).toEqual({
      passages: ['toolbar.size', 'number/3'],
      unheard: ['elsewhere'],
    });
  });

  test('a whole way is preferred to a longer stretch that leaves a word unheard', () => {
    const tricky = new Vocabulary({ language: 'en-GB', phrases: { a: 'one two', b: 'one', c: 'two three' } });
    expect(tricky.wordingOf('one two three')).toEqual({ passages: ['b', 'c'], unheard: [] });
  });

  test('a word without a clip is spelt, in the letters of the language; a whole sentence of such words is not', () => {
    const letters = ['a', 'c', 'ch', 'h', 'o', 'e', 'm'].map((letter) => [`letter/${letter}`, letter] as const);
    const welsh = new Vocabulary({ language: 'cy', phrases: { of: 'of', ...Object.fromEntries(letters) } });
    expect(welsh.wordingOf('of chemo')).toEqual({
      passages: ['of', 'letter/ch', 'letter/e', 'letter/m', 'letter/o'],
      unheard: [],
    });
    expect(welsh.wordingOf('of zoo').unheard, 'a letter that nobody can say').toEqual(['zoo']);
    expect(welsh.wordingOf('chemo mache cocoa mecca').unheard).toHaveLength(4);
  });

  test('text without words says nothing', () => {
    expect(english.wordingOf(' … – ')).toEqual({ passages: [], unheard: [] });
  });
});
