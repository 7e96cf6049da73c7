/** All words of a screen, seen or told to a screen reader, and those that nobody translated. */
import type { Page } from 'playwright/test';
import { probe } from '../in-page.ts';
import type * as probes from '../probes/written.ts';
import { unmarkedWords } from './text.ts';

export const writtenOn = (page: Page): Promise<readonly probes.Written[]> =>
  probe<typeof probes, 'written'>(page, 'written', 'written');

/** What a pseudo-language's screen may say in plain letters. */
export interface Allowed {
  readonly language: string;
  /** The language of what nobody translated. */
  readonly original: string;
  /** What the site's settings say, whole. */
  readonly site: readonly string[];
  /** What the interface says in the original: no part of it is ever offered as that. */
  readonly interface: ReadonlySet<string>;
}

/** Names of months and days as programs write them in a language. */
const calendarWords = (language: string): ReadonlySet<string> => {
  const format = (options: Intl.DateTimeFormatOptions, date: Date): string =>
    new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(date);
  const months = Array.from({ length: 12 }, (_none, month) =>
    format({ month: 'long' }, new Date(Date.UTC(2026, month, 1))),
  );
  const days = Array.from({ length: 7 }, (_none, day) =>
    format({ weekday: 'long' }, new Date(Date.UTC(2026, 0, day + 1))),
  );
  return new Set([...months, ...days]);
};

/** The words of a screen that nobody translated and that are not marked as what they are, as sentences. */
export const untranslated = (written: readonly probes.Written[], allowed: Allowed): readonly string[] => {
  const calendar = calendarWords(allowed.language);
  return written.flatMap(({ text, where, language }) => {
    const plain = unmarkedWords(text);
    if (language === allowed.original) {
      if (plain.length === 0) return [`“${text}” (${where}) is translated, and marked as ${language}`];
      return allowed.interface.has(text) ? [`“${text}” (${where}) is of the interface, and in ${language}`] : [];
    }
    if (language !== allowed.language) return [`“${text}” (${where}) is marked as “${language}”`];
    if (allowed.site.includes(text)) return [];
    const left = plain.filter((word) => !calendar.has(word));
    return left.length === 0 ? [] : [`“${text}” (${where}) is not translated, and not marked as ${allowed.original}`];
  });
};
