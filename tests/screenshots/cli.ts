/**
 * `npm run screenshots`: the pictures of the README, taken of the kiosk itself.
 *
 * Each picture is a screen a visitor can reach: an address, the steps taken there, a size and a theme.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { withKioskAndBrowser } from '../support/kiosk-with-browser.ts';

interface Picture {
  readonly name: string;
  readonly size: readonly [width: number, height: number];
  readonly address: string;
  /** What a visitor does first, by the names of the buttons pressed. */
  readonly presses?: readonly string[];
  /** Where the words being spoken are lit, waits for that many words. */
  readonly hears?: number;
}

const portrait = [1080, 1920] as const;
const landscape = [1920, 1080] as const;
const page = '#/page/neuroblastoma-came-back';

const pictures: readonly Picture[] = [
  { name: 'attract', size: portrait, address: '#/' },
  { name: 'home', size: portrait, address: '#/home' },
  { name: 'page', size: portrait, address: page },
  { name: 'page-reading-aloud', size: portrait, address: `${page}/high-risk`, presses: ['Read to me'], hears: 4 },
  { name: 'easy-read', size: portrait, address: '#/easy/tests-and-scans' },
  { name: 'questions', size: portrait, address: '#/questions' },
  { name: 'page-largest-words', size: portrait, address: page, presses: ['Words', 'Largest'] },
  {
    name: 'page-yellow-on-black',
    size: landscape,
    address: `${page}/trial-t-cells`,
    presses: ['Colours', 'Yellow on black', 'Close'],
  },
  { name: 'page-landscape', size: landscape, address: `${page}/joining-a-trial` },
];

const folder = import.meta.dirname;

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const [width, height] = picture.size;
  const screen = await browser.newPage({ viewport: { width, height } });
  await screen.goto(url + picture.address);
  await screen.locator('kiosk-app main > *').waitFor();
  for (const name of picture.presses ?? []) await screen.getByRole('button', { name, exact: true }).click();
  if (picture.hears !== undefined) await hears(screen, picture.hears);
  await screen.evaluate(() => document.fonts.ready);
  await screen.screenshot({ path: join(folder, 'pictures', `${picture.name}.png`) });
  await screen.close();
}

/** Waits until so many different words have been lit. */
async function hears(screen: Page, words: number): Promise<void> {
  await screen.waitForFunction((wanted) => {
    const kept = window as unknown as { heard?: Set<string> };
    kept.heard ??= new Set();
    for (const range of CSS.highlights.get('spoken-word') ?? []) kept.heard.add((range as Range).toString());
    return kept.heard.size >= wanted;
  }, words);
}

await mkdir(join(folder, 'pictures'), { recursive: true });
await withKioskAndBrowser(async ({ browser, url }) => {
  for (const picture of pictures) {
    await take(browser, url, picture);
    process.stdout.write(`${picture.name}.png\n`);
  }
});
