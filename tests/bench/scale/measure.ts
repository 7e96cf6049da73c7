/** The same work on libraries of 10, 1,000 and 10,000 pages (B5, S4): what must stay flat, and what may grow. */
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildBundle } from '../../../build/content-compiler/build-bundle.ts';
import { bundlePaths } from '../../../content/format/paths.ts';
import { MANY_AT_ONCE, checkWhole } from '../../../electron/host/bundle/check-whole.ts';
import { openBundle } from '../../../electron/host/bundle/open-bundle.ts';
import { Search } from '../../../renderer/search/search.ts';
import { type Figure, median, percentile } from '../figures.ts';
import { memoryOfKiosk } from './memory.ts';
import { createRandom } from './random.ts';
import { renderSilence } from './silent-voice.ts';
import { pageFile, pageId, writeContent } from './write-content.ts';

/** The sizes the product promises. */
export const SIZES: readonly number[] = [10, 1000, 10_000];

const LANGUAGE = 'en-GB';
const OPENINGS = 15;
const PAGES_OPENED = 60;

/** How much longer something may take at 10,000 pages and still be called flat: the noise of a busy machine. */
const FLAT = 2;

/** What one library's size came to. Times in milliseconds unless the name says otherwise. */
interface Measured {
  readonly pages: number;
  readonly buildSeconds: number;
  readonly rebuildSeconds: number;
  readonly verifySeconds: number;
  readonly open: number;
  readonly pageOpen: number;
  readonly search: number;
  readonly memoryMb: number | undefined;
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
  return figuresOf(measured);
};

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1000;
};

const timesOf = async (count: number, work: (index: number) => Promise<unknown>): Promise<readonly number[]> => {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) times.push((await secondsOf(() => work(index))) * 1000);
  return times;
};

const measure = async (pages: number, tell: (line: string) => void): Promise<Measured> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-scale-'));
  try {
    const contentDir = join(folder, 'content');
    const outDir = join(folder, 'bundle');
    const build = () =>
      buildBundle({ contentDir, outDir, cacheDir: join(folder, 'cache'), now: new Date(), renderClips: renderSilence });
    tell(`${String(pages)} pages: writing`);
    const rareWords = await writeContent(contentDir, pages);
    tell(`${String(pages)} pages: building`);
    const buildSeconds = await secondsOf(build);
    await appendFile(join(contentDir, pageFile(0)), '\nOne more sentence.\n');
    tell(`${String(pages)} pages: building again after one page changed`);
    const rebuildSeconds = await secondsOf(build);

    tell(`${String(pages)} pages: opening and searching`);
    const random = createRandom(1);
    const open = median(await timesOf(OPENINGS, () => openBundle(outDir)));
    const bundle = await openBundle(outDir);
    const read = async (path: string): Promise<unknown> => {
      const bytes = await bundle.read(path);
      if (bytes === undefined) throw new Error(`${path} is not listed`);
      return JSON.parse(bytes.toString('utf8'));
    };
    const some = Array.from({ length: PAGES_OPENED }, () => pageId(random.below(pages)));
    const pageOpen = percentile(
      await timesOf(some.length, (index) => {
        const name = `pages/${some[index] ?? ''}` as const;
        return Promise.all([read(bundlePaths.document(LANGUAGE, name)), read(bundlePaths.narration(LANGUAGE, name))]);
      }),
      95,
    );
    const search = new Search((name) => read(bundlePaths.document(LANGUAGE, name)));
    await search.prepare();
    const asked = questions(rareWords);
    const searchTime = percentile(await timesOf(asked.length, (index) => search.find(asked[index] ?? '')), 95);
    tell(`${String(pages)} pages: verifying`);
    const verifySeconds = await secondsOf(() => verify(outDir));
    const paths = some.map((id) => bundlePaths.document(LANGUAGE, `pages/${id}`));
    const memoryMb = await memoryOfKiosk(outDir, folder, paths);
    return { pages, buildSeconds, rebuildSeconds, verifySeconds, open, pageOpen, search: searchTime, memoryMb };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Whole words, beginnings, slips and pairs, as people type them. */
const questions = (words: readonly string[]): readonly string[] =>
  words.flatMap((word, index) => {
    const other = words[(index + 1) % words.length] ?? '';
    return [word, word.slice(0, 3), `${word.slice(0, 2)}x${word.slice(2)}`, `${word} ${other}`];
  });

const verify = async (outDir: string): Promise<void> => {
  const { files, manifest } = await openBundle(outDir);
  for await (const { fault } of checkWhole(files, manifest, MANY_AT_ONCE)) if (fault !== undefined) throw fault;
};

/** What grows is told for information; what must not is compared with the smallest library. */
const figuresOf = (measured: readonly Measured[]): readonly Figure[] => {
  const [small] = measured;
  const large = measured.at(-1);
  if (small === undefined || large === undefined) throw new Error('No library was measured.');
  const told = measured.flatMap(({ pages, ...values }): readonly Figure[] => {
    const at = `${pages.toLocaleString('en-GB')} pages`;
    const seconds = (what: string, value: number): Figure => ({
      what: `${at}: ${what}`,
      value,
      unit: 's',
      how: 'one run',
    });
    return [
      seconds('content build from nothing, voice left out', values.buildSeconds),
      seconds('content build, one page changed', values.rebuildSeconds),
      seconds('verifying every file', values.verifySeconds),
      { what: `${at}: opening the bundle`, value: values.open, unit: 'ms', how: `median of ${String(OPENINGS)}` },
      { what: `${at}: a page and its narration, read and checked`, value: values.pageOpen, unit: 'ms', how: 'p95' },
      {
        what: `${at}: a search`,
        value: values.search,
        unit: 'ms',
        budget: 50,
        how: 'p95 of words, beginnings, slips, pairs',
      },
      ...(values.memoryMb === undefined
        ? []
        : [{ what: `${at}: the kiosk in memory`, value: values.memoryMb, unit: 'MB', how: 'resident size' } as const]),
    ];
  });
  const grows = (what: string, value: (one: Measured) => number): Figure => ({
    what: `${what}, ${String(large.pages)} pages against ${String(small.pages)}`,
    value: value(large) / value(small),
    unit: '×',
    budget: FLAT,
    how: 'ratio within this run',
  });
  return [
    ...told,
    grows('opening the bundle', ({ open }) => open),
    grows('opening a page', ({ pageOpen }) => pageOpen),
    ...(large.memoryMb === undefined || small.memoryMb === undefined
      ? []
      : [
          {
            what: 'growth of the kiosk in memory',
            value: Math.max(0, large.memoryMb - small.memoryMb),
            unit: 'MB',
            budget: 40,
            how: `${String(large.pages)} pages against ${String(small.pages)}`,
          } as const,
        ]),
  ];
};
