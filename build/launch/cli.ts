/** `npm start` and `npm run serve`. Exit codes: 0 ended as asked, 1 failed, 2 something to mend in how it was started. */
import { join } from 'node:path';
import { DataFolderError } from '../preview/data-folder.ts';
import { PortError } from '../preview/server.ts';
import { launch, LaunchError } from './launch.ts';
import { parseOptions } from './options.ts';

const root = join(import.meta.dirname, '..', '..');

const say = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

// npm runs scripts in the package's folder; a relative path was meant from where npm was called.
const calledFrom = process.cwd() === root ? (process.env['INIT_CWD'] ?? root) : process.cwd();

const steps: (() => Promise<void>)[] = [];
const stopping = new AbortController();

const stop = async (): Promise<void> => {
  // A second signal must not cut the first one's tidying short.
  if (stopping.signal.aborted) return;
  stopping.abort();
  for (const step of steps.toReversed()) await step().catch(() => undefined);
  process.exit(0);
};

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop());

const run = async (): Promise<number> => {
  const parsed = parseOptions(process.argv.slice(2), calledFrom);
  if (parsed.kind === 'exit') {
    (parsed.code === 0 ? process.stdout : process.stderr).write(parsed.text);
    return parsed.code;
  }
  return launch(parsed.options, { root, say, print, onStop: (step) => steps.push(step) });
};

try {
  const code = await run();
  // While stopping, the kiosk has ended because it was told to: stop() says with which code.
  if (!stopping.signal.aborted) process.exit(code);
} catch (error) {
  say(error instanceof Error ? error.message : 'The kiosk could not start.');
  process.exitCode =
    error instanceof PortError || error instanceof LaunchError || error instanceof DataFolderError ? 2 : 1;
  if (!stopping.signal.aborted) process.exit();
}
