/** Runs in the page: how long the kiosk's own search takes over the index of the kiosk that serves the page. */
import { Search } from '../../../renderer/search/search.ts';
import { Documents } from '../../../renderer/visit/documents.ts';

export interface SearchTimes {
  /** The longest time between two frames while the index loads, in milliseconds. */
  readonly longestFrameMs: number;
  /** Until all of the index is in the page, in milliseconds. */
  readonly loadedMs: number;
  /** Of each text, in their order, in milliseconds. */
  readonly eachMs: readonly number[];
}

const nextFrame = (): Promise<number> => new Promise((drawn) => requestAnimationFrame(drawn));

/** Draws frames while something is being done, and a few more. */
const longestFrameDuring = async (work: Promise<unknown>): Promise<number> => {
  const gaps: number[] = [];
  const done = work.then(() => 'done');
  for (let last = await nextFrame(), left = 3; left > 0;) {
    const now = await nextFrame();
    gaps.push(now - last);
    last = now;
    if ((await Promise.race([done, Promise.resolve('working')])) === 'done') left -= 1;
  }
  return Math.max(...gaps);
};

/** Searches for one text after another, as they come about letter by letter. */
export const searchTimes = async (language: string, texts: readonly string[]): Promise<SearchTimes> => {
  const documents = new Documents(language);
  const search = new Search(documents.searchFiles);
  // So that the page can be weighed with it afterwards.
  Object.assign(window, { search });
  const begunMs = performance.now();
  const longestFrameMs = await longestFrameDuring(search.prepare());
  const loadedMs = performance.now() - begunMs;
  const eachMs: number[] = [];
  for (const text of texts) {
    const begun = performance.now();
    await search.find(text);
    eachMs.push(performance.now() - begun);
  }
  return { longestFrameMs, loadedMs, eachMs };
};
