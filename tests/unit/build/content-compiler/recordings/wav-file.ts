/** Writes WAV files for tests, as recorders do. */

export interface WavOptions {
  readonly sampleRate?: number;
  readonly channels?: number;
  /** 8, 16, 24 or 32; 32 is floating point when `isFloat`. */
  readonly bits?: number;
  readonly isFloat?: boolean;
  /** The format's number in the file; PCM (1) or floating point (3) unless said otherwise. */
  readonly tag?: number;
}

/** A WAV file of mono samples, repeated in each channel. */
export const wavOf = (samples: Float32Array, options: WavOptions = {}): Uint8Array => {
  const { sampleRate = 22_050, channels = 1, bits = 16, isFloat = false, tag = isFloat ? 3 : 1 } = options;
  const width = bits / 8;
  const size = samples.length * channels * width;
  const view = new DataView(new ArrayBuffer(44 + size));
  const write = (at: number, text: string): void => {
    for (let index = 0; index < text.length; index += 1) view.setUint8(at + index, text.charCodeAt(index));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + size, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, tag, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * channels * width, true);
  view.setUint16(32, channels * width, true);
  view.setUint16(34, bits, true);
  write(36, 'data');
  view.setUint32(40, size, true);
  samples.forEach((sample, index) => {
    for (let channel = 0; channel < channels; channel += 1) {
      const at = 44 + (index * channels + channel) * width;
      if (isFloat) view.setFloat32(at, sample, true);
      else if (bits === 8) view.setUint8(at, Math.round(sample * 127) + 128);
      else if (bits === 16) view.setInt16(at, Math.round(sample * 0x7fff), true);
      else if (bits === 32) view.setInt32(at, Math.round(sample * 0x7fffffff), true);
      else {
        const value = Math.round(sample * 0x7fffff);
        view.setUint16(at, value & 0xffff, true);
        view.setInt8(at + 2, value >> 16);
      }
    }
  });
  return new Uint8Array(view.buffer);
};
