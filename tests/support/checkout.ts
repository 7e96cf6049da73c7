/** Where the checkout and its parts are. */
import { join } from 'node:path';

/** The checkout's folder. */
export const root = join(import.meta.dirname, '..', '..');

/** A path inside the checkout. */
export const inRoot = (...path: readonly string[]): string => join(root, ...path);
