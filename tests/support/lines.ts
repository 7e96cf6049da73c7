/** What of a view is on the screen, line by line: for turning pages without losing or cutting a line. */
import type { Page } from 'playwright/test';

/** A line of text, or a thing that must not be cut, by its edges on the screen (CSS pixels). */
export interface LineOnScreen {
  /** The passage and the number of the line in it; the same on every screenful. */
  readonly name: string;
  readonly text: string;
  readonly top: number;
  readonly bottom: number;
}

export interface Screenful {
  readonly scrollTop: number;
  /** The edges of the window in which the view's text can be read. */
  readonly top: number;
  readonly bottom: number;
  readonly lines: readonly LineOnScreen[];
}

/** All lines of the view that is shown, as drawn, and the window through which it is seen. */
export const look = (page: Page): Promise<Screenful> =>
  page.locator('kiosk-app').evaluate(async (app) => {
    // Parts that come near the screen are laid out with the frame after; then the screen is what is seen.
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    const scroller = app.shadowRoot?.querySelector('.scroller');
    const view = scroller?.querySelector('main')?.firstElementChild?.shadowRoot ?? null;
    if (!(scroller instanceof HTMLElement) || view === null) throw new Error('No view is shown.');
    const box = scroller.getBoundingClientRect();
    const sample = view.querySelector('.sample');
    const covered = sample?.getBoundingClientRect().height ?? 0;
    const lines: { name: string; text: string; top: number; bottom: number }[] = [];
    for (const [index, element] of [...view.querySelectorAll('[data-passage], [data-whole]')].entries()) {
      if (sample?.contains(element) === true) continue;
      const whole = element.hasAttribute('data-whole');
      const name = element.getAttribute('data-passage') ?? `${element.tagName}.${element.classList.value}`;
      const text = element.textContent.trim().replace(/\s+/g, ' ').slice(0, 60);
      const range = document.createRange();
      range.selectNodeContents(element);
      const rects = whole ? [element.getBoundingClientRect()] : [...range.getClientRects()];
      // Pieces of one line stand within half a line of each other.
      const rows: { top: number; bottom: number }[] = [];
      for (const { top, bottom } of rects.toSorted((a, b) => a.top - b.top)) {
        const row = rows.at(-1);
        if (row !== undefined && !whole && top < (row.top + row.bottom) / 2) row.bottom = Math.max(row.bottom, bottom);
        else if (bottom > top) rows.push({ top, bottom });
      }
      for (const [row, { top, bottom }] of rows.entries()) {
        // Something taller than the window cannot be on it whole.
        if (whole && bottom - top > box.height - covered) continue;
        lines.push({ name: `${String(index)} ${name} line ${String(row + 1)}`, text, top, bottom });
      }
    }
    return { scrollTop: scroller.scrollTop, top: box.top + covered, bottom: box.bottom, lines };
  });

/** Fractional scroll positions and rounding of line boxes, in CSS pixels. */
const SLACK = 1.5;

export const isWholeOn = ({ top, bottom }: Screenful, line: LineOnScreen): boolean =>
  line.top >= top - SLACK && line.bottom <= bottom + SLACK;

/** The lowest share of a line of text that holds no ink, only the font's own room below its letters. */
const BLANK_SHARE = 0.15;

/** Lines that the upper edge of the window cuts in two, so that ink of them is seen. */
export const cutAtTop = ({ top, lines }: Screenful): readonly LineOnScreen[] =>
  lines.filter(
    (line) => line.top < top - SLACK && line.bottom - top > BLANK_SHARE * Math.min(60, line.bottom - line.top),
  );

/** A line as a person would point at it. */
export const describeLine = ({ name, text, top, bottom }: LineOnScreen, window: Screenful): string =>
  `${name} (“${text}”) from ${top.toFixed(0)} to ${bottom.toFixed(0)} px; the window begins at ${window.top.toFixed(0)} px and ends at ${window.bottom.toFixed(0)} px, scrolled to ${window.scrollTop.toFixed(0)}`;
