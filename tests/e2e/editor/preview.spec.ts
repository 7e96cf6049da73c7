/** E3 · The preview: the kiosk's own page in a frame, while its text is being edited. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright/test';
import { toolCalls, toolPaths } from '../../../build/editor/pages/contract.ts';
import { inRoot } from '../../support/checkout.ts';
import { type PreviewTool, startPreview } from '../../support/preview-tool.ts';
import { expect, test as base } from '../../support/test.ts';

const PAGE_FILE = 'en/pages/tired-after-treatment.md';
const ROUTE = '#/page/tired-after-treatment';

const test = base.extend<{ readonly tool: PreviewTool }>({
  tool: async ({ locale: _locale }, use) => {
    const tool = await startPreview();
    await use(tool);
    expect(await tool.stop(), 'it ends as it was asked to').toBe(0);
  },
  kioskUrl: ({ tool }, use) => use(tool.url),
});

/** The kiosk that is shown; the next one loads behind it. */
const kioskIn = (page: Page) => page.frameLocator('iframe.shown');

const opens = async (page: Page, tool: PreviewTool, route = ROUTE): Promise<void> => {
  await page.goto(`${tool.url}preview${route}`);
  await expect(kioskIn(page).locator('main h1')).toBeVisible();
};

const edits = async (tool: PreviewTool, before: string, after: string): Promise<void> => {
  const text = await tool.read(PAGE_FILE);
  expect(text, 'the sentence stands in the page').toContain(before);
  await tool.save(PAGE_FILE, text.replace(before, after));
};

const scrolled = (page: Page): Promise<number> =>
  kioskIn(page)
    .locator('.scroller')
    .evaluate(({ scrollTop }) => scrollTop);

test('E3 · says where it is in one line, and shows the page as the kiosk does', async ({ page, tool }) => {
  await opens(page, tool);
  expect(tool.stdout().match(/^ready http:\/\/127\.0\.0\.1:\d+\/preview$/gm)).toHaveLength(1);
  await expect(kioskIn(page).locator('main h1')).toHaveText('Feeling tired after treatment');
  await expect(kioskIn(page).locator('kiosk-toolbar')).toBeVisible();
});

test('E3 · what is saved is shown, at the same place, in the size and the colours chosen', async ({ page, tool }) => {
  await opens(page, tool);
  await page.getByLabel('Screen').selectOption('1366 × 768');
  await page.getByLabel('Size').selectOption('4');
  await page.getByLabel('Colours').selectOption('white-on-black');
  const heading = kioskIn(page).locator('h2', { hasText: 'After chemotherapy' });
  await heading.scrollIntoViewIfNeeded();
  await kioskIn(page)
    .locator('.scroller')
    .evaluate((scroller) => scroller.scrollBy({ top: 300 }));
  const place = await scrolled(page);
  expect(place).toBeGreaterThan(300);

  await edits(tool, 'Rest when you can.', 'Lie down when you can.');
  await expect(kioskIn(page).getByText('Lie down when you can.')).toBeAttached();
  expect(Math.abs((await scrolled(page)) - place), 'the same place').toBeLessThan(4);
  await expect(kioskIn(page).locator('html')).toHaveAttribute('data-theme', 'white-on-black');
  await expect(page.getByLabel('Colours')).toHaveValue('white-on-black');
  await expect(page.getByLabel('Size')).toHaveValue('4');
});

test('E3 · a mistake is told with its place and its mend; the last good page stays until it is mended', async ({
  page,
  tool,
}) => {
  await opens(page, tool);
  const panel = page.getByRole('region', { name: 'Problems' });
  const error = panel.getByRole('listitem').filter({ hasText: 'Error' });
  await edits(tool, '[your blood](term:blood-count)', '[your blood](term:blood-cuont)');
  await expect(error).toHaveText(
    /content\/en\/pages\/tired-after-treatment\.md:\d+:\d+ Error \(unknown-term\): .+ Why it matters: .+ How to mend it: .+/,
  );
  await expect(page.getByRole('status')).toHaveText('The page is as it was before the errors.');
  await expect(kioskIn(page).getByText('Many people feel tired')).toBeAttached();

  await edits(tool, '[your blood](term:blood-cuont)', '[your own blood](term:blood-count)');
  await expect(error).toHaveCount(0);
  await expect(kioskIn(page).getByText('your own blood')).toBeAttached();
});

test('E3 · every problem is told at once, and nothing of what was saved is lost', async ({ page, tool }) => {
  await opens(page, tool);
  await edits(tool, 'term:blood-count', 'term:blood-cuont');
  await edits(tool, 'src=cell.svg', 'src=sell.svg');
  const errors = page.getByRole('region', { name: 'Problems' }).getByRole('listitem').filter({ hasText: 'Error' });
  await expect(errors.filter({ hasText: 'blood-cuont' })).toHaveCount(1);
  await expect(errors.filter({ hasText: 'sell.svg' })).toHaveCount(1);
});

