/** Whether the computer's clock can be right, given a bundle (C8). */
import { type Manifest, MANIFEST_FILE } from '../../../content/format/manifest.ts';
import { BundleError } from './bundle-error.ts';

/** A clock may be a little behind the one that stamped the bundle without being wrong. */
const CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/**
 * A clock that is plainly wrong: it is earlier than the bundle was built.
 *
 * @returns the fault `clock-before-build`, or `undefined`
 * @see C8
 */
export const clockFault = ({ builtAt }: Pick<Manifest, 'builtAt'>, nowMs: number): BundleError | undefined => {
  if (nowMs + CLOCK_TOLERANCE_MS >= Date.parse(builtAt)) return undefined;
  const now = new Date(nowMs).toISOString();
  const what = `This computer’s clock says ${now}, which is before the bundle was built (${builtAt}).`;
  const mend = 'Set the clock and the time zone; if both are right, the clock where the bundle was built was wrong.';
  return new BundleError('clock-before-build', MANIFEST_FILE, what, mend);
};
