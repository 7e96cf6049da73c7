/**
 * The espeak-ng engine. It is GPL software used at build time only: what is shipped is its output, and
 * nothing that is shipped imports this file.
 */
import loadEspeak from '@echogarden/espeak-ng-emscripten';
import { NarrationError, type Speech, type SpokenEvent, type Synthesiser, type VoiceSettings } from './synthesiser.ts';

const SAMPLE_RATE_HZ = 22_050;

/**
 * The engine's own unit is nominal words a minute; what it gives depends on the voice and the text.
 * Chosen by measurement, see README.md › Rate.
 */
export const ESPEAK_RATE = 113;

/** Voices by language tag, where the tag itself is not the best one or not one at all. */
const voices: Readonly<Record<string, string>> = {
  en: 'en-gb-x-rp',
  // 'en-gb' is refused by this build and would leave the voice of before.
  'en-GB': 'en-gb-x-rp',
  'en-US': 'en-us',
  zh: 'cmn',
};

/** The settings under which a language is spoken. */
export function espeakSettings(language: string): VoiceSettings {
  const tongue = language.split('-')[0] ?? language;
  return {
    engine: 'espeak-ng-emscripten@0.3.5',
    voice: voices[language] ?? voices[tongue] ?? tongue,
    rate: ESPEAK_RATE,
  };
}

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
      `espeak-ng has no voice “${settings.voice}”; add the language to the table in build/content-compiler/narrate/espeak.ts`,
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
