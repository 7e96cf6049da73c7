/** `npm run content -- verify`: everything that is wrong with a bundle, as a kiosk would see it. */
import { resolve } from 'node:path';
import { BundleError } from '../../../electron/host/bundle/bundle-error.ts';
import { openInput } from '../transport/bundle-input.ts';
import { readTrustedKey } from '../transport/keys.ts';
import { verifyBundle, type Verdict } from '../transport/verify.ts';
import {
  bundleCommand,
  examples,
  exitCodes,
  now,
  plural,
  printOutcome,
  withProgress,
  type AddCommand,
  type BundleOptions,
  type ExitCode,
} from './command.ts';

interface VerifyCommandOptions extends BundleOptions {
  readonly trust: readonly string[];
}

/** The command `verify`. */
export const addVerify: AddCommand = (program, end) => {
  bundleCommand(program, 'verify', 'Checks a bundle whole: signature, clock, every file; tells all that is wrong.')
    .argument('<bundle>', 'the folder of a bundle, or the file it is packed in')
    .option(
      '--trust <file>',
      'a public key that may have signed it; can be given several times',
      (file: string, files: readonly string[]) => [...files, file],
      [],
    )
    .addHelpText(
      'after',
      examples(
        'verify out/bundle',
        'verify content.bundle --trust ../keys/public-key.pem',
        'verify content.bundle --trust old.pem --trust new.pem --json',
      ),
    )
    .action(async (bundle: string, options: VerifyCommandOptions) => {
      end(await verify(bundle, options));
    });
};

async function verify(bundle: string, options: VerifyCommandOptions): Promise<ExitCode> {
  const trustedKeys = await Promise.all(options.trust.map((file) => readTrustedKey(resolve(file))));
  const verdict = await withProgress(options, { name: 'Checking', units: 'files' }, async (onProgress) => {
    try {
      await using input = await openInput(resolve(bundle));
      return await verifyBundle(input.files, { trustedKeys, now: now(), onProgress });
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      const { fault: code, file, message } = error;
      return { signature: { state: 'none' }, faults: [{ code, file, message }] } satisfies Verdict;
    }
  });
  const isFine = verdict.faults.length === 0;
  if (!options.json) for (const { code, message } of verdict.faults) process.stdout.write(`${code}  ${message}\n`);
  printOutcome(options, { ok: isFine, ...outcome(verdict) }, () => [
    isFine ? summary(bundle, verdict) : `${bundle}: ${plural(verdict.faults.length, 'problem')}`,
  ]);
  return isFine ? exitCodes.fine : exitCodes.errors;
}

function outcome({ manifest, signature, faults }: Verdict): object {
  const { contentVersion, builtAt, languages, files, reviews } = manifest ?? {};
  return { contentVersion, builtAt, languages, files, reviews, signature, problems: faults };
}

function summary(bundle: string, { manifest, signature }: Verdict): string {
  if (!manifest) return bundle;
  const { contentVersion, builtAt, files } = manifest;
  const what = `version ${String(contentVersion)}, built ${builtAt}, ${plural(files.count, 'file')}, ${(files.bytes / 1e6).toFixed(1)} MB`;
  return `${bundle} is whole: ${what}. ${signedWords(signature)}`;
}

function signedWords(signature: Verdict['signature']): string {
  switch (signature.state) {
    case 'trusted':
      return `Signed with the trusted key ${signature.keyId}.`;
    case 'refused':
      return `Signed with the key ${signature.keyId}, which is refused.`;
    case 'not-checked':
      return `Signed with the key ${signature.keyId}, which nobody checked: give the public key with --trust FILE.`;
    case 'none':
      return 'Nobody has signed it.';
  }
}
