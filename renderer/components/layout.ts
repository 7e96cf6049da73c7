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
