/** Finds a browser for the tests, or installs one where that is possible without asking, or says what to do. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { chromium } from 'playwright/test';
import { BROWSER_VARIABLE, findBrowser } from '../../build/preview/find-browser.ts';

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

/** Playwright's own Chromium, where somebody has installed it. */
const ownChromium = (): string | undefined => {
  const path = chromium.executablePath();
  return path !== '' && isFile(path) ? path : undefined;
};

/** A browser that is already here: the system's, else Playwright's own. */
const findInstalled = (): string | undefined =>
  findBrowser({ platform: process.platform, env: process.env, isFile }) ??
  (process.env[BROWSER_VARIABLE] === undefined ? ownChromium() : undefined);

const canInstall = (): boolean =>
  process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

const apt = (...args: readonly string[]): boolean => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env }).status === 0;
};

const named = process.env[BROWSER_VARIABLE];

const mend =
  named === undefined
    ? 'Install Chromium, Google Chrome or Microsoft Edge (on Debian or Ubuntu: “sudo apt-get install chromium”; ' +
      'anywhere: “npx playwright install --with-deps chromium”), or name one in ALONGSIDE_BROWSER.'
    : `${BROWSER_VARIABLE} names ${named}, which is not a file. Correct it, or unset it to have a browser found.`;

/**
 * The program of a browser the tests can drive.
 *
 * @param say - takes a line for the person who waits
 * @throws Error whose message says exactly what to install
 */
export const findOrInstallBrowser = (say: (line: string) => void): string => {
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  if (named === undefined && canInstall()) {
    say('No browser is installed: installing “chromium” with apt-get …');
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) {
      const fresh = findInstalled();
      if (fresh !== undefined) return fresh;
    }
    say('apt-get could not install it.');
  }
  throw new Error(`The browser tests need a browser, and none was found. ${mend}`);
};

/** How Chromium is started for tests: nothing it does by itself reaches the network. */
export const browserArguments: readonly string[] = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Chromium refuses its sandbox to root.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];
