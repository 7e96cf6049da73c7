/** Who speaks a language, as the engine has to be told. */
import type { LanguageProfile } from '../../../content/format/index.ts';
import type { VoiceSettings } from './synthesiser.ts';

/** The settings under which a language is spoken. Its rate is chosen by measurement, see README.md › Rate. */
export function espeakSettings({ voice: { name, rate } }: Pick<LanguageProfile, 'voice'>): VoiceSettings {
  return { engine: 'espeak-ng-emscripten@0.3.5', voice: name, rate };
}
