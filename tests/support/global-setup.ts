/** Before all browser tests: a browser, and one kiosk that they share. After them: the kiosk stops. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from './checkout.ts';
import { findOrInstallBrowser } from './find-or-install-browser.ts';
import { startKiosk } from './kiosk-process.ts';
import { setSurroundings } from './surroundings.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

/** Playwright asks for a default export. */
// eslint-disable-next-line import-x/no-default-export -- the tool's own way to load a global setup
export default async function globalSetup(): Promise<() => Promise<void>> {
  const browser = findOrInstallBrowser(say);
  const dataDir = await mkdtemp(join(tmpdir(), 'alongside-tests-'));
  const kiosk = await startKiosk({ dataDir });
  const built = join(dataDir, 'build');
  const placeOf = (part: string): string => (existsSync(join(built, part)) ? join(built, part) : inRoot('out', part));
  setSurroundings({ browser, url: kiosk.url, bundleDir: placeOf('bundle'), runDir: dataDir });
  return async () => {
    await kiosk.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
