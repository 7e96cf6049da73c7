/** `npm run content -- …`: what an editor types. A new command is a file in `commands/` and a line here. */
import { Command, CommanderError } from 'commander';
import { addBuild } from './commands/build.ts';
import { addCheck } from './commands/check.ts';
import { addDiff } from './commands/diff.ts';
import { addKeys } from './commands/keys.ts';
import { addNew } from './commands/new.ts';
import { addPack } from './commands/pack.ts';
import { addPreview } from './commands/preview.ts';
import { addPublish } from './commands/publish.ts';
import { addReport } from './commands/report.ts';
import { addSchemas } from './commands/schemas.ts';
import { addSign } from './commands/sign.ts';
import { addVerify } from './commands/verify.ts';
import { examples, exitCodes, UsageError, type AddCommand, type ExitCode } from './commands/command.ts';
import { BundleError } from '../../electron/host/bundle/bundle-error.ts';
import { DiskError } from './disk.ts';
import { NarrationError } from './narrate/synthesiser.ts';
import { InputError, RefusedError } from './transport/errors.ts';

/** In the order in which an editor needs them; help lists them so. */
const commands: readonly AddCommand[] = [
  addNew,
  addCheck,
  addPreview,
  addReport,
  addBuild,
  addKeys,
  addSign,
  addPack,
  addPublish,
  addVerify,
  addDiff,
  addSchemas,
];

function createProgram(end: (code: ExitCode) => void): Command {
  const program = new Command('content')
    .description('Checks the content, builds the bundle the kiosk reads, signs it and packs it for the way.')
    .exitOverride()
    .showHelpAfterError('Run with --help to see what there is.')
    .addHelpText('after', examples('check', 'build', 'pack --help'));
  for (const add of commands) add(program, end);
  return program;
}

async function main(): Promise<ExitCode> {
  let exitCode: ExitCode = exitCodes.fine;
  try {
    await createProgram((code) => {
      exitCode = code;
    }).parseAsync();
    return exitCode;
  } catch (error) {
    // Commander has printed its own message; help and version end with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (error instanceof UsageError || error instanceof DiskError || error instanceof InputError) {
      process.stderr.write(`${error.message}\n`);
      return exitCodes.usage;
    }
    if (error instanceof NarrationError || error instanceof BundleError || error instanceof RefusedError) {
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
