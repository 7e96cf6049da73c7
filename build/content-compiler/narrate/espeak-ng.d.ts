/** The little of the espeak-ng build that is used; the package has no types of its own. */
declare module '@echogarden/espeak-ng-emscripten' {
  export interface EspeakEvent {
    readonly type: 'samplerate' | 'sentence' | 'word' | 'mark' | 'end' | 'phoneme';
    /** Code points from 1, of the text that is spoken. */
    readonly text_position: number;
    readonly word_length: number;
    /** Milliseconds from the start of the text. */
    readonly audio_position: number;
  }
  export interface EspeakWorker {
    /** 0 when the voice was found; otherwise the old voice stays. */
    set_voice(name: string): number;
    set_rate(rate: number): void;
    /** `audio` is a view of the engine's memory, valid during the call. Answer `true` to stop. */
    synthesize(text: string, take: (audio: Int16Array | null, events: readonly EspeakEvent[]) => boolean): void;
  }
  export interface EspeakModule {
    readonly HEAPU8: Uint8Array;
    readonly eSpeakNGWorker: new () => EspeakWorker;
  }
  export default function load(): Promise<EspeakModule>;
}
