/** What can be wrong with a bundle, said so that a technician can mend it. */

/** The closed list of faults; the journal, the commands and the tests speak of these. */
export const bundleFaults = [
  // What vouches for the rest
  'manifest-missing',
  'manifest-malformed',
  'format-too-new',
  'format-too-old',
  'listing-malformed',
  'totals-wrong',
  'document-unlisted',
  // Who vouches for it, and when
  'signature-missing',
  'signature-malformed',
  'signature-unknown-key',
  'signature-wrong',
  'clock-before-build',
  // One file
  'file-missing',
  'file-unreadable',
  'file-size',
  'file-hash',
  'file-unlisted',
  // A bundle as one file, for transport
  'archive-unreadable',
  'archive-too-many-entries',
  'archive-too-large',
  'archive-bomb',
  'archive-overlap',
  'entry-encrypted',
  'entry-not-a-file',
  'entry-method',
  'name-absolute',
  'name-character',
  'name-collision',
  'name-duplicate',
  'name-empty-segment',
  'name-reserved',
  'name-too-long',
  'name-traversal',
  // The place it is unpacked to
  'target-exists',
  'target-full',
  'target-unwritable',
] as const;

export type BundleFault = (typeof bundleFaults)[number];

/** The mend for a bundle folder this checkout can build itself. */
export const REBUILD = 'Build it again with “npm run content -- build”.';

/** The mend for a bundle in one file. */
export const FETCH_AGAIN =
  'Copy it again from where it was made, or make it again with “npm run content -- pack”; do not use this one.';

/**
 * A bundle, or one file of it, that must not be shown. `message` names the file and the mend; `file`
 * is the path inside the bundle.
 *
 * @see B1
 */
export class BundleError extends Error {
  override readonly name = 'BundleError';
  readonly fault: BundleFault;
  readonly file: string;
  /** The last sentence of `message`: what to do about it. */
  readonly mend: string;

  constructor(fault: BundleFault, file: string, what: string, mend: string, options?: ErrorOptions) {
    super(`${what} ${mend}`, options);
    this.fault = fault;
    this.file = file;
    this.mend = mend;
  }
}
