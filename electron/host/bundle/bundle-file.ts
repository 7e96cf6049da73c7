/** A bundle in one file on disk. */
import { open } from 'node:fs/promises';
import { type Archive, archiveLimits, openArchive } from './archive.ts';
import { BundleError } from './bundle-error.ts';
import { fileAccess } from './random-access.ts';

/** An archive whose file stays open until it is disposed of. */
export interface BundleFile extends AsyncDisposable {
  readonly archive: Archive;
}

/**
 * Opens a bundle in one file.
 *
 * @throws BundleError `archive-…`, `entry-…`, `name-…`
 */
export const openBundleFile = async (file: string, limits = archiveLimits): Promise<BundleFile> => {
  const handle = await open(file).catch((cause: unknown) => {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    throw new BundleError(
      'archive-unreadable',
      '',
      `${file} cannot be read (${code}).`,
      'Check its name and its disk.',
      {
        cause,
      },
    );
  });
  try {
    const archive = await openArchive(await fileAccess(handle), file, limits);
    return { archive, [Symbol.asyncDispose]: () => handle.close() };
  } catch (error) {
    await handle.close();
    throw error;
  }
};
