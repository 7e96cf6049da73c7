/** Bad input through the real launcher: a clear message for staff, a kind page for the visitor (L6, O1, B1). */
import { mkdir, readdir, stat, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { inRoot } from '../support/checkout.ts';
import {
  type Damage,
  damagedBundle,
  fatalDamages,
  pageDamages,
  temporaryFolder,
  truncateClip,
} from '../support/damaged.ts';
import { type ReadyKiosk, spawnKiosk, startKiosk } from '../support/kiosk-process.ts';
import { withSite } from '../support/site.ts';
import { getSurroundings } from '../support/surroundings.ts';
import { expect, test } from '../support/test.ts';
import type { Watch } from '../support/watch.ts';
import { PAGE, TOPIC, words } from '../support/words.ts';

/** A kiosk of its own with a damaged bundle. What it refuses to serve is announced trouble. */
const withDamage = async (
  damage: Damage,
  watch: Watch,
  use: (kiosk: ReadyKiosk, file: string) => Promise<void>,
): Promise<void> => {
  watch.expectTrouble(/503/);
  await using folder = await temporaryFolder();
  const { bundleDir, file } = await damagedBundle(folder.path, damage);
  const kiosk = await startKiosk({
    dataDir: join(folder.path, 'data'),
    cwd: folder.path,
    args: ['--bundle', bundleDir],
  });
  watch.expectTrouble(new RegExp(`left the kiosk: ${kiosk.url}`));
  try {
    await use(kiosk, file);
  } finally {
    expect(await kiosk.stop()).toBe(0);
  }
};

for (const [what, damage] of Object.entries(fatalDamages)) {
  test(`L6, B1 · with ${what} the screen rests kindly, and staff are told the file and the mend`, async ({
    page,
    watch,
  }) => {
    await withDamage(damage, watch, async (kiosk, file) => {
      const told = kiosk.stderr();
      expect(told, 'the file is named').toContain(file);
      expect(told, 'and the mend').toMatch(/npm run content -- build/);
      expect(told, 'as a sentence, not a stack').not.toMatch(/\n\s+at /);
      await page.goto(kiosk.url);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('This screen is having a rest');
      await expect(page.getByRole('main')).toContainText('Please ask a member of staff in this waiting room.');
      await expect(page.getByRole('main')).not.toContainText(/error|manifest|bundle|json/i);
    });
  });
}

/** Waits until the check of the whole bundle has found the file, and looks at what it tells staff. */
const expectTold = async (kiosk: ReadyKiosk, file: string): Promise<void> => {
  await expect.poll(() => kiosk.stderr(), { timeout: 60_000 }).toContain('"event":"bundle-checked"');
  const lines = kiosk.stderr().split('\n');
  const damaged = lines.filter((line) => line.includes('"event":"bundle-file-damaged"'));
  expect(damaged, 'the one file that is damaged').toHaveLength(1);
  expect(damaged[0]).toContain(`"file":"${file}"`);
};

for (const [what, damage] of Object.entries(pageDamages)) {
  test(`B1, principle 6 · with ${what} that page is kindly not shown, all else is, and staff are told`, async ({
    page,
    watch,
  }) => {
    watch.expectTrouble(/document-missing/);
    await withDamage(damage, watch, async (kiosk, file) => {
      await page.goto(`${kiosk.url}#/page/${PAGE}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.text('unavailable.title'));
      await expect(page.getByRole('main')).not.toContainText(/error|manifest|bundle|json/i);
      await page.goto(`${kiosk.url}#/home`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.text('home.title'));
      await page.goto(`${kiosk.url}#/topic/${TOPIC}`);
      await expect(page.locator('kiosk-topic')).toBeVisible();
      await expectTold(kiosk, file);
      await page.goto('about:blank');
    });
  });
}

test('B1 · with a truncated clip the page is shown, the clip is never served, and staff are told', async ({
  page,
  request,
  watch,
}) => {
  await withDamage(truncateClip, watch, async (kiosk, file) => {
    await page.goto(`${kiosk.url}#/page/${PAGE}`);
    await expect(page.locator('kiosk-page')).toBeVisible();
    expect((await request.get(`${kiosk.url}content/${file}`)).status()).toBe(503);
    await expectTold(kiosk, file);
    await page.goto('about:blank');
  });
});

test('O1 · wrong settings: each mistake is named, and the kiosk runs on defaults', async ({ page, watch }) => {
  const settings = {
    hospitalName: 'St Elsewhere',
    screen: { pixelsPerInch: 9000 },
    deskDirection: 'left',
    language: 7,
  };
  await withSite(settings, { page, watch }, async (kiosk) => {
    for (const field of ['screen.pixelsPerInch', 'deskDirection', 'language']) {
      expect(kiosk.stderr()).toContain(`Settings: ${field}: `);
    }
    await page.goto(kiosk.url);
    await expect(page.locator('kiosk-attract')).toContainText('Your hospital');
    await expect(page.locator('kiosk-attract')).not.toContainText('St Elsewhere');
  });
});

test('O1 · settings that are not JSON: said with the file’s name, and the kiosk runs on defaults', async ({
  page,
  watch,
}) => {
  await withSite('{ "hospitalName": "St Elsewhere"', { page, watch }, async (kiosk, siteFile) => {
    expect(kiosk.stderr()).toContain(`Settings: ${siteFile}: a closing } is missing (line 1, column 33)`);
    await page.goto(kiosk.url);
    await expect(page.locator('kiosk-attract')).toContainText('Your hospital');
  });
});

test('O6, D1 · right settings: the hospital’s name, its desk, and its screen’s own millimetres', async ({
  page,
  watch,
}) => {
  const settings = { hospitalName: 'St Elsewhere', screen: { pixelsPerInch: 127 } };
  await withSite(settings, { page, watch }, async (kiosk) => {
    await page.goto(`${kiosk.url}#/home`);
    await expect(page.locator('kiosk-header')).toContainText('St Elsewhere');
    const fontSize = await page.locator('html').evaluate((html) => parseFloat(getComputedStyle(html).fontSize));
    // 127 px/in are 5 px/mm: capitals of 5 mm are 25 px high.
    expect(fontSize * 0.668).toBeCloseTo(25, 1);
  });
});

test('a port in use ends the start with exit code 2, the port and the mend', async () => {
  await using folder = await temporaryFolder();
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, '127.0.0.1', resolve));
  try {
    const address = occupant.address();
    const port = String(typeof address === 'object' ? address?.port : address);
    const { bundleDir } = getSurroundings();
    const kiosk = spawnKiosk({
      dataDir: join(folder.path, 'data'),
      cwd: folder.path,
      args: ['--port', port, '--bundle', bundleDir],
    });
    expect(await kiosk.ended).toBe(2);
    expect(kiosk.stderr()).toContain(`Port ${port} is in use. Choose another with --port`);
    expect(kiosk.stdout()).toBe('');
  } finally {
    occupant.close();
  }
});

