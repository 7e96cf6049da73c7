import { describe, expect, test as example } from 'vitest';
import { resample } from '../../../../../build/content-compiler/narrate/recordings/resample.ts';
import { readWav, RecordingError } from '../../../../../build/content-compiler/narrate/recordings/wav.ts';
import { fc, test } from '../../../electron/property.ts';
import { wavOf } from './wav-file.ts';

const tone = (hertz: number, sampleRate: number, seconds = 0.2) =>
  Float32Array.from(
    { length: Math.round(sampleRate * seconds) },
    (_none, index) => 0.5 * Math.sin((2 * Math.PI * hertz * index) / sampleRate),
  );

describe('R5 · a recording is read as any recorder writes it', () => {
  example.each([
    { bits: 8 },
    { bits: 16 },
    { bits: 24 },
    { bits: 32 },
    { bits: 32, isFloat: true },
    { bits: 16, channels: 2 },
    { bits: 16, sampleRate: 44_100 },
  ])('$bits bit, floating point $isFloat, $channels channels', (options) => {
    const samples = tone(440, options.sampleRate ?? 22_050);
    const read = readWav(wavOf(samples, options));
    expect(read.sampleRate).toBe(options.sampleRate ?? 22_050);
    expect(read.samples).toHaveLength(samples.length);
    const worst = read.samples.reduce(
      (most, sample, index) => Math.max(most, Math.abs(sample - (samples[index] ?? 0))),
      0,
    );
    expect(worst).toBeLessThan(options.bits === 8 ? 0.02 : 0.001);
  });

  example('what stands beside the sound in the file is passed over', () => {
    const wav = wavOf(tone(440, 22_050));
    const note = new TextEncoder().encode('LIST\u0003\u0000\u0000\u0000abc\u0000');
    const withNote = new Uint8Array([...wav.slice(0, 36), ...note, ...wav.slice(36)]);
    expect(readWav(withNote).samples).toHaveLength(4410);
  });
});

describe('R5 · what cannot be used is refused with its mend', () => {
  const wav = wavOf(tone(440, 22_050));
  example.each([
    ['no WAV file', new TextEncoder().encode('ID3 this is another kind of file'), /not a WAV file; save it as WAV/],
    ['an empty file', new Uint8Array(), /not a WAV file/],
    ['one cut short', wav.slice(0, 1000), /cut short; copy it again/],
    ['one without sound', wavOf(new Float32Array()), /no sound; record it again/],
    ['one without its sound’s chunk', wav.slice(0, 36), /no sound/],
    ['a compressed one', wavOf(tone(440, 22_050), { tag: 85 }), /compressed/],
    ['one of too few samples a second', wavOf(tone(440, 4000), { sampleRate: 4000 }), /4000 samples a second/],
    ['one of another width', wavOf(tone(440, 22_050), { bits: 32, tag: 6 }), /unusual kind/],
  ])('%s', (_what, bytes, message) => {
    expect(() => readWav(bytes)).toThrow(RecordingError);
    expect(() => readWav(bytes)).toThrow(message);
  });

  test.prop([fc.uint8Array({ maxLength: 200 }), fc.nat(100)])(
    'anything else is a recording or is refused, and never crashes',
    (noise, at) => {
      const bytes = wav.slice(0, 400);
      bytes.set(noise.slice(0, bytes.length - at), at);
      try {
        expect(readWav(bytes).samples.length).toBeGreaterThan(0);
      } catch (error) {
        expect(error).toBeInstanceOf(RecordingError);
      }
    },
  );
});

describe('another number of samples a second', () => {
  example.each([
    [44_100, 22_050],
    [16_000, 22_050],
    [48_000, 22_050],
  ])('from %i to %i a tone stays the same tone', (from, to) => {
    const { samples, sampleRate } = resample({ samples: tone(1000, from), sampleRate: from }, to);
    expect(sampleRate).toBe(to);
    const expected = tone(1000, to);
    const middle = [...samples.keys()].slice(200, -200);
    const worst = middle.reduce(
      (most, index) => Math.max(most, Math.abs((samples[index] ?? 0) - (expected[index] ?? 0))),
      0,
    );
    expect(worst).toBeLessThan(0.02);
  });

  example('what the new rate cannot hold is left out', () => {
    const { samples } = resample({ samples: tone(15_000, 44_100), sampleRate: 44_100 }, 22_050);
    expect(samples.slice(200, -200).reduce((most, sample) => Math.max(most, Math.abs(sample)), 0)).toBeLessThan(0.02);
  });
});
