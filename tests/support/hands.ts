/** Two ways to use the kiosk: by touch alone, and by keyboard alone. One journey, two drivers (principle 2). */
import type { Locator, Page } from 'playwright/test';

/** How a visitor acts on the screen. */
export interface Hand {
  readonly name: 'touch' | 'keyboard';
  /** Presses something: a tap on it, or Tab until it has the focus and then Enter. */
  readonly press: (target: Locator) => Promise<void>;
  /** Starts a visit at the attract screen. */
  readonly wake: (page: Page) => Promise<void>;
}

/** More controls than any screen has: by then Tab has been all the way round. */
const MOST_TABS = 250;

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const within = element.getRootNode();
    return (within instanceof Document || within instanceof ShadowRoot) && within.activeElement === element;
  });

const tabTo = async (target: Locator): Promise<void> => {
  const { keyboard } = target.page();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await hasFocus(target)) return;
    await keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(target)}.`);
};

const touch: Hand = {
  name: 'touch',
  press: (target) => target.tap(),
  wake: (page) => page.touchscreen.tap(300, 700),
};

const keyboard: Hand = {
  name: 'keyboard',
  press: async (target) => {
    await target.waitFor();
    await tabTo(target);
    await target.page().keyboard.press('Enter');
  },
  wake: (page) => page.keyboard.press('a'),
};

export const hands = { touch, keyboard } as const;
