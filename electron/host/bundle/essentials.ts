/** The documents without which a kiosk cannot be used at all. */
import type { Manifest } from '../../../content/format/manifest.ts';
import { bundlePaths } from '../../../content/format/paths.ts';
import { BundleError } from './bundle-error.ts';
import type { BundleFiles } from './bundle-files.ts';

/**
 * Paths a bundle must have, whole, before it goes into service: what every visit begins with, in each
 * language. Any other file may be damaged without the kiosk having to rest.
 */
export const essentialPaths = ({ languages }: Pick<Manifest, 'languages'>): readonly string[] =>
  languages.flatMap((language) => [bundlePaths.document(language, 'messages'), bundlePaths.document(language, 'home')]);

/** The fault of a bundle that does not even list an essential document. */
export const unlistedEssential = (path: string, { mend }: Pick<BundleFiles, 'mend'>): BundleError => {
  const what = `The bundle lists no ${path}, without which its language cannot be shown.`;
  return new BundleError('document-unlisted', path, what, mend);
};
