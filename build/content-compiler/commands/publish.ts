/** `npm run content -- publish`: a signed bundle as a tree of files for a web server. */
import { resolve } from 'node:path';
import { openInput } from '../transport/bundle-input.ts';
import { publishBundle } from '../transport/publish.ts';
import {
  bundleCommand,
  examples,
  exitCodes,
  printOutcome,
  withProgress,
  type AddCommand,
  type BundleOptions,
} from './command.ts';

interface PublishOptions extends BundleOptions {
  readonly bundle: string;
  readonly out: string;
  readonly older?: true;
}

/** The command `publish`. */
export const addPublish: AddCommand = (program, end) => {
  bundleCommand(program, 'publish', 'Publishes a signed bundle as files that any web server can serve to kiosks.')
    .option('--bundle <path>', 'the bundle: its folder, or one file', 'out/bundle')
    .requiredOption('--out <dir>', 'the folder that is served; what is there stays, and only what is missing is added')
    .option('--older', 'publish it even though a newer version is published')
    .addHelpText(
      'after',
      examples('publish --out /srv/www/content', 'publish --bundle may.bundle --out /srv/www/content'),
    )
    .action(async (options: PublishOptions) => {
      await using input = await openInput(resolve(options.bundle));
      const report = await withProgress(options, { name: 'Publishing', units: 'files' }, (onProgress) =>
        publishBundle(input.files, resolve(options.out), { older: options.older === true, onProgress }),
      );
      const { manifest, keyId, added } = report;
      printOutcome(options, { contentVersion: manifest.contentVersion, keyId, added }, () => [
        `Published version ${String(manifest.contentVersion)} in ${options.out}, signed with the key ${keyId}.`,
        `${String(added.files)} files of ${(added.bytes / 1e6).toFixed(1)} MB were added; a kiosk fetches about as much.`,
      ]);
      end(exitCodes.fine);
    });
};
