/** A hospital's own recordings on their way into a bundle: what is heard, what is lit, what is told, what is remembered. */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFile, rm, utimes } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import { finishSpeech } from '../../../../../build/content-compiler/narrate/audio.ts';
import { wordSpans } from '../../../../../build/content-compiler/narrate/sentences.ts';
import { NOW, PAGE } from '../fixture.ts';
import {
  at,
  build,
  bytesOf,
  check,
  isCurrent,
  own,
  put,
  putRecording,
  reader,
  RECORDING,
  refusal,
  said,
  somethingElse,
  spoken,
  tired,
  useRecordedContent,
  wordsFileOf,
} from './bench.ts';

useRecordedContent();

describe('R5 · a recording in the content folder', () => {
  test('is heard in the bundle in place of its passage, with each word timed', async () => {
    await putRecording(RECORDING, said);
    const { report } = await build();
    expect(report.recordings).toEqual({ used: 1, aligned: 1 });
    expect(own(report.problems)).toEqual([]);
    const text = said.join(' ');
    const sentences = await tired();
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(said);
    for (const [index, { start, end, clip, durationMs, words }] of sentences.entries()) {
      const sound = await bytesOf(clip);
      expect(sound.subarray(0, 4).toString('latin1')).toBe('OggS');
      expect(sound.length).toBeGreaterThan(5000);
      const real = finishSpeech(reader().synthesise(said[index] ?? '')).durationMs;
      expect(Math.abs(durationMs - real)).toBeLessThan(120);
      expect(words.map(([from, to]) => ({ start: from, end: to }))).toEqual(wordSpans(text, start, end));
      const times = words.map(([, , fromMs]) => fromMs);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(times).size).toBeGreaterThan(words.length / 2);
      expect(words.at(-1)?.[3]).toBe(durationMs);
    }
    const [synthetic] = await spoken('pages/tired-after-treatment', 'in-short.1');
    expect((await bytesOf(synthetic?.clip ?? '')).toString('utf8')).toContain('Many people feel tired');
  });

  test('is taken up for Easy Read, and for what is no page', async () => {
    const meaning = await (async () => {
      await build();
      const glossary: unknown = JSON.parse((await bytesOf('en-gb/glossary.json')).toString('utf8'));
      return (glossary as { terms: { meaning: { id: string; runs: { text: string }[] } }[] }).terms[0]?.meaning;
    })();
    const text = meaning?.runs.map((run) => run.text).join('') ?? '';
    const id = meaning?.id ?? '';
    await putRecording(`en/recordings/glossary/${id}.wav`, [text]);
    await putRecording('en/recordings/easy/tired-after-treatment/in-short.2.WAV', ['Your nurse can help.']);
    const before = (await spoken('glossary', id)).map(({ clip }) => clip);
    const { report } = await build();
    expect(own(report.problems)).toEqual([]);
    expect(report.recordings).toEqual({ used: 2, aligned: 2 });
    const after = await spoken('glossary', id);
    expect(after.map(({ clip }) => clip)).not.toEqual(before);
    for (const { clip, words } of [...after, ...(await spoken('easy/tired-after-treatment', 'in-short.2'))]) {
      expect((await bytesOf(clip)).length).toBeGreaterThan(5000);
      expect(words.length).toBeGreaterThan(2);
    }
  });

  test('in a loud room lights only its sentences, and says so', async () => {
    await putRecording(RECORDING, said, { noise: 0.05 });
    const { report } = await build();
    expect((await tired()).map(({ start, end, words }) => [said.join(' ').slice(start, end), words])).toEqual([
      [said[0], []],
      [said[1], []],
    ]);
    expect(own(report.problems)).toEqual([
      expect.stringMatching(/^warning poor-recording: .*quality 0\.2\d.*only sentences are lit · listen/),
    ]);
  });

  test('of another text is read as one, and is warned of as another text', async () => {
    await putRecording(RECORDING, said, { saying: somethingElse });
    const { report } = await build();
    expect((await tired()).map(({ start, end, words }) => [start, end, words])).toEqual([
      [0, said.join(' ').length, []],
    ]);
    const [problem] = report.problems.filter(({ code }) => code === 'recording-mismatch');
    expect(problem).toMatchObject({ level: 'warning', place: { file: expect.stringContaining(RECORDING) as string } });
    expect(problem?.why).toContain('another text');
  });
});

const hasFlite = spawnSync('flite', ['-lv']).status === 0;

describe.skipIf(!hasFlite)(
  hasFlite ? 'R5 · flite, an engine of another kind, as the reader' : 'R5 · skipped: flite is not installed',
  () => {
    const read = (voice: string, text: string): void => {
      execFileSync('flite', ['-voice', voice, '-t', text, '-o', at('flite.wav')]);
    };

    test.each(['awb', 'kal16'])('%s, with each word timed', async (voice) => {
      read(voice, said.join(' '));
      await put(RECORDING, await readFile(at('flite.wav')));
      await put(wordsFileOf(RECORDING), said.join(' '));
      expect(own((await build()).report.problems)).toEqual([]);
      const words = (await tired()).flatMap((sentence) => sentence.words);
      expect(words).toHaveLength(said.join(' ').split(' ').length);
    });

    test('another text is told', async () => {
      read('awb', somethingElse.join('. '));
      await put(RECORDING, await readFile(at('flite.wav')));
      await put(wordsFileOf(RECORDING), said.join(' '));
      expect(own((await build()).report.problems)).toEqual([expect.stringContaining('recording-mismatch')]);
    });
  },
);

