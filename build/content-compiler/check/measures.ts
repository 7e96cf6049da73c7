/** How hard a document is to read, as far as a formula can tell. */
import { splitSentences, wordSpans } from '../narrate/sentences.ts';
import type { CheckedDocument } from './documents.ts';
import { countSyllables } from './syllables.ts';

/** Figures of a document. `readingAge` is in years; `undefined` where there is too little to measure. */
export interface ReadingMeasures {
  readonly words: number;
  readonly sentences: number;
  readonly averageSentenceWords: number;
  /** Words of 3 syllables or more, without those of the document's own title. */
  readonly longWords: number;
  readonly readingAge: number | undefined;
}

/** Syllables from which SMOG counts a word as long. */
const LONG_SYLLABLES = 3;
/** SMOG was made for 30 sentences. Scaled from fewer than 10, it says nothing. */
const FEWEST_SENTENCES = 10;
const SMOG_SENTENCES = 30;
/** A school year of the formula, in years of age. */
const AGE_AT_GRADE_0 = 5;

/**
 * Measures a document. Each heading and list item counts as a sentence, and the long words of the title are left
 * out, since a page cannot be without its subject. SMOG: McLaughlin 1969, given as an age.
 */
export function measureDocument({ title, texts }: CheckedDocument, language: string): ReadingMeasures {
  const subject = new Set(wordsOf(title));
  let words = 0;
  let sentences = 0;
  let longWords = 0;
  for (const { text } of texts) {
    sentences += splitSentences(text, language).length;
    words += wordSpans(text).length;
    longWords += wordsOf(text).filter((word) => !subject.has(word) && countSyllables(word) >= LONG_SYLLABLES).length;
  }
  return {
    words,
    sentences,
    averageSentenceWords: sentences === 0 ? 0 : round(words / sentences),
    longWords,
    readingAge:
      isEnglish(language) && sentences >= FEWEST_SENTENCES
        ? round(AGE_AT_GRADE_0 + 3.1291 + 1.043 * Math.sqrt((longWords * SMOG_SENTENCES) / sentences))
        : undefined,
  };
}

/** Whether the checks that know English apply. */
export function isEnglish(language: string): boolean {
  return /^en\b/.test(language);
}

function wordsOf(text: string): readonly string[] {
  return (text.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? []).map((word) => word.toLowerCase().replace(/['’]s$/, ''));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
