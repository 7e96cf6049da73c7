/** A kiosk and a browser to open it with, for tools that are no tests: benchmarks and screenshots. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright';
import { browserArguments, findOrInstallBrowser } from './find-or-install-browser.ts';
import { startKiosk } from './kiosk-process.ts';

export interface KioskWithBrowser {
  /** The kiosk's address, with a final slash. */
  readonly url: string;
  readonly browser: Browser;
  /** The kiosk's own process, and the folder that it writes to. */
  readonly pid: number;
  readonly dataDir: string;
}

/**
 * Starts both, does the work, and stops both whatever came of it.
 *
 * @param args - what else the kiosk is started with, such as another bundle
 */
export const withKioskAndBrowser = async <Result>(
  work: (opened: KioskWithBrowser) => Promise<Result>,
  args: readonly string[] = [],
): Promise<Result> => {
  const program = findOrInstallBrowser((line) => void process.stderr.write(`${line}\n`));
  const dataDir = await mkdtemp(join(tmpdir(), 'alongside-tool-'));
  const kiosk = await startKiosk({ dataDir, args });
  const browser = await chromium.launch({ executablePath: program, args: [...browserArguments] });
  try {
    return await work({ url: kiosk.url, browser, pid: kiosk.pid, dataDir });
  } finally {
    await browser.close();
    await kiosk.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};
