/** Where a bundle's files are read from: a folder, or one file of an archive that has the same inside. */
import { createHash } from 'node:crypto';
import { type FileHandle, open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ListedFile } from '../../../content/format/manifest.ts';
import { fileErrorCode } from '../disk/disk.ts';
import { BundleError, REBUILD } from './bundle-error.ts';

/** A bundle's files by path, unchecked. */
export interface BundleFiles {
  /** What the bundle is called in messages: its folder, or the file it is packed in. */
  readonly name: string;
  /** What staff are told to do about a damaged file. */
  readonly mend: string;
  /**
   * The bytes of a file. Never reads or inflates more than `mostBytes`.
   *
   * @param path - a path the manifest or a listing gave, never one from a request
   * @throws BundleError `file-missing`, `file-unreadable`, and `file-size` when there are more than `mostBytes`
   */
  readonly read: (path: string, mostBytes: number) => Promise<Buffer<ArrayBuffer>>;
  /** All files there are, listed or not. For tools: it takes as long as there are files. */
  readonly paths: () => Promise<readonly string[]>;
}

/** A file that has another size than it should have. */
export const wrongSize = ({ mend }: BundleFiles, path: string, actual: number, expected: string): BundleError =>
  new BundleError(
    'file-size',
    path,
    `The bundle’s file ${path} has ${String(actual)} bytes instead of ${expected}.`,
    mend,
  );

/** The files of a bundle in a folder. */
export const folderFiles = (directory: string): BundleFiles => {
  const readHandle = async (handle: FileHandle, path: string, mostBytes: number): Promise<Buffer<ArrayBuffer>> => {
    const stats = await handle.stat();
    if (!stats.isFile()) throw Object.assign(new Error(`${path} is no file`), { code: 'EISDIR' });
    if (stats.size > mostBytes) throw wrongSize(files, path, stats.size, `${String(mostBytes)} at most`);
    return handle.readFile();
  };
  const files: BundleFiles = {
    name: directory,
    mend: REBUILD,
    paths: async () => {
      const entries = await readdir(directory, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'));
    },
    read: async (path, mostBytes) => {
      try {
        await using handle = await open(join(directory, path));
        return await readHandle(handle, path, mostBytes);
      } catch (cause) {
        if (cause instanceof BundleError) throw cause;
        const code = fileErrorCode(cause);
        const isAbsent = code === 'ENOENT' || code === 'ENOTDIR';
        const what = isAbsent ? 'is missing' : `cannot be read (${code})`;
        throw new BundleError(
          isAbsent ? 'file-missing' : 'file-unreadable',
          path,
          `The bundle’s file ${path} ${what}.`,
          REBUILD,
          { cause },
        );
      }
    },
  };
  return files;
};

/**
 * Reads a listed file whole and checks it: the bytes returned are those that were vouched for, however
 * the disk has changed since the bundle was opened.
 *
 * @throws BundleError when the file is missing, unreadable, of another size or altered
 */
export const readChecked = async (
  files: BundleFiles,
  path: string,
  { sha256, size }: ListedFile,
): Promise<Buffer<ArrayBuffer>> => {
  const bytes = await files.read(path, size);
  if (bytes.length !== size) throw wrongSize(files, path, bytes.length, String(size));
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    const what = `The bundle’s file ${path} was altered: its SHA-256 differs.`;
    throw new BundleError('file-hash', path, what, files.mend);
  }
  return bytes;
};
