/** R6 · Proofing speech: words that nobody has approved are heard, and approved, in the editors' tool. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright/test';
import { type PreviewTool, startPreview } from '../../support/preview-tool.ts';
import { expect, test as base } from '../../support/test.ts';

const LEXICON = 'lexicon/en.yaml';

/** A lexicon as people keep one. */
const kept = `# How words are said.

# Said as the word “car”.
- { written: CAR, phonemes: "k'A@" } # heard on paper only
- written: chemo   # the short form
  spoken: keemo

- { written: chemotherapy, spoken: keemo therapy, approvedBy: A Listener, approvedOn: 2025-05-16 }
`;

const test = base.extend<{ readonly tool: PreviewTool }>({
  tool: async ({ locale: _locale }, use) => {
    const tool = await startPreview();
    await tool.save(LEXICON, kept);
    await use(tool);
    await tool.stop();
  },
  kioskUrl: ({ tool }, use) => use(tool.url),
});

const wordIn = (page: Page, word: string) =>
  page.locator('#words > li').filter({ has: page.getByRole('heading', { name: word, exact: true }) });

const opensTheProof = async (page: Page, tool: PreviewTool): Promise<void> => {
  await expect
    .poll(async () => {
      await page.goto(`${tool.url}proof`);
      return page.getByRole('heading', { name: 'blood count', exact: true }).count();
    })
    .toBe(1);
};

/** Waits until the sound really runs. */
const hears = async (page: Page): Promise<string> => {
  const player = page.locator('#player');
  await expect
    .poll(() => player.evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.currentTime : 0)))
    .toBeGreaterThan(0.1);
  return player.evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.src : ''));
};

test('R6 · a word is heard alone and in its sentence, by touch', async ({ page, tool }) => {
  await opensTheProof(page, tool);
  const word = wordIn(page, 'radiotherapy');
  await expect(word).toContainText('Say it: ray-dee-oh-THEH-ruh-pee');
  await expect(word).toContainText('In a sentence: Chemotherapy and radiotherapy can both cause it.');
  await expect(word.getByRole('link', { name: 'Feeling tired after treatment' }).first()).toHaveAttribute(
    'href',
    '/preview#/page/tired-after-treatment',
  );
  await word.getByRole('button', { name: 'Alone: radiotherapy' }).tap();
  const alone = await hears(page);
  await word.getByRole('button', { name: 'In its sentence: radiotherapy' }).tap();
  await expect(page.getByRole('status')).toHaveText('Playing: Chemotherapy and radiotherapy can both cause it.');
  const inSentence = await hears(page);
  expect(inSentence).not.toBe(alone);
});

test('R6 · only what nobody approved is listed', async ({ page, tool }) => {
  await opensTheProof(page, tool);
  await expect(wordIn(page, 'blood count')).toHaveCount(1);
  await expect(wordIn(page, 'chemotherapy')).toHaveCount(0);
});

test('R6 · an approval asks once for a name, and is written into the lexicon with all else as it was, by keyboard', async ({
  page,
  tool,
}) => {
  await opensTheProof(page, tool);
  const approveButton = (word: string) =>
    page.getByRole('button', { name: `I heard it, it is right: ${word}`, exact: true });
  await approveButton('CAR').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Who is listening?' })).toBeVisible();
  await page.getByLabel('Your name').fill('R. Listener, ward 3');
  await page.keyboard.press('Enter');
  await expect(wordIn(page, 'CAR')).toHaveCount(0);
  await approveButton('blood count').focus();
  await page.keyboard.press('Enter');
  await expect(wordIn(page, 'blood count')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('status')).toContainText('Approved: blood count.');

  const today = new Date().toISOString().slice(0, 10);
  const heard = `approvedBy: 'R. Listener, ward 3', approvedOn: ${today}`;
  expect(await tool.read(LEXICON)).toBe(
    `${kept.replace(`"k'A@" }`, `"k'A@", ${heard} }`)}- { written: blood count, ${heard} }\n`,
  );
  await page.reload();
  await expect(wordIn(page, 'radiotherapy')).toHaveCount(1);
  await expect(wordIn(page, 'CAR')).toHaveCount(0);
});

test('R6 · who would rather not give a name approves nothing', async ({ page, tool }) => {
  await opensTheProof(page, tool);
  await page.getByRole('button', { name: 'I heard it, it is right: CAR', exact: true }).tap();
  await page.getByRole('button', { name: 'Not now' }).tap();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(wordIn(page, 'CAR')).toHaveCount(1);
  expect(await tool.read(LEXICON)).toBe(kept);
});

test('R5 · each passage of a page is told with the file its recording goes into', async ({ page, tool }) => {
  await opensTheProof(page, tool);
  await page.getByRole('combobox', { name: 'Page' }).selectOption('en: Feeling tired after treatment');
  const passage = page
    .locator('#passages > li')
    .filter({ hasText: 'Chemotherapy and radiotherapy can both cause it.' });
  await expect(passage.locator('code')).toHaveText('en/recordings/pages/tired-after-treatment/in-short.2.wav');
});

test('Q1 · axe finds nothing on the proof page, in its dialog, or on the preview around the kiosk', async ({
  page,
  tool,
}) => {
  await opensTheProof(page, tool);
  const found = async (): Promise<readonly string[]> =>
    (await new AxeBuilder({ page }).exclude('iframe').analyze()).violations.map(({ id, help }) => `${id}: ${help}`);
  expect(await found()).toEqual([]);
  await page.getByRole('button', { name: 'I heard it, it is right: CAR', exact: true }).tap();
  expect(await found()).toEqual([]);
  await page.goto(`${tool.url}preview#/home`);
  await expect(page.frameLocator('iframe.shown').locator('main h1')).toBeVisible();
  expect(await found()).toEqual([]);
});
