/** How long a kiosk takes for a bundle: to open it, to read a page of it, to search it, to check it whole. */
import { bundlePaths } from '../../../content/format/paths.ts';
import { MANY_AT_ONCE, checkWhole } from '../../../electron/host/bundle/check-whole.ts';
import { type Bundle, openBundle } from '../../../electron/host/bundle/open-bundle.ts';
import { Search } from '../../../renderer/search/search.ts';
import { searchFilesFrom } from '../../support/search-files.ts';
import { percentile } from '../figures.ts';

const LANGUAGE = 'en-GB';
const OPENINGS = 31;

/** Openings that are not counted: the first of a process also load and translate the code. */
const UNCOUNTED = 20;

/** What is compared between libraries is what one time in ten does not exceed: other work disturbs the rest. */
const UNDISTURBED = 10;

/** In milliseconds, but for the last. */
export interface BundleTimes {
  readonly open: number;
  /** The first page a kiosk reads, with its narration: no listing is in memory. */
  readonly firstPage: number;
  /** Any page, after many others: 95 of 100 take no longer. */
  readonly anyPage: number;
  readonly search: number;
  readonly verifySeconds: number;
}

/** Measures a bundle. @param pages - ids of pages to read, in no order @param words - to search for */
export const measureBundle = async (
  outDir: string,
  pages: readonly string[],
  words: readonly string[],
): Promise<BundleTimes> => {
  const pageAt = (index: number): string => pages[index % pages.length] ?? '';
  const opened: number[] = [];
  const first: number[] = [];
  for (let index = 0; index < UNCOUNTED + OPENINGS; index += 1) {
    const begun = performance.now();
    const bundle = await openBundle(outDir);
    const between = performance.now();
    await readPage(bundle, pageAt(index));
    if (index >= UNCOUNTED) {
      opened.push(between - begun);
      first.push(performance.now() - between);
    }
  }
  const bundle = await openBundle(outDir);
  const any = await timesOf(pages, (page) => readPage(bundle, page));
  const search = new Search(searchFilesFrom((name) => readJson(bundle, bundlePaths.document(LANGUAGE, name))));
  await search.prepare();
  const searches = await timesOf(questions(words), (question) => search.find(question));
  const [verify = 0] = await timesOf([outDir], verifyWhole);
  return {
    open: percentile(opened, UNDISTURBED),
    firstPage: percentile(first, UNDISTURBED),
    anyPage: percentile(any, 95),
    search: percentile(searches, 95),
    verifySeconds: verify / 1000,
  };
};

const timesOf = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<unknown>,
): Promise<readonly number[]> => {
  const times: number[] = [];
  for (const item of items) {
    const begun = performance.now();
    await work(item);
    times.push(performance.now() - begun);
  }
  return times;
};

const readPage = (bundle: Bundle, page: string): Promise<unknown> =>
  Promise.all([
    readJson(bundle, bundlePaths.document(LANGUAGE, `pages/${page}`)),
    readJson(bundle, bundlePaths.narration(LANGUAGE, `pages/${page}`)),
  ]);

const readJson = async (bundle: Bundle, path: string): Promise<unknown> => {
  const bytes = await bundle.read(path);
  if (bytes === undefined) throw new Error(`${path} is not listed`);
  return JSON.parse(bytes.toString('utf8'));
};

/** Whole words, beginnings, slips and pairs, as people type them. */
const questions = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, index) => {
    const other = words[(index + 1) % words.length] ?? '';
    return [word, word.slice(0, 3), `${word.slice(0, 2)}x${word.slice(2)}`, `${word} ${other}`];
  });

const verifyWhole = async (outDir: string): Promise<void> => {
  const { files, manifest } = await openBundle(outDir);
  for await (const { fault } of checkWhole(files, manifest, MANY_AT_ONCE)) if (fault !== undefined) throw fault;
};
