/** Newer content from an address in the network: only what is missing is fetched, and what was begun goes on (B2). */
import { rm } from 'node:fs/promises';
import { BundleError } from '../bundle/bundle-error.ts';
import { clockFault } from '../bundle/clock.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import { copyBundle } from '../bundle/unpack.ts';
import type { Disk } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import type { ContentKeeper } from './content-keeper.ts';
import { createFetcher, FetchError, type FetcherOptions } from './fetch-file.ts';
import type { Installer } from './installer.ts';
import { lookAtPublished } from './published-bundle.ts';
import type { Source } from './updates.ts';

export interface AddressSourceOptions extends Omit<FetcherOptions, 'address'> {
  /** Where the tree is published, with or without a final slash. */
  readonly address: string;
  readonly installer: Installer;
  readonly keeper: Pick<ContentKeeper, 'bundle'>;
  readonly trustedKeys: readonly TrustedKey[];
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** A number from 0 to 1, so that the kiosks of a fleet do not all ask at once. */
  readonly random: () => number;
  readonly disk?: Disk | undefined;
}

/** A quarter of an hour of looks: 10,000 kiosks then ask for one small file 11 times a second. */
export const LOOKS_BETWEEN = 180;

const withSlash = (address: string): URL => new URL(address.endsWith('/') ? address : `${address}/`);

/** Makes the source; its first look that asks anything comes at a moment of its own. */
export const createAddressSource = (options: AddressSourceOptions): Source => {
  const { address, folder, installer, keeper, trustedKeys, journal, now, random, disk } = options;
  let untilAsked = Math.floor(random() * LOOKS_BETWEEN);
  /** What was noted last: the same is not noted every quarter of an hour. */
  let noted = '';

  const noteOnce = (what: string, note: () => void): void => {
    if (noted !== what) note();
    noted = what;
  };

  const note = (error: unknown): void => {
    if (error instanceof FetchError)
      noteOnce(error.fault, () => {
        journal('content-not-fetched', { fault: error.fault });
      });
    else {
      const fault = error instanceof BundleError ? error.fault : 'unexpected';
      noteOnce(fault, () => {
        journal('content-refused', { fault });
      });
    }
  };

  const ask = async (): Promise<void> => {
    const fetcher = createFetcher({ ...options, address: withSlash(address) });
    const { records, open } = await lookAtPublished(fetcher, trustedKeys, await keeper.bundle());
    const { manifest, signature } = records;
    const { contentVersion } = manifest;
    const verdict = await installer.judge(contentVersion);
    if (verdict === 'failed-before')
      noteOnce(`${verdict} ${String(contentVersion)}`, () => {
        journal('content-failed-before', { contentVersion });
      });
    if (verdict !== 'newer') return;
    const late = clockFault(manifest, now());
    if (late !== undefined) throw late;
    const files = await open();
    const totalBytes = manifest.listings.reduce((sum, { size }) => sum + size, manifest.files.bytes);
    await installer.install((target) => copyBundle({ files, records, signature, totalBytes }, target, { disk }));
    journal('content-fetched', { contentVersion, ...fetcher.fetched() });
    noted = '';
    await rm(folder, { recursive: true, force: true });
  };

  return {
    look: async () => {
      untilAsked -= 1;
      if (untilAsked >= 0) return;
      untilAsked = LOOKS_BETWEEN - 1;
      await ask().catch(note);
    },
  };
};
