/** Recordings by another voice, whose word times are known because an engine made them: how near the alignment comes. */
import { beforeAll, describe, expect, test } from 'vitest';
import { finishSpeech } from '../../../../../build/content-compiler/narrate/audio.ts';
import { createEspeak } from '../../../../../build/content-compiler/narrate/espeak.ts';
import { espeakSettings } from '../../../../../build/content-compiler/narrate/voice.ts';
import {
  alignRecording,
  SENTENCES_FROM_QUALITY,
  WORDS_FROM_QUALITY,
} from '../../../../../build/content-compiler/narrate/recordings/align-recording.ts';
import type { Synthesiser } from '../../../../../build/content-compiler/narrate/synthesiser.ts';
import { createReader, record } from './reader.ts';

const said = [
  'Sometimes neuroblastoma does not go away with treatment.',
  'Your child’s consultant, the senior doctor, is the best person to ask.',
];
const somethingElse = [
  'Height and weight are measured, and a small blood sample is taken.',
  'You leave with the date of your next appointment.',
];

const english = { language: 'en-GB', voice: { name: 'en-gb-x-rp', rate: 113 }, signs: {} };
const settings = espeakSettings(english);
let own: Synthesiser;
let reader: Synthesiser;

beforeAll(async () => {
  own = await createEspeak(settings);
  reader = await createReader();
});

const speak = (voice: Synthesiser, texts: readonly string[]) => texts.map((text) => voice.synthesise(text));
const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? Infinity;

describe('R5 · a recording of the same text', () => {
  test('is cut into its sentences, and each word is timed within 50 ms, most of them within 30', () => {
    const read = speak(reader, said);
    const { quality, sentences } = alignRecording(record(read), speak(own, said));
    expect(quality).toBeGreaterThan(WORDS_FROM_QUALITY + 0.2);
    expect(sentences).toHaveLength(said.length);
    const errors = sentences.flatMap(({ events, areWordsTimed }, index) => {
      expect(areWordsTimed).toBe(true);
      const truth = finishSpeech(
        read[index] ?? { samples: new Float32Array(1), sampleRate: 22_050, events: [] },
      ).events;
      return events.flatMap(({ position, atMs }) => {
        const real = truth.find((event) => event.position === position);
        return real === undefined ? [] : [Math.abs(real.atMs - atMs)];
      });
    });
    expect(errors.length).toBeGreaterThan(12);
    expect(middle(errors)).toBeLessThan(30);
    expect(Math.max(...errors)).toBeLessThan(50);
  });

  test('is cut where the reader paused: each sentence is as long as it was read', () => {
    const read = speak(reader, said);
    const { sentences } = alignRecording(record(read), speak(own, said));
    sentences.forEach(({ durationMs }, index) => {
      const real = finishSpeech(read[index] ?? { samples: new Float32Array(1), sampleRate: 22_050, events: [] });
      expect(Math.abs(durationMs - real.durationMs)).toBeLessThan(120);
    });
  });

  test('is as loud as the synthetic voice, however quietly it was recorded', () => {
    const quiet = record(speak(reader, said));
    const whisper = { ...quiet, samples: quiet.samples.map((sample) => sample * 0.05) };
    const [sentence] = alignRecording(whisper, speak(own, said)).sentences;
    const peak = (sentence?.samples ?? new Float32Array()).reduce(
      (most, sample) => Math.max(most, Math.abs(sample)),
      0,
    );
    expect(peak).toBeGreaterThan(0.3);
  });

  test('words come in order and within their sentence', () => {
    const { sentences } = alignRecording(record(speak(reader, said)), speak(own, said));
    for (const { events, durationMs } of sentences) {
      const times = events.map(({ atMs }) => atMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(Math.max(...times)).toBeLessThanOrEqual(durationMs);
    }
  });
});

describe('R5 · a recording that does not fit', () => {
  test('of another text is told by its quality, and its words are not highlighted', () => {
    const { quality, sentences } = alignRecording(record(speak(reader, somethingElse)), speak(own, said));
    expect(quality).toBeLessThan(WORDS_FROM_QUALITY);
    for (const { events, areWordsTimed } of sentences) {
      expect(events).toEqual([]);
      expect(areWordsTimed).toBe(false);
    }
  });

  test('of mere noise is one stretch, and nothing in it is claimed to be a sentence', () => {
    const { quality, sentences } = alignRecording(
      record([{ samples: new Float32Array(40_000) }], { noise: 0.2 }),
      speak(own, said),
    );
    expect(quality).toBeLessThan(SENTENCES_FROM_QUALITY);
    expect(sentences).toHaveLength(1);
  });

  test('of silence ends no build', () => {
    const silence = { samples: new Float32Array(22_050), sampleRate: 22_050 };
    expect(alignRecording(silence, speak(own, said)).sentences).toHaveLength(1);
  });
});
