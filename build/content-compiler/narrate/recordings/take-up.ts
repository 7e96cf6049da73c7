/** Aligns recordings, each once: what came of it is remembered, and its clips are kept with all others. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { ClipCache } from '../../disk/clip-cache.ts';
import type { RecordingMemory } from '../../disk/recording-memory.ts';
import { createOggEncoding, type EncodeOgg } from '../encode.ts';
import { createEspeak } from '../espeak.ts';
import type { FindClip } from '../gather-clips.ts';
import { NarrationError, type Synthesiser, type VoiceSettings } from '../synthesiser.ts';
import { alignRecording, timedBy } from './align-recording.ts';
import { recordedClipKey, type RecordingJob, type RecordingOutcome, type RecordingOutcomes } from './recording.ts';
import { readWav, RecordingError, type Sound } from './wav.ts';

/** What taking up needs. */
export interface TakeUpOptions {
  readonly memory: RecordingMemory;
  readonly cache: ClipCache;
  readonly isClipThere: FindClip;
  /** The bytes of a recording by its path below the content folder. */
  readonly read: (path: string) => Uint8Array;
  /** Hears how many recordings are aligned, of all there are. */
  readonly onProgress: (done: number, total: number) => void;
}

/** What came of all recordings, by their keys. */
export interface TakenRecordings {
  readonly outcomes: RecordingOutcomes;
  /** Of those that cannot be used, why and how to mend it. */
  readonly refused: ReadonlyMap<string, string>;
  /** How many were aligned now, and not known before. */
  readonly aligned: number;
}

/**
 * Takes up recordings: those that are known with all their clips as they are, the others by aligning them.
 *
 * @throws NarrationError when a recording is changed while it is read, or there is no voice to align it with
 */
export async function takeUpRecordings(
  all: readonly RecordingJob[],
  { memory, cache, isClipThere, read, onProgress }: TakeUpOptions,
): Promise<TakenRecordings> {
  const outcomes = new Map<string, RecordingOutcome>();
  const refused = new Map<string, string>();
  const jobs = new Map(all.map((job) => [job.key, job]));
  for (const key of jobs.keys()) {
    const known = memory.find(key);
    if (known?.clips.every(isClipThere)) outcomes.set(key, known);
  }
  const missing = [...jobs.values()].filter(({ key }) => !outcomes.has(key));
  if (jobs.size > 0) onProgress(outcomes.size, jobs.size);
  let align: Align | undefined;
  try {
    for (const job of missing) {
      const sound = readRecording(job, read);
      if (sound instanceof RecordingError) refused.set(job.key, sound.message);
      else {
        align ??= await createAlign(cache);
        const outcome = await align(job, sound);
        memory.remember(job.key, outcome);
        outcomes.set(job.key, outcome);
      }
      onProgress(outcomes.size + refused.size, jobs.size);
      // Somebody may want to stop the build.
      await setImmediate();
    }
  } finally {
    // The clips first: an outcome without them would only be aligned again.
    cache.save();
    memory.save();
  }
  return { outcomes, refused, aligned: missing.length - refused.size };
}

function readRecording({ path, file, sha256 }: RecordingJob, read: TakeUpOptions['read']): Sound | RecordingError {
  const bytes = read(path);
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
    throw new NarrationError(`${file} was changed while it was read; do the same again`);
  }
  try {
    return readWav(bytes);
  } catch (error) {
    if (error instanceof RecordingError) return error;
    throw error;
  }
}

type Align = (job: RecordingJob, sound: Sound) => Promise<RecordingOutcome>;

/** Loads encoder and engines, which a build that has aligned everything does without. */
async function createAlign(cache: ClipCache): Promise<Align> {
  const encode: EncodeOgg = await createOggEncoding();
  const engines = new Map<string, Synthesiser>();
  const engineOf = async (settings: VoiceSettings): Promise<Synthesiser> => {
    const name = JSON.stringify(settings);
    const engine = engines.get(name) ?? (await createEspeak(settings));
    engines.set(name, engine);
    return engine;
  };
  return async ({ key, sentences }, sound) => {
    const rendered = [];
    for (const { text, settings } of sentences) rendered.push((await engineOf(settings)).synthesise(text));
    const { quality, sentences: recorded } = alignRecording(sound, rendered);
    const clips = recorded.map(({ samples, sampleRate, events, durationMs }, index) => {
      const clip = recordedClipKey(key, index);
      cache.store({ key: clip, facts: { durationMs, events }, ogg: encode(samples, sampleRate) });
      return clip;
    });
    return { quality, timedBy: timedBy(quality), clips };
  };
}
