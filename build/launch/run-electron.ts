/** Running the Electron shell as a child process. */
import { spawn } from 'node:child_process';
import type { LaunchOptions } from './options.ts';

/** What the Electron process is told. Folders are absolute. */
export interface ElectronRun extends Pick<LaunchOptions, 'windowed' | 'size' | 'siteFile' | 'calibrate'> {
  readonly program: string;
  readonly mainFile: string;
  readonly appDir: string;
  readonly bundleDir: string;
  readonly dataDir: string;
  /** Electron, like every Chromium, refuses its sandbox to root. */
  readonly isRoot: boolean;
}

/** The command line; what it says is read by `electron/shell/arguments.ts`. */
export const electronArguments = (run: ElectronRun): readonly string[] => [
  run.mainFile,
  `--app=${run.appDir}`,
  `--bundle=${run.bundleDir}`,
  `--data=${run.dataDir}`,
  ...(run.siteFile === undefined ? [] : [`--site=${run.siteFile}`]),
  ...(run.calibrate ? ['--calibrate'] : []),
  ...(run.windowed ? ['--windowed'] : []),
  ...(run.size === undefined ? [] : [`--size=${String(run.size.width)}x${String(run.size.height)}`]),
  ...(run.isRoot ? ['--no-sandbox'] : []),
];

/** A running shell. */
export interface RunningShell {
  /** Resolves to the exit code of the process; rejects when it cannot be started. */
  readonly ended: Promise<number>;
  readonly close: () => Promise<void>;
}

/** Starts Electron. */
export const runElectron = (run: ElectronRun): RunningShell => {
  const env = { ...process.env };
  // It would turn Electron into a plain Node.
  delete env['ELECTRON_RUN_AS_NODE'];
  const child = spawn(run.program, electronArguments(run), { stdio: ['ignore', 'inherit', 'inherit'], env });
  const ended = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
  return {
    ended,
    close: async () => {
      child.kill('SIGTERM');
      await ended.catch(() => undefined);
    },
  };
};
