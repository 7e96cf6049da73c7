/** The browser shell's window: a browser process with a profile that is thrown away. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { PageEnding } from '../../electron/host/recovery/page-life.ts';
import { browserArguments, type BrowserWindowChoice } from './browser-flags.ts';
import { PIPE_SWITCH, watchPages } from './devtools-pipe.ts';

/** What is opened, with which program, and where its profile may lie. */
export interface BrowserOptions extends Omit<BrowserWindowChoice, 'profileDir'> {
  readonly program: string;
  /** The temporary profile is made here and removed at the end; where nothing can be written here, among temporary files. */
  readonly dataDir: string;
  /** Is told when the page's process has ended and the browser goes on. */
  readonly crashed: (reason: PageEnding) => void;
}

/** An open browser window. */
export interface Browser {
  /** Resolves to its exit code, 1 after a signal, when the browser has ended and its profile is gone. */
  readonly ended: Promise<number>;
  /** Asks it to end, and makes it where it does not. */
  readonly close: () => Promise<void>;
  /** Ends it at once, with all its helpers. */
  readonly kill: () => Promise<void>;
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

const exitOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
    child.once('error', reject);
  });

const PROFILE = 'profile-';

/** A kiosk whose disk is full or read-only serves all the same: what a system keeps temporary files on is often another. */
const makeProfile = async (dataDir: string): Promise<string> => {
  try {
    await mkdir(dataDir, { recursive: true });
    return await mkdtemp(join(dataDir, PROFILE));
  } catch {
    return mkdtemp(join(tmpdir(), `alongside-${PROFILE}`));
  }
};

/** Removes what browsers have left whose kiosk was killed. Call before the first browser, on a folder that is claimed. */
export const removeLeftProfiles = async (dataDir: string): Promise<void> => {
  const names = await readdir(dataDir).catch(() => []);
  const left = names.filter((name) => name.startsWith(PROFILE));
  // Such a browser may still be ending, and write.
  await Promise.all(
    left.map((name) => rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })),
  );
};

/** A browser's process, with a profile of its own that goes when it ends. */
export interface BrowserProcess extends Browser {
  /** What the browser hears. */
  readonly to: Writable;
  /** What it says. */
  readonly from: Readable;
}

/**
 * Starts a browser that speaks over its pipe. `ended` rejects when the program cannot be started at all.
 *
 * @param argumentsFor - its command line, given its profile
 */
export const startBrowser = async (
  program: string,
  dataDir: string,
  argumentsFor: (profileDir: string) => readonly string[],
): Promise<BrowserProcess> => {
  const profileDir = await makeProfile(dataDir);
  const child = spawn(program, [PIPE_SWITCH, ...argumentsFor(profileDir)], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
    detached: hasGroups,
    env: environmentFor(profileDir),
  });
  const [, , , to, from] = child.stdio;
  const removeProfile = () => rm(profileDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  const ended = exitOf(child)
    .finally(() => {
      // Helpers can outlive the browser by a moment and would write to the profile while it is removed.
      killGroup(child);
    })
    .finally(removeProfile);
  return {
    to: to as Writable,
    from: from as Readable,
    ended,
    kill: async () => {
      killGroup(child);
      await ended.catch(() => undefined);
    },
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

/**
 * Opens the browser. `ended` rejects when the program cannot be started at all.
 *
 * @see L1, L3, L4
 */
export const openBrowser = async ({ program, dataDir, crashed, ...choice }: BrowserOptions): Promise<Browser> => {
  const { to, from, ...browser } = await startBrowser(program, dataDir, (profileDir) =>
    browserArguments({ ...choice, profileDir }),
  );
  watchPages(to, from, crashed);
  return browser;
};
