/** Thousands of visits in a row: how soon each gives way to a fresh start, and what they leave behind. */
import { makesAVisit } from '../support/scripted-visit.ts';
import { withKioskAndBrowser } from '../support/kiosk-with-browser.ts';
import { weighHost, weighPage } from '../support/weights.ts';
import { type Figure, percentile } from './figures.ts';

const MB = 1024 * 1024;

/** So many visits go before the first weighing: until then programs make what they make once, and keep. */
const FIRST_SHARE = 0.1;

/** A line for whoever waits, so many times. */
const LINES = 20;

export const manyVisits = (visits: number, say: (line: string) => void): Promise<readonly Figure[]> =>
  withKioskAndBrowser(async ({ browser, url, pid, dataDir }) => {
    const page = await browser.newPage({ viewport: { width: 1080, height: 1920 } });
    const cdp = await page.context().newCDPSession(page);
    const resets: number[] = [];
    const weigh = async () => {
      const [weight, host] = [await weighPage(cdp), await weighHost(pid, dataDir)];
      say(
        `${String(resets.length)} visits: heap ${(weight.heapBytes / MB).toFixed(2)} MB, ${String(weight.nodes)} nodes, ` +
          `${String(weight.listeners)} listeners, kiosk ${((host?.residentBytes ?? 0) / MB).toFixed(0)} MB, ` +
          `${String(host?.handles)} handles, journal ${((host?.journalBytes ?? 0) / 1000).toFixed(0)} kB`,
      );
      return { ...weight, ...host };
    };
    const makes = async (count: number): Promise<void> => {
      for (let visit = 0; visit < count; visit += 1) {
        resets.push(await makesAVisit(page, resets.length));
        if (resets.length % Math.ceil(visits / LINES) === 0) await weigh();
      }
    };
    await page.goto(url);
    const first = Math.ceil(visits * FIRST_SHARE);
    await makes(first);
    const before = await weigh();
    await makes(visits - first);
    const after = await weigh();
    const how = `from visit ${String(first)} to ${String(visits)}`;
    const growth = (what: string, unit: Figure['unit'], budget: number, [from, to]: readonly [number, number]) => ({
      what: `${what} that visits add`,
      value: Math.max(0, to - from),
      unit,
      budget,
      how,
    });
    const ofPage: readonly Figure[] = [
      {
        what: 'end of a visit to a fresh start',
        value: percentile(resets, 95),
        unit: 'ms',
        budget: 300,
        how: `p95 of ${String(resets.length)}`,
      },
      { what: 'renderer heap after all visits', value: after.heapBytes / MB, unit: 'MB', budget: 30, how: 'collected' },
      growth('renderer heap', 'MB', 1, [before.heapBytes / MB, after.heapBytes / MB]),
      growth('nodes', '', 20, [before.nodes, after.nodes]),
      growth('listeners', '', 5, [before.listeners, after.listeners]),
      growth('documents', '', 0, [before.documents, after.documents]),
    ];
    const { residentBytes, handles, journalBytes } = after;
    // Only where the system tells of a process.
    if (residentBytes === undefined || handles === undefined || journalBytes === undefined) return ofPage;
    return [
      ...ofPage,
      growth('memory of the kiosk’s process', 'MB', 50, [(before.residentBytes ?? 0) / MB, residentBytes / MB]),
      growth('open files of the kiosk’s process', '', 5, [before.handles ?? 0, handles]),
      { what: 'journal after all visits', value: journalBytes / MB, unit: 'MB', budget: 5, how: 'all its files' },
    ];
  });
