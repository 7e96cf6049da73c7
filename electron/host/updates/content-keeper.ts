/**
 * Which content is in service: opened at the start, put in the place of other content between two visits, and taken
 * back when the page does not work with it (B2–B4, L6).
 */
import { type Background, checkInBackground } from '../background-check.ts';
import { BundleError } from '../bundle/bundle-error.ts';
import { clockFault } from '../bundle/clock.ts';
import { type Bundle, openBundle } from '../bundle/open-bundle.ts';
import type { TrustedKey } from '../bundle/trusted-keys.ts';
import { fileErrorCode } from '../disk/disk.ts';
import type { Journal } from '../journal.ts';
import { RETRY_SECONDS } from '../resting-page.ts';
import type { Place } from '../slots/slot-record.ts';
import type { Candidate, Slots } from '../slots/slots.ts';
import type { ContentFailure } from './content-failures.ts';

/** Content that is open, and where it lies. */
export interface Opened {
  readonly place: Place;
  readonly bundle: Bundle;
}

/** Content that is to take over. */
export interface Offered extends Opened {
  /** The version that staff give up for it, where they chose older content. */
  readonly givesUp?: number | undefined;
}

export interface ContentKeeperOptions {
  /** The content that the product was shipped with. */
  readonly shippedDir: string;
  /** Absent: nothing is ever installed. */
  readonly slots?: Slots | undefined;
  readonly trustedKeys: readonly TrustedKey[];
  readonly journal: Journal;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly background: Background;
  /** Runs something once, so many milliseconds from now. @returns what calls it off */
  readonly later?: ((run: () => void, ms: number) => () => void) | undefined;
}

export interface ContentKeeper {
  /** What is wrong with the content, or `undefined` when some is in service; while none is, tries again at most every 30 s. */
  readonly problem: () => Promise<string | undefined>;
  readonly bundle: () => Promise<Bundle | undefined>;
  /** What is in service, and whether it has yet to show that it works; nothing while the kiosk rests. */
  readonly served: () => Promise<(Opened & { readonly isOnTrial: boolean }) | undefined>;
  /** Has content wait for the next start of the page, instead of what waited before; `undefined`: nothing waits any more. */
  readonly offer: (next: Offered | undefined) => void;
  /** The version of what waits, if anything does. */
  readonly offered: () => number | undefined;
  /** The page starts: no visit is under way, so that what waits takes over. */
  readonly pageStarts: () => void;
  /** The page has asked what kiosk this is: a sign of life from now on is one with the present content. */
  readonly pageDescribed: () => void;
  /** The page works. @returns whether it is to start anew, for other content */
  readonly pageBeats: () => boolean;
  /** The page could not start. */
  readonly pageFailed: () => void;
}

/** A page with new content must have been heard of by then: a slow machine with a cold disk needs 20 s to open one. */
export const TRIAL_MS = 60_000;

const laterInTime: NonNullable<ContentKeeperOptions['later']> = (run, ms) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => {
    clearTimeout(timer);
  };
};

/** What is wrong with content that did not open. */
const faultOf = (error: unknown) => {
  const isKnown = error instanceof BundleError;
  return { fault: isKnown ? error.fault : 'unexpected', file: isKnown ? error.file : '' } as const;
};

