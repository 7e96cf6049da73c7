/** From options to a running kiosk: choose the shell, build what is missing, run. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { claimDataFolder, claimUnnamedFolder } from '../preview/data-folder.ts';
import { findBrowser } from '../preview/find-browser.ts';
import { type BrowserShellOptions, type Leaving, openBrowserShell } from '../preview/shell.ts';
import { createServiceManager, openWatchedShell, type ServiceManager } from '../preview/watched-shell.ts';
import { cannotLock, chooseShell, type ShellChoice } from './choose-shell.ts';
import { obtainElectron } from './electron-runtime.ts';
import type { LaunchOptions } from './options.ts';
import { contentPart, electronPart, rendererPart } from './parts.ts';
import { buildDirOf, placeOf } from './places.ts';
import { runElectron } from './run-electron.ts';

/** What launching needs of the process. */
export interface LaunchContext {
  /** The checkout. */
  readonly root: string;
  /** Writes a line for people on standard error. */
  readonly say: (line: string) => void;
  /** Writes a line on standard output. */
  readonly print: (line: string) => void;
  /** Keeps a step to be taken when the process is asked to stop; the last one kept is taken first. */
  readonly onStop: (step: () => Promise<void>) => void;
}

/** Something the person has to mend; `message` says what and how. */
export class LaunchError extends Error {
  override readonly name = 'LaunchError';
}

type RunnableChoice = Exclude<ShellChoice, { readonly shell: 'none' }>;

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() === true;

const isRoot = process.getuid?.() === 0;

const hasDisplay =
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env['DISPLAY']) ||
  Boolean(process.env['WAYLAND_DISPLAY']);

const findInstalledBrowser = (): string | undefined =>
  findBrowser({ platform: process.platform, env: process.env, isFile });

const choose = ({ shell, dataDir }: LaunchOptions, { root, say }: LaunchContext): Promise<ShellChoice> =>
  chooseShell(shell, {
    hasDisplay,
    mayFetch: dataDir === undefined,
    electron: () =>
      obtainElectron({
        packageDir: join(root, 'node_modules', 'electron'),
        failureFile: dataDir === undefined ? join(root, 'out', 'electron-not-fetched.txt') : undefined,
        say,
        now: Date.now,
      }),
    browser: findInstalledBrowser,
  });

const announce = (choice: RunnableChoice, { say, print }: LaunchContext): void => {
  const tell = choice.shell === 'serve' ? say : print;
  const program = choice.shell === 'serve' ? '' : ` (${choice.program})`;
  const sandbox =
    isRoot && choice.shell !== 'serve'
      ? ' This is root, to whom browsers refuse their sandbox: --no-sandbox is set.'
      : '';
  tell(`Shell: ${choice.shell}${program}, because ${choice.why}.${sandbox}`);
  tell(cannotLock[choice.shell]);
};

type ServedChoice = Exclude<RunnableChoice, { readonly shell: 'electron' }>;

interface Places {
  readonly appDir: string;
  readonly bundleDir: string;
  readonly dataDir: string;
}

type Served = BrowserShellOptions & { readonly dataDir: string; readonly serviceManager: ServiceManager };

/** Opens the kiosk, and a window where there is to be one; `ended` when somebody closes that. */
const open = async (choice: ServedChoice, { windowed, size }: LaunchOptions, served: Served) => {
  if (choice.shell !== 'serve') return openWatchedShell(served, { program: choice.program, windowed, size, isRoot });
  // The window is whatever opens the address, which need not be on this machine's screen; paper is made here (P2).
  const program = findInstalledBrowser();
  const shell = await openBrowserShell({
    ...served,
    printWith: program === undefined ? undefined : { program, isRoot },
  });
  return { ...shell, ended: Promise.withResolvers<undefined>().promise };
};

/** Serves until the window is closed, or a technician leaves at the screen; without either, until a signal comes. */
const serve = async (
  choice: ServedChoice,
  options: LaunchOptions,
  places: Places,
  { say, print, onStop }: LaunchContext,
): Promise<number> => {
  const { siteFile, calibrate } = options;
  let { port } = options;
  const serviceManager = createServiceManager();
  onStop(async () => {
    serviceManager.stopping();
    return Promise.resolve();
  });
  for (let how: Leaving | undefined; how !== 'exit';) {
    const left = Promise.withResolvers<Leaving>();
    const leave = left.resolve;
    const kiosk = await open(choice, options, {
      ...places,
      siteFile,
      calibrate,
      port,
      write: say,
      now: Date.now,
      leave,
      serviceManager,
    });
    onStop(kiosk.close);
    kiosk.problems.forEach(say);
    if (choice.shell === 'serve' && how === undefined) print(`ready ${kiosk.url}`);
    how = await Promise.race([left.promise, kiosk.ended.then(() => 'exit' as const)]);
    await kiosk.close();
    // A page that is still open finds the restarted kiosk where the old one was.
    port = Number(new URL(kiosk.url).port);
  }
  serviceManager.stopping();
  return 0;
};

/**
 * Runs the kiosk until it ends; resolves to the exit code.
 *
 * @throws LaunchError, PortError, DataFolderError
 */
export const launch = async (options: LaunchOptions, context: LaunchContext): Promise<number> => {
  const choice = await choose(options, context);
  if (choice.shell === 'none') throw new LaunchError(choice.message);
  announce(choice, context);
  const { root, say } = context;
  const where = { outDir: join(root, 'out'), dataDir: options.dataDir, say };
  const cacheDir = join(buildDirOf(where), 'cache', 'narration');
  const appDir = await placeOf(rendererPart, where);
  const bundleDir = options.bundleDir ?? (await placeOf(contentPart({ root, cacheDir, say, now: Date.now }), where));
  const unnamedDir = join(where.outDir, 'data');
  if (choice.shell !== 'electron') {
    const { dataDir } = await (options.dataDir === undefined
      ? claimUnnamedFolder(unnamedDir)
      : claimDataFolder(options.dataDir));
    return serve(choice, options, { appDir, bundleDir, dataDir }, context);
  }
  // Electron itself sees to it that a second instance gives way to the first (L1).
  const places = { appDir, bundleDir, dataDir: options.dataDir ?? unnamedDir };
  const mainFile = join(await placeOf(electronPart, where), 'main.js');
  const electron = runElectron({ ...options, ...places, program: choice.program, mainFile, isRoot });
  context.onStop(electron.close);
  return electron.ended;
};
