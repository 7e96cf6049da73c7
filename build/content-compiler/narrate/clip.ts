/** A clip: one spoken text as a file, found again by what went into it. */
import { createHash } from 'node:crypto';
import { finishSpeech, POST_PROCESSING_VERSION } from './audio.ts';
import type { EncodeOgg } from './encode.ts';
import type { SpokenEvent, Synthesiser, VoiceSettings } from './synthesiser.ts';

/** A text to be spoken with a voice. `key` names its clip. */
export interface ClipJob {
  readonly key: string;
  readonly text: string;
  readonly settings: VoiceSettings;
}

/** What is known of a clip besides its sound. Positions count code points of the *spoken* text. */
export interface ClipFacts {
  readonly durationMs: number;
  readonly events: readonly SpokenEvent[];
}

/** A clip as it was rendered. */
export interface RenderedClip {
  readonly key: string;
  readonly facts: ClipFacts;
  readonly ogg: Uint8Array;
}

/** A job for a prepared text. The key is a SHA-256 of all that decides how it sounds. */
export function clipJob(text: string, settings: VoiceSettings): ClipJob {
  const { engine, voice, rate } = settings;
  const content = JSON.stringify([engine, voice, rate, POST_PROCESSING_VERSION, text]);
  return { key: createHash('sha256').update(content).digest('hex'), text, settings };
}

/** Where a clip lies in the bundle. */
export function clipPath(key: string): string {
  return `audio/${key.slice(0, 2)}/${key}.ogg`;
}

/** Speaks, finishes and encodes one text. */
export function renderClip({ key, text }: ClipJob, synthesiser: Synthesiser, encode: EncodeOgg): RenderedClip {
  const { samples, sampleRate, events, durationMs } = finishSpeech(synthesiser.synthesise(text));
  return { key, facts: { durationMs, events }, ogg: encode(samples, sampleRate) };
}
