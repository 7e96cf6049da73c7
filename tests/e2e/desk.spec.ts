/** The desk (V3, P4, P6): tickets behind the PIN, let go, called off, and told of – with a real queue and a real folder. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { temporaryFolder } from '../support/damaged.ts';
import { type Hand, hands, keypads } from '../support/hands.ts';
import { Kiosk } from '../support/kiosk.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { markup } from '../support/markup.ts';
import { withSite } from '../support/site.ts';
import { answers, entersPin, hasContent, opensDesk } from '../support/staff-screens.ts';
import { getSurroundings } from '../support/surroundings.ts';
import { expect, test } from '../support/test.ts';
import { words, wordsOf } from '../support/words.ts';

const PIN = '950318';
const CANARY = 'zqxvbluefinch';

/** A PDF is made by a browser of its own. */
const slow = { timeout: 20_000 };

/** Asks a question of one’s own and sends it to the desk; the ticket as it is shown. */
const sendsToTheDesk = async (kiosk: Kiosk): Promise<string> => {
  const { page } = kiosk;
  await kiosk.opens('#/questions/your-own');
  await page.locator('kiosk-questions .field input').focus();
  await page.keyboard.insertText(CANARY);
  await page.keyboard.press('Enter');
  await kiosk.presses(page.locator('#your-own .keep'));
  await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
  await kiosk.presses(kiosk.button(words.text('print.do')));
  const ticket = page.locator('kiosk-summary .ticket');
  await ticket.locator('[data-passage^="tickets#"]').waitFor();
  return (await ticket.innerText()).replace(/\s+/g, ' ').trim();
};

const choosesPin = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.page.goto('about:blank');
  await kiosk.opens('#/staff');
  await entersPin(kiosk, PIN);
  await entersPin(kiosk, PIN);
  await kiosk.button(kiosk.words.text('staff.finish')).waitFor();
};

const desk = (page: Page): Locator => page.locator('kiosk-staff .desk');
const ticketNamed = (page: Page, name: string): Locator =>
  desk(page).locator('.tickets > li', { has: page.getByRole('heading', { name, exact: true }) });
const act = (ticket: Locator, key: 'release' | 'cancel' | 'cancel.yes' | 'cancel.no'): Locator =>
  ticket.locator(`[data-act="desk.${key}"]`);

const documentsIn = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('.pdf'));

for (const hand of [hands.touch, hands.keyboard, keypads.arrows] satisfies readonly Hand[]) {
  test(`V3, P4 · held at the desk: staff see ticket, pages and state, let one go and call one off – by ${hand.name}`, async ({
    page,
    watch,
  }) => {
    test.slow();
    await withSite({ print: { to: 'folder', mode: 'hold' } }, { page, watch }, async ({ url, stderr }, siteFile) => {
      const folder = join(dirname(siteFile), 'data', 'desk');
      const kiosk = new Kiosk(page, hands.touch, url, watch);
      const first = await sendsToTheDesk(kiosk);
      await page.goto('about:blank');
      const second = await sendsToTheDesk(kiosk);
      expect(second).not.toBe(first);

      const told: string[] = [];
      page.on('response', (response) => {
        if (response.url().includes('/host/')) void response.text().then((text) => told.push(text));
      });
      await choosesPin(kiosk);
      const staff = new Kiosk(page, hand, url, watch);
      const [one, other] = [ticketNamed(page, first), ticketNamed(page, second)];
      await expect(one).toContainText(words.text('desk.state.held'), slow);
      await expect(other).toContainText(words.text('desk.state.held'), slow);
      await expect(one).toContainText(words.format('desk.age', { minutes: 0 }));
      await expect(desk(page)).toContainText(words.text('desk.folder.well'));
      expect(await documentsIn(folder)).toEqual([]);

      await staff.presses(act(one, 'release'));
      await expect(desk(page).locator('.said')).toHaveText(words.text('desk.released'));
      await expect(one, 'by itself').toContainText(words.text('desk.state.sent'), slow);
      await expect(act(one, 'release')).toHaveCount(0);
      expect(await documentsIn(folder)).toHaveLength(1);

      await staff.presses(act(other, 'cancel'));
      await expect(act(other, 'cancel.no'), 'what keeps it comes first').toBeFocused();
      await staff.presses(act(other, 'cancel.no'));
      await expect(other).toContainText(words.text('desk.state.held'));
      await expect(other.getByRole('heading')).toBeFocused();
      await staff.presses(act(other, 'cancel'));
      await staff.presses(act(other, 'cancel.yes'));
      await expect(other).toContainText(words.text('desk.state.cancelled'));
      expect(await documentsIn(folder)).toHaveLength(1);

      expect(told.filter((text) => text.includes('"tickets"')).length, 'the desk was asked for').toBeGreaterThan(1);
      expect(told.join(), 'nothing of a summary comes to the desk’s panel').not.toContain(CANARY);
      expect(await markup(page)).not.toContain(CANARY);
      expect(await readFile(join(folder, (await documentsIn(folder))[0] ?? ''), 'latin1')).toContain('%PDF-');
      expect(stderr()).not.toContain(CANARY);
    });
  });
}

