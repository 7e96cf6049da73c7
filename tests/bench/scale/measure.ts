/** The same work on libraries of 10, 1,000 and 10,000 pages (B5, S4): what must stay flat, and what may grow. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundlePaths } from '../../../content/format/paths.ts';
import type { Figure } from '../figures.ts';
import { measureBuilds } from './measure-builds.ts';
import { type BundleTimes, measureBundle } from './measure-bundle.ts';
import { type SearchInPage, searchInPage } from './measure-search.ts';
import { memoryOfKiosk } from './memory.ts';
import { createRandom } from './random.ts';
import { pageId, writeContent } from './write-content.ts';

/** The sizes the product promises. */
export const SIZES: readonly number[] = [10, 1000, 10_000];

const PAGES_READ = 300;
const PAGES_FETCHED = 60;

/** How much longer something may take at 10,000 pages and still be called flat: the noise of a busy machine. */
const FLAT = 2;
const SEARCH_MS = 10;

/** Two frames at 60 Hz: a frame was drawn in time, or the very next one. */
const TWO_FRAMES_MS = 34;

const GROWTH_MB = 40;

/** What one library's size came to. */
interface Measured extends BundleTimes {
  readonly pages: number;
  readonly builds: readonly Figure[];
  readonly memoryMb: number | undefined;
  readonly inPage: SearchInPage;
}

/** Reads sizes as they are typed, `10,300`. */
export const sizesOf = (typed: string): readonly number[] => {
  const sizes = typed.split(',').map(Number);
  if (sizes.every((size) => Number.isInteger(size) && size > 0)) return sizes;
  throw new Error(`“${typed}” are no sizes; give whole numbers of pages with commas between them, smallest first.`);
};

/**
 * Measures libraries of these sizes, smallest first.
 *
 * @param tell - hears what is being measured, since it takes minutes
 */
export const scale = async (sizes: readonly number[], tell: (line: string) => void): Promise<readonly Figure[]> => {
  const measured: Measured[] = [];
  for (const pages of sizes) measured.push(await measure(pages, tell));
  return [...measured.flatMap(toldOf), ...comparedOf(measured)];
};

const measure = async (pages: number, tell: (line: string) => void): Promise<Measured> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-scale-'));
  try {
    const outDir = join(folder, 'bundle');
    tell(`${nameOf(pages)}: writing`);
    const rareWords = await writeContent(join(folder, 'content'), pages);
    tell(`${nameOf(pages)}: building, three times`);
    const builds = await measureBuilds(folder, nameOf(pages));
    tell(`${nameOf(pages)}: opening, reading, searching, verifying`);
    const random = createRandom(1);
    const some = Array.from({ length: PAGES_READ }, () => pageId(random.below(pages)));
    const times = await measureBundle(outDir, some, rareWords);
    const paths = some.slice(0, PAGES_FETCHED).map((id) => bundlePaths.document('en-GB', `pages/${id}`));
    const memoryMb = await memoryOfKiosk(outDir, folder, paths);
    return { pages, builds, ...times, memoryMb, inPage: await searchInPage(outDir, rareWords) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const nameOf = (pages: number): string => `${pages.toLocaleString('en-GB')} pages`;

/** What one size came to. */
const toldOf = ({ pages, builds, memoryMb, inPage, ...times }: Measured): readonly Figure[] => {
  const figure = (what: string, value: number, unit: Figure['unit'], how: string): Figure => ({
    what: `${nameOf(pages)}: ${what}`,
    value,
    unit,
    how,
  });
  return [
    ...builds,
    figure('opening the bundle', times.open, 'ms', 'p10'),
    figure('the first page and its narration, read and checked', times.firstPage, 'ms', 'p10 of fresh openings'),
    figure('any page and its narration, read and checked', times.anyPage, 'ms', `p95 of ${String(PAGES_READ)}`),
    figure('a search, in Node', times.search, 'ms', 'p95 of words, beginnings, slips, pairs'),
    { ...figure('a search, after each letter, in the page', inPage.keystrokeMs, 'ms', inPage.how), budget: SEARCH_MS },
    {
      ...figure('between two frames while the index loads', inPage.longestFrameMs, 'ms', 'longest; median of 5 pages'),
      budget: TWO_FRAMES_MS,
    },
    figure('until the index is in the page whole', inPage.loadedMs, 'ms', 'median of 5 pages; searching need not wait'),
    figure('the page’s heap with the index in it', inPage.heapMb, 'MB', 'used, after collection; median of 5 pages'),
    figure('verifying every file', times.verifySeconds, 's', 'one run'),
    ...(memoryMb === undefined ? [] : [figure('the kiosk in memory', memoryMb, 'MB', 'resident size')]),
  ];
};

/** What must not grow: the largest library against the smallest. */
const comparedOf = (measured: readonly Measured[]): readonly Figure[] => {
  const [small] = measured;
  const large = measured.at(-1);
  if (small === undefined || large === undefined) throw new Error('No library was measured.');
  const how = `${nameOf(large.pages)} against ${String(small.pages)}`;
  const grows = (what: string, value: (one: Measured) => number): Figure => ({
    what,
    value: value(large) / value(small),
    unit: '×',
    budget: FLAT,
    how,
  });
  const memory = (large.memoryMb ?? 0) - (small.memoryMb ?? 0);
  return [
    grows('opening the bundle', ({ open }) => open),
    grows('reading the first page', ({ firstPage }) => firstPage),
    ...(large.memoryMb === undefined
      ? []
      : [{ what: 'growth of the kiosk in memory', value: memory, unit: 'MB', budget: GROWTH_MB, how } as const]),
  ];
};
