/** Newer content out of a watched folder, which a drive or a share may be (B2). */
import { BundleError, type BundleFault } from '../bundle/bundle-error.ts';
import { openBundleFile } from '../bundle/bundle-file.ts';
import { readRecords } from '../bundle/manifest.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import { unpackBundle } from '../bundle/unpack.ts';
import type { Disk } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import type { Installer } from './installer.ts';
import type { Source } from './updates.ts';
import { findBundleFiles, type FoundFile } from './watched-folder.ts';

export interface FolderSourceOptions {
  /** The folder that is watched, as a whole path. */
  readonly folder: string;
  readonly installer: Installer;
  readonly trustedKeys: readonly TrustedKey[];
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly disk?: Disk | undefined;
}

/** Five minutes: what is not the file’s fault may have been mended. */
const LOOKS_BEFORE_RETRY = 60;

/** Faults of the place or of the moment, and not of the bundle. */
const passing: ReadonlySet<BundleFault | 'unexpected'> = new Set([
  'archive-unreadable',
  'clock-before-build',
  'target-full',
  'target-unwritable',
  'unexpected',
]);

/** Makes the source. A file is judged when it was there, as it is, at the look before: it is not being copied any more. */
export const createFolderSource = (options: FolderSourceOptions): Source => {
  const { folder, installer, trustedKeys, journal, now, disk } = options;
  /** The files of the look before, and at which look each may be judged. */
  let known = new Map<string, number>();
  let looks = 0;

  const refuse = ({ mark }: FoundFile, error: unknown): void => {
    const fault = error instanceof BundleError ? error.fault : 'unexpected';
    journal('content-refused', { fault });
    known.set(mark, passing.has(fault) ? looks + LOOKS_BEFORE_RETRY : Number.POSITIVE_INFINITY);
  };

  const versionOf = async ({ path }: FoundFile): Promise<number> => {
    await using opened = await openBundleFile(path);
    return (await readRecords(opened.archive, trustedKeys)).manifest.contentVersion;
  };

  /** Those of some files that are newer, the newest first; the others are not judged again. */
  const newerOf = async (files: readonly FoundFile[]): Promise<readonly FoundFile[]> => {
    const newer: { readonly file: FoundFile; readonly contentVersion: number }[] = [];
    for (const file of files) {
      try {
        const contentVersion = await versionOf(file);
        const verdict = await installer.judge(contentVersion);
        if (verdict === 'newer') newer.push({ file, contentVersion });
        if (verdict === 'newer' || verdict === 'later') continue;
        journal(verdict === 'failed-before' ? 'content-failed-before' : 'content-not-newer', { contentVersion });
        known.set(file.mark, Number.POSITIVE_INFINITY);
      } catch (error) {
        refuse(file, error);
      }
    }
    return newer.sort((a, b) => b.contentVersion - a.contentVersion).map(({ file }) => file);
  };

  const judge = async (files: readonly FoundFile[]): Promise<void> => {
    for (const file of await newerOf(files)) {
      try {
        await installer.install(async (target) => {
          await unpackBundle(file.path, target, { trustedKeys, now, disk });
        });
        // The others are older than this one now.
        return;
      } catch (error) {
        refuse(file, error);
      }
    }
  };

  return {
    look: async () => {
      looks += 1;
      const files = await findBundleFiles(folder);
      const settled = files.filter(({ mark }) => (known.get(mark) ?? Number.POSITIVE_INFINITY) <= looks);
      known = new Map(files.map(({ mark }) => [mark, known.get(mark) ?? looks]));
      if (settled.length > 0) await judge(settled);
    },
  };
};
