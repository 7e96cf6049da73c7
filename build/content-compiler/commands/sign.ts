/** `npm run content -- sign`: signs a bundle, after looking at all of it. */
import { join, resolve } from 'node:path';
import { SIGNATURE_FILE } from '../../../content/format/index.ts';
import { readRecords } from '../../../electron/host/bundle/manifest.ts';
import { writeWhole } from '../disk.ts';
import { openFolder } from '../transport/bundle-input.ts';
import { readSigner } from '../transport/keys.ts';
import { verifyBundle } from '../transport/verify.ts';
import {
  bundleCommand,
  examples,
  exitCodes,
  now,
  printOutcome,
  withProgress,
  type AddCommand,
  type BundleOptions,
  type ExitCode,
} from './command.ts';

interface SignOptions extends BundleOptions {
  readonly bundle: string;
  readonly key: string;
}

/** The command `sign`. */
export const addSign: AddCommand = (program, end) => {
  bundleCommand(program, 'sign', 'Signs a bundle, so that kiosks that know the public key show it.')
    .option('--bundle <dir>', 'the folder of the bundle', 'out/bundle')
    .requiredOption('--key <file>', 'the private key')
    .addHelpText(
      'after',
      examples('sign --key ../keys/private-key.pem', 'sign --bundle /tmp/bundle --key ../keys/private-key.pem --quiet'),
    )
    .action(async (options: SignOptions) => {
      end(await sign(options));
    });
};

async function sign(options: SignOptions): Promise<ExitCode> {
  const folder = resolve(options.bundle);
  const files = await openFolder(folder);
  const signer = await readSigner(resolve(options.key));
  const { faults } = await withProgress(options, { name: 'Checking', units: 'files' }, (onProgress) =>
    verifyBundle(files, { trustedKeys: [], now: now(), onProgress }),
  );
  // A broken signature is about to be replaced.
  const standing = faults.filter(({ code }) => code !== 'signature-malformed');
  if (standing.length > 0) {
    for (const { message } of standing) process.stderr.write(`${message}\n`);
    process.stderr.write('The bundle was not signed.\n');
    return exitCodes.errors;
  }
  const { manifest, manifestBytes } = await readRecords(files, []);
  await writeWhole(join(folder, SIGNATURE_FILE), signer.sign(manifestBytes));
  printOutcome(options, { keyId: signer.id, contentVersion: manifest.contentVersion }, () => [
    `Signed ${options.bundle}, version ${String(manifest.contentVersion)}, with the key ${signer.id}.`,
  ]);
  return exitCodes.fine;
}
