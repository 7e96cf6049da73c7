/** What is done to the engine's samples: silence trimmed, loudness made equal, ends faded. */
import type { Speech, SpokenEvent } from './synthesiser.ts';

/** Raise it with any change here or in encode.ts: it is part of each clip's key. */
export const POST_PROCESSING_VERSION = 1;

/** Silence that stays before and after the speech. The first keeps a word from sounding clipped. */
const LEAD_MS = 20;
const TAIL_MS = 150;
const FADE_MS = 5;
/** Below this part of the peak (-50 dB) nothing is heard; the engine's own silence is digital zero. */
const AUDIBLE = 0.003;
/** -20 dBFS: as loud as the loudest consonants of this engine let all clips be without a limiter. */
const TARGET_RMS = 0.1;
/** -1.5 dBFS, so that the decoder's ripple does not clip. */
const PEAK_LIMIT = 0.84;
const FRAME_MS = 10;
/** Frames more than 30 dB below the loudest are pauses and do not count towards loudness. */
const PAUSE = 0.001;

/** Speech ready to encode: mono samples with events that count from their first. */
export interface FinishedSpeech extends Speech {
  readonly durationMs: number;
}

/** Trims, levels and fades. Speech without a sound comes back as it is, a tail long. */
export function finishSpeech({ samples, sampleRate, events }: Speech): FinishedSpeech {
  const inSamples = (ms: number): number => Math.round((ms * sampleRate) / 1000);
  const { first, last } = audibleRange(samples);
  const from = Math.max(0, first - inSamples(LEAD_MS));
  // Always the same tail, padded if need be, so that sentences follow each other evenly.
  const finished = new Float32Array(last + 1 - from + inSamples(TAIL_MS));
  finished.set(samples.subarray(from, Math.min(samples.length, from + finished.length)));
  const gain = levelGain(finished, inSamples(FRAME_MS));
  const fade = inSamples(FADE_MS);
  for (let index = 0; index < finished.length; index += 1) {
    const edge = Math.min(1, index / fade, (finished.length - 1 - index) / fade);
    finished[index] = (finished[index] ?? 0) * gain * edge;
  }
  const durationMs = Math.max(1, Math.floor((finished.length * 1000) / sampleRate));
  const trimmedMs = (from * 1000) / sampleRate;
  const moved = events.map((event): SpokenEvent => ({
    ...event,
    atMs: Math.round(Math.min(durationMs, Math.max(0, event.atMs - trimmedMs))),
  }));
  return { samples: finished, sampleRate, events: moved, durationMs };
}

function audibleRange(samples: Float32Array): { readonly first: number; readonly last: number } {
  const threshold = peakOf(samples) * AUDIBLE;
  const isAudible = (sample: number): boolean => Math.abs(sample) > threshold;
  const first = samples.findIndex(isAudible);
  return first < 0 ? { first: 0, last: 0 } : { first, last: samples.findLastIndex(isAudible) };
}

/** The gain that brings speech to the common loudness, or as near as its peak allows. */
function levelGain(samples: Float32Array, frame: number): number {
  const loudness = speechRms(samples, frame);
  return loudness === 0 ? 1 : Math.min(TARGET_RMS / loudness, PEAK_LIMIT / peakOf(samples));
}

/** Root mean square of the frames in which somebody speaks. */
export function speechRms(samples: Float32Array, frame: number): number {
  const energies: number[] = [];
  for (let start = 0; start < samples.length; start += frame) {
    let energy = 0;
    for (const sample of samples.subarray(start, start + frame)) energy += sample * sample;
    energies.push(energy / frame);
  }
  const loudest = energies.reduce((most, energy) => Math.max(most, energy), 0);
  const spoken = energies.filter((energy) => energy > 0 && energy >= loudest * PAUSE);
  return spoken.length === 0 ? 0 : Math.sqrt(spoken.reduce((sum, energy) => sum + energy, 0) / spoken.length);
}

function peakOf(samples: Float32Array): number {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  return peak;
}
