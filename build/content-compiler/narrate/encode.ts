/**
 * Ogg Vorbis. Its codec is free, so every Chromium build has it (MP3 and AAC depend on how it was built);
 * its first sample is the first that went in, with no encoder delay to subtract from word times; and the
 * encoder is WebAssembly, so that no system binary is needed.
 */
import { createOggEncoder } from 'wasm-media-encoders';

/** See README.md › Quality for the measurement. */
const VORBIS_QUALITY = 2;
/** The stream's number inside the file; fixed, since a random one would change the bytes of each build. */
const SERIAL_NUMBER = 1;

/** Encodes mono samples; the same samples give the same bytes. */
export type EncodeOgg = (samples: Float32Array, sampleRate: number) => Uint8Array;

/** Loads the encoder. It works on one clip at a time. */
export async function createOggEncoding(): Promise<EncodeOgg> {
  const encoder = await createOggEncoder();
  return (samples, sampleRate) => {
    encoder.configure({ channels: 1, sampleRate, vbrQuality: VORBIS_QUALITY, oggSerialNo: SERIAL_NUMBER });
    // Both answers are views of the encoder's memory that the next call overwrites.
    const head = encoder.encode([samples]).slice();
    const tail = encoder.finalize();
    const file = new Uint8Array(head.length + tail.length);
    file.set(head);
    file.set(tail, head.length);
    return file;
  };
}
