/**
 * The espeak-ng engine. It is GPL software used at build time only: what is shipped is its output, and
 * nothing that is shipped imports this file.
 */
import loadEspeak from '@echogarden/espeak-ng-emscripten';
import { NarrationError, type Speech, type SpokenEvent, type Synthesiser, type VoiceSettings } from './synthesiser.ts';

const SAMPLE_RATE_HZ = 22_050;

/**
 * Loads the engine with a voice (about 60 ms and 25 MB).
 *
 * @throws {@link NarrationError} when the engine has no such voice.
 */
export async function createEspeak(settings: VoiceSettings): Promise<Synthesiser> {
  const module = await loadEspeak();
  const worker = new module.eSpeakNGWorker();
  if (worker.set_voice(settings.voice) !== 0) {
    throw new NarrationError(
      `espeak-ng has no voice “${settings.voice}”; name another under “voice” in the language’s language.yaml`,
    );
  }
  worker.set_rate(settings.rate);
  // What the engine says depends on what it said before (its noise goes on where it stopped), so that the
  // order of sentences would change their bytes. Starting from one memory image each time takes 1.3 ms.
  const memory = module.HEAPU8.slice();
  const synthesise = (text: string): Speech => {
    module.HEAPU8.set(memory);
    const chunks: Int16Array[] = [];
    const events: SpokenEvent[] = [];
    worker.synthesize(text, (audio, heard) => {
      if (audio) chunks.push(audio.slice());
      for (const { type, text_position, word_length, audio_position } of heard) {
        if (type === 'word') events.push({ position: text_position - 1, length: word_length, atMs: audio_position });
      }
      return false;
    });
    return { samples: joined(chunks), sampleRate: SAMPLE_RATE_HZ, events };
  };
  return { settings, synthesise };
}

function joined(chunks: readonly Int16Array[]): Float32Array {
  const samples = new Float32Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    for (const sample of chunk) {
      samples[at] = sample / 0x8000;
      at += 1;
    }
  }
  return samples;
}
