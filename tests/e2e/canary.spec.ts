/** A canary: what is typed in a visit is looked for, byte by byte, wherever it could have been left (X5). */
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { temporaryFolder } from '../support/damaged.ts';
import { browserArguments } from '../support/find-or-install-browser.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { getSurroundings } from '../support/surroundings.ts';
import { expect, test } from '../support/test.ts';
import { words } from '../support/words.ts';

/** No word of any content. */
const CANARY = 'zqxvyellowbird';

const forms = (text: string): readonly Buffer[] => {
  const wide = Buffer.from(text, 'utf16le');
  return [Buffer.from(text, 'utf8'), wide, Buffer.from(wide).swap16()];
};

/** The files below a folder that hold a text, in UTF-8 or either UTF-16. */
const filesWith = async (folder: string, text: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const found = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      return forms(text).some((form) => bytes.includes(form)) ? [file] : [];
    }),
  );
  return found.flat();
};

test('X5 · what was typed in a visit is in no file of the kiosk or its browser afterwards', async () => {
  await using folder = await temporaryFolder();
  const kiosk = await startKiosk({
    dataDir: join(folder.path, 'data'),
    cwd: folder.path,
    args: ['--bundle', getSurroundings().bundleDir],
    env: { TMPDIR: folder.path },
  });
  const context = await chromium.launchPersistentContext(join(folder.path, 'profile'), {
    executablePath: getSurroundings().browser,
    args: [...browserArguments],
    env: { ...process.env, TMPDIR: folder.path },
  });
  try {
    const page = context.pages()[0] ?? (await context.newPage());
    await page.goto(`${kiosk.url}#/search`);
    const field = page.locator('kiosk-search input');
    await field.focus();
    await page.keyboard.type(CANARY);
    await expect(field).toHaveValue(CANARY);
    await page
      .locator('kiosk-toolbar')
      .getByRole('button', { name: words.text('toolbar.end') })
      .click();
    await expect(page.locator('kiosk-attract')).toBeVisible();
    expect(await page.content()).not.toContain(CANARY);
  } finally {
    await context.close();
    expect(await kiosk.stop()).toBe(0);
  }
  expect(kiosk.stdout() + kiosk.stderr()).not.toContain(CANARY);
  expect(await filesWith(folder.path, CANARY)).toEqual([]);
  expect((await filesWith(folder.path, 'visit-ended')).length, 'the journal was looked through').toBeGreaterThan(0);
  for (const [index, form] of forms(CANARY).entries()) await writeFile(join(folder.path, `put-${String(index)}`), form);
  expect(await filesWith(folder.path, CANARY), 'and what is there is found').toHaveLength(3);
});
