/** One switch or two, and nothing else: somebody who presses when the frame is around what they want (I5). */
import type { Locator, Page } from 'playwright/test';
import type { Mark } from '../../renderer/access/scan.ts';
import type { Hand } from './hands.ts';
import { words } from './words.ts';

/** The keys that the kiosk takes for switches without a setting. */
const FIRST = 'Space';
const SECOND = 'Enter';

/** How often somebody who waits for the frame looks, in ms of the page's own clock. */
const LOOK_MS = 250;

/** More looks, or presses, than going three times round any screen takes. */
const MOST_LOOKS = 900;

/** What has just opened is scanned after this. */
const SETTLE_MS = 400;

/** How long a switch is held to begin. */
const HOLD_MS = 2000;

type FrameKind = Mark<Element>['kind'];

/** What somebody sees of the scanning. */
interface Seen {
  readonly kind: FrameKind | undefined;
  /** The frame, as one tells it from another. */
  readonly frame: string;
  /** Whether the middle of what they want is inside the frame. */
  readonly isAround: boolean;
  /** Whether the frame is around that alone. */
  readonly isOn: boolean;
  /** Whether what they want is on the screen. */
  readonly isInSight: boolean;
}

/** Stops the page's clock, so that time passes only when a test lets it. Before the kiosk is opened. */
export const stopsTheClock = async (page: Page): Promise<void> => {
  const now = new Date('2026-03-04T10:00:00Z');
  await page.clock.install({ time: now });
  await page.clock.pauseAt(now.getTime() + 1000);
};

const look = (target: Locator): Promise<Seen> =>
  target.evaluate((element): Seen => {
    const root = document.querySelector('kiosk-app')?.shadowRoot;
    const frame = root?.querySelector<Element & { readonly kind?: FrameKind }>('kiosk-scan-frame');
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const around = frame?.shadowRoot?.querySelector('.frame')?.getBoundingClientRect();
    const scroller = root?.querySelector('.scroller')?.getBoundingClientRect();
    let host: Element | null = element;
    let isInColumn = false;
    while (host !== null && !isInColumn) {
      isInColumn = host.closest('.scroller') !== null;
      const within: Node = host.getRootNode();
      host = within instanceof ShadowRoot ? within.host : null;
    }
    const area = isInColumn && scroller !== undefined ? scroller : new DOMRect(0, 0, innerWidth, innerHeight);
    const isAround = around !== undefined && x > around.left && x < around.right && y > around.top && y < around.bottom;
    return {
      kind: frame?.kind,
      frame: around === undefined ? '' : [around.left, around.top, around.width, around.height].join(' '),
      isAround,
      isOn: isAround && Math.abs(around.width - box.width) < 32 && Math.abs(around.height - box.height) < 32,
      isInSight: box.bottom > area.top && box.top < area.bottom,
    };
  });

/** Waits for the next step, or makes it. */
type Onward = (page: Page) => Promise<void>;

const pressing = async (target: Locator, onward: Onward, choose: string): Promise<void> => {
  const page = target.page();
  await target.waitFor();
  /** Rows that were gone into and do not have it: a frame around words may be around other words as well. */
  const wrong = new Set<string>();
  let inside = '';
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const { kind, frame, isAround, isOn, isInSight } = await look(target);
    if (!isInSight) {
      const pager = page.locator('kiosk-pager .more');
      await pressing(pager, onward, choose);
      continue;
    }
    if (kind === 'item' && isOn) return page.keyboard.press(choose);
    if (kind === 'waiting') await page.keyboard.press(choose);
    else if (kind === 'row' && isAround && !wrong.has(frame)) {
      inside = frame;
      await page.keyboard.press(choose);
      // A row of one thing is pressed by that.
      if (isOn) return;
    } else if (kind === 'up') {
      wrong.add(inside);
      await page.keyboard.press(choose);
    } else await onward(page);
    await page.clock.runFor(20);
  }
  throw new Error(`Scanning never comes to ${String(target)}.`);
};

/** The frame goes on by itself, and the one switch chooses. */
const byOne = (target: Locator): Promise<void> => pressing(target, (page) => page.clock.runFor(LOOK_MS), FIRST);

/** One switch goes on, the other chooses. What has just opened may still be settling. */
const byTwo = (target: Locator): Promise<void> =>
  pressing(
    target,
    async (page) => {
      await page.keyboard.press(FIRST);
      await page.clock.runFor(LOOK_MS);
    },
    SECOND,
  );

const holdsTheFirst = async (page: Page): Promise<void> => {
  await page.keyboard.down(FIRST);
  await page.clock.runFor(HOLD_MS);
  await page.keyboard.up(FIRST);
};

const one: Hand = { name: 'one switch', press: byOne, wake: holdsTheFirst };

/** Scanning begins with one switch; with it the second is chosen too. */
const two: Hand = {
  name: 'two switches',
  press: byTwo,
  wake: async (page) => {
    const panel = page.locator('kiosk-ways-panel');
    await holdsTheFirst(page);
    await byOne(page.locator("kiosk-toolbar [data-panel='ways']"));
    await byOne(panel.getByRole('button', { name: words.text('ways.switchTwo'), exact: true }));
    await page.clock.runFor(SETTLE_MS);
    await byTwo(panel.getByRole('button', { name: words.text('panel.close'), exact: true }));
  },
};

export const switches = { one, two } as const;
