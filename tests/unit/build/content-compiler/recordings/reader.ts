/** A reader for tests: another voice than the kiosk's own, recorded in a room that is not quite silent. */
import { createEspeak } from '../../../../../build/content-compiler/narrate/espeak.ts';
import type { Sound } from '../../../../../build/content-compiler/narrate/recordings/wav.ts';
import type { Speech, Synthesiser } from '../../../../../build/content-compiler/narrate/synthesiser.ts';
import { espeakSettings } from '../../../../../build/content-compiler/narrate/voice.ts';

/** Loads the reader. */
export const createReader = (): Promise<Synthesiser> =>
  createEspeak(espeakSettings({ voice: { name: 'en-us', rate: 135 } }));

/** Sentences read one after the other. `noise` is how loud the room is; full scale is 1. */
export const record = (
  sentences: readonly Pick<Speech, 'samples'>[],
  { sampleRate = 22_050, noise = 0.0006 } = {},
): Sound => {
  const pause = Math.round(sampleRate * 0.4);
  const samples = new Float32Array(sentences.reduce((sum, { samples: one }) => sum + one.length + pause, pause));
  let at = pause;
  for (const { samples: one } of sentences) {
    samples.set(one, at);
    at += one.length + pause;
  }
  let state = 1;
  for (let index = 0; index < samples.length; index += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    samples[index] = (samples[index] ?? 0) * 0.5 + noise * (state / 0x80000000 - 1);
  }
  return { samples, sampleRate };
};
