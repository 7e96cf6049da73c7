/**
 * What technicians do with the content by hand (V3, B2): install what a drive brings, older content too, or go back to
 * what was in service before. It waits for its turn among the other sources, so that two never install at once.
 */
import type {
  ContentChanges,
  ContentOutcome,
  ContentStatus,
  EarlierPlace,
  FoundContent,
} from '../../../renderer/host/content.ts';
import { BundleError } from '../bundle/bundle-error.ts';
import { openBundleFile } from '../bundle/bundle-file.ts';
import { readRecords } from '../bundle/manifest.ts';
import { openBundle, type Bundle } from '../bundle/open-bundle.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import { unpackBundle } from '../bundle/unpack.ts';
import type { Disk } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import type { Slots } from '../slots/slots.ts';
import { contentChanges } from './content-changes.ts';
import type { ContentKeeper } from './content-keeper.ts';
import { findDrives } from './drives.ts';
import type { Installer } from './installer.ts';
import type { Source } from './updates.ts';
import { findBundleFiles, type FoundFile } from './watched-folder.ts';

export interface StaffContentOptions {
  /** The folder in which the system mounts drives; absent: drives are not looked at. */
  readonly drives: string | undefined;
  readonly slots: Slots;
  readonly keeper: Pick<ContentKeeper, 'served' | 'offer' | 'offered'>;
  readonly installer: Installer;
  readonly trustedKeys: readonly TrustedKey[];
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly disk?: Disk | undefined;
}

export interface StaffContent extends Source {
  readonly status: () => Promise<ContentStatus>;
  /** Has what was found installed at the next look. @returns whether it is there, and nothing else is wanted */
  readonly install: (id: string) => boolean;
  /** Has content that was in service before take over. @returns whether nothing else is wanted */
  readonly goBack: (place: EarlierPlace) => boolean;
}

type Wish = { readonly file: FoundFile } | { readonly place: EarlierPlace };

/** A file on a drive, once it was read: what it holds, or `undefined` for one that is refused. */
interface Known {
  readonly file: FoundFile;
  readonly id: string;
  readonly contentVersion: number | undefined;
  readonly drive: number;
}

export const createStaffContent = (options: StaffContentOptions): StaffContent => {
  const { drives, slots, keeper, installer, trustedKeys, journal, now, disk } = options;
  let known: readonly Known[] = [];
  /** The files of the look before: one that is still being copied is not read. */
  let seen = new Set<string>();
  let ids = 0;
  let wish: Wish | undefined;
  let isWorking = false;
  let outcome: ContentOutcome | undefined;
  let changes: { readonly of: Bundle; readonly found: Promise<ContentChanges | undefined> } | undefined;

  const read = async (file: FoundFile, drive: number): Promise<Known> => {
    ids += 1;
    const id = String(ids);
    try {
      await using opened = await openBundleFile(file.path);
      const { manifest } = await readRecords(opened.archive, trustedKeys);
      return { file, id, drive, contentVersion: manifest.contentVersion };
    } catch (error) {
      journal('content-refused', { fault: error instanceof BundleError ? error.fault : 'unexpected' });
      return { file, id, drive, contentVersion: undefined };
    }
  };

  const lookAtDrives = async (folder: string): Promise<void> => {
    const next: Known[] = [];
    const present = new Set<string>();
    for (const [index, drive] of (await findDrives(folder)).entries()) {
      for (const file of await findBundleFiles(drive)) {
        const mark = `${file.path}|${file.mark}`;
        present.add(mark);
        const before = known.find((one) => one.file.path === file.path && one.file.mark === file.mark);
        if (before !== undefined) next.push({ ...before, drive: index + 1 });
        else if (seen.has(mark)) next.push(await read(file, index + 1));
      }
    }
    seen = present;
    known = next;
  };

  const earlier = async (): Promise<readonly { readonly place: EarlierPlace; readonly bundle: Bundle }[]> => {
    const served = await keeper.served();
    const { candidates } = await slots.toTry();
    const others = candidates.filter(({ place }) => place !== served?.place);
    const opened = await Promise.all(
      others.map(async ({ place, folder }) => {
        const bundle = await openBundle(folder, trustedKeys).catch(() => undefined);
        return bundle === undefined ? [] : [{ place, bundle }];
      }),
    );
    return opened.flat();
  };

  const carryOut = async (wanted: Wish, givesUp: number): Promise<void> => {
    if ('file' in wanted) {
      const { path } = wanted.file;
      await installer.install(
        (target) => unpackBundle(path, target, { trustedKeys, now, disk }).then(() => undefined),
        givesUp,
      );
      return;
    }
    const found = (await earlier()).find(({ place }) => place === wanted.place);
    if (found === undefined) throw new Error('it is not there any more');
    keeper.offer({ ...found, givesUp });
  };

  const work = async (): Promise<void> => {
    const served = await keeper.served();
    // What is on trial needs what stands in for it; the wish waits.
    if (wish === undefined || served === undefined || served.isOnTrial) return;
    const wanted = wish;
    isWorking = true;
    try {
      await carryOut(wanted, served.bundle.manifest.contentVersion);
      outcome = 'ready';
    } catch (error) {
      const fault = error instanceof BundleError ? error.fault : 'unexpected';
      journal('content-refused', { fault });
      outcome = fault === 'target-full' ? 'full' : 'failed';
    }
    isWorking = false;
    wish = undefined;
  };

  const want = (next: Wish): boolean => {
    if (wish !== undefined) return false;
    wish = next;
    outcome = undefined;
    return true;
  };

  /** Found once for what is in service: for a large library it takes a second. */
  const changesOf = (bundle: Bundle, before: Bundle | undefined): Promise<ContentChanges | undefined> => {
    if (changes?.of !== bundle)
      changes = {
        of: bundle,
        found:
          before === undefined ? Promise.resolve(undefined) : contentChanges(before, bundle).catch(() => undefined),
      };
    return changes.found;
  };

  return {
    look: async () => {
      if (drives !== undefined) await lookAtDrives(drives);
      await work();
    },
    status: async () => {
      const served = await keeper.served();
      const version = served?.bundle.manifest.contentVersion;
      const waiting = keeper.offered();
      const before = await earlier();
      const found = known.flatMap(({ id, drive, contentVersion }): readonly FoundContent[] => {
        if (contentVersion === undefined || version === undefined) return [];
        const age = contentVersion > version ? 'newer' : contentVersion < version ? 'older' : 'same';
        return [{ id, drive, contentVersion, age }];
      });
      const changed = served && (await changesOf(served.bundle, before[0]?.bundle));
      return {
        ...(version !== undefined && { contentVersion: version }),
        ...(waiting !== undefined && { waiting }),
        isWorking: isWorking || wish !== undefined,
        ...(outcome !== undefined && { outcome }),
        looksAtDrives: drives !== undefined,
        found,
        refused: known.filter((one) => one.contentVersion === undefined).length,
        earlier: before.map(({ place, bundle }) => ({ place, contentVersion: bundle.manifest.contentVersion })),
        ...(changed !== undefined && { changes: changed }),
      };
    },
    install: (id) => {
      const file = known.find((one) => one.id === id && one.contentVersion !== undefined)?.file;
      return file !== undefined && want({ file });
    },
    goBack: (place) => want({ place }),
  };
};
