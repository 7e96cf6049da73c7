/** The staff’s screen in its moments (V1). The host’s answers are given on the way: no PIN of the tests’ kiosk is chosen. */
import type { Page } from 'playwright/test';
import type { PlainMessageKey } from '../../content/format/index.ts';
import type { HostOperation, HostOperations } from '../../renderer/host/contract.ts';
import type { ContentStatus } from '../../renderer/host/content.ts';
import type { DeskList } from '../../renderer/host/printing.ts';
import type { Kiosk } from './kiosk.ts';
import type { Screen } from './screens.ts';

/** Lets the host seem to answer an operation so. */
export const answers = async <Name extends HostOperation>(
  page: Page,
  name: Name,
  value: HostOperations[Name]['value'],
): Promise<void> => {
  await page.route(`**/host/${name}`, (route) => route.fulfill({ json: { ok: true, value } }));
};

/** Enters digits at the pad, and presses Done. */
export const entersPin = async (kiosk: Kiosk, pin: string): Promise<void> => {
  const pad = kiosk.page.locator('kiosk-pin-pad');
  for (const digit of pin) await pad.getByRole('button', { name: digit, exact: true }).click();
  await pad.getByRole('button', { name: kiosk.words.text('keyboard.done') }).click();
};

/** Opens the staff’s screen where no visit is under way, as a technician who has just started the kiosk may. */
const opensStaff = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.page.goto('about:blank');
  await kiosk.opens('#/staff');
};

/** Lets the kiosk seem to have a printer. */
const hasPrinter = async (page: Page): Promise<void> => {
  await page.route('**/host/describeKiosk', async (route) => {
    const response = await route.fetch();
    const reply = (await response.json()) as { readonly value: object };
    await route.fulfill({ json: { ok: true, value: { ...reply.value, print: { mode: 'hold', paper: 'A4' } } } });
  });
};

/** Lets the kiosk seem to have content of some kind; without any, to be one that installs none. */
export const hasContent = async (page: Page, content?: ContentStatus): Promise<void> => {
  const json = content === undefined ? { ok: false, error: { code: 'unavailable' } } : { ok: true, value: content };
  await page.route('**/host/contentStatus', (route) => route.fulfill({ json }));
};

/** As a technician who has entered. */
const entersStaff = async (kiosk: Kiosk, content?: ContentStatus): Promise<void> => {
  await hasContent(kiosk.page, content);
  await answers(kiosk.page, 'pinStatus', { pin: 'set', waitSeconds: 0, triesLeft: 5 });
  await answers(kiosk.page, 'enterPin', {
    entered: true,
    token: 'a token of the tests',
    kiosk: { productVersion: '1.2.3', calibration: { pixelsPerInch: 102.5, viewingDistanceMm: 600 } },
  });
  await opensStaff(kiosk);
  await entersPin(kiosk, '1');
  await kiosk.button(kiosk.words.text('staff.finish')).waitFor();
};

/** The volunteers’ door, found by keys at the corner of a page that was read. */
const goesToTheDoor = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opensPage('the-words');
  await kiosk.page.locator('kiosk-header .corner').focus();
  await kiosk.page.keyboard.press('Enter');
};

/** As a volunteer who joins somebody. */
export const sitsDown = async (kiosk: Kiosk): Promise<void> => {
  await answers(kiosk.page, 'pinStatus', { pin: 'set', waitSeconds: 0, triesLeft: 5 });
  await answers(kiosk.page, 'enterPin', { entered: true, token: 'a token of the tests' });
  await goesToTheDoor(kiosk);
  await entersPin(kiosk, '1');
  await kiosk.page.locator('kiosk-alongside-panel .prompts li').first().waitFor();
};

