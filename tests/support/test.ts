/**
 * The browser tests' own `test`: a kiosk to use by touch or by keyboard, on a page that is watched.
 * A test fails on any console error, uncaught error, failed request, or request that leaves the kiosk.
 */
import { expect, test as base } from 'playwright/test';
import { browserArguments } from './find-or-install-browser.ts';
import { type Hand, hands } from './hands.ts';
import { Kiosk } from './kiosk.ts';
import { getSurroundings } from './surroundings.ts';
import { type Watch, watchPage } from './watch.ts';

interface Fixtures {
  /** Which kiosk the test uses: the shared one, unless a test file says otherwise. */
  readonly kioskUrl: string;
  readonly watch: Watch;
  /** The kiosk in each hand; both are the same page. */
  readonly inHand: (hand: Hand) => Kiosk;
  /** The kiosk, used by touch. */
  readonly kiosk: Kiosk;
}

export const test = base.extend<Fixtures>({
  launchOptions: [
    ({ playwright: _playwright }, use) =>
      use({ executablePath: getSurroundings().browser, args: [...browserArguments] }),
    { scope: 'worker' },
  ],
  kioskUrl: [({ locale: _locale }, use) => use(getSurroundings().url), { option: true }],
  watch: [
    async ({ page, kioskUrl }, use) => {
      const watch = watchPage(page, kioskUrl);
      await use(watch);
      expect(watch.troubles(), 'nothing went wrong on the page, and no request left the kiosk').toEqual([]);
    },
    { auto: true },
  ],
  inHand: ({ page, kioskUrl, watch }, use) => use((hand) => new Kiosk(page, hand, kioskUrl, watch)),
  kiosk: ({ inHand }, use) => use(inHand(hands.touch)),
});

/** One journey, told once and done twice: by touch alone and by keyboard alone. */
export const bothWays = (title: string, journey: (kiosk: Kiosk) => Promise<void>): void => {
  for (const hand of Object.values(hands)) {
    test(`${title} – by ${hand.name}`, ({ inHand }) => journey(inHand(hand)));
  }
};

export { expect };
