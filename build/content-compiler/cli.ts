/** `npm run content -- check|build`: what an editor types. Exit codes: 0 fine, 1 errors, 2 wrong usage. */
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { BuildReport } from './build-bundle.ts';
import { checkContent } from './check/check-content.ts';
import { DiskError, readContent } from './disk.ts';
import { NarrationError } from './narrate/synthesiser.ts';
import { ContentError, flatProblem, formatProblem, hasErrors, type Problem } from './problem.ts';
import { createProgress } from './progress.ts';

interface Options {
  readonly content: string;
  readonly out: string;
  readonly cache: string;
  readonly json: boolean;
  readonly quiet: boolean;
}

const exitCodes = { fine: 0, errors: 1, usage: 2 } as const;

/** A mistake in how the tool was called. */
class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Time as the build writes it; `SOURCE_DATE_EPOCH` (seconds) makes builds of one source equal in every byte. */
function now(): Date {
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch === undefined || epoch === '') return new Date();
  if (!/^\d{1,11}$/.test(epoch)) {
    throw new UsageError(`SOURCE_DATE_EPOCH is “${epoch}”; give whole seconds since 1970, or unset it`);
  }
  return new Date(Number(epoch) * 1000);
}

function printProblems(problems: readonly Problem[], { json, quiet }: Pick<Options, 'json' | 'quiet'>): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(problems.map(flatProblem), null, 2)}\n`);
    return;
  }
  const shown = quiet ? problems.filter(({ level }) => level === 'error') : problems;
  for (const problem of shown) process.stdout.write(`${formatProblem(problem)}\n`);
  if (quiet) return;
  const count = (level: Problem['level']): number => problems.filter((problem) => problem.level === level).length;
  process.stdout.write(`${plural(count('error'), 'error')}, ${plural(count('warning'), 'warning')}\n`);
}

function plural(count: number, word: string): string {
  return `${String(count)} ${word}${count === 1 ? '' : 's'}`;
}

async function check(options: Options): Promise<number> {
  const { problems } = checkContent(await readContent(resolve(options.content)), now());
  printProblems(problems, options);
  return hasErrors(problems) ? exitCodes.errors : exitCodes.fine;
}

async function build(options: Options): Promise<number> {
  // Loaded when needed: it brings the engine and the encoder, and `check` is to be quick.
  const { buildBundle } = await import('./build-bundle.ts');
  const progress = options.quiet ? undefined : createProgress(process.stderr);
  try {
    const report = await buildBundle({
      contentDir: resolve(options.content),
      outDir: resolve(options.out),
      cacheDir: resolve(options.cache),
      now: now(),
      ...(progress && { onProgress: progress.update }),
    });
    progress?.stop();
    if (options.json) printProblems(report.problems, options);
    else if (!options.quiet) {
      printProblems(report.problems, options);
      process.stdout.write(`${summary(report, options.out)}\n`);
    }
    return exitCodes.fine;
  } catch (error) {
    progress?.stop();
    if (!(error instanceof ContentError)) throw error;
    printProblems(error.problems, options);
    process.stderr.write(`${error.message}\n`);
    return exitCodes.errors;
  }
}

function summary({ changed, manifest, clips, audioMs, bytes }: BuildReport, out: string): string {
  const state = changed ? 'built' : 'unchanged';
  const minutes = (audioMs / 60_000).toFixed(1);
  return `${state} ${out}: version ${String(manifest.contentVersion)}, ${String(Object.keys(manifest.files).length)} files, ${(bytes / 1e6).toFixed(1)} MB, ${String(clips.total)} clips (${String(clips.rendered)} rendered), ${minutes} minutes of speech`;
}

function createProgram(setExitCode: (code: number) => void): Command {
  const program = new Command('content')
    .description('Checks the content and builds the bundle the kiosk reads.')
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.');
  const command = (name: string, description: string, run: (options: Options) => Promise<number>): Command =>
    program
      .command(name)
      .description(description)
      .allowExcessArguments(false)
      .option('--content <dir>', 'the folder with the content', 'content')
      .option('--json', 'print problems as a JSON array', false)
      .option('--quiet', 'print errors only', false)
      .action(async (options: Options) => {
        setExitCode(await run(options));
      });
  command('check', 'Names every problem in the content; builds nothing.', check).addHelpText(
    'after',
    '\nExamples:\n  npm run content -- check\n  npm run content -- check --json > problems.json',
  );
  command('build', 'Checks, compiles and narrates the content; only changed sentences are spoken again.', build)
    .option('--out <dir>', 'the folder of the bundle', 'out/bundle')
    .option('--cache <dir>', 'the folder with the sentences spoken before', 'out/cache/narration')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run content -- build\n  npm run content -- build --content my-content --out /tmp/bundle --quiet',
    );
  return program.addHelpText(
    'after',
    '\nExamples:\n  npm run content -- check\n  npm run content -- build\n  npm run content -- build --help',
  );
}

async function main(): Promise<number> {
  let exitCode: number = exitCodes.fine;
  try {
    await createProgram((code) => {
      exitCode = code;
    }).parseAsync();
    return exitCode;
  } catch (error) {
    // Commander has printed its own message; help and version end with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (error instanceof UsageError || error instanceof DiskError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    if (error instanceof NarrationError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.errors;
    }
    if (isSystemError(error)) {
      process.stderr.write(
        `${error.message}; check the folders given with --out and --cache, and the space on the disk\n`,
      );
      return exitCodes.errors;
    }
    throw error;
  }
}

/** An error of the operating system: its message names the file. */
function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error;
}

process.exitCode = await main();
