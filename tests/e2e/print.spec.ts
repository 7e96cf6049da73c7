/** The printed summary: what was kept is found in the PDF again, whole and in order, and nothing else of the visit (P2). */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import type { MakePdf } from '../../electron/host/printing/documents.ts';
import { openBrowserShell } from '../../build/preview/shell.ts';
import type { Page, Passage, QuestionSheet } from '../../content/format/index.ts';
import type { KeptItem, PrintJob, PrintStep } from '../../renderer/host/printing.ts';
import { temporaryFolder } from '../support/damaged.ts';
import { findOrInstallBrowser } from '../support/find-or-install-browser.ts';
import { colourIn, inspectPdf, letters, readPdf, whyNoPoppler, whyNoQpdf } from '../support/pdf-reader.ts';
import { tracesIn } from '../support/traces.ts';

const root = join(import.meta.dirname, '..', '..');
const bundleDir = join(root, 'out', 'bundle');

const OWN = '<b>zqxvbluefinch</b> & when?';
const OWN_ARABIC = 'متى نعود؟';

const part = (page: string, id: string, openGates: readonly string[] = []): KeptItem => ({
  kind: 'part',
  page,
  version: 'full',
  part: id,
  openGates,
});

const items: readonly KeptItem[] = [
  part('neuroblastoma-came-back', 'trials'),
  part('neuroblastoma-came-back', 'in-short'),
  part('coping-and-support', 'other-support'),
  { kind: 'question', group: 'understanding', question: 'latest-test' },
  { kind: 'own-question', text: OWN },
  { kind: 'own-question', text: OWN_ARABIC },
  { kind: 'helpline', page: 'coping-and-support', helpline: 'cruk-nurses' },
];

const jobOf = (summary: Partial<PrintJob['summary']>, paper: PrintJob['paper'] = 'A4'): PrintJob => ({
  summary: { language: 'en-GB', step: 1, items, ...summary },
  ticket: { word: 'kingfisher', number: 12 },
  paper,
  hospitalName: 'St "Example" Hospital',
  deskDirections: 'The desk is by the doors.',
  urgentNumber: '0113 496 0000',
  printedOn: '2026-11-23',
});

const document = async <Document>(language: string, name: string): Promise<Document> =>
  JSON.parse(await readFile(join(bundleDir, language.toLowerCase(), `${name}.json`), 'utf8')) as Document;

const plain = ({ runs }: Passage): string => letters(runs.map(({ text }) => text).join(''));

/** A long line of bold Arabic is two columns to Poppler, which looks at gaps; no sentence of the notice is as long. */
const firstSentence = ({ runs }: Passage): string =>
  letters(
    runs
      .map(({ text }) => text)
      .join('')
      .split('.')[0] ?? '',
  );

/** Runs with a shell that can print; `folder` is where its browsers keep their profiles. */
const printing = async (use: (makePdf: MakePdf, folder: string) => Promise<void>): Promise<void> => {
  await using data = await temporaryFolder();
  const shell = await openBrowserShell({
    port: 0,
    appDir: join(root, 'out', 'app'),
    bundleDir,
    dataDir: data.path,
    printWith: { program: findOrInstallBrowser(() => undefined), isRoot: process.getuid?.() === 0 },
    write: () => undefined,
    now: Date.now,
  });
  try {
    if (shell.makePdf === undefined) throw new Error('This shell cannot print.');
    await use(shell.makePdf, data.path);
  } finally {
    await shell.close();
  }
};

const soon = (): AbortSignal => AbortSignal.timeout(30_000);

const familiesOf = [
  ['en-GB', 1, 'A4'],
  ['en-GB', 2, 'Letter'],
  ['en-GB', 3, 'A4'],
  ['en-GB', 4, 'Letter'],
  ['cy', 2, 'A4'],
  ['ar', 1, 'A4'],
  ['ar', 3, 'Letter'],
] as const satisfies readonly (readonly [string, PrintStep, PrintJob['paper']])[];

const sizesPt: Readonly<Record<PrintStep, number>> = { 1: 14, 2: 16, 3: 18, 4: 24 };

/** Arabic letters are lower in their em than Latin ones: `size-adjust` in `renderer/styles/fonts.css` makes up for it. */
const ARABIC_ADJUST = 1.12;

const sheetsPt: Readonly<Record<PrintJob['paper'], readonly [number, number]>> = { A4: [595, 842], Letter: [612, 792] };

