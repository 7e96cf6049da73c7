/** Runs a program with bytes on its standard input. */
import { spawn } from 'node:child_process';

export interface ProgramOutcome {
  /** Absent when it could not be started, or was ended. */
  readonly code?: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program; never rejects. What stands in `args` can be seen by every program on the computer. */
export type RunProgram = (
  program: string,
  args: readonly string[],
  input?: Uint8Array,
  signal?: AbortSignal,
) => Promise<ProgramOutcome>;

/** More than this of what it says is not kept. */
const MOST_TEXT = 256 * 1024;

const TIME_OUT_MS = 55_000;

export const runProgram: RunProgram = (program, args, input, signal) =>
  new Promise((resolve) => {
    let [output, errors] = ['', ''];
    const child = spawn(program, args, {
      // Its words are read, so they must be in the one language that does not change; nothing else goes along.
      env: { PATH: process.env['PATH'] ?? '', LC_ALL: 'C', TZ: 'UTC' },
      timeout: TIME_OUT_MS,
      killSignal: 'SIGKILL',
      ...(signal !== undefined && { signal }),
    });
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output = (output + text).slice(0, MOST_TEXT);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(0, MOST_TEXT);
    });
    child.once('error', () => {
      resolve({ output, errors });
    });
    child.once('close', (code) => {
      resolve({ ...(code !== null && { code }), output, errors });
    });
    // A program that ends before it has read everything breaks the pipe; its code tells.
    child.stdin.once('error', () => undefined);
    child.stdin.end(input);
  });