/** Every file below a folder, with its size and the time it was last written. */
const filesBelow = async (folder: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.toSorted().map(async (file) => `${file} ${String((await stat(file)).mtimeMs)}`));
};

test('serve prints exactly one ready line, writes nothing outside --data, and ends with 0 on SIGTERM', async ({
  page,
  watch,
}) => {
  await using folder = await temporaryFolder();
  await using elsewhere = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  const before = await filesBelow(inRoot('out'));
  expect(before.length).toBeGreaterThan(10);
  const home = { HOME: elsewhere.path, TMPDIR: elsewhere.path, XDG_CACHE_HOME: elsewhere.path };
  const kiosk = await startKiosk({ dataDir, cwd: elsewhere.path, env: home });
  watch.expectTrouble(new RegExp(`left the kiosk: ${kiosk.url}`));
  await page.goto(kiosk.url);
  await expect(page.locator('kiosk-attract')).toBeVisible();
  // The page leaves first: what it still asks for is no concern of this test.
  await page.goto('about:blank');
  expect(await kiosk.stop()).toBe(0);
  expect(kiosk.stdout()).toBe(`ready ${kiosk.url}\n`);
  expect(await filesBelow(elsewhere.path), 'nothing is written where it was started, nor at home').toEqual([]);
  expect(await filesBelow(inRoot('out')), 'nothing is written to what was built').toEqual(before);
});

/** A whole visit, short: nothing that a disk does may be seen in it. */
const visits = async (page: Page, url: string): Promise<void> => {
  await page.goto(url);
  await expect(page.locator('kiosk-attract')).toBeVisible();
  await page.goto(`${url}#/page/${PAGE}`);
  await expect(page.locator('kiosk-page')).toBeVisible();
  await page.getByRole('button', { name: words.text('toolbar.end'), exact: true }).click();
  await expect(page.locator('kiosk-attract')).toBeVisible();
};

test('O3, principle 6 · on a full disk a visit is as always, and staff are told once', async ({ page, watch }) => {
  test.skip(process.platform !== 'linux', 'only Linux has a file that stands for a full disk');
  await using folder = await temporaryFolder();
  const dataDir = join(folder.path, 'data');
  await mkdir(join(dataDir, 'journal'), { recursive: true });
  // Whatever is written to it fails as on a disk without room.
  await symlink('/dev/full', join(dataDir, 'journal', 'journal.jsonl'));
  const kiosk = await startKiosk({ dataDir, cwd: folder.path });
  watch.expectTrouble(new RegExp(`left the kiosk: ${kiosk.url}`));
  await visits(page, kiosk.url);
  await page.goto('about:blank');
  expect(await kiosk.stop()).toBe(0);
  expect(kiosk.stderr().match(/The journal cannot be written in .*ENOSPC/g)).toHaveLength(1);
});

test('O3, principle 6 · with a data folder that cannot be written a visit is as always, and staff are told once', async ({
  page,
  watch,
}) => {
  await using folder = await temporaryFolder();
  // Below a file nothing can be made, whoever asks: root may write even to what is read-only.
  const file = join(folder.path, 'file');
  await writeFile(file, '');
  const kiosk = await startKiosk({ dataDir: join(file, 'data'), cwd: folder.path });
  watch.expectTrouble(new RegExp(`left the kiosk: ${kiosk.url}`));
  await visits(page, kiosk.url);
  await page.goto('about:blank');
  expect(await kiosk.stop()).toBe(0);
  expect(kiosk.stderr().match(/The journal cannot be written in /g)).toHaveLength(1);
});
