/** A bundle as a person names it: its folder, or the one file it is packed in. */
import { stat } from 'node:fs/promises';
import { openBundleFile } from '../../../electron/host/bundle/bundle-file.ts';
import { folderFiles, type BundleFiles } from '../../../electron/host/bundle/bundle-files.ts';
import { InputError } from './errors.ts';

/** A bundle's files until they are disposed of. */
export interface BundleInput extends AsyncDisposable {
  readonly files: BundleFiles;
  readonly isPacked: boolean;
}

/**
 * Opens a bundle.
 *
 * @throws InputError when there is nothing by that name
 * @throws BundleError when it is a file and no archive that may be read
 */
export async function openInput(path: string): Promise<BundleInput> {
  if (await isFolder(path)) {
    return { files: folderFiles(path), isPacked: false, [Symbol.asyncDispose]: () => Promise.resolve() };
  }
  const opened = await openBundleFile(path);
  return { files: opened.archive, isPacked: true, [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose]() };
}

/** Opens a bundle that has to be a folder. @throws InputError */
export async function openFolder(path: string): Promise<BundleFiles> {
  if (await isFolder(path)) return folderFiles(path);
  throw new InputError(`${path} is a file; give the folder of the bundle with --bundle DIR`);
}

async function isFolder(path: string): Promise<boolean> {
  const stats = await stat(path).catch((cause: unknown) => {
    throw new InputError(`there is no ${path}; build a bundle with “npm run content -- build”, or check the name`, {
      cause,
    });
  });
  return stats.isDirectory();
}
