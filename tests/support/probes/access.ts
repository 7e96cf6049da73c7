/** Runs in the page: what the kiosk's own code makes of what is on the screen. */
import { composedClosest, deepActiveElement } from '../../../renderer/access/composed-tree.ts';
import { controlsOf, findStops, type StopKind } from '../../../renderer/access/stops.ts';

/** A stop as a test can read it. */
export interface SeenStop {
  readonly kind: StopKind;
  readonly words: string;
  readonly group: string;
}

/** As it is drawn: what keeps its room unseen is none of it. */
const wordsOf = (element: Element): string =>
  (element instanceof HTMLElement ? element.innerText : '').replace(/\s+/g, ' ').trim();

const app = (): Element => {
  const found = document.querySelector('kiosk-app');
  if (found === null) throw new Error('There is no kiosk on this page.');
  return found;
};

export const stops = (): readonly SeenStop[] =>
  findStops(app()).map(({ element, kind, group }) => ({ kind, words: wordsOf(element), group: group.localName }));

/** Which of the stops that act has the focus, counted from 0; -1 for none. */
export const focusedControl = (): number => {
  const active = deepActiveElement();
  return controlsOf(findStops(app())).findIndex(({ element }) => element === active);
};

/** Whether what has the focus lies in an element that matches, however many shadow roots away. */
export const focusIsIn = (selector: string): boolean => {
  const active = deepActiveElement();
  return active !== null && composedClosest(active, selector) !== null;
};
