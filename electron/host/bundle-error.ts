/** What can be wrong with a bundle, said so that a technician can mend it. */

/** The closed list of faults; the journal and the tests speak of these. */
export type BundleFault =
  | 'manifest-missing'
  | 'manifest-malformed'
  | 'format-too-new'
  | 'file-missing'
  | 'file-unreadable'
  | 'file-size'
  | 'file-hash';

/** The mend for a bundle this checkout can build itself. */
export const REBUILD = 'Build it again with “npm run content -- build”.';

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

  constructor(fault: BundleFault, file: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.fault = fault;
    this.file = file;
  }
}
