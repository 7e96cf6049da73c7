/** `npm run content -- pack`: a bundle in one file, to carry on a stick or send. */
import { resolve } from 'node:path';
import { openFolder } from '../transport/bundle-input.ts';
import { packBundle } from '../transport/pack.ts';
import {
  bundleCommand,
  examples,
  exitCodes,
  printOutcome,
  withProgress,
  type AddCommand,
  type BundleOptions,
} from './command.ts';

interface PackOptions extends BundleOptions {
  readonly bundle: string;
  readonly out: string;
}

/** The command `pack`. */
export const addPack: AddCommand = (program, end) => {
  bundleCommand(program, 'pack', 'Packs a bundle into one file; the same bundle gives the same bytes.')
    .option('--bundle <dir>', 'the folder of the bundle', 'out/bundle')
    .requiredOption('--out <file>', 'the file to write, such as content.bundle; replaced if it is there')
    .addHelpText(
      'after',
      examples('pack --out content.bundle', 'pack --bundle /tmp/bundle --out /media/stick/may.bundle'),
    )
    .action(async (options: PackOptions) => {
      const files = await openFolder(resolve(options.bundle));
      const report = await withProgress(options, { name: 'Packing', units: 'files' }, (onProgress) =>
        packBundle(files, resolve(options.out), onProgress),
      );
      const { manifest, bytes, keyId } = report;
      printOutcome(options, { contentVersion: manifest.contentVersion, bytes, keyId: keyId ?? null }, () => [
        `Packed version ${String(manifest.contentVersion)} into ${options.out}: ${(bytes / 1e6).toFixed(1)} MB.`,
        keyId === undefined
          ? 'It is not signed: a kiosk that trusts certain keys only will refuse it. Sign it first with “npm run content -- sign”.'
          : `It is signed with the key ${keyId}.`,
      ]);
      end(exitCodes.fine);
    });
};
