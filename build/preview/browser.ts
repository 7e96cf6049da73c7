/** The browser shell's window: a browser process with a profile that is thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { browserArguments, type BrowserWindowChoice } from './browser-flags.ts';

/** What is opened, with which program, and where its profile may lie. */
export interface BrowserOptions extends Omit<BrowserWindowChoice, 'profileDir'> {
  readonly program: string;
  /** The temporary profile is made here and removed at the end. */
  readonly dataDir: string;
}

/** An open browser window. */
export interface Browser {
  /** Resolves when the browser has ended, by itself or by `close`, and its profile is gone. */
  readonly ended: Promise<void>;
  readonly close: () => Promise<void>;
}

/** How long a browser may take over leaving before it is made to. */
const PATIENCE_MS = 3000;

/** On POSIX the browser leads a process group of its own, so that its helpers end with it. */
const hasGroups = process.platform !== 'win32';

/** Ends whatever is left of the browser's group at once. */
const killGroup = (child: ChildProcess): void => {
  if (child.pid === undefined) return;
  try {
    if (hasGroups) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // All of it has ended already.
  }
};

/**
 * A longer path would not leave room for the name of the browser's socket below it, which the system
 * limits to 107 bytes.
 */
const LONGEST_TEMPORARY_PATH = 60;

/** Whatever the browser and its toolkit keep outside the profile goes into it too, and away with it. */
const environmentFor = (profileDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  XDG_CONFIG_HOME: profileDir,
  XDG_CACHE_HOME: profileDir,
  XDG_DATA_HOME: profileDir,
  ...(Buffer.byteLength(profileDir) <= LONGEST_TEMPORARY_PATH ? { TMPDIR: profileDir } : {}),
});

const exitOf = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('exit', () => {
      resolve();
    });
    child.once('error', reject);
  });

/**
 * Opens the browser. `ended` rejects when the program cannot be started at all.
 *
 * @see L1, L3, L4
 */
export const openBrowser = async ({ program, dataDir, ...choice }: BrowserOptions): Promise<Browser> => {
  await mkdir(dataDir, { recursive: true });
  const profileDir = await mkdtemp(join(dataDir, 'profile-'));
  const child = spawn(program, browserArguments({ ...choice, profileDir }), {
    stdio: 'ignore',
    detached: hasGroups,
    env: environmentFor(profileDir),
  });
  const removeProfile = () => rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const ended = exitOf(child)
    .finally(() => {
      // Helpers can outlive the browser by a moment and would write to the profile while it is removed.
      killGroup(child);
    })
    .finally(removeProfile);
  return {
    ended,
    close: async () => {
      // The browser alone: it ends its helpers itself, in the order that lets it tidy up.
      child.kill('SIGTERM');
      const lastResort = setTimeout(() => {
        killGroup(child);
      }, PATIENCE_MS);
      await ended.catch(() => undefined);
      clearTimeout(lastResort);
    },
  };
};
