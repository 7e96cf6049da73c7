/** `npm run content -- build`: checks, compiles and narrates the content into a bundle. */
import { resolve } from 'node:path';
import type { BuildReport } from '../build-bundle.ts';
import { ContentError } from '../problem.ts';
import { createBuildProgress, createProgress } from '../progress.ts';
import { readSigner } from '../transport/keys.ts';
import {
  cacheOption,
  contentCommand,
  examples,
  exitCodes,
  now,
  plural,
  printProblems,
  type AddCommand,
  type ExitCode,
  type RememberingOptions,
} from './command.ts';

interface BuildCommandOptions extends RememberingOptions {
  readonly out: string;
  readonly sign?: string;
}

/** The command `build`. */
export const addBuild: AddCommand = (program, end) => {
  contentCommand(
    program,
    'build',
    'Checks, compiles and narrates the content; only changed sentences are spoken again.',
  )
    .option('--out <dir>', 'the folder of the bundle', 'out/bundle')
    .option(...cacheOption)
    .option('--sign <file>', 'sign the bundle with this private key')
    .addHelpText(
      'after',
      examples('build', 'build --sign ../keys/private-key.pem', 'build --content my-content --out /tmp/bundle --quiet'),
    )
    .action(async (options: BuildCommandOptions) => {
      end(await build(options));
    });
};

async function build(options: BuildCommandOptions): Promise<ExitCode> {
  // Loaded when needed: it brings the engine and the encoder, and `check` is to be quick.
  const { buildBundle } = await import('../build-bundle.ts');
  const signer = options.sign === undefined ? undefined : await readSigner(resolve(options.sign));
  const progress = options.quiet ? undefined : createBuildProgress((work) => createProgress(process.stderr, work));
  try {
    const report = await buildBundle({
      contentDir: resolve(options.content),
      outDir: resolve(options.out),
      cacheDir: resolve(options.cache),
      now: now(),
      ...(progress && { onProgress: progress.update }),
      ...(signer && { sign: signer.sign }),
    });
    progress?.stop();
    if (options.json) printProblems(report.problems, options);
    else if (!options.quiet) {
      printProblems(report.problems, { ...options, withoutNotes: true });
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

function summary({ changed, manifest, clips, recordings, audioMs, bytes }: BuildReport, out: string): string {
  const state = changed ? 'built' : 'unchanged';
  const minutes = (audioMs / 60_000).toFixed(1);
  const own =
    recordings.used === 0 ? '' : `, ${plural(recordings.used, 'recording')} (${String(recordings.aligned)} aligned)`;
  return `${state} ${out}: version ${String(manifest.contentVersion)}, ${String(manifest.files.count)} files, ${(bytes / 1e6).toFixed(1)} MB, ${String(clips.total)} clips (${String(clips.rendered)} rendered)${own}, ${minutes} minutes of speech`;
}
