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

/** The air left above the first line of a screenful, in CSS pixels. */
const AIR = 12;

/** A screenful moves on by at least this share of the window, however tall what stands at its end is. */
const LEAST_SHARE = 0.4;

/**
 * How far to scroll for the next screenful, in CSS pixels.
 *
 * @param lines - Everything that crosses the lower edge of the window; order does not matter.
 */
export function screenful({ top, bottom }: Window, lines: readonly Line[]): number {
  const height = bottom - top;
  const cut = lines.filter((line) => line.top < bottom && line.bottom > bottom).map((line) => line.top);
  const next = Math.min(bottom, ...cut);
  const distance = next - top - AIR;
  return distance >= height * LEAST_SHARE ? distance : height - AIR;
}

/**
 * The lines and unbreakable things of a root that cross a height on the screen: lines of passages, and
 * elements marked `data-whole`.
 */
export function linesAcross(root: ParentNode, y: number): readonly Line[] {
  const across = (rect: DOMRect): boolean => rect.top < y && rect.bottom > y;
  return [...root.querySelectorAll('[data-passage], [data-whole]')].flatMap((element) => {
    const box = element.getBoundingClientRect();
    if (!across(box)) return [];
    if (element.hasAttribute('data-whole')) return [box];
    const range = document.createRange();
    range.selectNodeContents(element);
    return [...range.getClientRects()].filter(across);
  });
}

/** The index of the section being read: the last one that begins in the upper third of the window; -1 before the first. */
export function sectionAt({ top, bottom }: Window, sectionTops: readonly number[]): number {
  return sectionTops.findLastIndex((section) => section <= top + (bottom - top) / 3);
}
