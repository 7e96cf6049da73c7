/**
 * Take it home, from the page to the paper (P1–P5, C7): what a family keeps of three pages, and a question of their own,
 * is heard, printed at the desk, and found in the PDF – all of it, nothing else, in order and as large as they read it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Block, Page as ContentPage, Passage, ProseBlock } from '../../content/format/index.ts';
import type { TextStep } from '../../renderer/visit/preferences.ts';
import { startCups, whyNoCups } from '../support/cups-server.ts';
import { temporaryFolder } from '../support/damaged.ts';
import { compiledNarration } from '../support/content.ts';
import { hears, listen, playsOf } from '../support/ears.ts';
import { hands } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import { letters, readPdf, whyNoPoppler } from '../support/pdf-reader.ts';
import { withSite } from '../support/site.ts';
import { expect, test } from '../support/test.ts';
import { PAGE, words, wordsOf } from '../support/words.ts';

/** Who takes it home: in which language, how large, and what they spell out. */
const families = [
  { language: 'en-GB', folder: 'en-gb', words, step: 2, sizePt: 16, question: 'when can we go home' },
  { language: 'ar', folder: 'ar', words: wordsOf('ar'), step: 4, sizePt: 24, question: 'متى نعود' },
] as const satisfies readonly { readonly step: TextStep; readonly [more: string]: unknown }[];

/** What is kept, in this order; parts that are nothing but words. */
const kept = [
  { page: PAGE, part: 'overall' },
  { page: 'clinical-trials', part: 'in-short' },
  { page: 'coping-and-support', part: 'your-child' },
] as const;

/** A desk: the site's settings for it, and the documents that have come out there. */
interface Desk extends AsyncDisposable {
  readonly settings: Readonly<Record<string, unknown>>;
  readonly documents: () => Promise<readonly Buffer[]>;
}

