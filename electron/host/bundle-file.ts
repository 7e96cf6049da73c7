/** Reading one listed file of a bundle: its bytes, or the fault it has. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BundleError, REBUILD } from './bundle-error.ts';

/** What the manifest says of a file: lower-case hex SHA-256 and size in bytes. */
export interface ListedFile {
  readonly sha256: string;
  readonly size: number;
}

const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : 'unknown';

/** Reads a file that the file system may not have. @throws BundleError `file-missing`, `file-unreadable` */
const readBytes = async (directory: string, path: string): Promise<Buffer<ArrayBuffer>> => {
  try {
    return await readFile(join(directory, path));
  } catch (cause) {
    const code = codeOf(cause);
    const absent = code === 'ENOENT' || code === 'ENOTDIR';
    throw absent
      ? new BundleError('file-missing', path, `The bundle’s file ${path} is missing. ${REBUILD}`, { cause })
      : new BundleError('file-unreadable', path, `The bundle’s file ${path} cannot be read (${code}). ${REBUILD}`, {
          cause,
        });
  }
};

/**
 * Reads a listed file whole and checks it: the bytes returned are those the manifest promises, however
 * the disk has changed since the bundle was opened.
 *
 * @param path - a path from the manifest, never one from a request
 * @throws BundleError when the file is missing, unreadable, of another size or altered
 */
export const readListedFile = async (
  directory: string,
  path: string,
  listed: ListedFile,
): Promise<Buffer<ArrayBuffer>> => {
  const bytes = await readBytes(directory, path);
  if (bytes.length !== listed.size) {
    const sizes = `${String(bytes.length)} bytes instead of ${String(listed.size)}`;
    throw new BundleError('file-size', path, `The bundle’s file ${path} has ${sizes}. ${REBUILD}`);
  }
  if (createHash('sha256').update(bytes).digest('hex') !== listed.sha256) {
    throw new BundleError('file-hash', path, `The bundle’s file ${path} was altered: its SHA-256 differs. ${REBUILD}`);
  }
  return bytes;
};
