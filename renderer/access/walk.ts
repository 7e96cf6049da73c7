/** Walking over what acts on the screen, one control at a time (I4). Nothing is kept: where one is, is the focus. */
import { composedClosest, deepActiveElement } from './composed-tree.ts';
import { type Direction, neighbourOf } from './grid.ts';
import { type Stop, findStops } from './stops.ts';

/** Marks what is walked by the four arrows as it lies on the screen, such as the keys of a keyboard. */
export const GRID_ATTRIBUTE = 'data-grid';

/** A walk over the controls below an element. */
export interface Ground {
  readonly root: Element;
  /** Whether an element can be seen; from one that has been scrolled away the walk goes on with what is in sight. */
  readonly isInSight: (element: Element) => boolean;
}

/** Puts the focus on the next control, or the one before; past the last one it begins again with the first. */
export function step({ root, isInSight }: Ground, way: 1 | -1): void {
  const stops = findStops(root);
  focusFrom(stops, startOf(stops, isInSight, way), way);
}

/**
 * Moves within what belongs together: from choice to choice, or from key to key.
 *
 * @returns whether there was something to move within; past the edge of a keyboard the walk leaves it
 */
export function moveWithin({ root }: Ground, direction: Direction): boolean {
  const active = deepActiveElement();
  if (active === null) return false;
  const grid = composedClosest(active, `[${GRID_ATTRIBUTE}]`);
  return grid === null ? moveInChoices(root, active, direction) : moveInGrid(root, grid, active, direction);
}

/** Presses what has the focus. */
export function pressFocused(): void {
  const active = deepActiveElement();
  if (active instanceof HTMLElement) active.click();
}

/** The first control from a stop on; all the way round if need be. */
function focusFrom(stops: readonly Stop[], start: number, way: 1 | -1): void {
  for (let distance = 1; distance <= stops.length; distance += 1) {
    const stop = stops[(start + way * distance + 2 * stops.length) % stops.length];
    if (stop?.kind !== 'control') continue;
    stop.element.focus();
    return;
  }
}

/** Where the walk is: at what has the focus, else so that its first step meets what is first in sight, or what is above. */
function startOf(stops: readonly Stop[], isInSight: (element: Element) => boolean, way: 1 | -1): number {
  const active = deepActiveElement();
  const focused = stops.findIndex(({ element }) => element === active);
  const at = stops[focused];
  if (at !== undefined && isInSight(at.element)) return focused;
  const first = stops.findIndex(({ element }) => composedClosest(element, 'main') !== null && isInSight(element));
  return way === 1 ? first - 1 : Math.max(0, first);
}

function moveInGrid(root: Element, grid: Element, active: Element, direction: Direction): boolean {
  const stops = findStops(root);
  const keys = stops.filter(
    ({ element, kind }) => kind === 'control' && composedClosest(element, `[${GRID_ATTRIBUTE}]`) === grid,
  );
  const from = keys.findIndex(({ element }) => element === active);
  const boxes = keys.map(({ element }) => element.getBoundingClientRect());
  const next = neighbourOf(boxes, from, direction);
  if (next !== undefined) keys[next]?.element.focus();
  else if (direction === 'up' || direction === 'down') {
    const edge = direction === 'up' ? keys[0] : keys.at(-1);
    if (edge !== undefined) focusFrom(stops, stops.indexOf(edge), direction === 'up' ? -1 : 1);
  }
  return true;
}

const CHOICE = '[aria-pressed], [role="option"]';

function moveInChoices(root: Element, active: Element, direction: Direction): boolean {
  if (direction === 'up' || direction === 'down' || !active.matches(CHOICE)) return false;
  const controls = findStops(root).filter(({ kind }) => kind === 'control');
  const from = controls.findIndex(({ element }) => element === active);
  const isTowardsEnd = (direction === 'right') === (getComputedStyle(active).direction === 'ltr');
  const here = controls[from];
  const next = controls[from + (isTowardsEnd ? 1 : -1)];
  const belongs = (other: Stop | undefined): other is Stop =>
    other !== undefined && other.group === here?.group && other.element.matches(CHOICE);
  // A choice by itself is no set to move in: left and right then mean what they mean elsewhere.
  if (!belongs(controls[from - 1]) && !belongs(controls[from + 1])) return false;
  if (belongs(next)) next.element.focus();
  return true;
}
