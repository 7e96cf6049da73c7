/** One visit after another: each leaves the kiosk as heavy as it was. Thousands of them are `npm run bench -- visits`. */
import { join } from 'node:path';
import { temporaryFolder } from '../support/damaged.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { makesAVisit } from '../support/scripted-visit.ts';
import { getSurroundings } from '../support/surroundings.ts';
import { expect, test } from '../support/test.ts';
import { weighHost, weighPage } from '../support/weights.ts';

/** Until all that is made once has been made; the browser's own compiling goes on for some hundred visits. */
const FIRST = 15;
const MORE = 25;

/** A visit that something holds on to weighs 1.5 MB and has 4,500 nodes and 100 listeners: one kept of all would be told. */
const MOST_A_VISIT = { nodes: 1, listeners: 1, heapBytes: 40_000 };

test('X3 · visits leave no nodes, listeners or memory in the page, and no open files in the kiosk', async ({
  page,
  watch,
}) => {
  test.setTimeout(180_000);
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const kiosk = await startKiosk({ dataDir, cwd: folder.path, args: ['--bundle', getSurroundings().bundleDir] });
  watch.expectTrouble(new RegExp(`left the kiosk: ${kiosk.url}`));
  const cdp = await page.context().newCDPSession(page);
  await page.goto(kiosk.url);
  for (let visit = 0; visit < FIRST; visit += 1) await makesAVisit(page, visit);
  const [before, hostBefore] = [await weighPage(cdp), await weighHost(kiosk.pid, dataDir)];
  for (let visit = 0; visit < MORE; visit += 1) await makesAVisit(page, visit);
  const [after, hostAfter] = [await weighPage(cdp), await weighHost(kiosk.pid, dataDir)];
  expect(after.documents).toBe(before.documents);
  for (const what of ['nodes', 'listeners', 'heapBytes'] as const)
    expect((after[what] - before[what]) / MORE, `${what} that a visit adds`).toBeLessThan(MOST_A_VISIT[what]);
  // A connection of the browser's more or less is no leak.
  if (hostBefore !== undefined && hostAfter !== undefined)
    expect(hostAfter.handles - hostBefore.handles).toBeLessThan(MORE / 3);
  await page.goto('about:blank');
  expect(await kiosk.stop()).toBe(0);
});
