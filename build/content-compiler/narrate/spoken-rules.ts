/** How what is written is said: lexicon entries, telephone numbers, dates, times, signs, short forms (R6). */
import type { LanguageProfile, LexiconEntry } from '../../../content/format/index.ts';
import { groupsOf, isCaseSensitive } from '../compile/glossary-marker.ts';
import type { FindReplacements } from './spoken-text.ts';

/**
 * The finders of a language, strongest first: the lexicon wins over every rule, the language's own signs over the
 * general ones. English has rules of its own for dates, years and times, which no list of signs could tell.
 */
export function createFinders(
  lexicon: readonly LexiconEntry[],
  { language, signs = {} }: Pick<LanguageProfile, 'language'> & Partial<Pick<LanguageProfile, 'signs'>>,
): readonly FindReplacements[] {
  const words = lexiconFinder(lexicon);
  const own = signsFinder(signs);
  if (language.split('-')[0] !== 'en') return [words, ...universalRules, own];
  return [words, ...englishIdentifierRules, ...universalRules, own, ...englishRules];
}

/** What a language says for a sign. A space around it is kept, so that no two words are run together. */
function signsFinder(signs: LanguageProfile['signs']): FindReplacements {
  const all = Object.keys(signs).sort((a, b) => b.length - a.length);
  if (all.length === 0) return () => [];
  const isWord = (sign: string): string => (/[\p{L}\p{N}]$/u.test(sign) ? '(?![\\p{L}\\p{N}])' : '');
  const wasWord = (sign: string): string => (/^[\p{L}\p{N}]/u.test(sign) ? '(?<![\\p{L}\\p{N}])' : '');
  const expression = new RegExp(all.map((sign) => wasWord(sign) + escape(sign) + isWord(sign)).join('|'), 'gu');
  return rule(expression, ([sign]) => signs[sign] ?? sign);
}

// A number in the lexicon (999) is that number alone: no group of a longer one, no part of 1,999 or £999.
const notAfterDigits = '(?<![\\d\\p{Sc}][ .,]?)';
const notBeforeDigits = '(?! ?[.,]?\\d)';

