/** Walks through everything that takes the focus, with Tab, and looks at each stop. */
import type { Page } from 'playwright/test';

interface Stop {
  readonly name: string;
  /** In which region of the screen, in the order a person meets them. */
  readonly region: string;
  /** Its place among its region's controls in the document. */
  readonly order: number;
  /** Its upper and lower edge on the screen. */
  readonly where: string;
  readonly hasRing: boolean;
  /** Whether the control and its ring are wholly on the screen and nothing lies over them. */
  readonly isClear: boolean;
}

const lookAtStop = (page: Page): Promise<Stop | null> =>
  page.evaluate(() => {
    const trail: Element[] = [];
    for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement ?? null) trail.push(at);
    const focused = trail.at(-1);
    if (focused === undefined || focused === document.body) return null;
    // A line to write in and the icon before it have one ring around both.
    const style = getComputedStyle(focused.closest('.field') ?? focused);
    const box = focused.getBoundingClientRect();
    const covers = (x: number, y: number): boolean => {
      let found = document.elementFromPoint(x, y);
      for (;;) {
        const inner: Element | null = found?.shadowRoot?.elementFromPoint(x, y) ?? null;
        if (inner === null || inner === found) break;
        found = inner;
      }
      for (let at: Element | null = found; at !== null;) {
        if (at === focused) return false;
        const within: Node = at.getRootNode();
        at = at.parentElement ?? (within instanceof ShadowRoot ? within.host : null);
      }
      return !found?.contains(focused);
    };
    const points = [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + 4, box.top + box.height / 2],
      [box.right - 4, box.top + box.height / 2],
      [box.left + box.width / 2, box.top + 4],
      [box.left + box.width / 2, box.bottom - 4],
    ] as const;
    const ring = parseFloat(style.outlineWidth) + parseFloat(style.outlineOffset);
    const host = trail.at(-2);
    const root = focused.getRootNode();
    const order =
      root instanceof ShadowRoot ? [...root.querySelectorAll('a, button, input, [tabindex]')].indexOf(focused) : -1;
    return {
      name: focused.textContent.trim().replace(/\s+/g, ' ').slice(0, 40),
      region: host?.localName ?? '',
      order,
      hasRing: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
      where: `${String(Math.round(box.top))} to ${String(Math.round(box.bottom))} px`,
      isClear:
        box.left - ring >= -1 &&
        box.right + ring <= window.innerWidth + 1 &&
        box.top - ring >= -1 &&
        box.bottom + ring <= window.innerHeight + 1 &&
        !points.some(([x, y]) => covers(x, y)),
    };
  });

/** Frames that a page may take until it rests: parts further down are laid out only as they come near. */
const MOST_FRAMES = 30;

/** Looks once what has the focus is clear, or the page has had its time: what is seen on the way there is no fault. */
const lookAtRest = async (page: Page): Promise<Stop | null> => {
  let stop = await lookAtStop(page);
  for (let frame = 0; frame < MOST_FRAMES && stop?.isClear === false; frame += 1) {
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
    stop = await lookAtStop(page);
  }
  return stop;
};

/** More stops than any screen has. */
const MOST_STOPS = 250;

/** Goes once round with Tab. Faults are sentences. */
export const focusWalk = async (
  page: Page,
): Promise<{ readonly stops: number; readonly faults: readonly string[] }> => {
  const faults: string[] = [];
  const seen = new Set<string>();
  let before: Stop | null = null;
  for (let step = 0; step < MOST_STOPS; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await lookAtRest(page);
    // Past the last control the browser goes round by the document itself.
    if (stop === null) {
      before = null;
      continue;
    }
    const key = `${stop.region} ${String(stop.order)}`;
    if (seen.has(key)) return { stops: seen.size, faults };
    seen.add(key);
    if (!stop.hasRing) faults.push(`“${stop.name}” (${stop.region}) shows no focus ring`);
    if (!stop.isClear)
      faults.push(`“${stop.name}” (${stop.region}) is focused where it cannot all be seen: ${stop.where}`);
    if (before?.region === stop.region && stop.order <= before.order) {
      faults.push(`“${stop.name}” (${stop.region}) is focused after “${before.name}”, which stands after it`);
    }
    before = stop;
  }
  return { stops: seen.size, faults: [...faults, 'Tab never comes round'] };
};
