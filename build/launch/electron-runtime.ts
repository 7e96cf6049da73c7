/** Electron's runtime: its npm package carries only a script that fetches it. */
import { spawn } from 'node:child_process';
import { access, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Long enough for a slow line, short enough for a person who waits. */
const FETCH_TIMEOUT_MS = 120_000;

/** After a failed fetch the next starts do not wait for another. */
const FETCH_PAUSE_MS = 24 * 60 * 60 * 1000;

/** The installed program, or `undefined` when there is none or it is of another version. */
export const installedElectron = async (packageDir: string): Promise<string | undefined> => {
  try {
    const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string };
    const installed = (await readFile(join(packageDir, 'dist', 'version'), 'utf8')).trim().replace(/^v/, '');
    if (installed !== version) return undefined;
    const program = join(packageDir, 'dist', (await readFile(join(packageDir, 'path.txt'), 'utf8')).trim());
    await access(program);
    return program;
  } catch {
    return undefined;
  }
};

const runInstaller = (packageDir: string): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [join(packageDir, 'install.js')], {
      stdio: 'ignore',
      timeout: FETCH_TIMEOUT_MS,
      killSignal: 'SIGKILL',
    });
    child.once('error', () => {
      resolve();
    });
    child.once('exit', () => {
      resolve();
    });
  });

/** How the runtime may be had. */
export interface RuntimeOptions {
  /** Electron's npm package. */
  readonly packageDir: string;
  /** Where a failed fetch is remembered, or `undefined` when nothing may be fetched or written. */
  readonly failureFile: string | undefined;
  /** Tells the person why they wait. */
  readonly say: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Runs the package's own installer; for tests. */
  readonly install?: (packageDir: string) => Promise<void>;
}

const failedLately = async (failureFile: string, nowMs: number): Promise<boolean> => {
  const failure = await stat(failureFile).catch(() => undefined);
  return failure !== undefined && Math.abs(nowMs - failure.mtimeMs) < FETCH_PAUSE_MS;
};

/** The Electron program, fetched if that is allowed and possible; `undefined` when it cannot be had. */
export const obtainElectron = async (options: RuntimeOptions): Promise<string | undefined> => {
  const { packageDir, failureFile, say, now, install = runInstaller } = options;
  const present = await installedElectron(packageDir);
  if (present !== undefined || failureFile === undefined || (await failedLately(failureFile, now()))) return present;
  say('Fetching Electron’s runtime, once …');
  await install(packageDir);
  const fetched = await installedElectron(packageDir);
  if (fetched === undefined) {
    await mkdir(dirname(failureFile), { recursive: true });
    await writeFile(failureFile, 'Electron’s runtime could not be fetched. Delete this file to try again at once.\n');
  } else await rm(failureFile, { force: true });
  return fetched;
};
