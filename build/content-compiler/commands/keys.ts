/** `npm run content -- keys`: makes the pair of keys a hospital signs its content with. */
import { relative, resolve } from 'node:path';
import { makeKeys } from '../transport/keys.ts';
import { bundleCommand, examples, exitCodes, printOutcome, type AddCommand, type BundleOptions } from './command.ts';

/** The command `keys`. */
export const addKeys: AddCommand = (program, end) => {
  bundleCommand(
    program,
    'keys',
    'Makes a pair of keys: the private one signs bundles, kiosks are given the public one.',
  )
    .requiredOption('--out <dir>', 'the folder for the two files, outside of what is shared or backed up in the open')
    .addHelpText('after', examples('keys --out ../keys'))
    .action(async (options: BundleOptions & { readonly out: string }) => {
      const keys = await makeKeys(resolve(options.out));
      const shown = (file: string): string => relative(process.cwd(), file);
      printOutcome(options, keys, () => [
        `Made the key ${keys.id}.`,
        `Private: ${shown(keys.privateFile)} – sign with it, keep it off every kiosk, and keep a copy in a safe place.`,
        `Public:  ${shown(keys.publicFile)} – put it into the settings of each kiosk:`,
        `  "content": { "trustedKeys": ["${keys.forSettings}"] }`,
      ]);
      end(exitCodes.fine);
    });
};
