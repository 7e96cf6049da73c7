/** A voice that says nothing, at once: for measuring all of a build but the speaking, which is one engine's affair. */
import type { RenderClips } from '../../build/content-compiler/narrate/render.ts';

const MS_PER_CHARACTER = 65;

/** Clips of a few bytes with a word's event at each space, as long as they would take to say. */
export const renderSilence: RenderClips = (jobs, onClip) => {
  for (const { key, text } of jobs) {
    const events = [...text.matchAll(/\S+/g)].map(({ index, 0: word }) => ({
      position: index,
      length: word.length,
      atMs: index * MS_PER_CHARACTER,
    }));
    const durationMs = Math.max(1, text.length * MS_PER_CHARACTER);
    onClip({ key, facts: { durationMs, events }, ogg: new TextEncoder().encode(`OggS ${key}`) });
  }
  return Promise.resolve();
};
