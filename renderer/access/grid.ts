/** Going from key to key by the four arrows, as the keys lie on the screen (I4, I6). */

/** Where something lies, in any one unit. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Direction = 'up' | 'down' | 'left' | 'right';

const centreOf = ({ left, right }: Box): number => (left + right) / 2;
const middleOf = ({ top, bottom }: Box): number => (top + bottom) / 2;

/** Whether two boxes lie in one row: the middle of one is within the other. */
const inOneRow = (a: Box, b: Box): boolean => middleOf(a) > b.top && middleOf(a) < b.bottom;

/**
 * Which box is the next one in a direction: the nearest in the same row, or the one in the next row that lies most
 * nearly above or below; `undefined` at the edge.
 */
export function neighbourOf(boxes: readonly Box[], from: number, direction: Direction): number | undefined {
  const here = boxes[from];
  if (here === undefined) return undefined;
  const sideways = direction === 'left' || direction === 'right';
  const forward = direction === 'right' || direction === 'down' ? 1 : -1;
  const across = (box: Box): number => forward * (centreOf(box) - centreOf(here));
  const along = (box: Box): number => forward * (middleOf(box) - middleOf(here));
  const others = boxes.flatMap((box, index) => (index === from ? [] : [{ box, index }]));
  if (sideways) {
    const row = others.filter(({ box }) => inOneRow(box, here) && across(box) > 0);
    return row.toSorted((a, b) => across(a.box) - across(b.box))[0]?.index;
  }
  const beyond = others.filter(({ box }) => !inOneRow(box, here) && along(box) > 0);
  const nearest = beyond.toSorted((a, b) => along(a.box) - along(b.box))[0];
  if (nearest === undefined) return undefined;
  const row = beyond.filter(({ box }) => inOneRow(box, nearest.box));
  return row.toSorted((a, b) => Math.abs(across(a.box)) - Math.abs(across(b.box)))[0]?.index;
}

/** Boxes by the lines in which they lie, each line by the indexes of its boxes: neighbours of one line together. */
export function linesOf(boxes: readonly Box[]): readonly (readonly number[])[] {
  const lines: number[][] = [];
  for (const [index, box] of boxes.entries()) {
    const line = lines.at(-1);
    const before = line === undefined ? undefined : boxes[line[0] ?? 0];
    if (before !== undefined && inOneRow(box, before)) line?.push(index);
    else lines.push([index]);
  }
  return lines;
}
