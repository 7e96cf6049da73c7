/** `npm run content -- check`: names every problem in the content. */
import { resolve } from 'node:path';
import { hasErrors } from '../problem.ts';
import {
  cacheOption,
  contentCommand,
  examples,
  exitCodes,
  now,
  printProblems,
  type AddCommand,
  type ExitCode,
  type RememberingOptions,
} from './command.ts';

/** The command `check`. */
export const addCheck: AddCommand = (program, end) => {
  contentCommand(program, 'check', 'Names every problem in the content; builds nothing.')
    .option(...cacheOption)
    .addHelpText('after', examples('check', 'check --json > problems.json'))
    .action(async (options: RememberingOptions) => {
      end(await check(options));
    });
};

async function check(options: RememberingOptions): Promise<ExitCode> {
  // Loaded when needed: it brings the parsers, and commands that only look at a bundle are to be quick.
  const { checkRecorded } = await import('../check-recorded.ts');
  const folders = { contentDir: resolve(options.content), cacheDir: resolve(options.cache) };
  const { problems } = await checkRecorded({ ...folders, now: now() });
  printProblems(problems, options);
  return hasErrors(problems) ? exitCodes.errors : exitCodes.fine;
}
