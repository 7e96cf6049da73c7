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
