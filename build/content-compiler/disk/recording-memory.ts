/** What is remembered of recordings between builds, so that each is aligned once. Their clips are in the clip cache. */
import { join } from 'node:path';
import type { RecordingOutcome } from '../narrate/recordings/recording.ts';
import { openShards } from './shards.ts';

/** The memory. What it is given is written down by `save` only. */
export interface RecordingMemory {
  /** What came of a recording, by its key. Marks it as used. Its clips may be lost all the same. */
  readonly find: (key: string) => RecordingOutcome | undefined;
  readonly remember: (key: string, outcome: RecordingOutcome) => void;
  readonly save: () => void;
  /** Forgets what nobody has asked for in a while. */
  readonly prune: () => void;
}

/** As with clips: written down about once a week, and kept as long as those. */
const MARKED_EVERY_DAYS = 7;
const UNUSED_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

interface KnownRecording {
  readonly outcome: RecordingOutcome;
  /** Days since the epoch. */
  readonly usedOn: number;
}

/** The memory in a folder, which is made when something is remembered. `now` is the day on which it is used. */
export function openRecordingMemory(cacheDir: string, now: Date): RecordingMemory {
  const today = Math.floor(now.getTime() / DAY_MS);
  const known = openShards<KnownRecording>(join(cacheDir, 'recordings'), 'recording 1');
  return {
    find: (key) => {
      const one = known.get(key);
      if (one && today - one.usedOn >= MARKED_EVERY_DAYS) known.set(key, { ...one, usedOn: today });
      return one?.outcome;
    },
    remember: (key, outcome) => {
      known.set(key, { outcome, usedOn: today });
    },
    save: known.save,
    prune: () => {
      for (const key of known.keys()) {
        if (today - (known.get(key)?.usedOn ?? today) >= UNUSED_DAYS) known.delete(key);
      }
      known.save();
    },
  };
}
