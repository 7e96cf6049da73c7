/** Ears and eyes for reading aloud: which clips were played, and what was highlighted at the media clock. */
import { type Page, expect } from 'playwright/test';

/** What was seen in one frame while a clip played. */
export interface Frame {
  /** The clip's path in the bundle: `audio/ab/….ogg`. */
  readonly clip: string;
  /** The media clock, in milliseconds. */
  readonly timeMs: number;
  /** The passage's key, and where the highlights begin in its plain text; `null` where there is none. */
  readonly passage: string | null;
  readonly sentence: number | null;
  readonly word: number | null;
}

interface Sound {
  readonly clip: string;
  readonly paused: boolean;
  readonly timeMs: number;
  readonly rate: number;
  readonly volume: number;
  readonly keepsPitch: boolean;
}

interface Recording {
  plays: string[];
  frames: Frame[];
  element: HTMLMediaElement | null;
  /** Every element that was ever played. */
  all: HTMLMediaElement[];
  /** The most of them that were heard in one frame. */
  most: number;
}

declare global {
  interface Window {
    alongsideEars: Recording;
  }
}

/** Listens from the next load on: every clip that is played, and every frame of it. */
export const listen = async (page: Page): Promise<void> => {
  await page.addInitScript(() => {
    const recording: Recording = { plays: [], frames: [], element: null, all: [], most: 0 };
    window.alongsideEars = recording;
    const clipOf = (element: HTMLMediaElement): string => element.src.replace(/^.*\/content\//, '');
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called on the element below
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      recording.element = this;
      if (!recording.all.includes(this)) recording.all.push(this);
      recording.plays.push(clipOf(this));
      return play.call(this);
    };
    const rangeOf = (name: string): Range | undefined => {
      const [range] = CSS.highlights.get(name) ?? [];
      return range instanceof Range ? range : undefined;
    };
    /** Where a range begins in its passage's plain text, which stands in `.run` elements. */
    const offsetOf = (range: Range | undefined): { passage: string; offset: number } | null => {
      const passage = range?.startContainer.parentElement?.closest('[data-passage]');
      if (range === undefined || passage === null || passage === undefined) return null;
      let offset = range.startOffset;
      const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null && node !== range.startContainer; node = walker.nextNode()) {
        if (node.parentElement?.matches('.run, .run *') === true) offset += node.textContent?.length ?? 0;
      }
      return { passage: passage.getAttribute('data-passage') ?? '', offset };
    };
    const look = (): void => {
      const { element, all } = recording;
      const heard = all.filter((each) => !each.paused && !each.ended && each.currentTime > 0);
      recording.most = Math.max(recording.most, heard.length);
      if (element !== null && !element.paused && !element.ended) {
        const sentence = offsetOf(rangeOf('spoken-sentence'));
        recording.frames.push({
          clip: clipOf(element),
          timeMs: element.currentTime * 1000,
          passage: sentence?.passage ?? null,
          sentence: sentence?.offset ?? null,
          word: offsetOf(rangeOf('spoken-word'))?.offset ?? null,
        });
      }
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
};

/** The clips played so far, in order. */
export const playsOf = (page: Page): Promise<readonly string[]> => page.evaluate(() => window.alongsideEars.plays);

export const framesOf = (page: Page): Promise<readonly Frame[]> => page.evaluate(() => window.alongsideEars.frames);

/** The clip that was played last. */
export const soundOf = (page: Page): Promise<Sound | null> =>
  page.evaluate(() => {
    const { element } = window.alongsideEars;
    return element === null
      ? null
      : {
          clip: element.src.replace(/^.*\/content\//, ''),
          paused: element.paused,
          timeMs: element.currentTime * 1000,
          rate: element.playbackRate,
          volume: element.volume,
          keepsPitch: element.preservesPitch,
        };
  });

/** Waits until a clip can be heard. */
export const hears = async (page: Page): Promise<void> => {
  await expect.poll(async () => (await soundOf(page))?.timeMs ?? 0, 'a clip is playing').toBeGreaterThan(0);
};

/** Whether anything is highlighted. */
export const isHighlighted = (page: Page): Promise<boolean> =>
  page.evaluate(() => ['spoken-sentence', 'spoken-word'].some((name) => (CSS.highlights.get(name)?.size ?? 0) > 0));

/** The box of the highlighted sentence on the screen, and the window it is read in. */
export const spokenBox = (page: Page) =>
  page.locator('kiosk-app').evaluate((app) => {
    const [range] = CSS.highlights.get('spoken-sentence') ?? [];
    const window = app.shadowRoot?.querySelector('.scroller')?.getBoundingClientRect();
    if (!(range instanceof Range) || window === undefined) return null;
    const { top, bottom } = range.getBoundingClientRect();
    return { top, bottom, windowTop: window.top, windowBottom: window.bottom };
  });

/** The most voices that were heard in one frame since the page was loaded. */
export const voicesAtOnce = (page: Page): Promise<number> => page.evaluate(() => window.alongsideEars.most);
