/** The pages that attempts are made on, and what the browser itself shows of an escape. */
import type { Browser, BrowserContext, Page } from 'playwright/test';
import { refusedGestures } from '../../renderer/lockdown/gestures.ts';
import type { Outcome, PageAttempt } from './attempt.ts';
import type { Outside } from './outside.ts';

/** A page of its own in a browser, on which one attempt after another is made. */
export interface Grounds {
  /** @param patienceMs - how long to wait at the most for the attempt to get out; absent: a moment */
  readonly make: (attempt: PageAttempt, patienceMs?: number) => Promise<Outcome>;
}

/** What a page is to be. */
export interface GroundsChoice {
  /** In addresses of the outside, to tell who was there. */
  readonly name: string;
  readonly url: string;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly outside: Outside;
  /** Resolves when all of the page is there. */
  readonly ready: (page: Page) => Promise<unknown>;
}

/** A moment: ways out of a page take less. */
const SETTLE_MS = 150;

/** What a browser asks a person about is answered with yes beforehand, so that only the page's own headers refuse it. */
const agreed = [
  ...['camera', 'microphone', 'geolocation', 'clipboard-read', 'clipboard-write', 'midi', 'midi-sysex'],
  ...['local-fonts', 'screen-wake-lock'],
];

const geolocation = { latitude: 51.5, longitude: -0.1 };

/** Keeps what the first listener of the page hears, for attempts that are told by how an event ended. */
const keepEvents = (page: Page): Promise<unknown> =>
  page.addInitScript(
    (types) => {
      const seenEvents: Event[] = [];
      for (const type of types) addEventListener(type, (event) => seenEvents.push(event), { capture: true });
      Object.assign(window, { seenEvents });
    },
    [...new Set(['keydown', ...refusedGestures.map(({ event }) => event)])],
  );

/** Notes windows, downloads, dialogs and questions for files, each as it comes. */
const watchSigns = (context: BrowserContext, page: Page): string[] => {
  const signs: string[] = [];
  context.on('page', (opened) => {
    signs.push('a window opened');
    void opened.close().catch(() => undefined);
  });
  page.on('download', () => signs.push('a download began'));
  page.on('dialog', (dialog) => {
    signs.push(`a dialog opened: ${dialog.type()}`);
    void dialog.accept().catch(() => undefined);
  });
  page.on('filechooser', () => signs.push('a file was asked for'));
  return signs;
};

/** A page that is still on its way elsewhere may not hear the first time. */
const leave = (page: Page): Promise<unknown> => page.goto('about:blank').catch(() => page.goto('about:blank'));

/** Opens the page; each attempt begins on one that is loaded afresh, but for those with hands, which leave nothing. */
export const openGrounds = async (
  browser: Browser,
  { name, url, viewport, outside, ready }: GroundsChoice,
): Promise<Grounds> => {
  const context = await browser.newContext({
    hasTouch: true,
    geolocation,
    ...(viewport !== undefined && { viewport }),
  });
  await context.grantPermissions(agreed, { origin: new URL(url).origin });
  const page = await context.newPage();
  await keepEvents(page);
  const signs = watchSigns(context, page);
  const cdp = await context.newCDPSession(page);
  const { origin } = new URL(url);
  let isFresh = false;
  let attempts = 0;

  const make = async (attempt: PageAttempt, patienceMs = 0): Promise<Outcome> => {
    if (!isFresh) {
      await page.goto(url);
      await ready(page);
    }
    await page.evaluate(() => {
      (window as unknown as { readonly seenEvents: Event[] }).seenEvents.length = 0;
    });
    // An address of its own, so that what is late from another attempt does not count as this one's.
    attempts += 1;
    const ownPath = `/${name}/${String(attempts)}/`;
    const isOwn = (visit: string): boolean => visit.startsWith(ownPath) || visit === 'udp';
    outside.forget();
    signs.length = 0;
    const aim = { ...outside, url: new URL(ownPath, outside.url).href };
    const outcome = await attempt.attempt({ page, url, outside: aim, cdp });
    const isOutside = (): boolean => !page.url().startsWith(`${origin}/`);
    const isOut = (): boolean => outcome.gotOut || signs.length > 0 || isOutside() || outside.visits().some(isOwn);
    const until = performance.now() + patienceMs;
    do await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
    while (!isOut() && performance.now() < until);
    const gotOut = isOut();
    if (isOutside()) signs.push('it went to another page');
    if (outside.visits().some(isOwn)) signs.push('the outside was reached');
    isFresh = attempt.leavesNothing === true && !gotOut;
    // What it has begun must not go on while the other page is looked at.
    if (!isFresh) await leave(page);
    return { gotOut, happened: [outcome.happened, ...signs].join('; ') };
  };
  return { make };
};
