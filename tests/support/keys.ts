/** Keys as a keyboard sends them when one is held down. */
import type { CDPSession } from 'playwright/test';

/** Presses Enter, lets it repeat so many times, and releases it. */
export const holdsEnter = async (cdp: CDPSession, repeats: number): Promise<void> => {
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' };
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', ...enter });
  for (let repeat = 0; repeat < repeats; repeat += 1) {
    await cdp.send('Input.dispatchKeyEvent', { type: 'keyDown', autoRepeat: true, ...enter });
  }
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
};