test('P6, V3 · a folder that is gone is told with its mend, the ticket is kept, and goes once the folder is back', async ({
  page,
  watch,
}) => {
  test.slow();
  await using share = await temporaryFolder();
  const folder = join(share.path, 'desk');
  await mkdir(folder);
  await withSite({ print: { to: 'folder', folder } }, { page, watch }, async ({ url }) => {
    const kiosk = new Kiosk(page, hands.touch, url, watch);
    await rm(folder, { recursive: true });
    const name = await sendsToTheDesk(kiosk);
    await expect(page.locator('kiosk-summary .outcome')).toContainText(words.text('print.waiting'), slow);
    await choosesPin(kiosk);
    const ticket = ticketNamed(page, name);
    await expect(desk(page)).toContainText(words.text('desk.folder.offline'), slow);
    await expect(ticket).toContainText(words.text('desk.state.waiting'));
    await mkdir(folder);
    await kiosk.presses(act(ticket, 'release'));
    await expect(ticket).toContainText(words.text('desk.state.sent'), slow);
    expect(await documentsIn(folder)).toHaveLength(1);
    await expect(desk(page)).toContainText(words.text('desk.folder.well'), slow);
  });
});

test('V3 · a test sheet is printed and is in the list; it is nobody’s', async ({ page, watch }) => {
  test.slow();
  await withSite({ print: { to: 'folder', mode: 'hold' } }, { page, watch }, async ({ url }, siteFile) => {
    const kiosk = new Kiosk(page, hands.touch, url, watch);
    await choosesPin(kiosk);
    await expect(desk(page)).toContainText(words.text('desk.none'));
    await kiosk.presses(kiosk.button(words.text('desk.test')));
    await expect(desk(page).locator('.said')).toHaveText(words.text('desk.tested'));
    await expect(desk(page).locator('.tickets > li')).toHaveCount(1);
    await expect(desk(page).locator('.tickets')).toContainText(words.text('desk.state.sent'), slow);
    expect(await documentsIn(join(dirname(siteFile), 'data', 'desk'))).toHaveLength(1);
  });
});

test('P4 · a double tap on ‘Print it at the desk’ is one ticket and one document', async ({ page, watch }) => {
  test.slow();
  await withSite({ print: { to: 'folder' } }, { page, watch }, async ({ url }, siteFile) => {
    const kiosk = new Kiosk(page, hands.touch, url, watch);
    await kiosk.opens('#/questions/your-own');
    await page.locator('kiosk-questions .field input').focus();
    await page.keyboard.insertText(CANARY);
    await page.keyboard.press('Enter');
    await kiosk.presses(page.locator('#your-own .keep'));
    await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
    await kiosk.button(words.text('print.do')).dblclick();
    await expect(page.locator('kiosk-summary .outcome')).toContainText(words.text('print.sent'), slow);
    await expect(page.locator('kiosk-summary .ticket')).toHaveCount(1);
    await choosesPin(kiosk);
    await expect(desk(page).locator('.tickets > li')).toHaveCount(1);
    expect(await documentsIn(join(dirname(siteFile), 'data', 'desk'))).toHaveLength(1);
  });
});

