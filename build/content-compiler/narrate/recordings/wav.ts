/** Reads recordings: WAV files as any recorder writes them, uncompressed. */

/** Mono sound. */
export interface Sound {
  readonly samples: Float32Array;
  /** In hertz. */
  readonly sampleRate: number;
}

/** A recording that cannot be used; the message names what is wrong and how to mend it. */
export class RecordingError extends Error {
  override readonly name = 'RecordingError';
}

/** A passage of five long sentences takes a minute; what is longer than three is of something else. */
const LONGEST_SECONDS = 180;

/** Telephones have 8,000; below that speech is not understood. */
const LOWEST_RATE_HZ = 8000;
const HIGHEST_RATE_HZ = 192_000;

const MEND = 'save it as WAV, uncompressed (PCM), 16 bit, mono, 44,100 Hz';

/** Format tags of the WAVE specification. */
const PCM = 1;
const FLOAT = 3;
const EXTENSIBLE = 0xfffe;

interface Format {
  readonly isFloat: boolean;
  readonly channels: number;
  readonly sampleRate: number;
  readonly bits: number;
}

/**
 * Reads a WAV file; several channels become one.
 *
 * @throws RecordingError when it is none, is compressed, cut short, empty or too long
 */
export function readWav(bytes: Uint8Array): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || tagAt(view, 0) !== 'RIFF' || tagAt(view, 8) !== 'WAVE') {
    throw new RecordingError(`it is not a WAV file; ${MEND}`);
  }
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const tag = tagAt(view, at);
    const size = view.getUint32(at + 4, true);
    const start = at + 8;
    if (tag === 'fmt ') format = readFormat(view, start, size);
    if (tag === 'data') {
      if (format === undefined) throw new RecordingError(`its sound comes before its format; ${MEND}`);
      if (start + size > bytes.length) throw new RecordingError('it is cut short; copy it again');
      return readSamples(new DataView(view.buffer, view.byteOffset + start, size), format);
    }
    // Chunks begin at even places.
    at = start + size + (size % 2);
  }
  throw new RecordingError('it holds no sound; record it again');
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(at + offset)));
}

function readFormat(view: DataView, start: number, size: number): Format {
  if (size < 16 || start + size > view.byteLength) throw new RecordingError(`its format is cut short; ${MEND}`);
  const tag = view.getUint16(start, true);
  const kind = tag === EXTENSIBLE && size >= 26 ? view.getUint16(start + 24, true) : tag;
  const channels = view.getUint16(start + 2, true);
  const sampleRate = view.getUint32(start + 4, true);
  const bits = view.getUint16(start + 14, true);
  const isKnown = (kind === PCM && [8, 16, 24, 32].includes(bits)) || (kind === FLOAT && bits === 32);
  if (!isKnown)
    throw new RecordingError(`it is compressed, or of an unusual kind (${String(kind)}, ${String(bits)} bit); ${MEND}`);
  if (channels < 1 || channels > 8) throw new RecordingError(`it has ${String(channels)} channels; ${MEND}`);
  if (sampleRate < LOWEST_RATE_HZ || sampleRate > HIGHEST_RATE_HZ) {
    throw new RecordingError(`it has ${String(sampleRate)} samples a second; ${MEND}`);
  }
  return { isFloat: kind === FLOAT, channels, sampleRate, bits };
}

function readSamples(data: DataView, { isFloat, channels, sampleRate, bits }: Format): Sound {
  const width = bits / 8;
  const count = Math.floor(data.byteLength / (width * channels));
  if (count === 0) throw new RecordingError('it holds no sound; record it again');
  if (count > LONGEST_SECONDS * sampleRate) {
    throw new RecordingError(
      `it is longer than ${String(LONGEST_SECONDS / 60)} minutes; record one passage in each file`,
    );
  }
  const samples = new Float32Array(count);
  for (let index = 0; index < count; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      sum += sampleAt(data, (index * channels + channel) * width, bits, isFloat);
    }
    samples[index] = sum / channels;
  }
  if (samples.some((sample) => !Number.isFinite(sample)))
    throw new RecordingError(`its samples are not numbers; ${MEND}`);
  return { samples, sampleRate };
}

function sampleAt(data: DataView, at: number, bits: number, isFloat: boolean): number {
  if (isFloat) return data.getFloat32(at, true);
  // Eight bits are the one width that is written without a sign.
  if (bits === 8) return (data.getUint8(at) - 128) / 128;
  if (bits === 16) return data.getInt16(at, true) / 0x8000;
  if (bits === 24) return (data.getInt8(at + 2) * 0x10000 + data.getUint16(at, true)) / 0x800000;
  return data.getInt32(at, true) / 0x80000000;
}
