/** The screens a kiosk can show, each reached as a visitor reaches it: for checks that must hold on all. */
import type { PlainMessageKey } from '../../content/format/index.ts';
import type { PrintState } from '../../renderer/host/printing.ts';
import type { Kiosk } from './kiosk.ts';
import { stateMessages } from '../../renderer/visit/print-status.ts';
import { staffScreens } from './staff-screens.ts';
import { type StandInPrinter, hasAPrinter } from './stand-in-printer.ts';
import { GATED, PAGE, TOPIC } from './words.ts';

/** A screen by what it shows, and how to get there from anywhere. */
export interface Screen {
  readonly name: string;
  readonly reach: (kiosk: Kiosk) => Promise<void>;
}

const at =
  (address: string) =>
  (kiosk: Kiosk): Promise<void> =>
    kiosk.opens(address);

const pageWithAMeaning: Screen = {
  name: 'a page with a meaning open',
  reach: async (kiosk) => {
    await kiosk.opensPage('the-words');
    await kiosk.presses(
      kiosk
        .part('the-words')
        .locator('button.term')
        .filter({ hasText: kiosk.says('refractory') }),
    );
    await kiosk.meaning.waitFor();
  },
};

const answered = (answer: string, shows: (kiosk: Kiosk) => string): Screen => ({
  name: `a page with ‘${answer}’ chosen`,
  reach: async (kiosk) => {
    await kiosk.opensPage('in-short');
    await kiosk.presses(kiosk.part('in-short').getByRole('button', { name: kiosk.says(answer) }));
    await kiosk.page.locator('kiosk-page').getByText(shows(kiosk)).first().waitFor();
  },
});

const gateOpen: Screen = {
  name: 'a gate that was opened',
  reach: async (kiosk) => {
    await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
    await kiosk.presses(kiosk.page.getByRole('button', { name: kiosk.words.text('gate.open') }));
    await kiosk.page.getByRole('button', { name: kiosk.words.text('gate.close') }).waitFor();
  },
};

const searched = (name: string, typed: string): Screen => ({
  name,
  reach: async (kiosk) => {
    await kiosk.opens('#/search');
    const field = kiosk.page.locator('kiosk-search input');
    await field.focus();
    await kiosk.page.keyboard.type(typed);
    await kiosk.page.locator('kiosk-search [role="status"]').filter({ hasText: /\S/ }).waitFor();
  },
});

/**
 * The technician's page, as on a kiosk that was started for it. The kiosk of the tests was not: what it describes is
 * completed on the way, and it refuses to keep what was measured.
 */
const calibration = (name: string, act: (kiosk: Kiosk) => Promise<void>): Screen => ({
  name,
  reach: async (kiosk) => {
    await kiosk.page.route('**/host/describeKiosk', async (route) => {
      const response = await route.fetch();
      const reply = (await response.json()) as { readonly value: object };
      const value = { ...reply.value, calibration: { pixelsPerInch: 102.5, viewingDistanceMm: 600 } };
      await route.fulfill({ response, json: { ...reply, value } });
    });
    await kiosk.opens('#/calibrate');
    await act(kiosk);
  },
});

/** The technician's page in each of its states (D2). */
export const calibrations: readonly Screen[] = [
  calibration('setting up the screen', () => Promise.resolve()),
  calibration('setting up the screen, too far away, and not kept', async (kiosk) => {
    const field = kiosk.page.locator('kiosk-calibrate input');
    await field.fill('900');
    await kiosk.presses(kiosk.button(kiosk.words.text('calibrate.keep')));
    await kiosk.page.locator('kiosk-calibrate .keep [role="status"]').filter({ hasText: '900' }).waitFor();
  }),
  calibration('setting up the screen, with a distance that is none', async (kiosk) => {
    const field = kiosk.page.locator('kiosk-calibrate input');
    await field.fill('5');
    await kiosk.page.locator('kiosk-calibrate [aria-invalid="true"]').waitFor();
  }),
];

