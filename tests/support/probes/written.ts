/** Runs in the page: all words of a screen, seen or told to a screen reader, each with the language it is marked as. */
import { composedParent } from '../../../renderer/access/composed-tree.ts';
import { elementsBelow, whereOf } from './elements.ts';

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

export const written = (): readonly Written[] => {
  const told = [
    'aria-label',
    'aria-description',
    'aria-roledescription',
    'aria-valuetext',
    'alt',
    'title',
    'placeholder',
  ];
  const languageOf = (element: Element): string => {
    for (let at: Element | null = element; at !== null; at = composedParent(at)) {
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
    for (let at: Element | null = element; at !== null; at = composedParent(at)) {
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
  return elementsBelow(document)
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
};
