/** Newer content comes while somebody reads, takes over when they have gone, and goes again when it does not work (B2, B3). */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bundlePaths } from '../../content/format/index.ts';
import { temporaryFolder } from '../support/damaged.ts';
import { hands } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { contentMaker } from '../support/newer-content.ts';
import { entersPin } from '../support/staff-screens.ts';
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

test('V3, B2 · a technician installs what a drive brings, sees what changed, and goes back', async ({
  page,
  watch,
}) => {
  test.setTimeout(240_000);
  await using folder = await temporaryFolder();
  const maker = await contentMaker(folder.path);
  const drives = join(folder.path, 'drives');
  const siteFile = join(folder.path, 'site.json');
  await mkdir(drives);
  await writeFile(siteFile, JSON.stringify({ content: { trustedKeys: [maker.forSettings], drives } }));
  const running = await startKiosk({
    dataDir: join(folder.path, 'data'),
    cwd: folder.path,
    args: ['--site', siteFile, '--bundle', maker.shippedDir],
  });
  watch.expectTrouble(new RegExp(`left the kiosk: ${running.url}`));
  const kiosk = new Kiosk(page, hands.touch, running.url, watch);
  const panel = page.locator('kiosk-staff .content-state');
  const enters = async (isFirst = false): Promise<void> => {
    await page.goto('about:blank');
    await kiosk.opens('#/staff');
    await entersPin(kiosk, '950318');
    if (isFirst) await entersPin(kiosk, '950318');
    await expect(panel).toBeVisible();
  };
  try {
    await enters(true);
    await expect(panel).toContainText(words.text('content.noDrive'));
    await kiosk.presses(kiosk.button(words.text('staff.finish')));
    // The drive comes while somebody reads, who does not hear of it.
    await kiosk.opensPage();
    const path = bundlePaths.document('en-GB', 'pages/clinical-trials');
    const { contentVersion } = await maker.pack(join(folder.path, 'new.bundle'), {
      [path]: (text) => text.replace('trial', 'study'),
    });
    const before = contentVersion - 1;
    await mkdir(join(folder.path, 'stick'));
    await rename(join(folder.path, 'new.bundle'), join(folder.path, 'stick', 'new.bundle'));
    await rename(join(folder.path, 'stick'), join(drives, 'stick'));
    await kiosk.goesHome();
    expect(running.stderr()).not.toContain('content-installed');

    await enters();
    const newer = words.format('content.found', { version: String(before + 1), drive: '1' });
    await expect(panel).toContainText(newer, { timeout: WAIT_MS });
    await kiosk.presses(kiosk.button(words.text('content.install')));
    await expect(panel.locator('.said')).toHaveText(words.text('content.ready'), { timeout: WAIT_MS });
    await expect(panel).toContainText(words.format('content.waiting', { version: String(before + 1) }));
    await kiosk.presses(kiosk.button(words.text('staff.finish')));
    await expect.poll(() => running.stderr(), { timeout: WAIT_MS }).toContain('content-proven');

    await enters();
    await expect(panel).toContainText(words.format('staff.content', { version: String(before + 1) }));
    await expect(panel.locator('.changes li')).toHaveText([/Changed:\s+Clinical trials/]);
    await expect(kiosk.button(words.text('content.install')), 'it is in service').toHaveCount(0);
    await kiosk.presses(kiosk.button(words.text('content.goBack')));
    await expect(panel.locator('.said')).toHaveText(words.text('content.ready'), { timeout: WAIT_MS });
    await kiosk.presses(kiosk.button(words.text('staff.finish')));
    await expect
      .poll(() => running.stderr(), { timeout: WAIT_MS })
      .toMatch(new RegExp(`"event":"content-proven","contentVersion":${String(before)}\\b`));
    await enters();
    await expect(panel).toContainText(words.format('staff.content', { version: String(before) }));
    await page.goto('about:blank');
  } finally {
    expect(await running.stop()).toBe(0);
  }
});
