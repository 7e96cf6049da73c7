/** Gentle and plain wording: words to avoid, sentences in capitals, addresses that lead out of a kiosk. English. */
import type { Policy, ProblemCode } from '../../../content/format/index.ts';
import { splitSentences } from '../narrate/sentences.ts';
import type { Level, Report } from '../problem.ts';
import type { CheckedDocument, CheckedText } from './documents.ts';
import { hitsIn } from './hits.ts';
import { isEnglish } from './measures.ts';
import { firmWords, plainerWords, wordsToAvoid, type Wording } from './wording-lists.ts';

interface Rule {
  readonly words: readonly Wording[];
  readonly code: ProblemCode;
  readonly level: Level;
  readonly why: string;
}

const rules: readonly Rule[] = [
  { words: wordsToAvoid, code: 'avoid-word', level: 'warning', why: 'it can hurt, blame or promise' },
  { words: plainerWords, code: 'plain-word', level: 'info', why: 'a shorter word is read faster' },
  { words: firmWords, code: 'plain-word', level: 'info', why: 'it may sound like an order or like blame' },
];

/** Checks the wording of one document. */
export function checkWording(document: CheckedDocument, language: string, policy: Policy, report: Report): void {
  checkCapitals(document, language, report);
  checkAddresses(document, report);
  if (!isEnglish(language)) return;
  for (const { words, code, level, why } of rules) {
    for (const { find, instead, unless, everywhere } of words) {
      for (const text of document.texts) {
        if (text.sensitive && !everywhere) continue;
        if (text.isUrgent && words === firmWords) continue;
        if (unless && isExcused(document, text, unless)) continue;
        for (const [found] of withoutPhrases(text.text, policy.words.phrases).matchAll(find)) {
          report({ place: text.place, level, code, what: `“${found}”`, why, mend: `write instead: ${instead}` });
        }
      }
    }
  }
}

/** Whether what excuses a word stands in the same text or, on a page, before it. */
function isExcused({ kind, texts }: CheckedDocument, text: CheckedText, unless: RegExp): boolean {
  if (kind === 'lists') return unless.test(text.text) || text.role === 'label';
  return texts.slice(0, texts.indexOf(text) + 1).some((one) => unless.test(one.text));
}

function withoutPhrases(text: string, phrases: readonly string[]): string {
  return phrases.reduce(
    (rest, phrase) => rest.replace(new RegExp(phrase.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'giu'), ' '),
    text,
  );
}

function checkCapitals({ texts }: CheckedDocument, language: string, report: Report): void {
  for (const { text, place } of texts) {
    for (const { start, end } of splitSentences(text, language)) {
      const sentence = text.slice(start, end);
      const words = sentence.match(/\p{L}{2,}/gu) ?? [];
      if (words.length < 3 || /[\p{Ll}\p{Lo}]/u.test(sentence) || !/\p{Lu}/u.test(sentence)) continue;
      report({
        place,
        level: 'warning',
        code: 'capitals',
        what: `a sentence in capitals: “${sentence.slice(0, 40)}”`,
        why: 'words in capitals have no shape, and are harder to read',
        mend: 'write it in small letters; use **strong** for one word if it has to stand out',
      });
    }
  }
}

const addresses =
  /https?:\/\/\S+|\bwww\.\S+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}+|(?<![\p{L}\p{N}@.])\p{L}[\p{L}\p{N}-]*(?:\.[\p{L}\p{N}-]+)*\.(?:org|com|net|(?:nhs|gov|ac|co|org)\.uk)\b/giu;

function checkAddresses({ texts }: CheckedDocument, report: Report): void {
  for (const { found, text } of hitsIn(texts, addresses)) {
    report({
      place: text.place,
      level: 'warning',
      code: 'outward-address',
      what: `the address “${found}”`,
      why: 'a kiosk leads nowhere outside itself, and nobody can copy an address by hand',
      mend: 'name the organisation in words, or give its helpline',
    });
  }
}
