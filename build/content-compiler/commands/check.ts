/** `npm run content -- check`: names every problem in the content. */
import { resolve } from 'node:path';
import { readContent } from '../disk.ts';
import { hasErrors } from '../problem.ts';
import {
  contentCommand,
  examples,
  exitCodes,
  now,
  printProblems,
  type AddCommand,
  type ContentOptions,
  type ExitCode,
} from './command.ts';

/** The command `check`. */
export const addCheck: AddCommand = (program, end) => {
  contentCommand(program, 'check', 'Names every problem in the content; builds nothing.')
    .addHelpText('after', examples('check', 'check --json > problems.json'))
    .action(async (options: ContentOptions) => {
      end(await check(options));
    });
};

async function check(options: ContentOptions): Promise<ExitCode> {
  // Loaded when needed: it brings the parsers, and commands that only look at a bundle are to be quick.
  const { checkContent } = await import('../check/check-content.ts');
  const { problems } = checkContent(await readContent(resolve(options.content)), now());
  printProblems(problems, options);
  return hasErrors(problems) ? exitCodes.errors : exitCodes.fine;
}
