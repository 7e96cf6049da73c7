/** Newer content out of a watched folder: found, judged, installed beside what is in service, and offered (B2). */
import { BundleError, type BundleFault } from '../bundle/bundle-error.ts';
import { openBundleFile } from '../bundle/bundle-file.ts';
import { checkWhole } from '../bundle/check-whole.ts';
import { readRecords } from '../bundle/manifest.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import { unpackBundle } from '../bundle/unpack.ts';
import type { Disk } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import type { Slots } from '../slots/slots.ts';
import type { ContentKeeper } from './content-keeper.ts';
import { findBundleFiles, type FoundFile } from './watched-folder.ts';

export interface UpdatesOptions {
  /** The folder that is watched, as a whole path. */
  readonly folder: string;
  readonly slots: Slots;
  readonly keeper: Pick<ContentKeeper, 'served' | 'offer' | 'offered'>;
  /** Who may have signed; one at least, since nobody looks at what is installed by itself. */
  readonly trustedKeys: readonly TrustedKey[];
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly disk?: Disk | undefined;
}

export interface Updates {
  /**
   * Looks into the folder once. A file is judged when it was there, as it is, at the look before: it is not being
   * copied any more. Never rejects; a look while another goes on does nothing.
   */
  readonly look: () => Promise<void>;
}

/** Between two looks. */
export const LOOK_MS = 5000;

/** Five minutes: what is not the file's fault may have been mended. */
const LOOKS_BEFORE_RETRY = 60;

/** Faults of the place or of the moment, and not of the bundle. */
const passing: ReadonlySet<BundleFault | 'unexpected'> = new Set([
  'archive-unreadable',
  'clock-before-build',
  'target-full',
  'target-unwritable',
  'unexpected',
]);

const faultOf = (error: unknown): BundleFault | 'unexpected' =>
  error instanceof BundleError ? error.fault : 'unexpected';

/** Makes the watcher of a folder; {@link Updates.look} is to be called every {@link LOOK_MS}. */
export const createUpdates = (options: UpdatesOptions): Updates => {
  const { folder, slots, keeper, trustedKeys, journal, now, disk } = options;
  /** The files of the look before, and at which look each may be judged. */
  let known = new Map<string, number>();
  let looks = 0;
  let isLooking = false;

  const refuse = ({ mark }: FoundFile, error: unknown): void => {
    const fault = faultOf(error);
    journal('content-refused', { fault });
    known.set(mark, passing.has(fault) ? looks + LOOKS_BEFORE_RETRY : Number.POSITIVE_INFINITY);
  };

  const versionOf = async ({ path }: FoundFile): Promise<number> => {
    await using opened = await openBundleFile(path);
    return (await readRecords(opened.archive, trustedKeys)).manifest.contentVersion;
  };

  /** Those of some files that are newer than a version, the newest first; the others are not judged again. */
  const newerThan = async (version: number, files: readonly FoundFile[]): Promise<readonly FoundFile[]> => {
    const failed = await slots.failed();
    const newer: { readonly file: FoundFile; readonly contentVersion: number }[] = [];
    for (const file of files) {
      try {
        const contentVersion = await versionOf(file);
        if (contentVersion > version && contentVersion !== failed) newer.push({ file, contentVersion });
        else {
          journal(contentVersion === failed ? 'content-failed-before' : 'content-not-newer', { contentVersion });
          known.set(file.mark, Number.POSITIVE_INFINITY);
        }
      } catch (error) {
        refuse(file, error);
      }
    }
    return newer.sort((a, b) => b.contentVersion - a.contentVersion).map(({ file }) => file);
  };

  /** Installs a file, checks what came to lie on the disk, and has it wait for the next start of the page. */
  const install = async ({ path }: FoundFile): Promise<void> => {
    const served = await keeper.served();
    if (served === undefined) return;
    // Its slot is the one that is emptied now.
    keeper.offer(undefined);
    const { place, folder: slot } = await slots.install(served.place, async (target) => {
      await unpackBundle(path, target, { trustedKeys, now, disk });
    });
    const bundle = await openBundle(slot, trustedKeys);
    for await (const { fault } of checkWhole(bundle.files, bundle.manifest)) if (fault !== undefined) throw fault;
    keeper.offer({ place, bundle });
    journal('content-installed', { contentVersion: bundle.manifest.contentVersion });
  };

  const judge = async (files: readonly FoundFile[]): Promise<void> => {
    const served = await keeper.served();
    // What is on trial needs the other slot to fall back to.
    if (served === undefined || served.isOnTrial) return;
    const version = Math.max(served.bundle.manifest.contentVersion, keeper.offered() ?? 0);
    for (const file of await newerThan(version, files)) {
      try {
        await install(file);
        // The others are older than this one now.
        return;
      } catch (error) {
        refuse(file, error);
      }
    }
  };

  const look = async (): Promise<void> => {
    looks += 1;
    const files = await findBundleFiles(folder);
    const settled = files.filter(({ mark }) => (known.get(mark) ?? Number.POSITIVE_INFINITY) <= looks);
    known = new Map(files.map(({ mark }) => [mark, known.get(mark) ?? looks]));
    if (settled.length > 0) await judge(settled);
  };

  return {
    look: async () => {
      if (isLooking) return;
      isLooking = true;
      try {
        await look();
      } catch {
        journal('host-failed', { operation: 'content' });
      } finally {
        isLooking = false;
      }
    },
  };
};
