/** The same first journey in the Electron shell, where its runtime is installed. */
import { join } from 'node:path';
import { _electron as electron, expect, test } from 'playwright/test';
import { installedElectron } from '../../../build/launch/electron-runtime.ts';
import { electronArguments } from '../../../build/launch/run-electron.ts';
import { inRoot } from '../../support/checkout.ts';
import { temporaryFolder } from '../../support/damaged.ts';
import { getSurroundings } from '../../support/surroundings.ts';
import { words } from '../../support/words.ts';

test('L1, L7 · Electron opens the kiosk, starts a visit and reads a page, without Node in the page', async () => {
  const program = await installedElectron(inRoot('node_modules', 'electron'));
  test.skip(
    program === undefined,
    'Electron’s runtime is not installed (node_modules/electron/dist); “npx install-electron” fetches it where the network allows.',
  );
  if (program === undefined) return;
  await using folder = await temporaryFolder();
  const [mainFile, ...args] = electronArguments({
    program,
    mainFile: inRoot('out', 'electron', 'main.js'),
    appDir: inRoot('out', 'app'),
    bundleDir: getSurroundings().bundleDir,
    dataDir: join(folder.path, 'data'),
    siteFile: undefined,
    calibrate: false,
    windowed: true,
    size: { width: 1080, height: 1920 },
    isRoot: process.getuid?.() === 0,
  });
  const app = await electron.launch({ executablePath: program, args: [mainFile ?? '', ...args] });
  try {
    const page = await app.firstWindow();
    await expect(page.locator('kiosk-attract')).toContainText(words.text('attract.start'));
    await page.keyboard.press('a');
    await page.getByRole('main').getByRole('link').filter({ hasText: 'Neuroblastoma' }).click();
    await page.getByRole('main').getByRole('link').filter({ hasText: 'did not go away' }).click();
    await expect(page.locator('main h1')).toHaveText('Neuroblastoma that did not go away, or came back');
    expect(await page.evaluate(() => ['require', 'process', 'module'].filter((name) => name in globalThis))).toEqual(
      [],
    );
  } finally {
    await app.close();
  }
});
