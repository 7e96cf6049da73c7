/** Many hands on one screen: touches and keys in hundreds, anywhere, by one finger or ten, as fast as a browser takes them. */
import type { CDPSession } from 'playwright/test';
import { passedKeys, refusedChords } from '../../renderer/lockdown/keys.ts';
import { type Random, createRandom } from '../bench/scale/random.ts';
import { expect, test } from '../support/test.ts';
import { weighPage } from '../support/weights.ts';

const KEYS: readonly string[] = [...Object.values(passedKeys).flat(), ...refusedChords.flatMap(({ keys }) => keys)];
const SIZE = { width: 1080, height: 1920 };
const SEED = 20_261;
const STRIKES = 300;
/** So many are sent at once: 10,000 a minute are more than could be waited for one by one. */
const AT_ONCE = 25;

/** A hand puts down one to ten fingers and takes them away, or presses a key, without looking where. */
const strike = (cdp: CDPSession, random: Random): readonly Promise<unknown>[] => {
  if (random.below(10) < 3) {
    const key = random.pick(KEYS);
    return (['rawKeyDown', 'keyUp'] as const).map((type) => cdp.send('Input.dispatchKeyEvent', { type, key }));
  }
  const fingers = random.below(10) < 7 ? 1 : 1 + random.below(10);
  const touchPoints = Array.from({ length: fingers }, (_none, id) => ({
    id,
    x: random.below(SIZE.width),
    y: random.below(SIZE.height),
  }));
  const ends = random.below(20) === 0 ? 'touchCancel' : 'touchEnd';
  return [
    cdp.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints }),
    cdp.send('Input.dispatchTouchEvent', { type: ends, touchPoints: [] }),
  ];
};

test('L4, I1 · hundreds of touches and keys anywhere leave a page that goes on, and nothing behind', async ({
  kiosk,
  page,
}) => {
  test.setTimeout(120_000);
  const cdp = await page.context().newCDPSession(page);
  await kiosk.opens('#/home');
  await page.evaluate(() => Object.assign(window, { isTheSamePage: true }));
  const storm = async () => {
    const random = createRandom(SEED);
    for (let struck = 0; struck < STRIKES; struck += AT_ONCE)
      await Promise.all(Array.from({ length: AT_ONCE }, () => strike(cdp, random)).flat());
    // Whatever is open by now, a visit that begins anew is as it always is.
    await page.evaluate(() => (location.hash = '#/search'));
    await page.evaluate(() => (location.hash = '#/home'));
    await expect(kiosk.title).toBeVisible();
    return weighPage(cdp);
  };
  const first = await storm();
  const second = await storm();
  expect(await page.evaluate(() => 'isTheSamePage' in window), 'it never left, and was never loaded again').toBe(true);
  expect(second.documents).toBe(first.documents);
  // Another screen may be open than after the first storm; what every strike left behind would be hundreds of each.
  expect(second.nodes - first.nodes, 'elements held').toBeLessThan(STRIKES * 5);
  expect(second.listeners - first.listeners, 'listeners held').toBeLessThan(STRIKES / 2);
  expect(second.heapBytes - first.heapBytes, 'bytes held').toBeLessThan(4_000_000);
});