describe('E4, R5 · what was aligned is remembered', () => {
  beforeEach(async () => {
    await putRecording(RECORDING, said);
    await build();
  });

  test('nothing is aligned again when nothing was touched, and the bundle is current', async () => {
    expect(await isCurrent()).toBe(true);
    const { report, worked } = await build();
    expect(report.changed).toBe(false);
    expect(report.recordings).toEqual({ used: 1, aligned: 0 });
    expect([worked('pages'), worked('recordings'), worked('narration'), worked('documents')]).toEqual([0, 0, 0, 0]);
  });

  test('a file that was only touched is the same recording', async () => {
    await utimes(at('content', RECORDING), NOW, NOW);
    expect(await isCurrent()).toBe(true);
    expect((await build()).report.recordings.aligned).toBe(0);
  });

  test('another recording makes that page anew, and no other', async () => {
    const before = (await tired()).map(({ clip }) => clip);
    await putRecording(RECORDING, said, { noise: 0.002 });
    expect(await isCurrent()).toBe(false);
    const { report, worked } = await build();
    expect(report.recordings).toEqual({ used: 1, aligned: 1 });
    expect([worked('pages'), worked('recordings'), worked('documents')]).toEqual([1, 1, 1]);
    expect((await tired()).map(({ clip }) => clip)).not.toEqual(before);
  });

  test('its words in other lines are the same words: that page alone is looked at again, and nothing is aligned', async () => {
    await put(wordsFileOf(RECORDING), `${said.join(' \r\n\r\n')}\t\n`);
    expect(await isCurrent()).toBe(false);
    const { report, worked } = await build();
    expect(report.recordings).toEqual({ used: 1, aligned: 0 });
    expect(own(report.problems)).toEqual([]);
    expect([worked('pages'), worked('recordings'), worked('documents')]).toEqual([1, 0, 1]);
  });

  test('other words stop the build, until they are put right: that page alone is looked at', async () => {
    await put(wordsFileOf(RECORDING), said.join(' ').replace('rest', 'sleep'));
    expect(await isCurrent()).toBe(false);
    const problems = await refusal();
    expect(own(problems)).toEqual([expect.stringMatching(/^error recording-outdated: .*“sleep” .*“rest”/)]);
    expect(await refusal()).toEqual(problems);
    await put(wordsFileOf(RECORDING), said.join(' '));
    const { report, worked } = await build();
    expect(own(report.problems)).toEqual([]);
    expect([worked('pages'), worked('recordings')]).toEqual([1, 0]);
  });

  test('without the recording, the voice reads the passage again', async () => {
    await rm(at('content', RECORDING));
    await rm(at('content', wordsFileOf(RECORDING)));
    expect(await isCurrent()).toBe(false);
    const { report, worked } = await build();
    expect(report.recordings).toEqual({ used: 0, aligned: 0 });
    expect([worked('pages'), worked('documents')]).toEqual([1, 1]);
    const [first] = await tired();
    expect((await bytesOf(first?.clip ?? '')).toString('utf8')).toContain(said[0]);
  });

  test('another text in the passage aligns it anew', async () => {
    const page = await readFile(at('content', PAGE), 'utf8');
    await put(PAGE, page.replace('rest alone', 'sleep alone'));
    await put(wordsFileOf(RECORDING), said.join(' ').replace('rest alone', 'sleep alone'));
    expect((await build()).report.recordings.aligned).toBe(1);
  });

  test('when the bundle is gone it comes from the cache, and when the cache is gone it is the same again', async () => {
    const before = await readFile(at('out', 'bundle', 'en-gb/narration/pages/tired-after-treatment.json'));
    await rm(at('out', 'bundle'), { recursive: true });
    expect((await build()).report.recordings.aligned).toBe(0);
    await rm(at('out', 'cache'), { recursive: true });
    const { report } = await build();
    expect([report.recordings.aligned, report.changed]).toEqual([1, false]);
    expect(await readFile(at('out', 'bundle', 'en-gb/narration/pages/tired-after-treatment.json'))).toEqual(before);
  });

  test('what check aligned, build need not', async () => {
    await putRecording(RECORDING, said, { noise: 0.002 });
    expect((await check()).recordings).toEqual([
      { file: expect.stringContaining(RECORDING) as string, quality: expect.any(Number) as number, timedBy: 'words' },
    ]);
    expect((await build()).report.recordings).toEqual({ used: 1, aligned: 0 });
  });
});
