/** Installing content beside what is in service, and having it wait for the next start of the page (B2). */
import { checkWhole } from '../bundle/check-whole.ts';
import { openBundle } from '../bundle/open-bundle.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import type { Journal } from '../journal.ts';
import type { Slots } from '../slots/slots.ts';
import type { ContentKeeper } from './content-keeper.ts';

export interface InstallerOptions {
  readonly slots: Slots;
  readonly keeper: Pick<ContentKeeper, 'served' | 'offer' | 'offered'>;
  /** Who may have signed; one at least, since nobody looks at what is installed by itself. */
  readonly trustedKeys: readonly TrustedKey[];
  readonly journal: Journal;
}

/** What is to be done with a version. `later`: nothing can be installed just now. */
export type Verdict = 'newer' | 'not-newer' | 'failed-before' | 'later';

export interface Installer {
  readonly judge: (contentVersion: number) => Promise<Verdict>;
  /**
   * Has `fill` make a slot's folder, checks every file that came to lie there, and offers it.
   *
   * @param servedVersion - what is in service, where staff chose what comes: when that is older, this one is given up
   * @throws whatever `fill` throws, and BundleError
   */
  readonly install: (fill: (folder: string) => Promise<void>, servedVersion?: number) => Promise<void>;
}

/** Makes the installer; one caller at a time. */
export const createInstaller = ({ slots, keeper, trustedKeys, journal }: InstallerOptions): Installer => ({
  judge: async (contentVersion) => {
    const served = await keeper.served();
    // What is on trial needs the other slot to fall back to.
    if (served === undefined || served.isOnTrial) return 'later';
    if (contentVersion === (await slots.failed())) return 'failed-before';
    const newest = Math.max(served.bundle.manifest.contentVersion, keeper.offered() ?? 0);
    return contentVersion > newest ? 'newer' : 'not-newer';
  },
  install: async (fill, servedVersion) => {
    const served = await keeper.served();
    if (served === undefined) return;
    // Its slot is the one that is emptied now.
    keeper.offer(undefined);
    const { place, folder } = await slots.install(served.place, fill);
    const bundle = await openBundle(folder, trustedKeys);
    for await (const { fault } of checkWhole(bundle.files, bundle.manifest)) if (fault !== undefined) throw fault;
    const { contentVersion } = bundle.manifest;
    const isOlder = servedVersion !== undefined && contentVersion < servedVersion;
    keeper.offer({ place, bundle, ...(isOlder && { givesUp: servedVersion }) });
    journal('content-installed', { contentVersion });
  },
});
