/** What all commands of `npm run content` share: how they are added, how they end, how they speak. */
import type { Command } from 'commander';
import { flatProblem, formatProblem, type Problem } from '../problem.ts';
import { createProgress, type Done, type Work } from '../progress.ts';

/** How a command ends: `errors` is for mistakes in what it was given to read, `usage` for how it was called. */
export const exitCodes = { fine: 0, errors: 1, usage: 2 } as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Adds one command to the program. The command tells its exit code to `end` when it is done. */
export type AddCommand = (program: Command, end: (code: ExitCode) => void) => void;

/** A mistake in how the tool was called. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Options of every command that reads the content folder. */
export interface ContentOptions {
  readonly content: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** A command that reads the content folder, with the options all of these have. `json` says what that one prints. */
export function contentCommand(
  program: Command,
  name: string,
  description: string,
  json = 'print problems as a JSON array',
): Command {
  return program
    .command(name)
    .description(description)
    .allowExcessArguments(false)
    .option('--content <dir>', 'the folder with the content', 'content')
    .option('--json', json, false)
    .option('--quiet', 'print errors only', false);
}

/** Options of commands that have to align recordings, and remember it. */
export interface RememberingOptions extends ContentOptions {
  readonly cache: string;
}

/** Where builds, checks and reports keep what they need not do twice. */
export const cacheOption = [
  '--cache <dir>',
  'the folder with what was spoken, aligned and compiled before',
  'out/cache/narration',
] as const;

/** Options of every command that takes a bundle that is built already. */
export interface BundleOptions {
  readonly json: boolean;
  readonly quiet: boolean;
}

/** A command that takes a bundle, with the options all of these have. */
export function bundleCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .allowExcessArguments(false)
    .option('--json', 'print the outcome as JSON', false)
    .option('--quiet', 'print nothing but what is wrong', false);
}

/** Prints an outcome: as JSON, or in the words of `tell`, or not at all. */
export function printOutcome({ json, quiet }: BundleOptions, outcome: object, tell: () => readonly string[]): void {
  if (json) process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`);
  else if (!quiet) for (const line of tell()) process.stdout.write(`${line}\n`);
}

/** Runs something with its progress on standard error, unless nothing is to be said. */
export async function withProgress<Value>(
  { json, quiet }: BundleOptions,
  work: Work,
  run: (onProgress: ((done: Done) => void) | undefined) => Promise<Value>,
): Promise<Value> {
  const progress = json || quiet ? undefined : createProgress(process.stderr, work);
  try {
    return await run(progress?.update);
  } finally {
    progress?.stop();
  }
}

/** The examples below a command's help. */
export function examples(...lines: readonly string[]): string {
  return ['', 'Examples:', ...lines.map((line) => `  npm run content -- ${line}`)].join('\n');
}

/** Time as the build writes it; `SOURCE_DATE_EPOCH` (seconds) makes builds of one source equal in every byte. */
export function now(): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return new Date();
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new UsageError(`SOURCE_DATE_EPOCH is “${epoch}”; give whole seconds since 1970, or unset it`);
  }
  return new Date(Number(epoch) * 1000);
}

/**
 * Prints problems of the content, as JSON or a line each with a count at the end. `withoutNotes` only counts what is
 * for the record, for commands that have something else to say.
 */
export function printProblems(
  problems: readonly Problem[],
  { json, quiet, withoutNotes }: Pick<ContentOptions, 'json' | 'quiet'> & { readonly withoutNotes?: boolean },
): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(problems.map(flatProblem), null, 2)}\n`);
    return;
  }
  const hidden: readonly Problem['level'][] = quiet ? ['warning', 'info'] : withoutNotes ? ['info'] : [];
  const shown = problems.filter(({ level }) => !hidden.includes(level));
  for (const problem of shown) process.stdout.write(`${formatProblem(problem)}\n`);
  if (quiet) return;
  const count = (level: Problem['level']): number => problems.filter((problem) => problem.level === level).length;
  process.stdout.write(
    `${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}, ${plural(count('info'), 'note')}\n`,
  );
}

/** `1 error`, `2 errors`. */
export function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}
