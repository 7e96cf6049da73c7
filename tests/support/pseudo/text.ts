/** English made strange, so that it still reads: what shows unmarked letters has never been translated. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** Letters that get a mark; the others have none in the kiosk's font. */
const PLAIN = 'acdeghijklnorstuwyz';
const MARKED = 'áçďéğĥíĵķĺñöřšťüŵýž';

const pairs = Array.from(PLAIN, (letter, at): readonly [string, string] => [letter, MARKED[at] ?? letter]);
const marks: ReadonlyMap<string, string> = new Map([
  ...pairs,
  ...pairs.map(([plain, marked]): readonly [string, string] => [plain.toUpperCase(), marked.toUpperCase()]),
]);

/**
 * Marks every letter that can be, and doubles the first vowel of each word. A word always becomes the same word, so
 * that medical words are found in text.
 */
export const mark = (english: string): string =>
  english.replaceAll(/\p{L}+/gu, (word) => {
    const first = word.search(/[aeiou]/i);
    return Array.from(word, (letter, at) => {
      const marked = marks.get(letter) ?? letter;
      return at === first ? marked + marked.toLowerCase() : marked;
    }).join('');
  });

/** How much longer than English a string becomes. */
const LONGER = 1.4;

/** Words that say nothing, for what a string lacks of its length. */
const padding = (english: string): string => {
  const lacking = Math.round(LONGER * english.length) - mark(english).length - 2;
  return ' öñéé ťŵöö ťĥřéé'
    .repeat(Math.ceil(Math.max(0, lacking) / 16))
    .slice(0, Math.max(0, lacking))
    .trimEnd();
};

/** A whole string: marked, made longer, and in brackets, which show where it begins and ends. */
export const pseudo = (english: string): string => wrap(english, mark(english));

/** Brackets and padding around what was marked already. */
export const wrap = (english: string, marked: string): string => `«${marked}${padding(english)}»`;

/** A message in ICU MessageFormat: its words as {@link pseudo}, its arguments, plurals and quotes as they are. */
export const pseudoMessage = (pattern: string): string => {
  let marked = '';
  let done = 0;
  for (const { start, end } of literalsOf(parse(pattern, { ignoreTag: true, captureLocation: true }))) {
    marked += pattern.slice(done, start) + mark(pattern.slice(start, end));
    done = end;
  }
  return wrap(pattern.replaceAll(/\{.*\}/g, ''), marked + pattern.slice(done));
};

/** Where a pattern's words stand in it, from first to last. */
const literalsOf = (
  elements: readonly MessageFormatElement[],
): readonly { readonly start: number; readonly end: number }[] =>
  elements.flatMap((element) => {
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      return Object.values(element.options).flatMap(({ value }) => literalsOf(value));
    }
    if (element.type !== TYPE.literal || element.location === undefined) return [];
    return [{ start: element.location.start.offset, end: element.location.end.offset }];
  });

/** What of a text carries no marks: words that nobody translated. */
export const unmarkedWords = (text: string): readonly string[] =>
  (text.match(/\p{L}+/gu) ?? []).filter((word) => Array.from(word).some((letter) => marks.has(letter)));
