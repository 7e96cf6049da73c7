/** The house format of numbers: ranges, times, digits, one way to tell odds, and no figure beside survival. */
import type { Report } from '../problem.ts';
import { splitSentences } from '../narrate/sentences.ts';
import type { CheckedDocument, CheckedText } from './documents.ts';
import { hitsIn } from './hits.ts';
import { isEnglish } from './measures.ts';

const range = /(?<![\p{L}\p{N}/-])\d+(?:[.,]\d+)?\s?(?:%|°C)?\s?[-–—]\s?\d+(?:[.,]\d+)?(?![\p{N}/-])/gu;
const isoDate = /\d{4}-\d\d-\d\d/gu;

/** Each way of writing a time that is not the house's, with what to write. */
const times: readonly { readonly find: RegExp; readonly mend: string }[] = [
  { find: /(?<![\d.:])(?:[01]?\d|2[0-3]):[0-5]\d(?:\s?[ap]\.?m\b\.?)?/giu, mend: 'write it as 5.30pm' },
  { find: /(?<![\d.:])\d{1,2}(?:\.\d\d)?\s+[ap]\.?m\b/giu, mend: 'leave no space: 5.30pm' },
  { find: /(?<![\d.:])\d{1,2}(?:\.\d\d)?[ap]\.m\b/giu, mend: 'leave out the full stops: 5.30pm' },
  { find: /(?<![\d.:])(?!12)\d{1,2}\.00[ap]m\b/giu, mend: 'leave out .00: 5pm' },
  { find: /(?<![\d.:])12(?:\.00)?\s?[ap]m\b|\bnoon\b/giu, mend: 'write midday or midnight' },
];

const numberWords = /\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty)\b/gu;
const oddsInWords = /\b\d+\s(?:in|out of)\s(?:every\s)?\d+\b/gu;
const percentages = /\d\s?%|\bper\s?cent\b/giu;

const outlookWords =
  /\b(?:surviv\p{L}*|cur(?:e|es|ed|able)|mortality|die[sd]?|dying|deaths?|life expectancy|prognosis|prognoses|outlook|live for|alive)\b/iu;
const responseWords = /\b(?:respon(?:d|ds|ded|se|ses)|remission|relaps\p{L}*|c(?:o|a)mes? back)\b/iu;
const shares =
  /\d\s?%|\bper\s?cent\b|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine)\s(?:in|out of)\s(?:every\s)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b|\b(?:half|a third|two thirds|a quarter|three quarters)\s(?:of|the)\b/iu;
const spans = /\b(?:\d+|two|three|four|five|six|ten|twelve)\s(?:to\s\d+\s)?(?:days|weeks|months|years)\b/iu;

/** Checks how one document writes its numbers: ranges in every language, times and words in English. */
export function checkNumbers(document: CheckedDocument, language: string, report: Report): void {
  const { texts, kind } = document;
  const plain = texts.map((text) => ({ ...text, text: text.text.replace(isoDate, ' ') }));
  for (const { found, text } of hitsIn(plain, range)) {
    report({
      place: text.place,
      level: 'warning',
      code: 'number-range',
      what: `“${found}”`,
      why: 'a dash between numbers is misread, and read aloud as nothing',
      mend: `write ${isEnglish(language) ? 'the range with “to”: 2 to 7' : 'the range in words'}`,
    });
  }
  if (!isEnglish(language)) return;
  for (const { find, mend } of times) {
    for (const { found, text } of hitsIn(plain, find)) {
      report({
        place: text.place,
        level: 'warning',
        code: 'time-format',
        what: `the time “${found}”`,
        why: 'times look the same on all pages: 9am, 5.30pm, midday, midnight',
        mend,
      });
    }
  }
  for (const { found, text } of hitsIn(texts, numberWords)) {
    report({
      place: text.place,
      level: kind === 'easy' ? 'warning' : 'info',
      code: 'number-word',
      what: `“${found}” as a word`,
      why: 'digits are quicker to find and to read',
      mend: 'write it in digits',
    });
  }
  checkOdds(texts, kind, report);
  for (const text of texts) checkOutlook(text, language, report);
}

function checkOdds(texts: readonly CheckedText[], kind: CheckedDocument['kind'], report: Report): void {
  const [odds] = hitsIn(texts, oddsInWords);
  const [percent] = hitsIn(texts, percentages);
  if (kind === 'lists' || !odds || !percent) return;
  const later = texts.indexOf(odds.text) > texts.indexOf(percent.text) ? odds : percent;
  report({
    place: later.text.place,
    level: 'warning',
    code: 'odds-mixed',
    what: `“${odds.found}” and a percentage on one page`,
    why: 'two ways of telling how often cannot be compared by most readers',
    mend: 'write all of them as “1 in 10”',
  });
}

/** No figure about survival, cure or response, on an open page or behind a gate (facts: none on family pages). */
function checkOutlook({ text, place }: CheckedText, language: string, report: Report): void {
  const sentences = splitSentences(text, language).map(({ start, end }) => text.slice(start, end));
  const isOutlook = (one: string): boolean =>
    (outlookWords.test(one) && (shares.test(one) || spans.test(one))) || (responseWords.test(one) && shares.test(one));
  // A share also belongs to the sentence beside it: “Some survive. It is 1 in 3.”
  const around = outlookWords.test(text) && shares.test(text) ? text : undefined;
  const found = sentences.find(isOutlook) ?? around;
  if (found === undefined) return;
  report({
    place,
    level: 'error',
    code: 'figure-beside-survival',
    what: `a figure beside a word about survival, cure or response: “${found.slice(0, 60)}”`,
    why: 'such figures are about groups, and a family reads them as their own child’s',
    mend: 'leave the figure out and say who can answer',
  });
}
