/** ‘Are you still there?’: a visit that nobody uses is asked about, gone on with or ended (X1, X2). */
import type { Page } from 'playwright/test';
import type { Kiosk } from '../support/kiosk.ts';
import { expect, test } from '../support/test.ts';
import { withSite } from '../support/site.ts';
import { listen, playsOf } from '../support/ears.ts';
import { words } from '../support/words.ts';

const IDLE_MS = 90_000;

const warning = (kiosk: Kiosk) => kiosk.page.locator('kiosk-still-here');
const answer = (kiosk: Kiosk) => warning(kiosk).getByRole('button');
const caption = (kiosk: Kiosk) => kiosk.page.locator('kiosk-caption p');

/** Lets time pass as it does: second by second. */
const passes = (kiosk: Kiosk, ms: number): Promise<void> => kiosk.page.clock.runFor(ms);

const opensOnAStoppedClock = async (kiosk: Kiosk, address: string): Promise<void> => {
  await kiosk.page.clock.install({ time: new Date('2026-03-04T10:00:00Z') });
  await kiosk.opens(address);
  await kiosk.page.clock.pauseAt(new Date('2026-03-04T11:00:00Z'));
  await expect(warning(kiosk)).toBeVisible();
  await kiosk.page.keyboard.press('Shift');
  await expect(warning(kiosk)).toHaveCount(0);
};

/** At a place, on a clock that a test moves, with nobody there until they are asked. */
const isAskedAt = async (kiosk: Kiosk, address = '#/home'): Promise<void> => {
  await opensOnAStoppedClock(kiosk, address);
  await passes(kiosk, IDLE_MS + 1000);
  await expect(warning(kiosk)).toBeVisible();
};

test('X1 · after 90 s a calm question: what will happen, how long is left, one thing to press', async ({ kiosk }) => {
  await opensOnAStoppedClock(kiosk, '#/home');
  await passes(kiosk, IDLE_MS - 2000);
  await expect(warning(kiosk)).toHaveCount(0);
  await passes(kiosk, 3000);
  await expect(warning(kiosk).getByRole('dialog', { name: words.text('idle.title') })).toBeVisible();
  await expect(warning(kiosk)).toContainText(words.text('idle.what'));
  await expect(warning(kiosk)).toContainText(words.format('idle.left', { seconds: 30 }));
  await expect(answer(kiosk)).toHaveText(words.text('idle.stay'));
  await expect(answer(kiosk)).toBeFocused();
  await expect(kiosk.attract).toHaveCount(0);
});

test('X1 · the time left is told at a few steps, and at its end the visit is over', async ({ kiosk }) => {
  await isAskedAt(kiosk);
  const told: string[] = [];
  for (let second = 0; second < 40 && (await warning(kiosk).count()) > 0; second += 1) {
    const text = (await warning(kiosk).getByRole('status').textContent()) ?? '';
    if (told.at(-1) !== text) told.push(text);
    await passes(kiosk, 1000);
  }
  expect(told).toEqual([30, 20, 10].map((seconds) => words.format('idle.left', { seconds })));
  await expect(kiosk.attract).toBeVisible();
  await expect(kiosk.page).toHaveURL(`${kiosk.url}#/`);
});

const answers: Readonly<Record<string, (kiosk: Kiosk) => Promise<void>>> = {
  'the button': (kiosk) => answer(kiosk).tap(),
  'a touch anywhere': ({ page }) => page.touchscreen.tap(20, 20),
  'a touch of the words': (kiosk) => warning(kiosk).getByRole('heading').tap(),
  'a mouse': ({ page }) => page.mouse.click(500, 20),
  Enter: ({ page }) => page.keyboard.press('Enter'),
  'the space bar, a switch': ({ page }) => page.keyboard.press(' '),
  Escape: ({ page }) => page.keyboard.press('Escape'),
  Tab: ({ page }) => page.keyboard.press('Tab'),
  'the key of a letter': ({ page }) => page.keyboard.press('x'),
  'a key of a keypad': ({ page }) => page.keyboard.press('ArrowDown'),
  'the key that leaves a page': ({ page }) => page.keyboard.press('ArrowLeft'),
};

