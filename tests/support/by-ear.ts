/** Going by ear: what is said is also the caption, and a key at a time leads on. */
import { expect, type Locator } from 'playwright/test';
import { sendsKey } from './hands.ts';
import type { Kiosk } from './kiosk.ts';

export const caption = (kiosk: Kiosk): Locator => kiosk.page.locator('kiosk-caption p');

/** More than any screen has stops. */
const MOST_STEPS = 120;

/**
 * Goes on, key by key, until what is said has these words in it.
 *
 * @returns all that was said on the way; the last has the words
 */
export const goesOnTo = async (kiosk: Kiosk, wanted: string, key = 'AudioVolumeDown'): Promise<readonly string[]> => {
  const heard: string[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const before = await caption(kiosk).textContent();
    await sendsKey(kiosk.page, key);
    await expect(caption(kiosk)).not.toHaveText(before ?? '');
    await expect(caption(kiosk)).not.toHaveText('');
    const said = (await caption(kiosk).textContent()) ?? '';
    if (said.includes(wanted)) return [...heard, said];
    heard.push(said);
  }
  throw new Error(`‘${wanted}’ was never said. Heard: ${heard.join(' | ')}`);
};
