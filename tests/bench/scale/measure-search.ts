/** Searching in the page, letter by letter, as a visitor does (S4). */
import { probe } from '../../support/in-page.ts';
import { withKioskAndBrowser } from '../../support/kiosk-with-browser.ts';
import type * as probes from '../../support/probes/search.ts';
import { weighPage } from '../../support/weights.ts';
import { median, percentile } from '../figures.ts';

const LANGUAGE = 'en-GB';
const WORDS_TYPED = 60;
const PAGES_OPENED = 5;

export interface SearchInPage {
  /** After one letter: 95 of 100 take no longer. */
  readonly keystrokeMs: number;
  readonly longestFrameMs: number;
  /** Until the index is in the page whole, in milliseconds. */
  readonly loadedMs: number;
  /** The page's heap with the index in it, in megabytes. */
  readonly heapMb: number;
  readonly how: string;
}

/** Measures over the library of a bundle, with words of it. */
export const searchInPage = (bundleDir: string, words: readonly string[]): Promise<SearchInPage> =>
  withKioskAndBrowser(
    async ({ browser, url }) => {
      const texts = words.slice(0, WORDS_TYPED).flatMap(lettersOf);
      const keystrokes: number[] = [];
      const frames: number[] = [];
      const loads: number[] = [];
      const heaps: number[] = [];
      for (let opened = 0; opened < PAGES_OPENED; opened += 1) {
        const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
        const page = await context.newPage();
        await page.goto(`${url}#/home`);
        await page.locator('kiosk-home').waitFor();
        const times = await probe<typeof probes, 'searchTimes'>(page, 'search', 'searchTimes', LANGUAGE, texts);
        keystrokes.push(percentile(times.eachMs, 95));
        frames.push(times.longestFrameMs);
        loads.push(times.loadedMs);
        heaps.push((await weighPage(await context.newCDPSession(page))).heapBytes / 1e6);
        await context.close();
      }
      const how = `p95 of ${String(texts.length)} letters; median of ${String(PAGES_OPENED)} pages`;
      return {
        keystrokeMs: median(keystrokes),
        longestFrameMs: median(frames),
        loadedMs: median(loads),
        heapMb: median(heaps),
        how,
      };
    },
    ['--bundle', bundleDir],
  );

/** What stands in the field after each letter of a word. */
const lettersOf = (word: string): readonly string[] => Array.from(word, (_letter, index) => word.slice(0, index + 1));
