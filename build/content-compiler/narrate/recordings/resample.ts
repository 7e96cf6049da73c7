/** Brings sound to another number of samples a second. */
import type { Sound } from './wav.ts';

/** Zero crossings of the sinc on either side: enough that speech keeps its consonants. */
const CROSSINGS = 16;

/** Resamples with a Hann-windowed sinc, which also keeps out what the new rate cannot hold. */
export function resample({ samples, sampleRate }: Sound, targetRate: number): Sound {
  if (sampleRate === targetRate) return { samples, sampleRate };
  const step = sampleRate / targetRate;
  const cutoff = Math.min(1, 1 / step);
  const reach = CROSSINGS / cutoff;
  const resampled = new Float32Array(Math.floor(samples.length / step));
  for (let index = 0; index < resampled.length; index += 1) {
    const centre = index * step;
    let sum = 0;
    for (let at = Math.ceil(centre - reach); at <= centre + reach; at += 1) {
      const sample = samples[at];
      if (sample === undefined) continue;
      const distance = at - centre;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * distance) / reach);
      sum += sample * cutoff * sinc(distance * cutoff) * window;
    }
    resampled[index] = sum;
  }
  return { samples: resampled, sampleRate: targetRate };
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
