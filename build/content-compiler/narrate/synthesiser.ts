/** The seam behind which a speech engine stands, so that a site can plug in another (R4). */

/** A word the engine said: where in the spoken text, in code points from 0, and when. */
export interface SpokenEvent {
  readonly position: number;
  readonly length: number;
  readonly atMs: number;
}

/** What an engine made of a text: mono samples and the words in them, in order. */
export interface Speech {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly events: readonly SpokenEvent[];
}

/** What makes two renderings of one text the same: any change here renders everything anew. */
export interface VoiceSettings {
  /** The engine with its version. */
  readonly engine: string;
  readonly voice: string;
  /** In the engine's own unit. */
  readonly rate: number;
}

/** A speech engine, set to one voice. The same text gives the same samples, whatever was said before. */
export interface Synthesiser {
  readonly settings: VoiceSettings;
  readonly synthesise: (text: string) => Speech;
}

/** Speech that could not be made; the message says what to do. */
export class NarrationError extends Error {
  override readonly name = 'NarrationError';
}
