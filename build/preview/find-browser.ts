/** Finding an installed Chromium, Chrome or Edge. */
import { posix, win32 } from 'node:path';

/** What the search needs of the machine. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isFile: (path: string) => boolean;
}

const linuxNames = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

const macApps = ['Chromium', 'Google Chrome', 'Microsoft Edge'];

const windowsPaths = [
  ['Chromium', 'Application', 'chrome.exe'],
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];

const isText = (text: string | undefined): text is string => text !== undefined && text !== '';

const candidates = ({ platform, env }: Machine): readonly string[] => {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(isText);
    return windowsPaths.flatMap((path) => roots.map((root) => win32.join(root, ...path)));
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(isText(env['HOME']) ? [posix.join(env['HOME'], 'Applications')] : [])];
    return macApps.flatMap((app) => roots.map((root) => `${root}/${app}.app/Contents/MacOS/${app}`));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => posix.isAbsolute(folder));
  return linuxNames.flatMap((name) => folders.map((folder) => posix.join(folder, name)));
};

/** The environment variable in which a technician names a browser. */
export const BROWSER_VARIABLE = 'ALONGSIDE_BROWSER';

/**
 * The browser's program file, or `undefined`. One named in {@link BROWSER_VARIABLE} wins, and when it
 * does not exist no other is taken in its place.
 */
export const findBrowser = (machine: Machine): string | undefined => {
  const named = machine.env[BROWSER_VARIABLE];
  const paths = isText(named) ? [named] : candidates(machine);
  return paths.find((path) => machine.isFile(path));
};