for (const [name, act] of Object.entries(answers)) {
  test(`X1 · ${name} is an answer and does nothing else: the same place, the focus where it was`, async ({ kiosk }) => {
    await opensOnAStoppedClock(kiosk, '#/page/neuroblastoma-came-back/trials');
    await kiosk.tool('toolbar.colours').focus();
    const [url, scrolled] = [kiosk.page.url(), await kiosk.scroller.evaluate(({ scrollTop }) => scrollTop)];
    await passes(kiosk, IDLE_MS + 1000);
    await expect(answer(kiosk)).toBeFocused();
    await act(kiosk);
    await expect(warning(kiosk)).toHaveCount(0);
    await expect(kiosk.tool('toolbar.colours')).toBeFocused();
    await expect(kiosk.panel('colours')).toHaveCount(0);
    expect(kiosk.page.url()).toBe(url);
    expect(await kiosk.scroller.evaluate(({ scrollTop }) => scrollTop)).toBe(scrolled);
    await passes(kiosk, IDLE_MS - 3000);
    await expect(warning(kiosk), 'and the time begins anew').toHaveCount(0);
  });
}

test('X1 · one may stay any number of times', async ({ kiosk }) => {
  await isAskedAt(kiosk);
  for (let time = 0; time < 12; time += 1) {
    await passes(kiosk, 25_000);
    await kiosk.page.keyboard.press('Enter');
    await expect(warning(kiosk)).toHaveCount(0);
    await passes(kiosk, IDLE_MS + 1000);
    await expect(warning(kiosk)).toBeVisible();
  }
});

const acts: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'a touch': (page) => page.touchscreen.tap(540, 1000),
  'a key': (page) => page.keyboard.press('Shift'),
  'scrolling by hand': async (page) => {
    await page.mouse.wheel(0, 100);
  },
  'a mouse that is moved': async (page) => {
    await page.mouse.move(300, 300);
    await page.mouse.move(340, 300);
    await page.mouse.move(380, 300);
  },
};

for (const [name, act] of Object.entries(acts)) {
  test(`X1 · ${name} is somebody: nobody is asked`, async ({ kiosk }) => {
    await opensOnAStoppedClock(kiosk, '#/page/neuroblastoma-came-back');
    for (let time = 0; time < 4; time += 1) {
      await passes(kiosk, 80_000);
      await act(kiosk.page);
    }
    await expect(warning(kiosk)).toHaveCount(0);
  });
}

test('X1 · a mouse that trembles, a key that something lies on, and frames that go on are nobody', async ({
  kiosk,
}) => {
  await opensOnAStoppedClock(kiosk, '#/home');
  const cdp = await kiosk.page.context().newCDPSession(kiosk.page);
  await kiosk.page.mouse.move(300, 300);
  for (let time = 0; time < 92; time += 1) {
    await kiosk.page.mouse.move(300 + (time % 3), 300);
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      autoRepeat: time > 0,
      key: 'Shift',
      code: 'ShiftLeft',
    });
    await passes(kiosk, 1000);
  }
  await expect(warning(kiosk)).toBeVisible();
});

test('X1, D9 · the question stands on the cover, tells nothing of the page, and the answer does not lift it', async ({
  kiosk,
}) => {
  await opensOnAStoppedClock(kiosk, '#/page/neuroblastoma-came-back/trials');
  await kiosk.button(words.text('header.cover')).tap();
  await expect(kiosk.cover).toBeVisible();
  for (const act of [(page: Page) => page.keyboard.press('x'), (page: Page) => page.touchscreen.tap(30, 30)]) {
    await passes(kiosk, IDLE_MS + 1000);
    await expect(answer(kiosk)).toBeFocused();
    const seen = await kiosk.page.evaluate(() => {
      const root = document.querySelector('kiosk-app')?.shadowRoot;
      return [0.02, 0.5, 0.98].flatMap((x) =>
        [0.02, 0.5, 0.98].map((y) => root?.elementFromPoint(innerWidth * x, innerHeight * y)?.localName),
      );
    });
    expect(new Set(seen)).toEqual(new Set(['kiosk-still-here']));
    expect(await warning(kiosk).evaluate((host) => getComputedStyle(host, '::before').opacity)).toBe('1');
    await act(kiosk.page);
    await expect(warning(kiosk)).toHaveCount(0);
    await expect(kiosk.cover).toBeVisible();
    await expect(kiosk.cover.getByRole('button')).toBeFocused();
  }
});

