/** A recording that takes the place of a passage's synthetic speech, before and after it is aligned (R5). */
import { createHash } from 'node:crypto';
import type { RecordingFile } from '../../read/recordings.ts';
import type { ClipJob } from '../clip.ts';

/** Raise it with any change in this folder that changes clips, times or qualities: it is part of each key. */
const ALIGNMENT_VERSION = 1;

/** What decides how a recording sounds. What words it has beside it is for the checks. */
type Sounding = Pick<RecordingFile, 'path' | 'file' | 'sha256'>;

/** A recording to be aligned. `key` is a SHA-256 of all that decides what comes of it. */
export interface RecordingJob extends Sounding {
  readonly key: string;
  /** The synthetic speech of each sentence of the passage, in order; at least one. */
  readonly sentences: readonly ClipJob[];
}

/** What is highlighted while a recording is heard: each word, each sentence, or the passage as one. */
export type TimedBy = 'words' | 'sentences' | 'whole';

/** What came of a recording that was aligned. */
export interface RecordingOutcome {
  /** 0 to 1; see README.md › Recordings. */
  readonly quality: number;
  readonly timedBy: TimedBy;
  /** Keys of its clips: one for each sentence, or one for the whole. */
  readonly clips: readonly string[];
}

/** What came of recordings by their keys. */
export type RecordingOutcomes = ReadonlyMap<string, RecordingOutcome>;

/** A job for a recording of these sentences. */
export function recordingJob({ path, file, sha256 }: Sounding, sentences: readonly ClipJob[]): RecordingJob {
  const key = digest([ALIGNMENT_VERSION, sha256, sentences.map((sentence) => sentence.key)]);
  return { path, file, sha256, key, sentences };
}

/** The key of a recording's clip by its number. */
export function recordedClipKey(key: string, index: number): string {
  return digest([key, index]);
}

function digest(content: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
