/**
 * How speech sounds from moment to moment, apart from who speaks: mel-cepstral coefficients, each centred and
 * scaled over the whole stretch, so that two voices saying one thing look alike.
 */
import type { Sound } from './wav.ts';

/** Between one frame and the next. */
export const FRAME_MS = 10;

/** Numbers a frame has: energy and the first coefficients. */
export const FEATURES = 13;

const WINDOW_MS = 25;
const MEL_BANDS = 26;
const LOWEST_HZ = 100;
const HIGHEST_HZ = 8000;
const PRE_EMPHASIS = 0.97;
/** A share of the loudest frame's energy: 45 dB below it is silence, within 30 dB of it somebody speaks. */
const SILENCE = 3e-5;
const SPOKEN = 1e-3;
/** Digital silence has no logarithm. */
const TINY = 1e-12;
/** The higher a coefficient, the more it tells of the voice and the less of what it says. */
const WEIGHTS = Array.from({ length: FEATURES }, (_none, order) => 1 / (1 + order / 6));

/** Frames after one another, `FEATURES` numbers each. */
export interface Frames {
  readonly count: number;
  readonly values: Float32Array;
}

/** Describes sound frame by frame. */
export function describeSound(sound: Sound): Frames {
  const spectra = melSpectra(sound);
  const count = spectra.length;
  const loudest = spectra.reduce((most, { energy }) => Math.max(most, energy), 0);
  // What is far below the voice is the room or the machine, and is taken for one and the same silence.
  const floor = Math.max(TINY, (loudest / MEL_BANDS) * SILENCE);
  const values = new Float32Array(count * FEATURES);
  spectra.forEach(({ bands }, frame) => {
    values.set(cepstrum(bands.map((band) => Math.log(Math.max(band, floor)))), frame * FEATURES);
  });
  normalise(
    values,
    spectra.map(({ energy }) => energy > loudest * SPOKEN),
  );
  return { count, values };
}

interface Spectrum {
  readonly bands: readonly number[];
  readonly energy: number;
}

function melSpectra({ samples, sampleRate }: Sound): readonly Spectrum[] {
  const length = Math.round((WINDOW_MS * sampleRate) / 1000);
  const hop = (FRAME_MS * sampleRate) / 1000;
  const size = 2 ** Math.ceil(Math.log2(length));
  const count = Math.max(1, Math.floor((samples.length - length) / hop) + 1);
  const window = Float64Array.from(
    { length },
    (_none, index) => 0.54 - 0.46 * Math.cos((2 * Math.PI * index) / (length - 1)),
  );
  const filters = melFilters(size, sampleRate);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  return Array.from({ length: count }, (_none, frame) => {
    const start = Math.round(frame * hop);
    real.fill(0);
    imaginary.fill(0);
    for (let index = 0; index < length; index += 1) {
      const emphasised = (samples[start + index] ?? 0) - PRE_EMPHASIS * (samples[start + index - 1] ?? 0);
      real[index] = emphasised * (window[index] ?? 0);
    }
    transform(real, imaginary);
    const bands = filters.map((weights) =>
      weights.reduce((sum, [bin, weight]) => sum + weight * ((real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2), 0),
    );
    return { bands, energy: bands.reduce((sum, band) => sum + band, 0) };
  });
}

/** The discrete cosine transform of the bands: the first number is the energy. */
function cepstrum(logs: readonly number[]): readonly number[] {
  return Array.from({ length: FEATURES }, (_none, order) =>
    logs.reduce((sum, log, band) => sum + log * Math.cos((Math.PI * order * (band + 0.5)) / logs.length), 0),
  );
}

/** Centres and scales each feature by the frames in which somebody speaks: pauses would pull both to themselves. */
function normalise(values: Float32Array, isSpoken: readonly boolean[]): void {
  const spoken = isSpoken.flatMap((spoke, frame) => (spoke ? [frame] : []));
  for (let feature = 0; feature < FEATURES; feature += 1) {
    const at = (frame: number): number => values[frame * FEATURES + feature] ?? 0;
    const mean = spoken.reduce((sum, frame) => sum + at(frame), 0) / Math.max(1, spoken.length);
    const variance = spoken.reduce((sum, frame) => sum + (at(frame) - mean) ** 2, 0) / Math.max(1, spoken.length);
    const scale = WEIGHTS[feature] ?? 1;
    const deviation = Math.sqrt(Math.max(1e-6, variance));
    for (let frame = 0; frame < isSpoken.length; frame += 1) {
      values[frame * FEATURES + feature] = (scale * (at(frame) - mean)) / deviation;
    }
  }
}

const toMel = (hertz: number): number => 1127 * Math.log(1 + hertz / 700);
const toHertz = (mel: number): number => 700 * (Math.exp(mel / 1127) - 1);

/** Triangles on the mel scale, each as its bins of the spectrum and their weights. */
function melFilters(
  size: number,
  sampleRate: number,
): readonly (readonly (readonly [bin: number, weight: number])[])[] {
  const low = toMel(LOWEST_HZ);
  const high = toMel(Math.min(HIGHEST_HZ, sampleRate / 2));
  const edges = Array.from({ length: MEL_BANDS + 2 }, (_none, index) =>
    toHertz(low + ((high - low) * index) / (MEL_BANDS + 1)),
  );
  return Array.from({ length: MEL_BANDS }, (_none, band) => {
    const [from = 0, centre = 0, to = 0] = edges.slice(band, band + 3);
    return Array.from({ length: size / 2 + 1 }, (_unused, bin) => {
      const hertz = (bin * sampleRate) / size;
      const weight = hertz <= centre ? (hertz - from) / (centre - from) : (to - hertz) / (to - centre);
      return [bin, weight] as const;
    }).filter(([, weight]) => weight > 0);
  });
}

/** The fast Fourier transform, in place; the length is a power of two. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  for (let index = 1, mirrored = 0; index < size; index += 1) {
    let bit = size >> 1;
    for (; mirrored & bit; bit >>= 1) mirrored ^= bit;
    mirrored ^= bit;
    if (index < mirrored) {
      [real[index], real[mirrored]] = [real[mirrored] ?? 0, real[index] ?? 0];
      [imaginary[index], imaginary[mirrored]] = [imaginary[mirrored] ?? 0, imaginary[index] ?? 0];
    }
  }
  for (let span = 2; span <= size; span <<= 1) {
    const half = span / 2;
    for (let offset = 0; offset < half; offset += 1) {
      const angle = (-2 * Math.PI * offset) / span;
      const cosine = Math.cos(angle);
      const sine = Math.sin(angle);
      for (let low = offset; low < size; low += span) {
        const high = low + half;
        const re = (real[high] ?? 0) * cosine - (imaginary[high] ?? 0) * sine;
        const im = (real[high] ?? 0) * sine + (imaginary[high] ?? 0) * cosine;
        real[high] = (real[low] ?? 0) - re;
        imaginary[high] = (imaginary[low] ?? 0) - im;
        real[low] = (real[low] ?? 0) + re;
        imaginary[low] = (imaginary[low] ?? 0) + im;
      }
    }
  }
}