/** One sheet of the panel for two, opened by its button. */
const opensSheet = (name: string, ...labels: readonly PlainMessageKey[]): Screen => ({
  name: `sitting alongside, ${name}`,
  reach: async (kiosk) => {
    await sitsDown(kiosk);
    const inPanel = kiosk.page.locator('kiosk-alongside-panel .sheet');
    for (const label of labels)
      await kiosk.presses(inPanel.getByRole('button', { name: kiosk.words.text(label), exact: true }));
    await inPanel.locator('h3').waitFor();
  },
});

/** A volunteer beside a visitor (V2). */
export const alongsideScreens: readonly Screen[] = [
  {
    name: 'the volunteers’ PIN to enter',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'set', waitSeconds: 0, triesLeft: 5 });
      await goesToTheDoor(kiosk);
      await kiosk.page.locator('kiosk-pin-pad').waitFor();
    },
  },
  {
    name: 'a kiosk without a volunteers’ PIN',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'none', waitSeconds: 0, triesLeft: 5 });
      await goesToTheDoor(kiosk);
      await kiosk.page.getByText(kiosk.words.text('staff.noVolunteers')).waitFor();
    },
  },
  opensSheet('all there is'),
  opensSheet('the reading lists', 'alongside.lists'),
  {
    name: 'sitting alongside, a reading list',
    reach: async (kiosk) => {
      await opensSheet('', 'alongside.lists').reach(kiosk);
      await kiosk.presses(kiosk.page.locator('kiosk-alongside-panel .sheet button').first());
      await kiosk.page.locator('kiosk-alongside-panel .sheet [data-address]').first().waitFor();
    },
  },
  opensSheet('finding anything', 'alongside.find'),
  opensSheet('displays', 'alongside.displays'),
  opensSheet('who can answer', 'alongside.who'),
  opensSheet('what was read before', 'alongside.before'),
  {
    name: 'a kiosk that was handed back',
    reach: async (kiosk) => {
      await sitsDown(kiosk);
      await kiosk.presses(kiosk.button(kiosk.words.text('toolbar.handBack')));
      await kiosk.page.locator('kiosk-wiped li').nth(5).waitFor();
    },
  },
  {
    name: 'a kiosk that was handed back and is not clean',
    reach: async (kiosk) => {
      kiosk.watch.expectTrouble(/net::ERR_FAILED/);
      await kiosk.page.route('**/host/endVisit', (route) => route.abort());
      await sitsDown(kiosk);
      await kiosk.presses(kiosk.button(kiosk.words.text('toolbar.handBack')));
      await kiosk.page.getByText(kiosk.words.text('wiped.left.what')).waitFor();
    },
  },
];

/** Content as a technician may find it: something on two drives, something refused, something to go back to. */
const muchContent: ContentStatus = {
  contentVersion: 12,
  waiting: 13,
  isWorking: false,
  outcome: 'ready',
  looksAtDrives: true,
  found: [
    { id: '1', contentVersion: 13, age: 'newer', drive: 1 },
    { id: '2', contentVersion: 12, age: 'same', drive: 1 },
    { id: '3', contentVersion: 9, age: 'older', drive: 2 },
  ],
  refused: 2,
  earlier: [
    { place: 'a', contentVersion: 11 },
    { place: 'shipped', contentVersion: 5 },
  ],
  changes: {
    since: 11,
    count: 43,
    gone: 1,
    pages: [
      {
        ...{ kind: 'changed', language: 'en-GB', document: 'pages/clinical-trials', titleId: 'page.title' },
        title: 'Clinical trials',
      },
      {
        ...{ kind: 'new', language: 'en-GB', document: 'easy/tests-and-scans', titleId: 'page.title' },
        title: 'Tests and scans',
      },
    ],
  },
};

