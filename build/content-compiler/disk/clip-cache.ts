/** Clips that were rendered before: what is known of each in shards, its sound in a file of its own. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListedFile } from '../../../content/format/index.ts';
import type { ClipFacts, RenderedClip } from '../narrate/clip.ts';
import type { SpokenEvent } from '../narrate/synthesiser.ts';
import { folderMaker } from './folders.ts';
import { openShards } from './shards.ts';

/** A clip by the bytes of its sound. */
export interface CachedClip {
  readonly file: ListedFile;
  readonly durationMs: number;
  /** Tells these facts from any others the clip might have. */
  readonly factsDigest: string;
}

/** The cache. What it knows of a clip is written down by `save` only; a sound nobody knows of does no harm. */
export interface ClipCache {
  /** What is known of a clip. Marks it as used. Its sound may be lost all the same. */
  readonly find: (key: string) => CachedClip | undefined;
  /** Words and times of a clip that {@link ClipCache.find} finds. */
  readonly facts: (key: string) => ClipFacts | undefined;
  /** A clip's sound as it was stored; `undefined` when it is lost or damaged. */
  readonly sound: (key: string) => Uint8Array | undefined;
  readonly store: (clip: RenderedClip) => void;
  readonly save: () => void;
  /** Removes what nobody has used for a while, and answers how many clips that was. */
  readonly prune: () => number;
}

/** When a clip was last used is written down about once a week, so that most builds change no file for it. */
const MARKED_EVERY_DAYS = 7;
const UNUSED_DAYS = 30;
/** A quarter of a SHA-256: enough to tell two renderings apart. */
const FACTS_DIGITS = 16;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A clip as it is written down, as numbers where there are many of them: a large library has a million. */
interface KnownClip extends CachedClip {
  /** Days since the epoch. */
  readonly usedOn: number;
  /** Position, length and time of each event, one after the other. */
  readonly events: readonly number[];
}

/** The cache in a folder, which is made when something is stored. `now` is the day on which clips are used. */
export function openClipCache(cacheDir: string, now: Date): ClipCache {
  const today = Math.floor(now.getTime() / DAY_MS);
  const known = openShards<KnownClip>(join(cacheDir, 'clips'), 'clip 1');
  const makeFolderOf = folderMaker();
  const soundFile = (key: string): string => join(cacheDir, 'sound', key.slice(0, 2), `${key}.ogg`);
  return {
    find: (key) => {
      const clip = known.get(key);
      if (clip && today - clip.usedOn >= MARKED_EVERY_DAYS) known.set(key, { ...clip, usedOn: today });
      return clip;
    },
    facts: (key) => {
      const clip = known.get(key);
      return clip && { durationMs: clip.durationMs, events: eventsOf(clip.events) };
    },
    sound: (key) => {
      const file = known.get(key)?.file;
      const bytes = file && readIfPresent(soundFile(key));
      return bytes && sha256(bytes) === file.sha256 ? bytes : undefined;
    },
    store: ({ key, facts: { durationMs, events }, ogg }) => {
      const path = soundFile(key);
      makeFolderOf(path);
      writeFileSync(path, ogg);
      const numbers = events.flatMap(({ position, length, atMs }) => [position, length, atMs]);
      known.set(key, {
        file: { sha256: sha256(ogg), size: ogg.length },
        factsDigest: sha256(JSON.stringify([durationMs, numbers])).slice(0, FACTS_DIGITS),
        usedOn: today,
        durationMs,
        events: numbers,
      });
    },
    save: () => {
      known.save();
    },
    prune: () => {
      const unused = known.keys().filter((key) => today - (known.get(key)?.usedOn ?? today) >= UNUSED_DAYS);
      for (const key of unused) {
        known.delete(key);
        rmSync(soundFile(key), { force: true });
      }
      known.save();
      removeEarlierForm(cacheDir);
      return unused.length;
    },
  };
}

function eventsOf(numbers: readonly number[]): readonly SpokenEvent[] {
  const events: SpokenEvent[] = [];
  for (let at = 0; at < numbers.length; at += 3) {
    const [position = 0, length = 0, atMs = 0] = numbers.slice(at, at + 3);
    events.push({ position, length, atMs });
  }
  return events;
}

function sha256(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('hex');
}

function readIfPresent(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The cache was once two files for each clip, side by side in its folder; nothing else in there is touched. */
function removeEarlierForm(cacheDir: string): void {
  let names: readonly string[] = [];
  try {
    names = readdirSync(cacheDir);
  } catch {
    // Nothing was ever stored.
  }
  for (const name of names)
    if (/^[0-9a-f]{64}\.(?:json|ogg)$/.test(name)) rmSync(join(cacheDir, name), { force: true });
}
