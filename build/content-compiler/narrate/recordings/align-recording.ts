/** A recording of a passage as its sentences: cut between them, each word timed by the synthetic rendering (R5). */
import { finishSpeech, type FinishedSpeech } from '../audio.ts';
import type { Speech, SpokenEvent } from '../synthesiser.ts';
import { align } from './align.ts';
import { describeSound, FRAME_MS } from './features.ts';
import type { TimedBy } from './recording.ts';
import { resample } from './resample.ts';
import type { Sound } from './wav.ts';

/** Below this the words are not timed: only sentences are highlighted. Measured, see README.md › Recordings. */
export const WORDS_FROM_QUALITY = 0.3;

/** Below this not even the sentences can be told apart; the recording is of another text, or hardly to be heard. */
export const SENTENCES_FROM_QUALITY = 0.2;

/** What a recording of this quality is highlighted by. */
export function timedBy(quality: number): TimedBy {
  if (quality < SENTENCES_FROM_QUALITY) return 'whole';
  return quality < WORDS_FROM_QUALITY ? 'sentences' : 'words';
}

/** The silence put between two rendered sentences, as a reader would leave. */
const PAUSE_MS = 400;

/** Where a cut between sentences is looked for: the quietest stretch of this length. */
const QUIET_MS = 60;

/** A sentence of a recording, finished like any other speech. Without `events` its words are not timed. */
export interface RecordedSentence extends FinishedSpeech {
  readonly areWordsTimed: boolean;
}

export interface AlignedRecording {
  /** 0 to 1, see {@link Alignment.quality}. */
  readonly quality: number;
  /** One for each sentence, in order; only one, of the whole, when the sentences could not be told apart. */
  readonly sentences: readonly RecordedSentence[];
}

/**
 * Aligns a recording with the renderings of its sentences.
 *
 * @param rendered - the synthetic speech of each sentence, in order; at least one
 */
export function alignRecording(recording: Sound, rendered: readonly Speech[]): AlignedRecording {
  const sampleRate = rendered[0]?.sampleRate ?? recording.sampleRate;
  const recorded = trimmed(resample(recording, sampleRate));
  const sentences = rendered.map(finishSpeech);
  const { sound, startsMs } = joined(sentences, sampleRate);
  const { recordedAt, quality } = align(describeSound(sound), describeSound(recorded));
  if (quality < SENTENCES_FROM_QUALITY) {
    return { quality, sentences: [finished(recorded, 0, lengthMs(recorded), [])] };
  }
  const cuts = [
    0,
    ...sentences.slice(0, -1).map(({ durationMs }, index) => {
      const end = (startsMs[index] ?? 0) + durationMs;
      return quietest(recorded, recordedAt(end - 150), recordedAt(end + PAUSE_MS + 20));
    }),
    lengthMs(recorded),
  ];
  return {
    quality,
    sentences: sentences.map(({ events }, index) => {
      const from = cuts[index] ?? 0;
      const to = cuts[index + 1] ?? lengthMs(recorded);
      const start = startsMs[index] ?? 0;
      const timed = events.map((event): SpokenEvent => ({ ...event, atMs: recordedAt(start + event.atMs) - from }));
      return finished(recorded, from, to, quality < WORDS_FROM_QUALITY ? [] : timed);
    }),
  };
}

/** A stretch of a recording, levelled and trimmed as the engine's speech is. */
function finished(
  { samples, sampleRate }: Sound,
  fromMs: number,
  toMs: number,
  events: readonly SpokenEvent[],
): RecordedSentence {
  const at = (ms: number): number => Math.round((ms * sampleRate) / 1000);
  const cut = samples.slice(at(fromMs), Math.max(at(fromMs) + 1, at(toMs)));
  return { ...finishSpeech({ samples: cut, sampleRate, events }), areWordsTimed: events.length > 0 };
}

function joined(
  sentences: readonly FinishedSpeech[],
  sampleRate: number,
): { readonly sound: Sound; readonly startsMs: readonly number[] } {
  const pause = Math.round((PAUSE_MS * sampleRate) / 1000);
  const starts: number[] = [];
  let length = 0;
  for (const { samples } of sentences) {
    starts.push(length);
    length += samples.length + pause;
  }
  const all = new Float32Array(Math.max(1, length - pause));
  sentences.forEach(({ samples }, index) => all.set(samples, starts[index]));
  return { sound: { samples: all, sampleRate }, startsMs: starts.map((start) => (start * 1000) / sampleRate) };
}

/** Without what is recorded before and after the speech: a chair, a breath, the room. */
function trimmed(sound: Sound): Sound {
  const { samples, sampleRate } = sound;
  const frame = Math.round((FRAME_MS * sampleRate) / 1000);
  const energies = framesOf(samples, frame);
  const loudest = energies.reduce((most, energy) => Math.max(most, energy), 0);
  // 35 dB below the loudest frame: a room's noise is quieter than that, the weakest consonants are not.
  const isSpeech = (energy: number): boolean => energy > loudest * 3e-4;
  const first = energies.findIndex(isSpeech);
  if (first < 0) return sound;
  const last = energies.findLastIndex(isSpeech);
  const margin = 5;
  return { samples: samples.slice(Math.max(0, first - margin) * frame, (last + 1 + margin) * frame), sampleRate };
}

/** The middle of the quietest stretch between two moments, in milliseconds. */
function quietest({ samples, sampleRate }: Sound, fromMs: number, toMs: number): number {
  const frame = Math.round((FRAME_MS * sampleRate) / 1000);
  const energies = framesOf(samples, frame);
  const span = QUIET_MS / FRAME_MS;
  let best = (fromMs + toMs) / 2;
  let least = Infinity;
  for (let at = Math.floor(fromMs / FRAME_MS); at + span <= toMs / FRAME_MS; at += 1) {
    const energy = energies.slice(at, at + span).reduce((sum, one) => sum + one, 0);
    if (energy < least) {
      least = energy;
      best = (at + span / 2) * FRAME_MS;
    }
  }
  return best;
}

function framesOf(samples: Float32Array, frame: number): readonly number[] {
  return Array.from({ length: Math.floor(samples.length / frame) }, (_none, index) => {
    let energy = 0;
    for (const sample of samples.subarray(index * frame, (index + 1) * frame)) energy += sample * sample;
    return energy / frame;
  });
}

const lengthMs = ({ samples, sampleRate }: Sound): number => (samples.length * 1000) / sampleRate;
