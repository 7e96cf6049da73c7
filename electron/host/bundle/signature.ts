/** Whether somebody the site trusts has signed a manifest. */
import { verify } from 'node:crypto';
import { z } from 'zod';
import { MANIFEST_FILE, SIGNATURE_FILE, type Signature, signatureSchema } from '../../../content/format/manifest.ts';
import { BundleError } from './bundle-error.ts';
import type { BundleFiles } from './bundle-files.ts';
import type { TrustedKey } from './trusted-keys.ts';

/** A signature is some 150 bytes. */
const LARGEST_SIGNATURE_BYTES = 4096;

const refused = (
  fault: 'signature-missing' | 'signature-malformed' | 'signature-unknown-key' | 'signature-wrong',
  what: string,
  mend: string,
  cause?: unknown,
): BundleError => new BundleError(fault, SIGNATURE_FILE, what, mend, { cause });

const SIGN = 'Sign it with “npm run content -- sign” and a key this site trusts.';

/** A signature as it was read, and its file's bytes. */
export interface ReadSignature {
  readonly signature: Signature;
  readonly bytes: Buffer<ArrayBuffer>;
}

/**
 * Reads the signature beside a manifest, unchecked.
 *
 * @throws BundleError `signature-missing`, `signature-malformed`
 */
export const readSignature = async (files: BundleFiles): Promise<ReadSignature> => {
  let bytes: Buffer<ArrayBuffer>;
  try {
    bytes = await files.read(SIGNATURE_FILE, LARGEST_SIGNATURE_BYTES);
  } catch (cause) {
    if (cause instanceof BundleError && cause.fault !== 'file-missing')
      throw refused('signature-malformed', cause.message, SIGN, cause);
    throw refused('signature-missing', `The bundle has no ${SIGNATURE_FILE}: nobody has signed it.`, SIGN, cause);
  }
  try {
    return { signature: signatureSchema.parse(JSON.parse(bytes.toString('utf8'))), bytes };
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? z.prettifyError(cause) : 'it is not JSON';
    throw refused('signature-malformed', `The bundle’s ${SIGNATURE_FILE} is no signature: ${detail}.`, SIGN, cause);
  }
};

/**
 * The same for a bundle that need not be signed.
 *
 * @returns `undefined` when it is not
 * @throws BundleError `signature-malformed`
 */
export const readSignatureIfAny = async (files: BundleFiles): Promise<ReadSignature | undefined> => {
  try {
    return await readSignature(files);
  } catch (error) {
    if (error instanceof BundleError && error.fault === 'signature-missing') return undefined;
    throw error;
  }
};

/**
 * Checks a signature over a manifest's exact bytes.
 *
 * @returns the id of the trusted key that made it
 * @throws BundleError `signature-unknown-key`, `signature-wrong`
 */
export const checkSignature = (
  manifestBytes: Uint8Array,
  { keyId, signature }: Signature,
  trustedKeys: readonly TrustedKey[],
): string => {
  const named = trustedKeys.filter(({ id }) => id === keyId);
  if (named.length === 0) {
    const known = trustedKeys.map(({ id }) => id).join(', ');
    const what = `The bundle’s ${SIGNATURE_FILE} is made with the key ${keyId}, which is none of those trusted here (${known}).`;
    const mend =
      'If the key is right, add it to the site’s settings under content.trustedKeys; else do not use the bundle.';
    throw refused('signature-unknown-key', what, mend);
  }
  const bytes = Buffer.from(signature, 'base64');
  if (!named.some(({ key }) => verify(null, manifestBytes, key, bytes))) {
    const what = `The bundle’s ${SIGNATURE_FILE} does not fit its ${MANIFEST_FILE}: one of the two was altered after signing.`;
    throw refused('signature-wrong', what, 'Do not use the bundle; fetch it again from where it was made.');
  }
  return keyId;
};
