/** What lies over the whole window, takes no touches, and marks a place on it. */
import { css } from 'lit';

/** Where it lies in the window, in CSS pixels, whatever is read on it. */
export interface FramePlace {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** For an element whose mark has the class `placed`. */
export const placedStyles = css`
  :host {
    position: fixed;
    inset: 0;
    z-index: 1;
    overflow: hidden;
    pointer-events: none;
  }

  .placed {
    position: absolute;
    left: var(--left);
    top: var(--top);
    width: var(--width);
    height: var(--height);
  }
`;

/** Puts an element's mark somewhere; without a place it stays where it was. */
export function placeMark(element: HTMLElement, place: FramePlace | undefined): void {
  for (const [side, length] of Object.entries(place ?? {}))
    element.style.setProperty(`--${side}`, `${String(length)}px`);
}
