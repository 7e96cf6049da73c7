/**
 * `npm run bench`: every figure beside its budget, as a table and as JSON in `out/bench.json`. With names of
 * groups (`kiosk`, `build`, `scale`, `visits`, `recovery`, `print`, `ticket`) only those are measured; `--sizes 10,300` measures libraries of
 * other sizes, `--visits 300` and `--kills 40` so many visits and so many kills.
 */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Figure, tableOf, verdictOf } from './figures.ts';
import { contentBuild } from './measure-build.ts';
import { print } from './measure-print.ts';
import { recovery } from './measure-recovery.ts';
import { coldNavigation, tapsToPaint } from './measure-screen.ts';
import { speech } from './measure-speech.ts';
import { ticket } from './measure-ticket.ts';
import { withKioskAndBrowser } from '../support/kiosk-with-browser.ts';
import { manyVisits } from './measure-visits.ts';
import { initialScript, rendererHeap } from './measure-weight.ts';
import { SIZES, scale, sizesOf } from './scale/measure.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const out = (name: string): string => fileURLToPath(new URL(`../../out/${name}`, import.meta.url));

const measureKiosk = async (): Promise<readonly Figure[]> => {
  const figures: Figure[] = [];
  await withKioskAndBrowser(async ({ browser, url }) => {
    const how = 'median of 9 fresh browser contexts';
    figures.push(
      {
        what: 'cold navigation to first page readable',
        value: await coldNavigation(browser, url, 1),
        unit: 'ms',
        budget: 500,
        how,
      },
      {
        what: 'the same with the processor slowed 4×',
        value: await coldNavigation(browser, url, 4),
        unit: 'ms',
        budget: 1500,
        how,
      },
      ...(await tapsToPaint(browser, url)),
      ...(await speech(browser, url)),
      await initialScript(out('app')),
      ...(await rendererHeap(browser, url)),
    );
  });
  return figures;
};

const { values: options, positionals: asked } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: 'string', default: SIZES.join(',') },
    visits: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '20' },
  },
});
const sizes = sizesOf(options.sizes);

const groups: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  kiosk: measureKiosk,
  build: contentBuild,
  scale: () => scale(sizes, say),
  visits: () => manyVisits(Number(options.visits), say),
  recovery: () => recovery(Number(options.kills)),
  print,
  ticket,
};

const unknown = asked.filter((name) => !Object.hasOwn(groups, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no group ${unknown.join(', ')}. Choose of ${Object.keys(groups).join(', ')}.\n`);
  process.exit(2);
}
const figures: Figure[] = [];
for (const [name, measure] of Object.entries(groups)) {
  if (asked.length === 0 || asked.includes(name)) figures.push(...(await measure()));
}

const verdicts = figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
await writeFile(
  out('bench.json'),
  `${JSON.stringify({ at: new Date().toISOString(), processors: cpus().length, figures: verdicts }, null, 2)}\n`,
);
process.stdout.write(`${tableOf(figures)}\n`);
process.exitCode = verdicts.some(({ verdict }) => verdict === 'over') ? 1 : 0;
