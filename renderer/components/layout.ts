/** How the screen is divided: by its own shape, the size of the words, and how far a person can reach (L1, D6). */
import type { Reach, Side } from '../visit/preferences.ts';

/**
 * How the parts of the screen stand to each other. `tall`: column, panel and tools one below the other.
 * `wide`: side by side. `low`: tools at the side, but an open panel below the column, since words are so
 * large, or the screen so low, that three columns would leave none of them room.
 */
export type Layout = 'tall' | 'wide' | 'low';

/** Wider than this is set side by side: 5:4 is the squarest panel there is. */
const WIDE_RATIO = 5 / 4;

/** The least width, in body text sizes, at which tools, panel and column stand side by side. */
const THREE_COLUMNS_REM = 48;

/**
 * Chooses the layout for a screen.
 *
 * @param width - of the window, in CSS pixels
 * @param height - of the window, in CSS pixels
 * @param rem - the size of body text, in CSS pixels
 */
export function layoutOf(width: number, height: number, rem: number): Layout {
  if (width / height < WIDE_RATIO) return 'tall';
  return width / rem < THREE_COLUMNS_REM ? 'low' : 'wide';
}

/** Where the tools stand: a row along the lower edge, or a column at the side where lines start or end. */
export type ToolSide = 'below' | 'start' | 'end';

/**
 * Where a person who reaches better to one side has the tools.
 *
 * @param direction - of the language that is shown: it says whether lines start at the left or at the right
 */
export function toolSide(layout: Layout, side: Side, direction: 'ltr' | 'rtl'): ToolSide {
  if (side === 'usual') return layout === 'tall' ? 'below' : 'start';
  return (side === 'left') === (direction === 'ltr') ? 'start' : 'end';
}

/** The height at which parts to press are best, in mm above the middle of the screen. @see reachLine */
const REACH_ABOVE_MIDDLE_MM = 60;

/** The height below the line, in body text sizes, that header, pager and a few lines of text need between them. */
const LEAST_HEIGHT_REM = 14.5;

/** Less space than this above the line is better given to the words, in mm. */
const LEAST_SPACE_MM = 15;

/**
 * The line above which nothing is to be pressed in low reach, in CSS pixels from the upper edge (D6).
 *
 * A screen is mounted with its middle at about 1015 mm, where EN 301 549 8.3 has a display legible, and parts to
 * press are best between 800 and 1100 mm. The line is at 1075 mm, 60 mm above the middle: 25 mm are left for a screen
 * that hangs a little high. Upright on the reference panel that is 37 % of the height, lying 27 %, and on a small
 * screen less, since it does not reach so high. Where the words would have no room left below it, the line is higher.
 *
 * @param height - of the window, in CSS pixels
 * @param rem - the size of body text, in CSS pixels
 * @param mm - CSS pixels per millimetre
 */
export function reachLine(reach: Reach, height: number, rem: number, mm: number): number {
  if (reach === 'usual') return 0;
  const line = Math.min(height / 2 - REACH_ABOVE_MIDDLE_MM * mm, height - LEAST_HEIGHT_REM * rem);
  return line < LEAST_SPACE_MM * mm ? 0 : Math.round(line);
}

/** Everything that follows from the screen and its visitor, for one moment. */
export interface Division {
  readonly layout: Layout;
  readonly tools: ToolSide;
  /** Into how many columns the tools go; 0 for a row. */
  readonly toolColumns: number;
  /** See {@link reachLine}. */
  readonly reachLine: number;
}

/** A screen and the words on it: lengths in CSS pixels, `mm` in CSS pixels per millimetre. */
export interface ScreenMeasures {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
  readonly mm: number;
  readonly direction: 'ltr' | 'rtl';
}

/** Divides the screen. */
export function divide(
  { width, height, rem, mm, direction }: ScreenMeasures,
  { reach, side }: { readonly reach: Reach; readonly side: Side },
): Division {
  const line = reachLine(reach, height, rem, mm);
  const layout = layoutOf(width, height - line, rem);
  const tools = toolSide(layout, side, direction);
  return { layout, tools, toolColumns: tools === 'below' ? 0 : toolColumns(height - line, rem, mm), reachLine: line };
}

/** How many tools the toolbar holds. */
const TOOLS = 8;

/**
 * Into how many columns the tools go where they stand at the side: as few as hold them all on the screen.
 *
 * @param height - that the tools may take, in CSS pixels
 * @param rem - the size of body text, in CSS pixels
 * @param mm - CSS pixels per millimetre
 */
export function toolColumns(height: number, rem: number, mm: number): number {
  // An icon, words on one line or two, and what stands around them; see toolbar.styles.ts.
  const tool = Math.max(20 * mm, 2.1 * rem + 13 * mm);
  const rows = Math.max(1, Math.floor((height - 2.6 * mm) / (tool + 2.6 * mm)));
  return Math.ceil(TOOLS / rows);
}
