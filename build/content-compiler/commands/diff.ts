/** `npm run content -- diff`: what readers will find changed, in plain words. */
import { resolve } from 'node:path';
import { openInput } from '../transport/bundle-input.ts';
import { diffBundles } from '../transport/diff/diff-bundles.ts';
import { tellDiff } from '../transport/diff/tell.ts';
import { bundleCommand, examples, exitCodes, printOutcome, type AddCommand, type BundleOptions } from './command.ts';

/** The command `diff`. */
export const addDiff: AddCommand = (program, end) => {
  bundleCommand(program, 'diff', 'Tells what changed for readers between two bundles: helplines first, then pages.')
    .argument('<old>', 'the bundle before: its folder, or the file it is packed in')
    .argument('<new>', 'the bundle after')
    .addHelpText('after', examples('diff may.bundle june.bundle', 'diff may.bundle out/bundle --json'))
    .action(async (old: string, fresh: string, options: BundleOptions) => {
      await using before = await openInput(resolve(old));
      await using after = await openInput(resolve(fresh));
      const diff = await diffBundles(before.files, after.files);
      const editions = [diff.before, diff.after].map(({ contentVersion, builtAt, languages }) => ({
        contentVersion,
        builtAt,
        languages,
      }));
      const outcome = { before: editions[0], after: editions[1], changes: diff.changes, speech: diff.speech };
      printOutcome(options, outcome, () => tellDiff(diff));
      end(exitCodes.fine);
    });
};
