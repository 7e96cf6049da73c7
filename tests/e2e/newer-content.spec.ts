/** Newer content comes while somebody reads, takes over when they have gone, and goes again when it does not work (B2, B3). */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePaths } from '../../content/format/index.ts';
import { temporaryFolder } from '../support/damaged.ts';
import { hands } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { contentMaker } from '../support/newer-content.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

const messages = bundlePaths.document('en-GB', 'messages');
const WAIT_MS = 60_000;

test('B2, B3 · signed content from a watched folder waits for the visit’s end, and one that does not work is taken back', async ({
  page,
  watch,
}) => {
  test.setTimeout(240_000);
  await using folder = await temporaryFolder();
  const maker = await contentMaker(folder.path);
  const watched = join(folder.path, 'watched');
  const siteFile = join(folder.path, 'site.json');
  await mkdir(watched);
  await writeFile(siteFile, JSON.stringify({ content: { trustedKeys: [maker.forSettings], folder: watched } }));
  const args = ['--site', siteFile, '--bundle', maker.shippedDir];
  const start = () => startKiosk({ dataDir: join(folder.path, 'data'), cwd: folder.path, args });
  /** As a drive brings it: copied aside, and there at once. */
  const brings = async (name: string, changes: Parameters<typeof maker.pack>[1]): Promise<number> => {
    const { contentVersion } = await maker.pack(join(folder.path, name), changes);
    await rename(join(folder.path, name), join(watched, name));
    return contentVersion;
  };
  const running = await start();
  watch.expectTrouble(new RegExp(`left the kiosk: ${running.url}`));
  const noted = (event: string, contentVersion: number) =>
    expect
      .poll(() => running.stderr(), { timeout: WAIT_MS })
      .toMatch(new RegExp(`"event":"${event}","contentVersion":${String(contentVersion)}\\b`));
  try {
    const kiosk = new Kiosk(page, hands.touch, running.url, watch);
    await kiosk.opensPage();
    const home = words.text('toolbar.home');
    const newHome = `${home} again`;
    const good = await brings('good.bundle', { [messages]: (text) => text.replaceAll(`"${home}"`, `"${newHome}"`) });
    await noted('content-installed', good);
    await kiosk.goesHome();
    await expect(kiosk.toolbar, 'the visit goes on with what it began with').toContainText(home);
    await expect(kiosk.toolbar).not.toContainText(newHome);
    expect(running.stderr()).not.toContain('content-activated');
    await kiosk.endsTheVisit();
    await noted('content-proven', good);
    await expect(kiosk.attract).toBeVisible();
    await kiosk.wakesTheScreen();
    await expect(kiosk.toolbar).toContainText(newHome);
    await kiosk.endsTheVisit();

    // Signed and whole, and yet nothing can be found in it.
    watch.expectTrouble(/the page reported: .*start-failed/);
    watch.expectTrouble(/answered 503: .*\/resting\.html/);
    watch.expectTrouble(/status of 503/);
    const bad = await brings('bad.bundle', {
      [bundlePaths.document('en-GB', 'search/words')]: () => '{}',
    });
    await noted('content-activated', bad);
    await noted('content-reverted', bad);
    // The screen rests meanwhile, and comes back by itself.
    await expect(kiosk.attract).toBeVisible({ timeout: WAIT_MS });
    await kiosk.wakesTheScreen();
    await expect(kiosk.toolbar, 'what worked is in service again').toContainText(newHome);
    await page.goto('about:blank');
  } finally {
    expect(await running.stop()).toBe(0);
  }
  const again = await start();
  try {
    expect(again.stderr(), 'after a restart too').toContain('"event":"kiosk-ready","contentVersion":2');
  } finally {
    expect(await again.stop()).toBe(0);
  }
});