function lexiconFinder(lexicon: readonly LexiconEntry[]): FindReplacements {
  // An entry that only says who heard it must not hide a shorter one inside it: it was heard with that.
  const entries = lexicon
    .filter(({ spoken, phonemes }) => (spoken ?? phonemes) !== undefined)
    .sort((a, b) => b.written.length - a.written.length);
  if (entries.length === 0) return () => [];
  const oneOf = entries.map(({ written }) => {
    const escaped = escape(written).replace(/\s+/g, '\\s+');
    const cased = isCaseSensitive(written) ? `(${escaped})` : `((?i:${escaped}))`;
    return /^\d+$/.test(written) ? `${notAfterDigits}${cased}${notBeforeDigits}` : cased;
  });
  const expression = new RegExp(`(?<![\\p{L}\\p{N}])(?:${oneOf.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
  return (shown) =>
    [...shown.matchAll(expression)].flatMap((match) => {
      const entry = entries[groupsOf(match).findIndex((group) => group !== undefined)];
      const start = match.index;
      const end = start + match[0].length;
      if (entry?.phonemes === undefined) return entry?.spoken === undefined ? [] : { start, end, spoken: entry.spoken };
      // The engine takes phonemes only as a word of their own, and would spell out an “s” left behind them.
      const before = start > 0 && !/\s/.test(shown[start - 1] ?? '') ? ' ' : '';
      const possessive = /^['’]s(?!\p{L})/u.exec(shown.slice(end))?.[0] ?? '';
      const phonemes = entry.phonemes + (possessive === '' ? '' : possessivePhoneme(entry.phonemes));
      return { start, end: end + possessive.length, spoken: `${before}[[${phonemes}]]` };
    });
}

/** How an English “’s” sounds after a sound: as in nurse’s, parent’s, child’s. */
function possessivePhoneme(phonemes: string): string {
  if (/[szSZ]$/.test(phonemes)) return 'I2z';
  return /[ptkfT]$/.test(phonemes) ? 's' : 'z';
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** A rule: wherever `expression` (global) matches, say what `say` answers. */
function rule(expression: RegExp, say: (match: RegExpMatchArray) => string): FindReplacements {
  return (shown) =>
    [...shown.matchAll(expression)].map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      spoken: say(match),
    }));
}

const digitByDigit = (group: string): string => group.split(/(?!^)/).join(' ');

const doiSigns: Readonly<Record<string, string>> = { '.': 'point', '/': 'slash', '-': 'dash', _: 'underscore' };

/** What articles and standards are filed under (PMC3178788, a doi), before a part of it is taken for something else. */
const englishIdentifierRules: readonly FindReplacements[] = [
  rule(
    /(?<![\p{L}\p{N}])(\p{Lu}{2,})(\d{4,})(?![\p{L}\p{N}])/gu,
    ([, letters = '', digits = '']) => `${letters.split('').join('.')}. ${digitByDigit(digits)}`,
  ),
  rule(/(?<![\d.])10\.\d{4,}\/[\w./-]*\w/g, ([doi]) =>
    doi
      .split('')
      .map((character) => doiSigns[character] ?? character)
      .join(' '),
  ),
];

const universalRules: readonly FindReplacements[] = [
  // A telephone number: groups with at least nine digits in all, or one group that begins with 0.
  rule(/(?<![\d.,])\+?\d{2,}(?: \d{2,})+(?![\d.,]?\d)/g, ([number]) =>
    number.replace(/\D/g, '').length < 9 ? number : number.split(' ').map(digitByDigit).join(', '),
  ),
  rule(/(?<![\d.,])0\d{3,}(?!\d)/g, ([number]) => digitByDigit(number)),
  // Typographic marks the engine stumbles over; brackets, since two of them would open its phoneme notation.
  rule(/(?<=\p{L})’(?=\p{L})/gu, () => "'"),
  rule(/(?<=s)’/g, () => "'"),
  rule(/[‘’“”«»[\]]/g, () => ' '),
  rule(/\u00a0/g, () => ' '),
];

const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

/** 2010–2099 as people say it: ‘twenty eighteen’. */
const sayYear = (year: string): string => (/^20[1-9]\d$/.test(year) ? `twenty ${year.slice(2)}` : year);

const englishRules: readonly FindReplacements[] = [
  rule(
    new RegExp(`(?<!\\d)(\\d{1,2})(?= (?:${months})(?!\\p{L}))`, 'gu'),
    ([, day = '']) => `${ordinal(Number(day))} of`,
  ),
  rule(/(?<![\p{L}\d.,£$-])20[1-9]\d(?![\p{L}\d%-]|[.,]\d)/gu, ([year]) => sayYear(year)),
  rule(/(?<!\d)(\d{1,2})(?:[.:](\d{2}))? ?([ap])m(?!\p{L})/gu, ([, hours = '', minutes, half = '']) =>
    [hours, minutes && minutes !== '00' ? sayMinutes(minutes) : '', `${half.toUpperCase()}M`].filter(Boolean).join(' '),
  ),
  rule(/(?<!\p{L})e\.?g\.?(?!\p{L})/giu, () => 'for example'),
  rule(/(?<!\p{L})i\.e\.?(?!\p{L})/giu, () => 'that is'),
  rule(/(?<!\p{L})etc\.?(?!\p{L})/giu, () => 'et cetera'),
  rule(/(?<!\p{L})Dr\.?(?= \p{Lu})/gu, () => 'Doctor'),
  rule(/(?<![\p{L}\p{N}])(?:vs\.?|v\.)(?= )/gu, () => 'versus'),
  rule(/(?<=\S)&(?=\S)/g, () => ' and '),
  rule(/&/g, () => 'and'),
  rule(/(?<=\d)–(?=\d)/g, () => ' to '),
  rule(/[–—]/g, () => ','),
  rule(/…/g, () => ','),
  rule(/(?<=and)\/(?=or)/g, () => ' '),
  rule(/(?<=\p{L})\/(?=\p{L})/gu, () => ' or '),
  rule(/(?<=\d)%/g, () => ' per cent'),
  rule(/(?<=\d)\s?°C/g, () => ' degrees'),
  rule(/</g, () => 'less than '),
  rule(/>/g, () => 'more than '),
];

function sayMinutes(minutes: string): string {
  return minutes.startsWith('0') ? `oh ${minutes.slice(1)}` : minutes;
}

/** `1st`, `22nd`, `16th`. */
function ordinal(day: number): string {
  const last = day % 10;
  const isTeen = day > 10 && day < 14;
  return `${String(day)}${isTeen ? 'th' : last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'}`;
}
