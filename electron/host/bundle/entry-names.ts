/** What an entry of an archive may be called: exactly what a bundle path may be, and each name once. */
import { bundlePathSchema } from '../../../content/format/manifest.ts';
import { BundleError, type BundleFault, FETCH_AGAIN } from './bundle-error.ts';

/** A name as it can be shown and logged: what is not plain ASCII is spelt out, and long names are cut. */
export const shownName = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]/gu, (sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  return plain.length > 120 ? `${plain.slice(0, 120)}…` : plain;
};

/** An entry that is refused for what it is or how it is called. */
export const refusedEntry = (fault: BundleFault, name: string, what: string): BundleError =>
  new BundleError(fault, shownName(name), `The archive’s entry “${shownName(name)}” ${what}.`, FETCH_AGAIN);

const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * Checks one name.
 *
 * @throws BundleError `name-…`, but for those that take two names
 */
export const checkName = (name: string): void => {
  if (bundlePathSchema.safeParse(name).success) return;
  const segments = name.split(/[\\/]/);
  if (/^[\\/]|^[a-z]:/i.test(name)) throw refusedEntry('name-absolute', name, 'is named as a place on a disk');
  if (segments.some((segment) => segment === '..' || segment === '.'))
    throw refusedEntry('name-traversal', name, 'leads out of its folder');
  // eslint-disable-next-line no-control-regex -- NUL ends a name early on some systems, which is the danger
  if (/[^a-z0-9._/-]|\u0000/.test(name))
    throw refusedEntry('name-character', name, 'has other characters than a-z, 0-9, hyphen, dot, underscore and slash');
  if (segments.includes('')) throw refusedEntry('name-empty-segment', name, 'has a segment without a name');
  if (segments.some((segment) => /^\.|\.$/.test(segment) || device.test(segment)))
    throw refusedEntry('name-reserved', name, 'has a name that some systems keep for themselves');
  throw refusedEntry('name-too-long', name, 'has too long a name');
};

/** As two file systems that look at letters differently might both see a name. */
const folded = (name: string): string => name.normalize('NFKC').toLowerCase().normalize('NFKC');

/**
 * Checks all names of an archive, each by itself and against the others.
 *
 * @throws BundleError `name-…`; names that stand in each other's way are told before names that are wrong
 */
export const checkNames = (names: readonly string[]): void => {
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(folded(name));
    if (other === name) throw refusedEntry('name-duplicate', name, 'is there twice');
    if (other !== undefined)
      throw refusedEntry('name-collision', name, `differs from “${shownName(other)}” only as some systems see it`);
    seen.set(folded(name), name);
  }
  for (const name of names) checkName(name);
  for (const name of names) {
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
      if (seen.has(name.slice(0, end)))
        throw refusedEntry('name-collision', name.slice(0, end), 'is a file and a folder at once');
    }
  }
};