/** Keeps a part with a gate, the first word explained, and goes to the summary. */
const keeps = async (kiosk: Kiosk): Promise<void> => {
  await kiosk.opens(`#/page/${GATED.page}/${GATED.part}`);
  await kiosk.presses(kiosk.part(GATED.part).locator('.keeping .keep'));
  await kiosk.goesHome();
  await kiosk.choosesCard(kiosk.words.text('home.words.title'));
  await kiosk.presses(kiosk.page.locator('kiosk-words .keep').first());
  await kiosk.presses(kiosk.toolbar.locator('[data-tool="summary"]'));
  await kiosk.page.locator('kiosk-summary [data-kept]').nth(1).waitFor();
};

/** The summary as it is once it was sent to a printer, and that says where it is. */
const printed = (name: string, state: PrintState): Screen => ({
  name,
  reach: async (kiosk) => {
    await hasAPrinter(kiosk.page, state);
    await kiosk.opens();
    await kiosk.page.reload();
    await keeps(kiosk);
    await kiosk.presses(kiosk.page.locator('kiosk-summary .print .primary'));
    await kiosk.page.getByText(kiosk.words.text(stateMessages[state]), { exact: true }).waitFor();
  },
});

/** The summary after a press that came to nothing. */
const refused = (name: string, refusal: NonNullable<StandInPrinter['refusal']>): Screen => ({
  name,
  reach: async (kiosk) => {
    const printer = await hasAPrinter(kiosk.page);
    printer.refusal = refusal;
    await kiosk.opens();
    await kiosk.page.reload();
    await keeps(kiosk);
    await kiosk.presses(kiosk.page.locator('kiosk-summary .print .primary'));
    await kiosk.page.locator('kiosk-summary .outcome p').filter({ hasText: /.{20}/ }).waitFor();
  },
});

/** A summary with a ticket, and something kept after that. */
const changed: Screen = {
  name: 'a summary that was changed after it was sent',
  reach: async (kiosk) => {
    await printed('', 'held').reach(kiosk);
    await kiosk.presses(kiosk.page.locator('kiosk-summary [data-act="down"]').first());
    await kiosk.page.locator('kiosk-summary .print .primary').waitFor();
  },
};

/** My summary in its states (P1, P3, P7). */
export const summaries: readonly Screen[] = [
  { name: 'an empty summary', reach: at('#/summary') },
  { name: 'a summary', reach: keeps },
  {
    name: 'a summary with something taken out',
    reach: async (kiosk) => {
      await keeps(kiosk);
      await kiosk.presses(kiosk.page.locator('kiosk-summary [data-act="remove"]').first());
      await kiosk.page.locator('kiosk-summary .put-back').waitFor();
    },
  },
  printed('a summary that was sent to the desk', 'held'),
  printed('a summary whose printer needs help', 'waiting'),
  printed('a summary that could not be printed', 'failed'),
  refused('a summary that was not taken on', 'queue-full'),
  changed,
];

