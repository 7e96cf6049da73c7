/** The rows that switch scanning goes through (I5): what belongs together, never too many to go through one by one. */
import { type Box, linesOf } from './grid.ts';
import type { Stop } from './stops.ts';

/** A group of more than this is taken line by line, as it lies on the screen. */
const MOST_IN_ROW = 6;

/** Controls in rows, in their order: neighbours of one group together, large groups by their lines. */
export function rowsOf(controls: readonly Stop[], boxOf: (element: Element) => Box): readonly (readonly Element[])[] {
  const groups: { readonly group: Element; readonly items: Element[] }[] = [];
  for (const { element, group } of controls) {
    const last = groups.at(-1);
    if (last?.group === group) last.items.push(element);
    else groups.push({ group, items: [element] });
  }
  return groups.flatMap(({ items }) => (items.length > MOST_IN_ROW ? inLines(items, boxOf) : [items]));
}

/** A group by its lines; one that stands in a column has none, and stays whole. */
function inLines(items: readonly Element[], boxOf: (element: Element) => Box): readonly (readonly Element[])[] {
  const lines = linesOf(items.map(boxOf));
  if (lines.length > items.length / 2) return [items];
  return lines.map((line) => line.flatMap((index) => items[index] ?? []));
}
