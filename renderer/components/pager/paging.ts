/**
 * Turning pages: 'More' moves by a screenful and never cuts a line in two. The first line that does not
 * wholly fit becomes the first line of the next screenful.
 */

/** The stretch of the screen, in client pixels, in which a view's text can be read. */
export interface Window {
  readonly top: number;
  readonly bottom: number;
}

/** A line of text, or a thing that is not to be cut, by its edges in client pixels. */
export interface Line {
  readonly top: number;
  readonly bottom: number;
}

/** The air left above the first line of a screenful, in CSS pixels: less than what parts two lines, or the last would peep in. */
const AIR = 6;

/**
 * Something taller than the window is begun on a screenful of its own when it starts below this share of
 * the window; higher up it is read on from where it is.
 */
const BEGINS_LATE = 0.4;

/**
 * How far to scroll for the next screenful, in CSS pixels; always forward, never by more than the window.
 *
 * @param lines - Everything that crosses the lower edge of the window; order does not matter.
 */
export function screenful({ top, bottom }: Window, lines: readonly Line[]): number {
  const height = bottom - top;
  const canStart = (line: Line): boolean =>
    line.bottom - line.top <= height - AIR || line.top - top >= height * BEGINS_LATE;
  const starts = lines.filter((line) => crosses(bottom, line) && canStart(line)).map((line) => line.top);
  const distance = Math.min(bottom, ...starts) - top - AIR;
  // What stands at the top of the window already has been brought there: it is longer than it seems.
  return distance > AIR ? distance : height - AIR;
}

/** A height on the screen, and what counts as crossing it. */
const crosses = (y: number, { top, bottom }: Line): boolean => top < y && bottom > y;

/**
 * The elements of a root that cross a height on the screen. Parts that do not come near it are passed over
 * unasked: the browser has not laid them out, and asking would make it do so.
 */
function* elementsAcross(root: ParentNode, selector: string, y: number): Generator<Element> {
  const parts = new Map<Element, boolean>();
  for (const element of root.querySelectorAll(selector)) {
    const part = element.closest('section');
    if (part !== null && !parts.has(part)) parts.set(part, crosses(y, part.getBoundingClientRect()));
    if (part !== null && parts.get(part) === false) continue;
    if (crosses(y, element.getBoundingClientRect())) yield element;
  }
}

/** The lines of passages, and the labels of drawings, that cross a height on the screen. */
export function textAcross(root: ParentNode, y: number): readonly Line[] {
  return [...elementsAcross(root, '[data-passage], .drawing text', y)].flatMap((text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()].filter((line) => crosses(y, line));
  });
}

/** The lines of passages, and the things marked `data-whole`, that cross a height on the screen. */
export function linesAcross(root: ParentNode, y: number): readonly Line[] {
  const whole = [...elementsAcross(root, '[data-whole]', y)].map((element) => element.getBoundingClientRect());
  return [...textAcross(root, y), ...whole];
}

/** The index of the section being read: the last one that begins in the upper third of the window; -1 before the first. */
export function sectionAt({ top, bottom }: Window, sectionTops: readonly number[]): number {
  return sectionTops.findLastIndex((section) => section <= top + (bottom - top) / 3);
}
