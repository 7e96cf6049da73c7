/** A kiosk of its own, with a site's settings file: started, used, left, and stopped as the system stops it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { temporaryFolder } from './damaged.ts';
import { type Hand, hands } from './hands.ts';
import { Kiosk } from './kiosk.ts';
import { type ReadyKiosk, startKiosk } from './kiosk-process.ts';
import { getSurroundings } from './surroundings.ts';
import { expect } from './test.ts';
import type { Watch } from './watch.ts';

/**
 * @param settings - what the file says: settings, or its text as a technician might have written it
 * @param use - what is done with the running kiosk; it is told where the file is
 * @param more - further arguments for the launcher
 */
export const withSite = async (
  settings: Readonly<Record<string, unknown>> | string,
  { page, watch }: { readonly page: Page; readonly watch: Watch },
  use: (kiosk: ReadyKiosk, siteFile: string) => Promise<void>,
  more: readonly string[] = [],
): Promise<void> => {
  await using folder = await temporaryFolder();
  const siteFile = join(folder.path, 'site.json');
  await writeFile(siteFile, typeof settings === 'string' ? settings : JSON.stringify(settings));
  const kiosk = await startKiosk({
    dataDir: join(folder.path, 'data'),
    cwd: folder.path,
    args: ['--site', siteFile, '--bundle', getSurroundings().bundleDir, ...more],
  });
  watch.expectTrouble(new RegExp(`left the kiosk: ${kiosk.url}`));
  try {
    await use(kiosk, siteFile);
    // A page that still asks for its clips would find the kiosk gone, and that is no trouble of the kiosk's.
    await page.goto('about:blank');
  } finally {
    expect(await kiosk.stop()).toBe(0);
  }
};

/** As {@link withSite}, with the kiosk as its visitor uses it: by touch, unless another hand is given. */
export const withKioskOf = (
  settings: Readonly<Record<string, unknown>>,
  { page, watch, hand = hands.touch }: { readonly page: Page; readonly watch: Watch; readonly hand?: Hand },
  use: (kiosk: Kiosk) => Promise<void>,
): Promise<void> => withSite(settings, { page, watch }, ({ url }) => use(new Kiosk(page, hand, url, watch)));