test('X1, D9 · nothing beneath is reached by Tab or told to assistive technology', async ({ kiosk }) => {
  await isAskedAt(kiosk);
  const cdp = await kiosk.page.context().newCDPSession(kiosk.page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const told = nodes.filter(
    ({ ignored, role }) => !ignored && ['button', 'heading', 'link'].includes(String(role?.value)),
  );
  expect(told.map(({ name }) => String(name?.value))).toEqual([words.text('idle.title'), words.text('idle.stay')]);
});

test('X1, R7 · by ear it is said: the question, what happens, what to press, how long is left', async ({ kiosk }) => {
  await listen(kiosk.page);
  await opensOnAStoppedClock(kiosk, '#/welcome');
  await kiosk.button(words.text('ways.guidance')).tap();
  await expect(caption(kiosk)).toContainText(words.text('guide.welcome').slice(0, 20));
  await passes(kiosk, 2 * IDLE_MS);
  await expect(warning(kiosk), 'nobody is asked while a voice is heard').toHaveCount(0);
  await expect(caption(kiosk)).toHaveText('', { timeout: 30_000 });
  const before = (await playsOf(kiosk.page)).length;
  await passes(kiosk, IDLE_MS + 1000);
  await expect(caption(kiosk)).toContainText(words.text('idle.title'));
  await expect(caption(kiosk)).toContainText(words.text('idle.stay'));
  await expect(caption(kiosk)).toContainText(words.text('idle.what'));
  await expect(caption(kiosk)).toContainText(words.text('cover.back'));
  await expect.poll(async () => (await playsOf(kiosk.page)).length).toBeGreaterThan(before);
  await expect(caption(kiosk)).toContainText(words.format('idle.left', { seconds: 30 }));
  await passes(kiosk, 11_000);
  await expect(caption(kiosk), 'the time to answer waits for the voice').toContainText(words.text('idle.stay'));
  await expect(caption(kiosk)).toHaveText('', { timeout: 30_000 });
  await passes(kiosk, 11_000);
  await expect(caption(kiosk), 'and is told as it goes').toHaveText(`${words.format('idle.left', { seconds: 20 })}.`);
  await kiosk.page.keyboard.press('ArrowDown');
  await expect(warning(kiosk)).toHaveCount(0);
  await expect(caption(kiosk), 'where one was is said again').toContainText(words.text('ways.guidance'));
});

test('X1, R1 · somebody who has pages read to them hears the question, and keeps the place', async ({ kiosk }) => {
  await listen(kiosk.page);
  await opensOnAStoppedClock(kiosk, '#/page/neuroblastoma-came-back');
  await kiosk.tool('toolbar.ways').tap();
  await kiosk.choice('ways', 'ways.reading').tap();
  await expect.poll(async () => (await playsOf(kiosk.page)).length).toBeGreaterThan(0);
  await passes(kiosk, 2 * IDLE_MS);
  await expect(warning(kiosk), 'nobody is asked while a voice is heard').toHaveCount(0);
  await kiosk.page.evaluate(() => {
    const reading = new CustomEvent('kiosk-reading', { detail: 'pause' });
    document.querySelector('kiosk-app')?.dispatchEvent(reading);
  });
  const before = (await playsOf(kiosk.page)).length;
  await passes(kiosk, IDLE_MS + 1000);
  await expect(warning(kiosk)).toBeVisible();
  await expect.poll(async () => (await playsOf(kiosk.page)).length).toBeGreaterThan(before);
  await kiosk.page.keyboard.press('x');
  await expect(warning(kiosk)).toHaveCount(0);
  await expect.poll(() => kiosk.page.evaluate(() => CSS.highlights.get('spoken-sentence')?.size ?? 0)).toBe(1);
});

test('X1, I5 · scanning waits while it asks, and any press of the switch stays', async ({ kiosk }) => {
  await opensOnAStoppedClock(kiosk, '#/welcome');
  await kiosk.page.keyboard.down('Space');
  await passes(kiosk, 2100);
  await kiosk.page.keyboard.up('Space');
  const frame = kiosk.page.locator('kiosk-scan-frame .frame');
  await passes(kiosk, 500);
  await expect(frame).toBeVisible();
  await passes(kiosk, IDLE_MS);
  await expect(answer(kiosk)).toBeFocused();
  await passes(kiosk, 5000);
  await expect(frame).toHaveCount(0);
  await kiosk.page.keyboard.press('Space');
  await expect(warning(kiosk)).toHaveCount(0);
  await expect(kiosk.title).toHaveText(words.text('ways.title'));
  await passes(kiosk, 1000);
  await expect(frame).toBeVisible();
});

test('X1 · the attract screen asks nobody, and the first-use card states the limit', async ({ kiosk }) => {
  await kiosk.page.clock.install({ time: new Date('2026-03-04T10:00:00Z') });
  await kiosk.opens();
  await kiosk.page.clock.pauseAt(new Date('2026-03-04T11:00:00Z'));
  await passes(kiosk, 10 * IDLE_MS);
  await expect(kiosk.attract).toBeVisible();
  await expect(warning(kiosk)).toHaveCount(0);
  await kiosk.touchesTheScreen();
  await expect(kiosk.page.locator('kiosk-welcome')).toContainText(
    words.format('welcome.limit', { quiet: 90, answer: 30 }),
  );
});

test('X1, O1 · a site sets its own times, states them, and may do without the sound', async ({
  page,
  kiosk,
  watch,
}) => {
  const settings = { visit: { idleSeconds: 60, warningSeconds: 90 }, sound: { chime: false } };
  await countsTones(page);
  await withSite(settings, { page, watch }, async ({ url }) => {
    await page.clock.install({ time: new Date('2026-03-04T10:00:00Z') });
    await page.goto(url);
    await kiosk.attract.waitFor();
    await page.clock.pauseAt(new Date('2026-03-04T11:00:00Z'));
    await kiosk.touchesTheScreen();
    await expect(page.locator('kiosk-welcome')).toContainText(words.format('welcome.limit', { quiet: 60, answer: 90 }));
    await passes(kiosk, 61_000);
    await expect(warning(kiosk)).toContainText(words.format('idle.left', { seconds: 90 }));
    await passes(kiosk, 80_000);
    await expect(warning(kiosk)).toBeVisible();
    await passes(kiosk, 20_000);
    await expect(kiosk.attract).toBeVisible();
    expect(await tones(page)).toBe(0);
  });
});

test('X1, X2 · End my visit is always there, and ends it at once', async ({ kiosk }) => {
  for (const address of ['#/welcome', '#/home', '#/search', '#/page/neuroblastoma-came-back', '#/nothing-here']) {
    await kiosk.opens(address);
    await expect(kiosk.tool('toolbar.end')).toBeInViewport({ ratio: 1 });
  }
  await kiosk.endsTheVisit();
  await expect(kiosk.attract).toBeVisible();
});

test('C8 · by a clock that is before the content was built, nothing is withdrawn', async ({ page, watch, kiosk }) => {
  await withSite({ review: { withdrawAfterDays: 0 } }, { page, watch }, async ({ url }) => {
    await page.clock.setFixedTime(new Date('2026-09-01T10:00:00Z'));
    await page.goto(`${url}#/page/neuroblastoma-came-back`);
    await expect(kiosk.title).toHaveText(/^Neuroblastoma that/);
    await page.clock.setFixedTime(new Date('2099-09-01T10:00:00Z'));
    await page.goto(`${url}#/home`);
    // Two addresses at once are one: the page would stay as it is.
    await expect(kiosk.title).toHaveText(words.text('home.title'));
    await page.goto(`${url}#/page/neuroblastoma-came-back`);
    await expect(kiosk.title).toHaveText(words.text('withdrawn.title'));
  });
});

/** Counts the tones that are sounded, from the next load on. */
const countsTones = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const sounded: number[] = [];
    Object.assign(window, { sounded });
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the node below
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (this: OscillatorNode, when?: number) {
      sounded.push(this.frequency.value);
      start.call(this, when);
    };
  });

const tones = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { readonly sounded: readonly number[] }).sounded.length);

test('X1, R8 · a short soft sound comes once with the question', async ({ kiosk }) => {
  await countsTones(kiosk.page);
  await isAskedAt(kiosk);
  const once = await tones(kiosk.page);
  await passes(kiosk, 10_000);
  expect(await tones(kiosk.page)).toBe(once);
  await kiosk.page.keyboard.press('x');
  await passes(kiosk, IDLE_MS + 1000);
  expect(await tones(kiosk.page)).toBe(once + 2);
});