test('L6, P4 · a kiosk that was killed with summaries waiting has none of them: the desk is told why, and knows no such ticket', async ({
  page,
  watch,
}) => {
  test.slow();
  await using folder = await temporaryFolder();
  const siteFile = join(folder.path, 'site.json');
  await writeFile(siteFile, JSON.stringify({ print: { to: 'folder', mode: 'hold' } }));
  const starts = () =>
    startKiosk({
      dataDir: join(folder.path, 'data'),
      cwd: folder.path,
      args: ['--site', siteFile, '--bundle', getSurroundings().bundleDir],
    });
  const killed = await starts();
  watch.expectTrouble(/left the kiosk/);
  watch.expectTrouble(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET|Failed to fetch/);
  const name = await sendsToTheDesk(new Kiosk(page, hands.touch, killed.url, watch));
  await expect(page.locator('kiosk-summary .outcome')).toContainText(words.text('print.held'), slow);
  process.kill(killed.pid, 'SIGKILL');
  expect(await killed.ended).toBe('SIGKILL');

  const again = await starts();
  try {
    expect(again.stderr()).toMatch(/1 summary waited when the kiosk was ended, and is gone/);
    const kiosk = new Kiosk(page, hands.touch, again.url, watch);
    await choosesPin(kiosk);
    await expect(desk(page)).toContainText(words.format('desk.lost', { summaries: 1 }));
    await expect(desk(page)).toContainText(words.text('desk.none'));
    await expect(ticketNamed(page, name)).toHaveCount(0);
    expect(await documentsIn(join(folder.path, 'data', 'desk'))).toEqual([]);
    const journal = await readdir(join(folder.path, 'data'), { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      journal.filter((file) => file.isFile()).map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    expect(texts.join()).toContain('prints-lost');
    expect(texts.join(), 'nothing of what was lost is anywhere').not.toContain(CANARY);
    await page.goto('about:blank');
  } finally {
    expect(await again.stop()).toBe(0);
  }
});

test.describe('V3 · the panel, as the host tells it', () => {
  test('refreshes itself while it is open, without moving the focus, and says so when the kiosk does not answer', async ({
    kiosk,
    page,
  }) => {
    const held = { ticket: { word: 'kingfisher', number: 12 }, state: 'held', pages: 3, ageSeconds: 61 } as const;
    await opensDesk(kiosk, { tickets: [held], lostInRestart: 0, printer: { kind: 'printer' } });
    const ticket = ticketNamed(page, 'Kingfisher 12');
    await expect(ticket).toContainText(words.format('desk.pages', { pages: 3 }));
    await expect(ticket).toContainText(words.format('desk.age', { minutes: 1 }));
    await expect(ticket.locator('[lang="cy"]'), 'as whoever reads Welsh may call it').toHaveText('Glas y dorlan');
    await act(ticket, 'release').focus();
    await answers(page, 'deskTickets', {
      tickets: [{ ticket: { word: 'oak', number: 20 }, state: 'queued', ageSeconds: 1 }, held],
      lostInRestart: 0,
      printer: { kind: 'printer', need: 'jam' },
    });
    await expect(desk(page).locator('.tickets > li')).toHaveCount(2);
    await expect(desk(page)).toContainText(words.text('desk.need.jam'));
    await expect(act(ticket, 'release')).toBeFocused();
    await page.route('**/host/deskTickets', (route) =>
      route.fulfill({ json: { ok: false, error: { code: 'unavailable' } } }),
    );
    await expect(desk(page)).toContainText(words.text('desk.old'));
    await expect(desk(page).locator('.tickets > li'), 'what was known stays').toHaveCount(2);
  });

  test('a ticket that went meanwhile is told as such; a token that serves no more asks for the PIN again', async ({
    kiosk,
    page,
  }) => {
    const held = { ticket: { word: 'kingfisher', number: 12 }, state: 'held', pages: 3, ageSeconds: 61 } as const;
    await opensDesk(kiosk, { tickets: [held], lostInRestart: 0, printer: { kind: 'printer' } });
    const refused = { json: { ok: false, error: { code: 'refused' } } };
    await page.route('**/host/releaseTicket', (route) => route.fulfill(refused));
    await kiosk.presses(act(ticketNamed(page, 'Kingfisher 12'), 'release'));
    await expect(desk(page).locator('.said')).toHaveText(words.text('desk.late'));
    await page.route('**/host/deskTickets', (route) => route.fulfill(refused));
    await expect(kiosk.title).toHaveText(words.text('staff.enter.title'));
    await expect(page.locator('kiosk-staff .said')).toHaveText(words.text('staff.late'));
    await expect(desk(page)).toHaveCount(0);
  });

  for (const language of ['cy', 'ar'] as const) {
    test(`is in ${language} where staff read that`, async ({ page, watch, kioskUrl }) => {
      const kiosk = new Kiosk(page, hands.touch, kioskUrl, watch);
      const held = { ticket: { word: 'kingfisher', number: 12 }, state: 'held', pages: 3, ageSeconds: 61 } as const;
      await opensDesk(kiosk, { tickets: [held], lostInRestart: 1, printer: { kind: 'folder', need: 'full' } });
      await kiosk.presses(page.locator('kiosk-header [data-panel="language"]'));
      await kiosk.presses(kiosk.panel('language').locator(`button[lang="${language}"]`));
      const own = wordsOf(language);
      await expect(desk(page)).toContainText(own.text('desk.folder.full'));
      await expect(desk(page)).toContainText(own.text('desk.state.held'));
      await expect(desk(page).getByRole('heading', { level: 3 })).toContainText(
        language === 'cy' ? 'Glas y dorlan' : 'رفراف',
      );
      await expect(desk(page).locator('.also [lang="en-GB"]')).toHaveText('Kingfisher');
    });
  }

  test('P7 · is not there on a kiosk without a printer', async ({ kiosk, page }) => {
    await answers(page, 'pinStatus', { pin: 'set', waitSeconds: 0, triesLeft: 5 });
    await answers(page, 'enterPin', {
      entered: true,
      token: 'a token of the tests',
      kiosk: { productVersion: '1.2.3', calibration: { pixelsPerInch: 102.5, viewingDistanceMm: 600 } },
    });
    await hasContent(page);
    let asked = 0;
    page.on('request', (request) => {
      if (request.url().endsWith('/deskTickets')) asked += 1;
    });
    await kiosk.opens('#/staff');
    await entersPin(kiosk, '1');
    await kiosk.button(words.text('staff.finish')).waitFor();
    await expect(desk(page)).toHaveCount(0);
    expect(asked).toBe(0);
  });
});
