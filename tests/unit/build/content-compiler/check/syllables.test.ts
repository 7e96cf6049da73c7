import { describe, expect, it } from 'vitest';
import { measureDocument } from '../../../../../build/content-compiler/check/measures.ts';
import { countSyllables } from '../../../../../build/content-compiler/check/syllables.ts';
import type { CheckedDocument } from '../../../../../build/content-compiler/check/documents.ts';

const place = { file: 'a.md', line: 1, column: 1 };
const documentOf = (title: string, ...texts: readonly string[]): CheckedDocument => ({
  kind: 'page',
  id: 'a',
  title,
  place,
  texts: texts.map((text) => ({ text, place, role: 'prose' })),
  linkedTerms: [],
});
const repeated = (text: string, times: number): readonly string[] => Array.from({ length: times }, () => text);

describe('E2 · syllables of a word', () => {
  it.each([
    [1, 'cat child bone take cells changed stopped times used closed young year lies died tried tired clothes child’s'],
    [2, 'wanted needle table tables handled muscles people quiet doctor sometimes someone trial being nurses'],
    [2, 'pages boxes movement hopeful ruin fluid fuel patient social question special hundred lonely region'],
    [3, 'hospital family medicine different infection consultant everyone museum easier barrier poetry'],
    [3, 'example diseases created scientist allergic'],
    [4, 'radiation anaesthetic operation usually information society anxiety experience diarrhoea anaemia leukaemia'],
    [5, 'chemotherapy neuroblastoma dinutuximab individual associated'],
    [6, 'radiotherapy immunotherapy'],
  ])('are %i in %s', (count, words) => {
    for (const word of words.split(' '))
      expect(`${word} ${String(countSyllables(word))}`).toBe(`${word} ${String(count)}`);
  });

  it('count each piece of a word with hyphens, and at least 1', () => {
    expect(countSyllables('long-term')).toBe(2);
    expect(countSyllables('hm')).toBe(1);
    expect(countSyllables('24')).toBe(1);
  });
});

describe('E2 · measures of a page', () => {
  it('give the age of SMOG: 30 sentences with 16 long words are for readers of about 12', () => {
    const texts = [...repeated('The hospital is big.', 16), ...repeated('The cat is big.', 14)];
    const measures = measureDocument(documentOf('Cats', ...texts), 'en-GB');
    expect(measures).toMatchObject({ sentences: 30, words: 120, longWords: 16, averageSentenceWords: 4 });
    // 5 + 3.1291 + 1.043 × √16
    expect(measures.readingAge).toBe(12.3);
  });

  it('leave out the long words of the title, which a page cannot be without', () => {
    const texts = repeated('Neuroblastoma is big.', 12);
    expect(measureDocument(documentOf('Neuroblastoma', ...texts), 'en').longWords).toBe(0);
    expect(measureDocument(documentOf('A lump', ...texts), 'en').longWords).toBe(12);
  });

  it('say nothing about an age where there are few sentences, or in another language', () => {
    expect(measureDocument(documentOf('A', ...repeated('It is big.', 9)), 'en').readingAge).toBeUndefined();
    expect(
      measureDocument(documentOf('A', ...repeated('Es ist eine Information.', 30)), 'de').readingAge,
    ).toBeUndefined();
    expect(measureDocument(documentOf('A'), 'en').averageSentenceWords).toBe(0);
  });
});
