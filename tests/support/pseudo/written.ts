/** All words of a screen, seen or told to a screen reader, each with the language it is marked as. */
import type { Page } from 'playwright/test';
import { unmarkedWords } from './text.ts';

/** A stretch of words as one element has it. */
export interface Written {
  readonly text: string;
  /** The element: `kiosk-page p.lead`, or `kiosk-header button@aria-label` for an attribute. */
  readonly where: string;
  /** The language it is marked as, by itself or by what it stands in. */
  readonly language: string;
  /** In which ways its letters leave the box that has to hold them; empty when they do not. */
  readonly lost: readonly string[];
}

export const writtenOn = (page: Page): Promise<readonly Written[]> =>
  page.evaluate(() => {
    const told = [
      'aria-label',
      'aria-description',
      'aria-roledescription',
      'aria-valuetext',
      'alt',
      'title',
      'placeholder',
    ];
    const below = (from: ParentNode): Element[] =>
      [...from.querySelectorAll('*')].flatMap((element) => [
        element,
        ...(element.shadowRoot === null ? [] : below(element.shadowRoot)),
      ]);
    const parentOf = (element: Element): Element | null => {
      const within = element.getRootNode();
      return element.parentElement ?? (within instanceof ShadowRoot ? within.host : null);
    };
    const whereOf = (element: Element): string => {
      const within = element.getRootNode();
      const host = within instanceof ShadowRoot ? `${within.host.localName} ` : '';
      return `${host}${element.localName}${[...element.classList].map((name) => `.${name}`).join('')}`;
    };
    const languageOf = (element: Element): string => {
      for (let at: Element | null = element; at !== null; at = parentOf(at)) {
        const language = at.getAttribute('lang');
        if (language !== null) return language;
      }
      return '';
    };
    /** A box that cuts, or a control that has edges, has to hold the whole of its words. */
    const lostOf = (element: Element, box: DOMRect): readonly string[] => {
      const slack = 2;
      // A font's own box is taller than its letters, and than a line that is set solid.
      const air = 0.25 * parseFloat(getComputedStyle(element).fontSize);
      const lost: string[] = [];
      for (let at: Element | null = element; at !== null; at = parentOf(at)) {
        if (!(at instanceof HTMLElement) || at === document.body || at === document.documentElement) continue;
        const { overflowY, clipPath } = getComputedStyle(at);
        if (clipPath === 'inset(50%)') return [];
        if (overflowY === 'auto' || overflowY === 'scroll') break;
        const outer = at.getBoundingClientRect();
        const isOut =
          box.top < outer.top - air ||
          box.bottom > outer.bottom + air ||
          box.left < outer.left - slack ||
          box.right > outer.right + slack;
        if (!isOut) continue;
        if (overflowY === 'hidden' || overflowY === 'clip') lost.push(`is cut by ${whereOf(at)}`);
        else if (at.matches('button:not(.term), a')) lost.push(`runs out of ${whereOf(at)}`);
      }
      return lost;
    };
    const isThere = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    return below(document)
      .filter((element) => isThere(element) && element.closest('style, script') === null)
      .flatMap((element) => {
        const own = [...element.childNodes].filter(
          (node): node is Text => node instanceof Text && node.data.trim() !== '',
        );
        const place = { where: whereOf(element), language: languageOf(element) };
        const attributes = told.flatMap((name) => {
          const text = element.getAttribute(name)?.trim() ?? '';
          return text === '' ? [] : [{ ...place, text, where: `${place.where}@${name}`, lost: [] }];
        });
        const texts = own.map((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return { ...place, text: node.data.trim(), lost: lostOf(element, range.getBoundingClientRect()) };
        });
        return [...attributes, ...texts];
      });
  });

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
export const untranslated = (written: readonly Written[], allowed: Allowed): readonly string[] => {
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
