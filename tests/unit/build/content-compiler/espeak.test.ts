import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { finishSpeech } from '../../../../build/content-compiler/narrate/audio.ts';
import { clipJob } from '../../../../build/content-compiler/narrate/clip.ts';
import { createEspeak } from '../../../../build/content-compiler/narrate/espeak.ts';
import { espeakSettings } from '../../../../build/content-compiler/narrate/voice.ts';
import { createPlanner } from '../../../../build/content-compiler/narrate/plan.ts';
import { renderWithEspeak } from '../../../../build/content-compiler/narrate/render.ts';
import { wordSpans } from '../../../../build/content-compiler/narrate/sentences.ts';
import { NarrationError, type Synthesiser } from '../../../../build/content-compiler/narrate/synthesiser.ts';
import { timeWords } from '../../../../build/content-compiler/narrate/words.ts';
import type { LanguageProfile } from '../../../../content/format/index.ts';
import { inRoot } from '../../../support/checkout.ts';

const english = { language: 'en-GB', voice: { name: 'en-gb-x-rp', rate: 113 }, signs: {} };
const settings = espeakSettings(english);
let engine: Synthesiser;
beforeAll(async () => {
  engine = await createEspeak(settings);
});

/**
 * About as dense as the pages are (4.6 letters a word; they have 4.5): everyday words with medical ones between them. The
 * measure depends on it: at the same rate, everyday words alone (3.9) come to 145 a minute, dense ones (5.8) to 107.
 */
const passage = `Many people feel tired after chemotherapy. It can last for some weeks, and it often comes and goes.
Doctors think about several things before they recommend a treatment. They also look at the side effects your child had.
Radiotherapy uses radiation to kill cancer cells in one part of the body. You do not have to do everything yourself.
Ask your family or friends to help with meals and shopping. Your child's consultant can tell you about clinical trials.
Researchers wanted to find out whether the new medicine is safe. Neuroblastoma cells take up the radioactive iodine.
They can check your blood, and they can look for other causes. The people at the desk can tell you more.`;

describe('R4 · speech from espeak-ng', () => {
  it('R3 · is spoken at 115 to 130 words a minute at normal speed', () => {
    const plan = createPlanner({ profile: english, lexicon: [] })([
      { id: 'p', runs: [{ text: passage.replaceAll('\n', ' ') }] },
    ]);
    const sentences = plan.passages.flatMap((one) => one.sentences);
    expect(sentences).toHaveLength(12);
    const ms = sentences.reduce((sum, { spoken }) => sum + finishSpeech(engine.synthesise(spoken.text)).durationMs, 0);
    const wordsAMinute = wordSpans(passage).length / (ms / 60_000);
    expect(wordsAMinute).toBeGreaterThanOrEqual(115);
    expect(wordsAMinute).toBeLessThanOrEqual(130);
  });

  it('is the same for the same text, whatever was said before', () => {
    const first = engine.synthesise('Some causes are easy to treat.');
    engine.synthesise('Something else, with some more noise in it.');
    expect(engine.synthesise('Some causes are easy to treat.')).toEqual(first);
  });

  it('R6 · takes phonemes from the lexicon and keeps the word’s time', () => {
    const text = "The [[,Em,aIb,i:dZ'i:]] scan";
    expect(engine.synthesise(text).events.map(({ position }) => text.slice(position).split(/\W/)[0])).toHaveLength(3);
  });

  it('R2 · gives a word its time where the sound of it begins', () => {
    // Silence between two words is digital zero in this engine: the second must begin at its end.
    const text = 'Stop. Go.';
    const { samples, events, durationMs } = finishSpeech(engine.synthesise(text));
    const shown = { text, shownAt: Array.from(text, (_, index) => index) };
    const second = timeWords(text, { start: 0, end: text.length }, shown, events, durationMs)[1]?.[2] ?? 0;
    let silence = 0;
    let onsetMs = 0;
    for (let index = 2000; index < samples.length && onsetMs === 0; index += 1) {
      const isSilent = Math.abs(samples[index] ?? 0) < 0.002;
      if (!isSilent && silence > 2200) onsetMs = (index * 1000) / 22_050;
      silence = isSilent ? silence + 1 : 0;
    }
    expect(onsetMs).toBeGreaterThan(0);
    expect(Math.abs(second - onsetMs)).toBeLessThanOrEqual(100);
  });

  it('is refused in a voice the engine lacks, instead of spoken in another', async () => {
    await expect(createEspeak({ ...settings, voice: 'en-gb' })).rejects.toBeInstanceOf(NarrationError);
    await expect(renderWithEspeak([clipJob('Hello', { ...settings, voice: 'xx' })], () => undefined)).rejects.toThrow(
      '“xx”',
    );
  });

  it('C10 · has the voices that the languages of the content name', async () => {
    const profiles = globSync('*/language.yaml', { cwd: inRoot('content') });
    expect(profiles.length).toBeGreaterThanOrEqual(3);
    for (const profile of profiles) {
      const { voice } = parse(readFileSync(inRoot('content', profile), 'utf8')) as LanguageProfile;
      const other = await createEspeak({ ...settings, voice: voice.name });
      expect(other.synthesise('1').samples.length).toBeGreaterThan(0);
    }
  });

  it('is the same from two workers as from one thread', async () => {
    const jobs = Array.from({ length: 44 }, (_, index) => clipJob(`Number ${String(index)}.`, settings));
    const fromWorkers = new Map<string, Uint8Array>();
    const fromHere = new Map<string, Uint8Array>();
    await renderWithEspeak(jobs, ({ key, ogg }) => fromWorkers.set(key, ogg));
    await renderWithEspeak(jobs.slice(0, 5), ({ key, ogg }) => fromHere.set(key, ogg));
    expect(fromWorkers.size).toBe(44);
    for (const [key, ogg] of fromHere)
      expect(Buffer.from(fromWorkers.get(key) ?? []).equals(Buffer.from(ogg))).toBe(true);
  });

  it('fails as a whole when a worker cannot speak', async () => {
    const jobs = Array.from({ length: 44 }, (_, index) => clipJob(String(index), { ...settings, voice: 'xx' }));
    await expect(renderWithEspeak(jobs, () => undefined)).rejects.toThrow('“xx”');
  });
});
