/** `npm run bench`: every figure beside its budget, as a table and as JSON in `out/bench.json`. */
import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Figure, tableOf, verdictOf } from './figures.ts';
import { contentBuild } from './measure-build.ts';
import { coldNavigation, tapsToPaint } from './measure-screen.ts';
import { speech } from './measure-speech.ts';
import { withKioskAndBrowser } from '../support/kiosk-with-browser.ts';
import { initialScript, rendererHeap } from './measure-weight.ts';

const out = (name: string): string => fileURLToPath(new URL(`../../out/${name}`, import.meta.url));

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
figures.push(...(await contentBuild()));

const verdicts = figures.map((figure) => ({ ...figure, verdict: verdictOf(figure) }));
await writeFile(
  out('bench.json'),
  `${JSON.stringify({ at: new Date().toISOString(), processors: cpus().length, figures: verdicts }, null, 2)}\n`,
);
process.stdout.write(`${tableOf(figures)}\n`);
process.exitCode = verdicts.some(({ verdict }) => verdict === 'over') ? 1 : 0;
