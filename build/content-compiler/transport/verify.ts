/** Looking at a bundle whole: all that is wrong with it, not only the first thing. */
import { BundleError, type BundleFault } from '../../../electron/host/bundle/bundle-error.ts';
import type { BundleFiles } from '../../../electron/host/bundle/bundle-files.ts';
import { checkWhole, filesToCheck, MANY_AT_ONCE, unlistedFiles } from '../../../electron/host/bundle/check-whole.ts';
import { clockFault } from '../../../electron/host/bundle/clock.ts';
import { readRecords } from '../../../electron/host/bundle/manifest.ts';
import { readSignatureIfAny } from '../../../electron/host/bundle/signature.ts';
import type { TrustedKey } from '../../../electron/host/bundle/trusted-keys.ts';
import { LISTINGS_FOLDER, type Manifest } from '../../../content/format/index.ts';

/** How far a check is. */
export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}

/** One thing that is wrong, as `--json` prints it. `code` is stable; `message` ends with the mend. */
export interface FoundFault {
  readonly code: BundleFault;
  readonly file: string;
  readonly message: string;
}

/** What came of it. Without a manifest nothing else could be looked at. */
export interface Verdict {
  readonly manifest?: Manifest;
  /** Which key it names, and whether that was found to be a trusted one's; `not-checked` when no key was given. */
  readonly signature:
    { readonly state: 'trusted' | 'refused' | 'not-checked'; readonly keyId: string } | { readonly state: 'none' };
  readonly faults: readonly FoundFault[];
}

/** What a bundle is judged by. */
export interface VerifyOptions {
  readonly trustedKeys: readonly TrustedKey[];
  readonly now: Date;
  readonly onProgress?: ((progress: CheckProgress) => void) | undefined;
}

/** Checks a bundle whole. */
export async function verifyBundle(
  files: BundleFiles,
  { trustedKeys, now, onProgress }: VerifyOptions,
): Promise<Verdict> {
  const faults: FoundFault[] = [];
  const note = ({ fault, file, message }: BundleError): void => void faults.push({ code: fault, file, message });
  const attempt = async <Value>(step: () => Promise<Value>): Promise<Value | undefined> => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof BundleError)) throw error;
      note(error);
      return undefined;
    }
  };

  const records = await attempt(() => readRecords(files, trustedKeys));
  // Whatever the signature is worth, the files can be looked at, and all mistakes are to be told at once.
  const manifest = records?.manifest ?? (await readRecords(files, []).catch(() => undefined))?.manifest;
  // With keys its mistakes are told already; whom it claims to be from is still of interest.
  const known =
    trustedKeys.length === 0
      ? await attempt(() => readSignatureIfAny(files))
      : await readSignatureIfAny(files).catch(() => undefined);
  const keyId = known?.signature.keyId;
  if (manifest) {
    const late = clockFault(manifest, now.getTime());
    if (late) note(late);
    await checkFiles(files, manifest, note, onProgress);
    // Without every listing nobody can say who is a stranger.
    if (!faults.some(({ file }) => file.startsWith(`${LISTINGS_FOLDER}/`)))
      (await unlistedFiles(files, manifest)).forEach(note);
  }
  return {
    ...(manifest && { manifest }),
    signature: keyId === undefined ? { state: 'none' } : { state: standing(records?.signedBy, trustedKeys), keyId },
    faults,
  };
}

function standing(
  signedBy: string | undefined,
  trustedKeys: readonly TrustedKey[],
): 'trusted' | 'refused' | 'not-checked' {
  if (trustedKeys.length === 0) return 'not-checked';
  return signedBy === undefined ? 'refused' : 'trusted';
}

async function checkFiles(
  files: BundleFiles,
  manifest: Manifest,
  note: (fault: BundleError) => void,
  onProgress: VerifyOptions['onProgress'],
): Promise<void> {
  const total = filesToCheck(manifest);
  let done = 0;
  for await (const { fault } of checkWhole(files, manifest, MANY_AT_ONCE)) {
    done += 1;
    onProgress?.({ done: Math.min(done, total), total });
    if (fault) note(fault);
  }
}