/** A desk at a busy hour: one of every kind of ticket, a printer without paper, and a restart some time before. */
const busyDesk: DeskList = {
  tickets: [
    { ticket: { word: 'ladybird', number: 33 }, state: 'sent', pages: 2, ageSeconds: 700 },
    { ticket: { word: 'kingfisher', number: 12 }, state: 'held', pages: 4, ageSeconds: 260 },
    { ticket: { word: 'lighthouse', number: 86 }, state: 'waiting', need: 'paper', pages: 11, ageSeconds: 130 },
    { ticket: { word: 'teapot', number: 51 }, state: 'printing', pages: 1, ageSeconds: 60 },
    { ticket: { word: 'oak', number: 20 }, state: 'queued', ageSeconds: 1 },
    { ticket: { word: 'plum', number: 47 }, state: 'expired', pages: 3, ageSeconds: 7300 },
  ],
  lostInRestart: 2,
  printer: { kind: 'printer', need: 'paper' },
};

/** Opens the desk's panel as it is at that hour. */
export const opensDesk = async (kiosk: Kiosk, desk: DeskList): Promise<void> => {
  await hasPrinter(kiosk.page);
  await answers(kiosk.page, 'deskTickets', desk);
  await entersStaff(kiosk);
  await kiosk.page.locator('kiosk-staff .desk .test').waitFor();
};

export const staffScreens: readonly Screen[] = [
  ...alongsideScreens,
  {
    name: 'a PIN to choose for volunteers',
    reach: async (kiosk) => {
      await entersStaff(kiosk);
      await kiosk.presses(kiosk.button(kiosk.words.text('staff.pins')));
      await kiosk.page.locator('kiosk-pin-pad').waitFor();
    },
  },
  { name: 'about this screen', reach: (kiosk) => kiosk.opens('#/about') },
  {
    name: 'the gate of the staff’s screen',
    reach: async (kiosk) => {
      await kiosk.opens('#/about');
      await kiosk.presses(kiosk.page.getByRole('link', { name: kiosk.words.text('about.staff'), exact: true }));
      await kiosk.button(kiosk.words.text('staff.gate.go')).waitFor();
    },
  },
  {
    name: 'a PIN to choose, the first one refused',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'none', waitSeconds: 0, triesLeft: 5 });
      await answers(kiosk.page, 'choosePin', { chosen: false, weakness: 'repeated' });
      await opensStaff(kiosk);
      await entersPin(kiosk, '12');
      await entersPin(kiosk, '12');
      await kiosk.page.getByText(kiosk.words.text('staff.fault.repeated')).waitFor();
    },
  },
  {
    name: 'a PIN to enter after a wait',
    reach: async (kiosk) => {
      await answers(kiosk.page, 'pinStatus', { pin: 'set', waitSeconds: 840, triesLeft: 1 });
      await opensStaff(kiosk);
      await kiosk.page.getByText(kiosk.words.format('staff.wait.minutes', { minutes: 14 })).waitFor();
    },
  },
  { name: 'the staff’s screen', reach: (kiosk) => entersStaff(kiosk) },
  {
    name: 'a screen that is locked for cleaning',
    reach: async (kiosk) => {
      await entersStaff(kiosk);
      await kiosk.presses(kiosk.button(kiosk.words.text('staff.clean')));
      await kiosk.page.locator('kiosk-cleaning [role="status"]').waitFor();
    },
  },
  {
    name: 'the staff’s screen with content of every kind',
    reach: async (kiosk) => {
      await entersStaff(kiosk, muchContent);
      await kiosk.page.locator('kiosk-staff .changes li').first().waitFor();
    },
  },
  {
    name: 'the desk’s panel without a ticket',
    reach: async (kiosk) => {
      await opensDesk(kiosk, { tickets: [], lostInRestart: 0, printer: { kind: 'folder' } });
      await kiosk.page.getByText(kiosk.words.text('desk.none')).waitFor();
    },
  },
  {
    name: 'the desk’s panel at a busy hour, one ticket about to be called off',
    reach: async (kiosk) => {
      await opensDesk(kiosk, busyDesk);
      await kiosk.page.locator('[data-ticket="kingfisher-12"] [data-act="desk.cancel"]').click();
      await kiosk.page.locator('[data-ticket="kingfisher-12"] .confirm').waitFor();
    },
  },
];
