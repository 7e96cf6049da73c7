/** Two ways to use the kiosk: by touch alone, and by keyboard alone. One journey, two drivers (principle 2). */
import type { Locator, Page } from 'playwright/test';

/** How a visitor acts on the screen. */
export interface Hand {
  readonly name: 'touch' | 'keyboard' | 'keypad' | 'media keypad' | 'one switch' | 'two switches';
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

/** The way round that somebody who knows the screen would take: Tab, or Shift and Tab. */
const shorterWay = (target: Locator): Promise<'Tab' | 'Shift+Tab'> =>
  target.evaluate((element) => {
    const below = (root: ParentNode): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((inner) => [
        inner,
        ...(inner.shadowRoot === null ? [] : below(inner.shadowRoot)),
      ]);
    let active = document.activeElement;
    for (let inner = active; inner; inner = inner.shadowRoot?.activeElement ?? null) active = inner;
    const stops = below(document).filter((stop) => stop === active || stop.matches('a[href], button, [tabindex="0"]'));
    const forward = (stops.indexOf(element) - stops.findIndex((stop) => stop === active) + stops.length) % stops.length;
    return forward <= stops.length / 2 ? 'Tab' : 'Shift+Tab';
  });

const tabTo = async (target: Locator): Promise<void> => {
  if (await hasFocus(target)) return;
  const way = await shorterWay(target);
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await target.page().keyboard.press(way);
    if (await hasFocus(target)) return;
  }
  throw new Error(`${way} never reaches ${String(target)}.`);
};

/** The browser takes a second tap that comes sooner than this for one half of a double tap. */
const DOUBLE_TAP_MS = 520;

const lastTaps = new WeakMap<Page, number>();

/** A tap as a person makes it who means to press once: never so soon after the last that the two are one gesture. */
const tap = async (target: Locator): Promise<void> => {
  const page = target.page();
  await target.waitFor();
  const since = Date.now() - (lastTaps.get(page) ?? 0);
  if (since < DOUBLE_TAP_MS) await page.waitForTimeout(DOUBLE_TAP_MS - since);
  await target.tap();
  lastTaps.set(page, Date.now());
};

const touch: Hand = {
  name: 'touch',
  press: tap,
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

/** Presses a key by the name it sends; Playwright has no keys of music players. */
export const sendsKey = async (page: Page, key: string): Promise<void> => {
  if (!key.startsWith('Media')) return page.keyboard.press(key);
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key });
  await cdp.detach();
};

/** The keys of a keypad by the names they send. */
interface FiveKeys {
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
  readonly select: string;
}

/** Which key brings somebody who sees the screen nearer: over a keyboard as it lies there, elsewhere one down. */
const nearer = (target: Locator): Promise<keyof FiveKeys> =>
  target.evaluate((element) => {
    let active = document.activeElement;
    for (let inner = active; inner; inner = inner.shadowRoot?.activeElement ?? null) active = inner;
    const grid = element.closest('[data-grid]');
    if (grid === null || active?.closest('[data-grid]') !== grid) return 'down';
    const [here, there] = [active.getBoundingClientRect(), element.getBoundingClientRect()];
    if (there.top >= here.bottom) return 'down';
    if (there.bottom <= here.top) return 'up';
    return there.left < here.left ? 'left' : 'right';
  });

/** A keypad with five keys and nothing else. */
const keypadOf = (name: Hand['name'], keys: FiveKeys): Hand => ({
  name,
  press: async (target) => {
    await target.waitFor();
    for (let steps = 0; steps < MOST_TABS; steps += 1) {
      if (await hasFocus(target)) return sendsKey(target.page(), keys.select);
      await sendsKey(target.page(), keys[await nearer(target)]);
    }
    throw new Error(`${keys.down} never reaches ${String(target)}.`);
  },
  wake: (page) => sendsKey(page, keys.down),
});

export const hands = { touch, keyboard } as const;

/** Five keys, as the kiosk knows them without a setting (I4). */
export const keypads = {
  arrows: keypadOf('keypad', {
    up: 'ArrowUp',
    down: 'ArrowDown',
    left: 'ArrowLeft',
    right: 'ArrowRight',
    select: 'Enter',
  }),
  media: keypadOf('media keypad', {
    up: 'AudioVolumeUp',
    down: 'AudioVolumeDown',
    left: 'MediaTrackPrevious',
    right: 'MediaTrackNext',
    select: 'MediaPlayPause',
  }),
} as const;