test('E3 · the switcher changes screen, colours, size and version, and follows what is pressed in the kiosk', async ({
  page,
  tool,
}) => {
  await opens(page, tool);
  const kiosk = kioskIn(page);
  const root = kiosk.locator('html');
  const capHeight = () => root.evaluate((html) => getComputedStyle(html).getPropertyValue('--cap-height-mm'));
  await page.getByLabel('Colours').selectOption('yellow-on-black');
  await expect(root).toHaveAttribute('data-theme', 'yellow-on-black');
  const before = await capHeight();
  await page.getByLabel('Size').selectOption('3');
  await expect.poll(capHeight).not.toBe(before);
  await page.getByLabel('Screen').selectOption('1920 × 1080');
  await expect.poll(() => root.evaluate(() => [window.innerWidth, window.innerHeight])).toEqual([1920, 1080]);
  await page.getByLabel('Version').selectOption('easy');
  await expect(kiosk.locator('main h1')).toHaveText('Feeling tired');
  await page.getByLabel('Version').selectOption('full');
  await expect(kiosk.locator('main h1')).toHaveText('Feeling tired after treatment');
  await page.getByLabel('Page').selectOption({ label: 'Start' });
  await expect(kiosk.getByRole('link', { name: /Living with treatment/ })).toBeVisible();
  await kiosk.getByRole('link', { name: /Living with treatment/ }).click();
  await kiosk
    .locator('main')
    .getByRole('link', { name: /Feeling tired/ })
    .click();
  await expect(page.getByLabel('Page')).toHaveValue(ROUTE);
});

test('E3, R1 · ‘Listen’ reads aloud, also a sentence that was only just saved', async ({ page, tool }) => {
  await opens(page, tool);
  await edits(tool, 'Many people feel tired after **chemotherapy**.', 'Many people need a long rest.');
  await expect(kioskIn(page).getByText('Many people need a long rest.')).toBeAttached();
  const clip = await page.evaluate(async () => {
    const answer = await fetch('/content/en-gb/narration/pages/tired-after-treatment.json');
    const { passages } = (await answer.json()) as {
      readonly passages: Readonly<Record<string, readonly { readonly clip: string; readonly end: number }[]>>;
    };
    const said = Object.values(passages).flat();
    const sound = await Promise.all(
      said.map(async (one) => (await fetch(`/content/${one.clip}`)).headers.get('content-type')),
    );
    return { sentences: said.length, kinds: [...new Set(sound)] };
  });
  expect(clip.sentences).toBeGreaterThan(10);
  expect(clip.kinds).toEqual(['audio/ogg']);
  await page.getByRole('button', { name: 'Listen' }).click();
  await expect(kioskIn(page).locator('kiosk-reading-panel')).toBeVisible();
});

test('E3, L4 · the keys of an editor’s browser stay theirs, in the kiosk’s frame as well', async ({ page, tool }) => {
  await opens(page, tool);
  const isRefused = await kioskIn(page)
    .locator('main h1')
    .evaluate((heading) => {
      const reload = new KeyboardEvent('keydown', { key: 'F5', bubbles: true, cancelable: true, composed: true });
      return !heading.dispatchEvent(reload);
    });
  expect(isRefused, 'a key that reloads').toBe(false);
});

test('E3 · somebody who writes for ten minutes is not asked whether they are still there', async ({ page, tool }) => {
  await page.clock.install();
  await opens(page, tool);
  await page.clock.runFor('10:00');
  await expect(kioskIn(page).locator('main h1')).toHaveText('Feeling tired after treatment');
  await expect(kioskIn(page).locator('kiosk-still-here')).toHaveCount(0);
});

test('L7 · the kiosk stands in a frame of its own origin only, and other hosts and origins are refused', async ({
  request,
  tool,
}) => {
  const kiosk = (await request.get(tool.url)).headers();
  expect(kiosk['content-security-policy']).toContain("frame-ancestors 'self';");
  expect(kiosk['x-frame-options']).toBe('SAMEORIGIN');
  const frame = (await request.get(`${tool.url}preview`)).headers();
  expect(frame['content-security-policy']).toContain("frame-ancestors 'none';");
  expect(frame['content-security-policy']).toMatch(/; frame-src 'self'$/);
  expect((await request.get(`${tool.url}preview`, { headers: { origin: 'http://elsewhere.example' } })).status()).toBe(
    403,
  );
  expect((await request.get(`${tool.url}preview`, { headers: { host: 'elsewhere.example' } })).status()).toBe(403);
  const call = await request.post(`${tool.url}host/${toolCalls.approveWord}`, {
    data: { folder: 'en', written: 'CAR', by: 'Nobody' },
    headers: { origin: new URL(tool.url).origin },
  });
  expect(call.status(), 'a call without the token of the page').toBe(403);
});

test('E3 · nothing of the tool is in the page that kiosks are given', async ({ tool: _tool }) => {
  const folder = inRoot('out', 'app');
  const names = await readdir(folder, { recursive: true });
  const files = names.filter((name) => /\.(?:js|html)$/.test(name));
  const code = (await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')))).join('\n');
  expect(code, 'this is the built page').toContain('kiosk-prefer');
  for (const trace of [...Object.values(toolCalls), ...Object.values(toolPaths), 'iframe']) {
    expect(code).not.toContain(`"${trace}`);
    expect(code).not.toContain(`\`${trace}`);
    expect(code).not.toContain(`'${trace}`);
  }
});
