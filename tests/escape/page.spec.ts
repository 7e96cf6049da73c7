/**
 * Each attempt made in a page, on the kiosk and then on an ordinary page. On the second it has to succeed:
 * an attempt that nothing would let through proves nothing.
 */
import { expect, test as base } from 'playwright/test';
import { lockedSwitches } from '../../build/preview/browser-flags.ts';
import { browserArguments } from '../support/find-or-install-browser.ts';
import { getSurroundings } from '../support/surroundings.ts';
import { type Grounds, openGrounds } from './grounds.ts';
import { handAttempts } from './hand-attempts.ts';
import { openOutside, type Outside } from './outside.ts';
import { scriptAttempts } from './script-attempts.ts';
import { noteTried } from './tried.ts';

interface Places {
  readonly outside: Outside;
  readonly kiosk: Grounds;
  readonly ordinary: Grounds;
}

/** Cameras and microphones that are none, so that there is something to be refused. */
const pretended = ['--use-fake-device-for-media-stream'];

/** The browser is started with all that the browser shell starts it with, but for its window and profile. */
const test = base.extend<object, Places>({
  launchOptions: [
    ({ playwright: _playwright }, use) =>
      use({ executablePath: getSurroundings().browser, args: [...browserArguments, ...lockedSwitches, ...pretended] }),
    { scope: 'worker' },
  ],
  outside: [
    async ({ playwright: _playwright }, use) => {
      await using outside = await openOutside();
      await use(outside);
    },
    { scope: 'worker' },
  ],
  kiosk: [
    async ({ browser, outside }, use) => {
      const viewport = { width: 1080, height: 1920 };
      const { url } = getSurroundings();
      await use(
        await openGrounds(browser, {
          name: 'kiosk',
          url,
          viewport,
          outside,
          ready: (page) => page.locator('kiosk-attract').waitFor(),
        }),
      );
    },
    { scope: 'worker' },
  ],
  ordinary: [
    async ({ browser, outside }, use) => {
      const url = `${outside.url}ordinary`;
      await use(await openGrounds(browser, { name: 'ordinary', url, outside, ready: () => Promise.resolve() }));
    },
    { scope: 'worker' },
  ],
});

/** An ordinary page has to be left, however busy the machine is. */
const PATIENCE_MS = 10_000;

for (const attempt of [...handAttempts, ...scriptAttempts]) {
  test(`${attempt.products}, Q4 · ${attempt.id}: ${attempt.what}`, async ({ kiosk, ordinary }) => {
    const held = await kiosk.make(attempt);
    await noteTried({ ...attempt, ...held });
    expect(held, 'the kiosk holds').toMatchObject({ gotOut: false });
    const patienceMs = attempt.heldAnyway === undefined ? PATIENCE_MS : 0;
    expect(await ordinary.make(attempt, patienceMs), attempt.heldAnyway ?? 'an ordinary page does not').toMatchObject({
      gotOut: attempt.heldAnyway === undefined,
    });
  });
}