/** The views, without a panel. */
export const views: readonly Screen[] = [
  ...calibrations,
  ...staffScreens,
  ...summaries,
  { name: 'attract', reach: at('#/') },
  { name: 'the first-use card', reach: at('#/welcome') },
  {
    name: 'the first-use card with choices made',
    reach: async (kiosk) => {
      await kiosk.opens('#/welcome');
      await kiosk.presses(kiosk.button(kiosk.words.text('page.easy')));
      await kiosk.page.locator('.way[aria-pressed="true"]').waitFor();
    },
  },
  { name: 'home', reach: at('#/home') },
  { name: 'a topic', reach: at(`#/topic/${TOPIC}`) },
  { name: 'a page', reach: at(`#/page/${PAGE}`) },
  { name: 'an Easy Read page', reach: at('#/easy/tests-and-scans') },
  pageWithAMeaning,
  answered('I do not know', (kiosk) => kiosk.says('That is a good answer.')),
  answered('High risk', (kiosk) => kiosk.words.text('page.otherGroup')),
  { name: 'words explained', reach: at('#/words') },
  { name: 'questions to ask', reach: at('#/questions') },
  {
    name: 'questions with one of one’s own',
    reach: async (kiosk) => {
      await kiosk.opens('#/questions/your-own');
      await kiosk.page.locator('kiosk-questions .field input').focus();
      await kiosk.page.keyboard.insertText(kiosk.says('why'));
      await kiosk.page.keyboard.press('Enter');
      await kiosk.page.locator('kiosk-questions #your-own li').waitFor();
    },
  },
  gateOpen,
  { name: 'signs that cannot wait', reach: at('#/page/side-effects-and-when-to-call') },
  { name: 'a table', reach: at('#/page/tests-and-scans/other-scans') },
  { name: 'search', reach: at('#/search') },
  searched('what a search has found', 'chemo'),
  searched('a search that has found nothing', 'qqqzzxx'),
  { name: 'not found', reach: at('#/nothing-here') },
  {
    name: 'a kiosk whose own process has gone',
    reach: async (kiosk) => {
      kiosk.watch.expectTrouble(/\/content\/.*\/topics\/|\/host\/|document-missing|net::ERR_FAILED/);
      await kiosk.opens('#/home');
      await kiosk.page.route(/\/host\/|\/topics\//, (route) => route.abort());
      await kiosk.page.evaluate((hash) => (location.hash = hash), `#/topic/${TOPIC}`);
      await kiosk.page.getByText(kiosk.words.text('resting.title')).waitFor();
    },
  },
  {
    name: 'a page that cannot be shown',
    reach: async (kiosk) => {
      kiosk.watch.expectTrouble(/pages\/.*\.json|document-missing|Failed to load resource: net::ERR_FAILED/);
      await kiosk.page.route('**/content/*/pages/*.json', (route) => route.abort());
      await kiosk.opensPage();
      await kiosk.page.getByText(kiosk.words.text('unavailable.title')).waitFor();
    },
  },
];

const withPanel = (name: string, address: string, open: (kiosk: Kiosk) => Promise<void>): Screen => ({
  name: `the panel of ${name}`,
  reach: async (kiosk) => {
    await kiosk.opens(address);
    await open(kiosk);
  },
});

const reaching = (name: string, way: PlainMessageKey, address: string): Screen => ({
  name,
  reach: async (kiosk) => {
    await kiosk.opens(address);
    await kiosk.opensTheWaysPanel();
    await kiosk.presses(kiosk.choice('ways', way));
    await kiosk.closesThePanel('ways');
  },
});

const oneThing = (name: string, nexts: number): Screen => ({
  name,
  reach: async (kiosk) => {
    await kiosk.opens(`#/page/${PAGE}`);
    await kiosk.showsOneThing();
    for (let next = 0; next < nexts; next += 1) await kiosk.goesToTheNextIdea();
  },
});

/** A page shown one idea at a time (D5): its title, a point, a paragraph. */
export const ideas: readonly Screen[] = [
  oneThing('one thing at a time, the title', 0),
  oneThing('one thing at a time, a key point', 2),
  oneThing('one thing at a time, further on', 9),
];

/** The screen divided otherwise, for people who cannot reach all of it (D6). */
export const divided: readonly Screen[] = [
  reaching('home in low reach', 'ways.low', '#/home'),
  reaching('a page in low reach', 'ways.low', `#/page/${PAGE}`),
  reaching('a page with the tools at the left', 'ways.left', `#/page/${PAGE}`),
  reaching('a page with the tools at the right', 'ways.right', `#/page/${PAGE}`),
];

/** A page behind the cover. */
export const covered: Screen = {
  name: 'the cover',
  reach: async (kiosk) => {
    await kiosk.opensPage();
    await kiosk.coversTheScreen();
  },
};

const asked = (name: string, address: string, before: (kiosk: Kiosk) => Promise<void>): Screen => ({
  name,
  reach: async (kiosk) => {
    const { page } = kiosk;
    // As long as a site may give, so that it stands while a test looks at it.
    await page.route('**/host/describeKiosk', async (route) => {
      const response = await route.fetch();
      const reply = (await response.json()) as { readonly value: object };
      const value = { ...reply.value, visit: { idleSeconds: 90, warningSeconds: 90 } };
      await route.fulfill({ response, json: { ...reply, value } });
    });
    await page.clock.install();
    await kiosk.opens(address);
    await page.reload();
    await page.locator('kiosk-app h1').waitFor();
    await before(kiosk);
    await page.clock.fastForward(95_000);
    await page.locator('kiosk-still-here button').waitFor();
  },
});

/** ‘Are you still there?’ (X1). */
export const asking: readonly Screen[] = [
  asked('the question whether one is still there', `#/page/${PAGE}`, () => Promise.resolve()),
  asked('the same question in low reach', '#/home', async (kiosk) => {
    await kiosk.opensTheWaysPanel();
    await kiosk.presses(kiosk.choice('ways', 'ways.low'));
    await kiosk.closesThePanel('ways');
  }),
  asked('the same question on the cover', '#/home', (kiosk) => kiosk.coversTheScreen()),
];

/** Each panel, open. */
export const panels: readonly Screen[] = [
  withPanel('sizes', '#/home', async (kiosk) => {
    await kiosk.opensTheWordsPanel();
    await kiosk.panel('size').waitFor();
  }),
  withPanel('colours', '#/home', async (kiosk) => {
    await kiosk.opensTheColoursPanel();
    await kiosk.panel('colours').waitFor();
  }),
  withPanel('ways to use the kiosk, one chosen', '#/home', async (kiosk) => {
    await kiosk.opensTheWaysPanel();
    await kiosk.presses(kiosk.choice('ways', 'page.easy'));
    await kiosk.choice('ways', 'putBack.do').waitFor();
  }),
  withPanel('ways to use the kiosk, all put back', '#/home', async (kiosk) => {
    await kiosk.opensTheWaysPanel();
    await kiosk.presses(kiosk.choice('ways', 'page.easy'));
    await kiosk.presses(kiosk.choice('ways', 'putBack.do'));
    await kiosk.choice('ways', 'putBack.undo').waitFor();
  }),
  withPanel('times', '#/home', async (kiosk) => {
    await kiosk.opensTheWaysPanel();
    await kiosk.presses(kiosk.choice('ways', 'ways.steady'));
    await kiosk.holds(kiosk.choice('ways', 'ways.times'));
    await kiosk.panel('times').waitFor();
  }),
  withPanel('the voice', '#/home', async (kiosk) => {
    await kiosk.asksToRead();
    await kiosk.tellsTheReader('pause');
    await kiosk.readingButton('play').waitFor();
  }),
  withPanel('headphones', '#/home', async (kiosk) => {
    await kiosk.page.route('**/host/describeKiosk', async (route) => {
      const response = await route.fetch();
      const reply = (await response.json()) as { readonly value: object };
      const value = { ...reply.value, sound: { headphones: 'always', mostVolume: 100 } };
      await route.fulfill({ response, json: { ...reply, value } });
    });
    await kiosk.page.reload();
    await kiosk.asksToRead();
    await kiosk.panel('headphones').waitFor();
  }),
  {
    name: 'the panel before the end of a visit',
    reach: async (kiosk) => {
      await keeps(kiosk);
      await kiosk.endsTheVisit();
      await kiosk.panel('ending').waitFor();
    },
  },
  {
    name: 'the panel before the end of a visit with a ticket',
    reach: async (kiosk) => {
      await printed('', 'held').reach(kiosk);
      await kiosk.endsTheVisit();
      await kiosk.panel('ending').locator('.ticket').waitFor();
    },
  },
  withPanel('letters', '#/search', async (kiosk) => {
    await kiosk.presses(kiosk.page.locator('kiosk-search input'));
    await kiosk.panel('keyboard').waitFor();
  }),
  withPanel('parts', `#/page/${PAGE}`, async (kiosk) => {
    await kiosk.opensTheContents();
    await kiosk.panel('contents').waitFor();
  }),
];

/** The three screens a kiosk may have (L1), in CSS pixels. */
export const sizes = [
  { width: 1080, height: 1920 },
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const;
