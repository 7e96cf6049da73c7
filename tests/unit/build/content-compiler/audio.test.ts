import { describe, expect, it } from 'vitest';
import { finishSpeech, speechRms } from '../../../../build/content-compiler/narrate/audio.ts';
import { createOggEncoding } from '../../../../build/content-compiler/narrate/encode.ts';

const RATE = 22_050;
const seconds = (count: number) => Math.round(count * RATE);

/** A tone with silence before and after it. */
function tone(level: number, before: number, after: number, length = 0.5): Float32Array {
  const samples = new Float32Array(seconds(before) + seconds(length) + seconds(after));
  for (let index = 0; index < seconds(length); index += 1) {
    samples[seconds(before) + index] = level * Math.sin((index * 2 * Math.PI * 220) / RATE + 0.5);
  }
  return samples;
}
const finish = (samples: Float32Array, atMs: readonly number[] = []) =>
  finishSpeech({ samples, sampleRate: RATE, events: atMs.map((at) => ({ position: 0, length: 1, atMs: at })) });
const firstSound = (samples: Float32Array) => samples.findIndex((sample) => Math.abs(sample) > 0.01);

describe('R4 · a clip’s sound', () => {
  it('begins at most 20 ms before the voice and ends 150 ms after it, and times move along', () => {
    const { samples, events, durationMs } = finish(tone(0.5, 0.3, 0.6), [0, 300, 500]);
    expect(firstSound(samples)).toBeLessThanOrEqual(seconds(0.021));
    expect(durationMs).toBe(670);
    expect(events.map(({ atMs }) => atMs)).toEqual([0, 20, 220]);
  });

  it('is not cut when there was less silence than that, and its tail is filled up', () => {
    const { durationMs, events } = finish(tone(0.5, 0.01, 0), [10]);
    expect(durationMs).toBe(660);
    expect(events[0]?.atMs).toBe(10);
  });

  it('is equally loud whether it was said softly or loudly', () => {
    const loudness = [0.02, 0.3, 0.9].map((level) => speechRms(finish(tone(level, 0.1, 0.1)).samples, seconds(0.01)));
    for (const one of loudness) expect(one).toBeCloseTo(0.1, 2);
  });

  it('never clips: a voice with high peaks stays softer instead', () => {
    const samples = tone(0.005, 0.1, 0.1);
    for (let index = 3000; index < 12_000; index += 1000) samples[index] = 0.9;
    const peak = finish(samples).samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(peak).toBeCloseTo(0.84, 2);
  });

  it('fades in and out, so that it does not click', () => {
    const { samples } = finish(tone(0.9, 0, 0));
    expect(samples[0]).toBe(0);
    expect(samples.at(-1)).toBe(0);
  });

  it('may be silence or nothing at all', () => {
    for (const samples of [new Float32Array(0), new Float32Array(500)]) {
      const finished = finish(samples, [5]);
      expect(finished.durationMs).toBeGreaterThan(0);
      expect(finished.samples.every((sample) => sample === 0)).toBe(true);
    }
  });

  it('is Ogg Vorbis, the same bytes for the same samples', async () => {
    const encode = await createOggEncoding();
    const [first, other, again] = [tone(0.5, 0, 0), tone(0.2, 0, 0), tone(0.5, 0, 0)].map((samples) =>
      encode(samples, RATE),
    );
    const bytes = Buffer.from(first ?? []);
    expect(bytes.subarray(0, 4).toString()).toBe('OggS');
    expect(bytes.subarray(28, 35).toString('latin1')).toBe('\u0001vorbis');
    // The position of the last page is the number of samples a player will play.
    expect(bytes.readUInt32LE(bytes.lastIndexOf('OggS') + 6)).toBe(seconds(0.5));
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
  });
});