test.describe('P2 · the printed summary', () => {
  const why = whyNoPoppler();
  test.skip(why !== undefined, why);

  for (const [language, step, paper] of familiesOf) {
    test(`${language}, size ${String(step)} on ${paper}: what was kept is there, in order, in that size, tagged and titled`, async () => {
      const page = await document<Page>(language, 'pages/neuroblastoma-came-back');
      const [inShort, trials] = ['in-short', 'trials'].map((id) => page.parts.find((found) => found.id === id));
      await printing(async (makePdf) => {
        const made = await readPdf(await makePdf(jobOf({ language, step }, paper), soon()));
        const bullets = inShort?.blocks.flatMap((block) => (block.kind === 'list' ? block.items : [])) ?? [];
        expect(bullets.length).toBeGreaterThan(2);
        if (inShort === undefined || trials === undefined) throw new Error('The page has lost its parts.');
        const order = [
          plain(page.title),
          firstSentence(page.review.overdue),
          plain(inShort.heading),
          ...bullets.map(plain),
          plain(trials.heading),
          letters(OWN),
          letters(OWN_ARABIC),
        ];
        let at = 0;
        for (const piece of order) {
          const found = made.body.indexOf(piece, at);
          expect(found, `“${piece}” after ${String(at)}`).toBeGreaterThanOrEqual(at);
          at = found + piece.length;
        }
        expect(made.sizesPt[0]).toBeCloseTo(sizesPt[step] * (language === 'ar' ? ARABIC_ADJUST : 1), 1);
        expect(
          Math.min(...made.sizesPt.filter((size) => size > 0)),
          'nothing is smaller than the least',
        ).toBeGreaterThanOrEqual(11);
        expect(made.sheetPt.map(Math.round)).toEqual(sheetsPt[paper]);
        expect(made.language).toBe(language);
        expect(made.title).not.toBe('');
      });
    });
  }

  test('every heading is a bookmark, none is skipped, and headings, lists, tables and pictures are tagged as such', async () => {
    await printing(async (makePdf) => {
      const rich = [
        ...items,
        part('risk-groups-and-stages', 'older-stages'),
        part('neuroblastoma-came-back', 'high-risk'),
      ];
      const { outline, tags, pages, margins } = await readPdf(await makePdf(jobOf({ items: rich }), soon()));
      const roles = tags.map(({ role }) => role);
      for (const role of ['H1', 'H2', 'H3', 'P', 'L', 'LI', 'Table', 'TR', 'TH', 'TD', 'Figure'])
        expect(roles, role).toContain(role);
      for (const { role, alternative } of tags)
        if (role === 'Figure') expect(alternative, 'what a picture shows is said').toMatch(/\S/);
      const headings = roles.filter((role) => /^H[1-6]$/.test(role)).map((role) => Number(role.slice(1)));
      expect(headings[0]).toBe(1);
      for (const [index, level] of headings.entries())
        expect(level, 'no level is skipped').toBeLessThanOrEqual((headings[index - 1] ?? 0) + 1);
      expect(outline.map(({ level }) => level)).toEqual(headings);
      expect(margins.length).toBe(pages);
      for (const [index, margin] of margins.entries()) {
        expect(margin).toContain(letters(`Page ${String(index + 1)} of ${String(pages)}`));
        expect(margin, 'the hospital and its number are on every sheet').toContain(letters('St Example Hospital'));
        expect(margin).toContain(letters('0113 496 0000'));
      }
    });
  });

  test('the file is sound, tagged and without colour', async () => {
    const none = whyNoQpdf();
    test.skip(none !== undefined, none);
    await printing(async (makePdf, folder) => {
      const rich = [
        ...items,
        part('risk-groups-and-stages', 'older-stages'),
        part('neuroblastoma-came-back', 'high-risk'),
      ];
      const file = join(folder, 'summary.pdf');
      await writeFile(file, await makePdf(jobOf({ items: rich }), soon()));
      expect(inspectPdf(file)).toEqual({ faults: '', isTagged: true });
      expect(colourIn(file), 'black on white').toBe(0);
    });
  });

  test('a line has some 60 to 70 letters in the smallest size, and no heading is the last line of a sheet', async () => {
    await printing(async (makePdf) => {
      const long = (await document<Page>('en-GB', 'pages/neuroblastoma-came-back')).parts
        .filter(({ id }) => id !== 'references')
        .map(({ id }) => part('neuroblastoma-came-back', id));
      const { lines } = await readPdf(await makePdf(jobOf({ items: long }), soon()));
      const prose = lines.flat().filter(({ text, sizePt }) => Math.round(sizePt) === 14 && text.length > 45);
      const lengths = prose.map(({ text }) => text.length).toSorted((one, other) => one - other);
      expect(lengths.length).toBeGreaterThan(40);
      expect(lengths[lengths.length >> 1], 'the middle of all full lines').toBeGreaterThanOrEqual(55);
      expect(lengths.at(-1), 'the longest').toBeLessThanOrEqual(75);
      expect(lines.length).toBeGreaterThan(5);
      for (const sheet of lines) expect(sheet.at(-1)?.sizePt, sheet.at(-1)?.text).toBeLessThan(15.5);
    });
  });

  test('Easy Read is printed with a picture beside each idea', async () => {
    await printing(async (makePdf) => {
      const easy: KeptItem = {
        kind: 'part',
        page: 'tests-and-scans',
        version: 'easy',
        part: 'in-short',
        openGates: [],
      };
      const page = await document<Page>('en-GB', 'easy/tests-and-scans');
      const ideas =
        page.parts.find(({ id }) => id === 'in-short')?.blocks.filter((block) => block.kind === 'idea') ?? [];
      expect(ideas.length).toBeGreaterThan(2);
      const { body } = await readPdf(await makePdf(jobOf({ items: [easy] }), soon()));
      for (const { passage } of ideas) expect(body).toContain(plain(passage));
    });
  });

  test('what is behind a gate that was not opened is not printed; behind one that was, it is (principle 3)', async () => {
    const page = await document<Page>('en-GB', 'pages/coping-and-support');
    const gate = page.parts.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'gate');
    const first = gate?.kind === 'gate' ? gate.content[0] : undefined;
    if (gate?.kind !== 'gate' || first?.kind !== 'paragraph') throw new Error('The page has lost its gate.');
    await printing(async (makePdf) => {
      const closed = await readPdf(await makePdf(jobOf({}), soon()));
      expect(closed.body).not.toContain(plain(first.passage));
      const opened = [part('coping-and-support', 'other-support', [gate.id])];
      const open = await readPdf(await makePdf(jobOf({ items: opened }), soon()));
      expect(open.body).toContain(plain(first.passage));
    });
  });

  test('P3 · the cover sheet has the ticket and no word of an illness', async () => {
    await printing(async (makePdf) => {
      const { cover } = await readPdf(await makePdf(jobOf({}), soon()));
      expect(cover).toContain('Kingfisher12');
      expect(cover).not.toMatch(/cancer|oncolog|neuroblast|tumour|chemo/i);
    });
  });

  test('only used words are explained, and questions come from the sheet in its own words', async () => {
    const sheet = await document<QuestionSheet>('en-GB', 'questions');
    const asked = sheet.groups[0]?.questions.find(({ id }) => id === 'latest-test');
    if (asked === undefined) throw new Error('The sheet has lost its question.');
    await printing(async (makePdf) => {
      const { body } = await readPdf(await makePdf(jobOf({ items: items.slice(3, 5) }), soon()));
      expect(body).toContain(plain(asked.passage));
      expect(body).toContain(letters(OWN));
      expect(body).not.toContain('Wordsexplained');
    });
  });

  test('two hundred things, and questions of 2,000 letters in one word, are printed whole', async () => {
    await printing(async (makePdf) => {
      const endless = 'x'.repeat(2000);
      const many = Array.from({ length: 198 }, (_value, index): KeptItem => ({
        kind: 'own-question',
        text: `Question ${String(index)} of many?`,
      }));
      const all: readonly KeptItem[] = [
        ...many,
        { kind: 'own-question', text: endless },
        part('neuroblastoma-came-back', 'in-short'),
      ];
      const { body, lines } = await readPdf(await makePdf(jobOf({ items: all }), soon()));
      expect(body).toContain('Question0ofmany');
      expect(body).toContain('Question197ofmany');
      expect(body, 'broken over lines and not cut').toContain(endless);
      expect(lines.length).toBeGreaterThan(30);
    });
  });

  test('P6 · a page that is gone costs nobody the rest, and the cover says that it is missing', async () => {
    await printing(async (makePdf) => {
      const { cover, body } = await readPdf(
        await makePdf(jobOf({ items: [...items, part('no-such-page', 'in-short')] }), soon()),
      );
      expect(cover).toContain(letters('One thing that was kept could not be printed'));
      expect(body).toContain(letters(OWN));
    });
  });

  test('X5 · nothing of what was printed is left in the data folder, and a print that is given up ends at once', async () => {
    await printing(async (makePdf, folder) => {
      await makePdf(jobOf({}), soon());
      expect(await tracesIn(folder, ['zqxvbluefinch'])).toEqual([]);
      const control = new AbortController();
      const given = makePdf(jobOf({}), control.signal);
      control.abort();
      await expect(given).rejects.toThrow('given up');
      await expect(makePdf(jobOf({ items: [part('no-such-page', 'in-short')] }), soon())).rejects.toThrow('laid out');
    });
  });
});
