/** Where somebody is on a page of the kiosk, so that the next edition of it opens there. */

/** Those parts of a kiosk that decide what is on its screen. */
export interface KioskParts {
  readonly scroller: HTMLElement;
  readonly view: HTMLElement & { readonly coveredTop: number; readonly complete: () => Promise<void> };
}

/** A passage and how far below the upper edge it stood; `scrolled` is for a page that has it no more. */
export interface FramedPlace {
  readonly passage: string;
  readonly offset: number;
  readonly scrolled: number;
}

const passagesOf = ({ view }: KioskParts): readonly HTMLElement[] => [
  ...(view.shadowRoot ?? view).querySelectorAll<HTMLElement>('[data-passage]:not(.sample)'),
];

const upperEdge = ({ scroller, view }: KioskParts): number => scroller.getBoundingClientRect().top + view.coveredTop;

/** The first passage that begins on the screen; nothing at the very top of a page. */
export function readPlace(parts: KioskParts): FramedPlace | undefined {
  const { scrollTop } = parts.scroller;
  if (scrollTop <= 2) return undefined;
  const edge = upperEdge(parts);
  for (const passage of passagesOf(parts)) {
    const { top, height } = passage.getBoundingClientRect();
    if (height === 0 || top < edge) continue;
    return { passage: passage.dataset['passage'] ?? '', offset: top - edge, scrolled: scrollTop };
  }
  return undefined;
}

/** The heights of what was never on the screen are guesses at first: each look brings better ones. */
const LOOKS = 4;

/** Brings a place back to where it stood. */
export async function showPlace(parts: KioskParts, { passage, offset, scrolled }: FramedPlace): Promise<void> {
  await parts.view.complete();
  for (let look = 0; look < LOOKS; look += 1) {
    const there = passagesOf(parts).find(({ dataset }) => dataset['passage'] === passage);
    const by = there === undefined ? 0 : there.getBoundingClientRect().top - upperEdge(parts) - offset;
    parts.scroller.scrollTop = there === undefined ? scrolled : parts.scroller.scrollTop + by;
    if (Math.abs(by) < 1 && look > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 16));
  }
}
