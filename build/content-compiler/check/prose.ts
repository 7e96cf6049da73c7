/** Plain-language checks: long sentences and paragraphs, contractions, words no open page may hold. */
import type { ProblemCode } from '../../../content/format/index.ts';
import type { Level, Report } from '../problem.ts';
import { splitSentences, wordSpans } from '../narrate/sentences.ts';
import { spellingPattern } from '../compile/glossary-marker.ts';
import type { CheckedText } from './documents.ts';
import { isEnglish } from './measures.ts';

/** Words in a sentence: above the first it is reported as a warning, above the second as an error. */
export const sentenceWords = {
  full: { warning: 20, error: 25 },
  easy: { warning: 12, error: 15 },
} as const;
const PARAGRAPH_SENTENCES = 3;

/** Finds a language's words that may appear only behind a gentle question (principle 3). */
export function sensitiveIn(words: readonly string[]): RegExp {
  if (words.length === 0) return /(?!)/gu;
  return new RegExp(words.map(spellingPattern).join('|'), 'gu');
}

const contractions =
  /\b(?:\p{L}+n['’]t|\p{L}+['’](?:re|ve|ll|d|m)|(?:it|that|there|here|what|who|where|how|let|he|she)['’]s)\b/giu;

/** Checks one text. */
export function checkProse(
  { text, place, role, sensitive, isEasy }: CheckedText,
  language: string,
  sensitiveWords: RegExp,
  report: Report,
): void {
  const tell = (level: Level, code: ProblemCode, what: string, why: string, mend: string): void => {
    report({ place, level, code, what, why, mend });
  };
  if (text.trim() === '') {
    tell('error', 'empty', 'a text without words', 'there would be nothing to show or to say', 'write it');
    return;
  }
  for (const [word] of sensitive ? [] : text.matchAll(sensitiveWords)) {
    tell(
      'error',
      'sensitive-word',
      `“${word}” on an open page`,
      'hard facts are never met unasked (principle 3)',
      'leave it out, say who to ask, or put it behind :::gate',
    );
  }
  // The limits were made for English; `check` tells of every other language that they were not applied.
  if (!isEnglish(language)) return;
  for (const [word] of text.matchAll(contractions)) {
    tell(
      'warning',
      'contraction',
      `“${word}”`,
      'short forms are harder to read and to hear',
      'write the words in full',
    );
  }
  if (role === 'label') return;
  const limits = isEasy ? sentenceWords.easy : sentenceWords.full;
  const sentences = splitSentences(text, language);
  for (const { start, end } of sentences) {
    const count = wordSpans(text, start, end).length;
    if (count <= limits.warning) continue;
    tell(
      count > limits.error ? 'error' : 'warning',
      'long-sentence',
      `a sentence of ${String(count)} words: “${text.slice(start, Math.min(end, start + 40))}…”`,
      `people under strain lose the thread; the limit is ${String(limits.warning)}`,
      'make it two sentences',
    );
  }
  if (sentences.length > PARAGRAPH_SENTENCES) {
    tell(
      'warning',
      'long-paragraph',
      `a paragraph of ${String(sentences.length)} sentences`,
      `one idea at a time; the limit is ${String(PARAGRAPH_SENTENCES)}`,
      'split it, or make it a list',
    );
  }
}