/** Makes the keeper; it opens the content when it is first asked. */
export const createContentKeeper = (options: ContentKeeperOptions): ContentKeeper => {
  const { shippedDir, slots, trustedKeys, journal, now, background, later = laterInTime } = options;
  let current: Opened | undefined;
  let next: Offered | undefined;
  /** Since when content has to show that it works; nothing when it has. */
  let trial: { isDescribed: boolean; callOff?: () => void } | undefined;
  let isStartWanted = false;
  let attempt: Promise<string | undefined> | undefined;
  let attemptedAtMs = Number.NEGATIVE_INFINITY;
  /** Whatever changes what is in service: one after the other, and nothing is served in between. */
  let turning: Promise<void> = Promise.resolve();

  const inTurn = (step: () => Promise<void>): void => {
    turning = turning.then(step).catch(() => {
      journal('host-failed', { operation: 'content' });
    });
  };

  /** A record that cannot be written is told, and holds nothing up: what is served is served from memory's word. */
  const orNoted = async (writing: Promise<void> | undefined, contentVersion: number): Promise<boolean> => {
    try {
      await writing;
      return true;
    } catch (error) {
      journal('content-not-activated', { contentVersion, cause: fileErrorCode(error) });
      return false;
    }
  };

  /** What staff should know of content that is in service all the same. */
  const noteDoubts = ({ manifest: { contentVersion, builtAt }, signedBy, manifest }: Bundle): void => {
    if (signedBy === undefined) journal('bundle-unverified', { contentVersion });
    if (clockFault(manifest, now()) !== undefined) journal('clock-before-build', { builtAt });
  };

  const begin = (opened: Opened): void => {
    current = opened;
    journal('kiosk-ready', { contentVersion: opened.bundle.manifest.contentVersion });
    noteDoubts(opened.bundle);
    background.start(() => checkInBackground(opened.bundle, journal, background.pause));
  };

  /** Puts the first of some in service that opens. @returns what is wrong with the first, when none does */
  const openFirst = async (candidates: readonly Candidate[]): Promise<string | undefined> => {
    const faults: unknown[] = [];
    for (const { place, folder } of candidates) {
      try {
        const bundle = await openBundle(folder, trustedKeys);
        if (faults.length > 0) {
          journal('content-fell-back', faultOf(faults[0]));
          await orNoted(slots?.settle(place), bundle.manifest.contentVersion);
        }
        begin({ place, bundle });
        return undefined;
      } catch (error) {
        faults.push(error);
      }
    }
    const [first] = faults;
    journal('kiosk-resting', faultOf(first));
    return first instanceof Error ? first.message : 'The bundle could not be opened.';
  };

  const open = async (): Promise<string | undefined> => {
    if (slots === undefined) return openFirst([{ place: 'shipped', folder: shippedDir }]);
    const { candidates, isOnTrial, isDamaged } = await slots.toTry();
    if (isDamaged) journal('slots-damaged', {});
    const problem = await openFirst(candidates);
    // A cut-off trial goes on; what stands in for it has worked before.
    if (isOnTrial && current?.place === candidates[0].place) beginTrial();
    return problem;
  };

  const openAgain = (): Promise<string | undefined> => {
    const isDue = Math.abs(now() - attemptedAtMs) >= RETRY_SECONDS * 1000;
    if (attempt === undefined || isDue) {
      attemptedAtMs = now();
      attempt = open();
    }
    return attempt;
  };

  const beginTrial = (): void => {
    endTrial();
    trial = { isDescribed: false };
  };

  const endTrial = (): void => {
    trial?.callOff?.();
    trial = undefined;
  };

  const takeOver = async (opened: Offered): Promise<void> => {
    const { contentVersion } = opened.bundle.manifest;
    if (!(await orNoted(slots?.activate(opened.place, opened.givesUp), contentVersion))) return;
    journal('content-activated', { contentVersion });
    current = opened;
    noteDoubts(opened.bundle);
    beginTrial();
    watchTrial();
  };

  /** From the first page on; one that starts again and again does not have its time again. */
  const watchTrial = (): void => {
    if (trial !== undefined)
      trial.callOff ??= later(() => {
        takeBack('no-sign');
      }, TRIAL_MS);
  };

  const takeBack = (why: ContentFailure): void => {
    if (trial === undefined) return;
    endTrial();
    inTurn(async () => {
      const failed = current;
      if (failed === undefined || slots === undefined) return;
      const { contentVersion } = failed.bundle.manifest;
      journal('content-reverted', { contentVersion, why });
      const { candidates } = await slots.toTry();
      const others = candidates.filter(({ place }) => place !== failed.place);
      await openFirst(others);
      if (current !== undefined && current !== failed)
        await orNoted(slots.settle(current.place, contentVersion), current.bundle.manifest.contentVersion);
      isStartWanted = true;
    });
  };

  const bundle = async (): Promise<Bundle | undefined> => {
    await turning;
    if (current === undefined) await openAgain();
    return current?.bundle;
  };

  return {
    problem: openAgain,
    bundle,
    served: async () => {
      await bundle();
      return current && { ...current, isOnTrial: trial !== undefined };
    },
    offer: (waiting) => {
      next = waiting;
    },
    offered: () => next?.bundle.manifest.contentVersion,
    pageStarts: () => {
      isStartWanted = false;
      const waiting = next;
      next = undefined;
      if (waiting === undefined) watchTrial();
      else
        inTurn(async () => {
          await takeOver(waiting);
        });
    },
    pageDescribed: () => {
      if (trial !== undefined) trial.isDescribed = true;
    },
    pageBeats: () => {
      if (trial?.isDescribed === true) {
        endTrial();
        inTurn(async () => {
          if (current === undefined) return;
          const { contentVersion } = current.bundle.manifest;
          if (await orNoted(slots?.prove(), contentVersion)) journal('content-proven', { contentVersion });
        });
      }
      return next !== undefined || isStartWanted;
    },
    pageFailed: () => {
      takeBack('page-failed');
    },
  };
};
