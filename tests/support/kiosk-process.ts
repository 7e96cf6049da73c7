/** A kiosk as a technician starts it: the launcher as a process of its own, in serve mode. */
import { spawn } from 'node:child_process';
import { inRoot } from './checkout.ts';

export interface KioskProcessOptions {
  /** Everything the kiosk may write goes below this folder. */
  readonly dataDir: string;
  /** Further arguments for the launcher. */
  readonly args?: readonly string[];
  /** The folder it is started in. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** A process that has been started; its output grows while it runs. */
export interface KioskProcess {
  readonly pid: number;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Resolves to the exit code, or to the signal's name when one ended it. */
  readonly ended: Promise<number | string>;
  /** Asks it to stop, as the system's service does, and waits for that. */
  readonly stop: () => Promise<number | string>;
}

/** Starts the launcher; says nothing about whether it works. */
export const spawnKiosk = ({ dataDir, args = [], cwd, env }: KioskProcessOptions): KioskProcess => {
  const child = spawn(
    process.execPath,
    [inRoot('build', 'launch', 'cli.ts'), '--shell', 'serve', '--data', dataDir, ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], cwd: cwd ?? dataDir, env: { ...process.env, ...env } },
  );
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output.stderr += text));
  const ended = new Promise<number | string>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  return {
    pid: child.pid ?? -1,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    ended,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};

/** A kiosk that said it is ready. */
export interface ReadyKiosk extends KioskProcess {
  /** Its address, with a final slash. */
  readonly url: string;
}

/** Enough for a first build with narration; a kiosk that is built starts in a second. */
const PATIENCE_MS = 300_000;

/** Starts a kiosk and waits for its `ready` line. @throws when it ends before, with what it said. */
export const startKiosk = async (options: KioskProcessOptions): Promise<ReadyKiosk> => {
  const kiosk = spawnKiosk(options);
  const deadline = Date.now() + PATIENCE_MS;
  const outcome = { ended: false };
  void kiosk.ended.then(
    () => (outcome.ended = true),
    () => (outcome.ended = true),
  );
  for (;;) {
    const url = /^ready (\S+)$/m.exec(kiosk.stdout())?.[1];
    if (url !== undefined) return { ...kiosk, url };
    if (outcome.ended || Date.now() > deadline) {
      await kiosk.stop();
      throw new Error(`The kiosk did not get ready. It said:\n${kiosk.stdout()}${kiosk.stderr()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};