const folderDesk = async (): Promise<Desk> => {
  const folder = await temporaryFolder();
  return {
    settings: { to: 'folder', folder: folder.path },
    documents: async () => {
      const names = (await readdir(folder.path)).filter((name) => name.endsWith('.pdf'));
      return Promise.all(names.map((name) => readFile(join(folder.path, name))));
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
};

const cupsDesk = async (): Promise<Desk> => {
  const server = await startCups();
  return {
    settings: { to: 'cups', queue: 'desk', server: server.socket },
    documents: server.printed,
    [Symbol.asyncDispose]: server.close,
  };
};

const desks = [
  { name: 'a folder', open: folderDesk, why: whyNoPoppler },
  { name: 'CUPS', open: cupsDesk, why: () => whyNoCups() ?? whyNoPoppler() },
] as const;

const plain = ({ runs }: Passage): string => letters(runs.map(({ text }) => text).join(''));

const prose = (block: ProseBlock): string =>
  block.kind === 'paragraph' ? plain(block.passage) : block.items.map(plain).join('');

const isProse = (block: Block): block is ProseBlock => block.kind === 'paragraph' || block.kind === 'list';

/** The letters of a part, in one piece: heading and words, one after the other. */
const wholePart = (page: ContentPage, id: string): string => {
  const part = page.parts.find((one) => one.id === id);
  if (part === undefined) throw new Error(`${page.id} has no part ${id}.`);
  if (!part.blocks.every(isProse)) throw new Error(`${id} is more than words.`);
  return plain(part.heading) + part.blocks.map(prose).join('');
};

/** By what the other parts of a page would be known: the words that each begins with. */
const beginnings = (page: ContentPage, except: string): readonly string[] =>
  page.parts
    .filter(({ id }) => id !== except)
    .flatMap(({ blocks }) => blocks.find(isProse) ?? [])
    .map(prose);

/** A page as it is in a language; most are not translated, and stand in English then. */
const pageIn = async (kiosk: Kiosk, folder: string, id: string): Promise<ContentPage> => {
  for (const language of [folder, 'en-gb']) {
    const answer = await kiosk.page.request.get(`${kiosk.url}content/${language}/pages/${id}.json`);
    const page = (await answer.json()) as Partial<ContentPage>;
    if (page.parts !== undefined) return page as ContentPage;
  }
  throw new Error(`There is no page ${id}.`);
};

/** Goes there without a new visit, as a link would. */
const goes = (kiosk: Kiosk, address: string): Promise<void> =>
  kiosk.page.evaluate((hash) => {
    location.hash = hash;
  }, address);

type Family = (typeof families)[number];

/** A visit from the attract screen to the summary, with all of it in it. */
const collects = async (english: Kiosk, family: Family): Promise<Kiosk> => {
  const { page } = english;
  await english.opens();
  await english.touchesTheScreen();
  if (family.language !== 'en-GB') {
    const opener = page.locator('kiosk-header [data-panel="language"]');
    await english.presses(opener);
    await english.presses(english.panel('language').locator(`button[lang="${family.language}"]`));
    await expect(page.locator('html')).toHaveAttribute('lang', family.language);
    await english.presses(opener);
  }
  const kiosk = new Kiosk(page, english.hand, english.url, english.watch, family.words);
  await kiosk.presses(kiosk.start);
  await kiosk.opensTheWordsPanel();
  await kiosk.picksSize(family.step);
  await kiosk.closesThePanel('size');
  for (const [index, { page: id, part }] of kept.entries()) {
    await goes(kiosk, `#/page/${id}/${part}`);
    await kiosk.presses(kiosk.part(part).locator('.keeping .keep'));
    await expect(kiosk.toolbar.locator('.count')).toHaveText(new Intl.NumberFormat(family.language).format(index + 1));
  }
  await goes(kiosk, '#/questions/your-own');
  await kiosk.presses(page.locator('kiosk-questions .field input'));
  for (const letter of family.question) {
    const name = letter === ' ' ? family.words.text('keyboard.space') : letter;
    await kiosk.presses(kiosk.panel('keyboard').getByRole('button', { name, exact: true }));
  }
  await kiosk.presses(
    kiosk.panel('keyboard').getByRole('button', { name: family.words.text('keyboard.done'), exact: true }),
  );
  await kiosk.presses(page.locator('#your-own .keep'));
  await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
  await expect(page.locator('kiosk-summary [data-kept]')).toHaveCount(kept.length + 1);
  return kiosk;
};

/** What is heard first is the first thing that was kept. */
const hearsIt = async (kiosk: Kiosk, folder: string): Promise<void> => {
  await kiosk.presses(kiosk.button(kiosk.words.text('summary.hear')));
  await hears(kiosk.page);
  const narration = await compiledNarration(kiosk.page.request, kiosk.url, `pages/${kept[0].page}`, folder);
  const page = await pageIn(kiosk, folder, kept[0].page);
  const heading = page.parts.find(({ id }) => id === kept[0].part)?.heading.id ?? '';
  const clips = (narration.passages[heading] ?? []).map(({ clip }) => clip);
  expect(clips).toContain((await playsOf(kiosk.page))[0]);
  await kiosk.tellsTheReader('stop');
  await kiosk.closesThePanel('reading');
};

for (const family of families) {
  for (const { name, open, why } of desks) {
    test(`P1, P2, P3, P5, C7 · three pages and an own question, heard, printed by ${name} and found in the PDF – ${family.language}, ${String(family.sizePt)} pt`, async ({
      page,
      watch,
    }) => {
      test.slow();
      test.skip(why() !== undefined, why() ?? '');
      await using desk = await open();
      await listen(page);
      await withSite({ print: desk.settings, hospitalName: 'Riverside Hospital' }, { page, watch }, async ({ url }) => {
        const kiosk = await collects(new Kiosk(page, hands.touch, url, watch), family);
        await hearsIt(kiosk, family.folder);
        await kiosk.presses(kiosk.button(family.words.text('print.do')));
        await page.locator('kiosk-summary .ticket [data-passage^="tickets#"]').waitFor();
        const ticket = letters(await page.locator('kiosk-summary .ticket').innerText());
        await expect.poll(async () => (await desk.documents()).length, { timeout: 30_000 }).toBe(1);
        await expect(page.locator('kiosk-summary .outcome')).toContainText(family.words.text('print.sent'));
        const [document] = await desk.documents();
        const { cover, body, sizesPt } = await readPdf(document ?? Buffer.alloc(0));

        expect(cover, 'the ticket on the screen is the ticket on the paper').toContain(ticket);
        let at = 0;
        for (const { page: id, part } of kept) {
          const found = body.indexOf(wholePart(await pageIn(kiosk, family.folder, id), part), at);
          expect(found, `${id}, ${part}, whole and after what comes before it`).toBeGreaterThanOrEqual(at);
          at = found + 1;
        }
        expect(body.indexOf(letters(family.question), at)).toBeGreaterThan(at);
        for (const { page: id, part } of kept) {
          const others = beginnings(await pageIn(kiosk, family.folder, id), part);
          expect(others.length).toBeGreaterThan(5);
          for (const other of others) expect(body, 'what was not kept').not.toContain(other);
        }
        expect(sizesPt[0], 'the size of most words').toBe(family.sizePt);
      });
    });
  }
}
