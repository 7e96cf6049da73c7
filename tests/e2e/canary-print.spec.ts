/**
 * Canaries on paper: what was printed in a visit is looked for, as words and as the bytes of the very document, in the
 * kiosk's files, its browser's, the journal, the desk's folder after its time and the CUPS spool (X5, P4).
 */
import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, expect, test } from 'playwright/test';
import { type CupsServer, startCups, whyNoCups } from '../support/cups-server.ts';
import { temporaryFolder } from '../support/damaged.ts';
import { letters, readPdf, whyNoPoppler } from '../support/pdf-reader.ts';
import { startService } from '../support/service.ts';
import { type Canary, encodings, heldInMemory, slicesOf, tracesIn } from '../support/traces.ts';
import { PAGE } from '../support/words.ts';

/** No words of any content. */
const QUESTION = 'zqxvbluefinch when';

const HOUR_MS = 3_600_000;

const goes = async (page: Page, address: string, shows: string): Promise<void> => {
  await page.evaluate((hash) => (location.hash = hash), address);
  await page.locator(shows).first().waitFor();
};

/** Writes a question, keeps it and a part of a page, and has them printed. @returns the ticket, as the screen has it */
const prints = async (page: Page): Promise<string> => {
  await page.locator('kiosk-attract').waitFor();
  await page.keyboard.press('Enter');
  await page.locator('kiosk-welcome').waitFor();
  await goes(page, '#/questions', 'kiosk-questions .field input');
  await page.locator('kiosk-questions .field input').focus();
  await page.keyboard.type(QUESTION);
  await page.keyboard.press('Enter');
  await page.locator('#your-own .keep').press('Enter');
  await expect(page.locator('kiosk-toolbar .count')).toHaveText('1');
  await goes(page, `#/page/${PAGE}/trials`, 'section.part#trials');
  await page.locator('section.part#trials .keeping .keep').press('Enter');
  await expect(page.locator('kiosk-toolbar .count')).toHaveText('2');
  await goes(page, '#/summary', 'kiosk-summary .print .primary');
  await page.locator('kiosk-summary .print .primary').press('Enter');
  await page.locator('kiosk-summary .ticket [data-passage^="tickets#"]').waitFor();
  return page.locator('kiosk-summary .ticket').innerText();
};

/** Ends the visit as a visitor does, who is told their ticket once more. */
const ends = async (page: Page): Promise<void> => {
  await page.locator('kiosk-toolbar .apart').press('Enter');
  await page.locator('kiosk-ending-panel').waitFor();
  await page.locator('kiosk-toolbar .apart').press('Enter');
  await page.locator('kiosk-attract').waitFor();
};

/** Where a document comes out, and what is left there once it has been taken away. */
interface Desk {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly documents: () => Promise<readonly Buffer[]>;
  /** Does what happens to it in time, and says where traces of it may be; resolves when nothing is to come any more. */
  readonly passes: (restart: () => Promise<void>) => Promise<void>;
  readonly remains: () => Promise<Buffer>;
}

const printsAt = async (folder: string, desk: Desk): Promise<void> => {
  const siteFile = join(folder, 'site.json');
  await writeFile(siteFile, JSON.stringify({ print: desk.settings }));
  const service = await startService(folder, { siteFile });
  let document: Buffer;
  let wanted: readonly Canary[];
  try {
    {
      await using kiosk = await service.opens();
      const cdp = await kiosk.page.context().newCDPSession(kiosk.page);
      const ticket = await prints(kiosk.page);
      await expect.poll(async () => (await desk.documents()).length, { timeout: 30_000 }).toBe(1);
      document = Buffer.from((await desk.documents())[0] ?? Buffer.alloc(0));
      expect((await readPdf(document)).body, 'it is on the paper').toContain(letters(QUESTION));
      const [word = '', number = ''] = ticket.split(/\s+/);
      wanted = [QUESTION, `${word} ${number}`, `${word.toLowerCase()}-${number}`, ...slicesOf(document)];
      await ends(kiosk.page);
      await expect.poll(() => heldInMemory(cdp, [QUESTION])).toEqual([]);
    }
    await desk.passes(async () => {
      service.killHost();
      await using again = await service.opens();
      await again.page.locator('kiosk-attract').waitFor();
    });
    await expect.poll(() => desk.documents()).toEqual([]);
    expect(await tracesIn(folder, wanted), 'while the kiosk runs').toEqual([]);
  } finally {
    await service.stop();
  }
  expect(await tracesIn(folder, wanted), 'and when it has ended').toEqual([]);
  const remains = await desk.remains();
  for (const text of wanted)
    for (const form of typeof text === 'string' ? Object.values(encodings).map((write) => write(text)) : [text])
      expect(remains.includes(form)).toBe(false);
  for (const text of wanted) if (typeof text === 'string') expect(service.stderr()).not.toContain(text);
  await writeFile(join(folder, 'planted'), document);
  expect((await tracesIn(folder, slicesOf(document))).length, 'what is there is found').toBe(slicesOf(document).length);
};

test.describe('X5, P4 · what was printed', () => {
  test.skip(process.platform === 'win32', 'a script stands in for the browser');
  const why = whyNoPoppler();
  test.skip(why !== undefined, why);
  test.slow();

  test('is found nowhere once the desk’s folder has had its time', async () => {
    await using folder = await temporaryFolder();
    await using files = await temporaryFolder();
    const pdfs = async (): Promise<readonly string[]> =>
      (await readdir(files.path)).map((name) => join(files.path, name));
    await printsAt(folder.path, {
      settings: { to: 'folder', folder: files.path, folderHours: 1 },
      documents: async () => Promise.all((await pdfs()).map((file) => readFile(file))),
      passes: async (restart) => {
        const before = new Date(Date.now() - 2 * HOUR_MS);
        for (const file of await pdfs()) await utimes(file, before, before);
        await restart();
      },
      remains: () => Promise.resolve(Buffer.alloc(0)),
    });
  });

  test('is found nowhere once CUPS has printed it, nor in its spool, cache and logs', async () => {
    test.skip(whyNoCups() !== undefined, whyNoCups() ?? '');
    await using folder = await temporaryFolder();
    const server: CupsServer = await startCups();
    try {
      await printsAt(folder.path, {
        settings: { to: 'cups', queue: 'desk', server: server.socket },
        documents: server.printed,
        passes: server.takeAway,
        remains: server.remains,
      });
    } finally {
      await server.close();
    }
  });
});
