/** A hospital's own recordings on their way into a bundle: what is heard, what is lit, what is told, what is remembered. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { narrationSchema, type SpokenSentence } from '../../../../../content/format/index.ts';
import { buildBundle, type BuildReport, type BuildStage } from '../../../../../build/content-compiler/build-bundle.ts';
import { checkRecorded } from '../../../../../build/content-compiler/check-recorded.ts';
import { bundleIsCurrent } from '../../../../../build/content-compiler/is-current.ts';
import { finishSpeech } from '../../../../../build/content-compiler/narrate/audio.ts';
import type { RenderClips } from '../../../../../build/content-compiler/narrate/render.ts';
import { wordSpans } from '../../../../../build/content-compiler/narrate/sentences.ts';
import type { Synthesiser } from '../../../../../build/content-compiler/narrate/synthesiser.ts';
import { ContentError, type Problem } from '../../../../../build/content-compiler/problem.ts';
import { openBundle } from '../../../../../electron/host/bundle/open-bundle.ts';
import { fixtureFiles, NOW, PAGE } from '../fixture.ts';
import { createReader, record } from './reader.ts';
import { wavOf } from './wav-file.ts';

// Engines load and speak here; a busy machine may take its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const said = [
  'Sometimes this does not go away with rest alone.',
  'Your child’s consultant, the senior doctor, is the best person to ask.',
];
const somethingElse = ['In short', 'Feeling tired after treatment'];
const PASSAGE = 'chemo.2';
const RECORDING = `en/recordings/pages/tired-after-treatment/${PASSAGE}.wav`;

let folder = '';
let reader: Synthesiser;

/** Clips without a voice: only recordings are to sound here. */
const renderClips: RenderClips = (jobs, onClip) => {
  for (const { key, text } of jobs) {
    onClip({ key, facts: { durationMs: 100, events: [] }, ogg: new TextEncoder().encode(`OggS ${text}`) });
  }
  return Promise.resolve();
};

const at = (...names: string[]) => join(folder, ...names);
const put = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(at('content', path)), { recursive: true });
  await writeFile(at('content', path), bytes);
};
const wavSaying = (texts: readonly string[], noise?: number): Uint8Array => {
  const { samples } = record(
    texts.map((text) => reader.synthesise(text)),
    noise === undefined ? {} : { noise },
  );
  return wavOf(samples);
};

interface Built {
  readonly report: BuildReport;
  /** How many pages a stage had to work on. */
  readonly worked: (stage: BuildStage) => number;
}

const build = async (name = 'out'): Promise<Built> => {
  const first = new Map<BuildStage, number>();
  const report = await buildBundle({
    contentDir: at('content'),
    outDir: at(name, 'bundle'),
    cacheDir: at(name, 'cache'),
    now: NOW,
    renderClips,
    onProgress: ({ stage, done, total }) => {
      if (!first.has(stage)) first.set(stage, total - done);
    },
  });
  return { report, worked: (stage) => first.get(stage) ?? 0 };
};
const check = () => checkRecorded({ contentDir: at('content'), cacheDir: at('out', 'cache'), now: NOW });
const isCurrent = () => bundleIsCurrent({ contentDir: at('content'), outDir: at('out', 'bundle') });

/** A file of the bundle, read as a kiosk reads it: checked against the hashes that the manifest vouches for. */
const bytesOf = async (path: string): Promise<Buffer> => {
  const bytes = await (await openBundle(at('out', 'bundle'))).read(path);
  if (!bytes) throw new Error(`the bundle has no ${path}`);
  return bytes;
};
const spoken = async (document: string, passage: string): Promise<readonly SpokenSentence[]> => {
  const narration: unknown = JSON.parse((await bytesOf(`en-gb/narration/${document}.json`)).toString('utf8'));
  return narrationSchema.parse(narration).passages[passage] ?? [];
};
const tired = () => spoken('pages/tired-after-treatment', PASSAGE);
const own = (problems: readonly Problem[]) =>
  problems
    .filter(({ place }) => place.file.includes('/recordings/'))
    .map(({ level, code, what, mend }) => `${level} ${code}: ${what} · ${mend}`);
const refusal = (): Promise<readonly Problem[]> =>
  build().then(
    () => [],
    (error: unknown) => {
      if (error instanceof ContentError) return error.problems;
      throw error;
    },
  );

beforeAll(async () => {
  reader = await createReader();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-recordings-'));
  for (const [path, text] of fixtureFiles().texts) {
    const written = 'Rest when you can. Ring Dr. Sample at 9am, e.g. on 16 May 2018.';
    if (path === PAGE) expect(text).toContain(written);
    await put(path, text.replace(written, said.join(' ')));
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('R5 · a recording in the content folder', () => {
  test('is heard in the bundle in place of its passage, with each word timed', async () => {
    await put(RECORDING, wavSaying(said));
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
      const real = finishSpeech(reader.synthesise(said[index] ?? '')).durationMs;
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
    await put(`en/recordings/glossary/${id}.wav`, wavSaying([text]));
    await put('en/recordings/easy/tired-after-treatment/in-short.2.WAV', wavSaying(['Your nurse can help.']));
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
    await put(RECORDING, wavSaying(said, 0.05));
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
    await put(RECORDING, wavSaying(somethingElse));
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
      expect(own((await build()).report.problems)).toEqual([]);
      const words = (await tired()).flatMap((sentence) => sentence.words);
      expect(words).toHaveLength(said.join(' ').split(' ').length);
    });

    test('another text is told', async () => {
      read('awb', somethingElse.join('. '));
      await put(RECORDING, await readFile(at('flite.wav')));
      expect(own((await build()).report.problems)).toEqual([expect.stringContaining('recording-mismatch')]);
    });
  },
);

describe('E4, R5 · what was aligned is remembered', () => {
  beforeEach(async () => {
    await put(RECORDING, wavSaying(said));
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
    await put(RECORDING, wavSaying(said, 0.002));
    expect(await isCurrent()).toBe(false);
    const { report, worked } = await build();
    expect(report.recordings).toEqual({ used: 1, aligned: 1 });
    expect([worked('pages'), worked('recordings'), worked('documents')]).toEqual([1, 1, 1]);
    expect((await tired()).map(({ clip }) => clip)).not.toEqual(before);
  });

  test('without the recording, the voice reads the passage again', async () => {
    await rm(at('content', RECORDING));
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
    await put(RECORDING, wavSaying(said, 0.002));
    expect((await check()).recordings).toEqual([
      { file: expect.stringContaining(RECORDING) as string, quality: expect.any(Number) as number, timedBy: 'words' },
    ]);
    expect((await build()).report.recordings).toEqual({ used: 1, aligned: 0 });
  });
});

describe('E2, R5 · mistakes with recordings', () => {
  const mistakes: readonly (readonly [string, string, () => Uint8Array | string, RegExp])[] = [
    [
      'of a page that is not there',
      'en/recordings/pages/tired-after-treatmnt/in-short.1.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: there is no “pages\/tired-after-treatmnt” .* did you mean recordings\/pages\/tired-after-treatment\//,
    ],
    [
      'of a passage that is not there',
      'en/recordings/pages/tired-after-treatment/in-shrt.1.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: .* no passage “in-shrt.1” · did you mean “in-short.1.wav”/,
    ],
    [
      'in no folder of a page',
      'en/recordings/hello.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: .* · put it into/,
    ],
    [
      'in a folder of no language',
      'fr/recordings/glossary/blood-count.term.wav',
      () => wavSaying(['Hello.']),
      /^error unknown-recording: .*“fr”, which is no language/,
    ],
    ['that is no WAV file', RECORDING, () => 'ID3 sound', /^error recording-unreadable: .*not a WAV file · save it as/],
    [
      'that is longer than a passage',
      RECORDING,
      () => wavOf(new Float32Array(8000 * 181), { sampleRate: 8000 }),
      /^error recording-unreadable: .*longer than 3 minutes · record one passage/,
    ],
  ];

  test.each(mistakes)('one %s stops a build; check tells the same', async (_, path, bytes, told) => {
    await put(path, bytes());
    const problems = await refusal();
    expect(own(problems)).toEqual([expect.stringMatching(told)]);
    expect((await check()).problems).toEqual(problems);
    await rm(at('content', path));
    expect((await build()).report.recordings.used).toBe(0);
  });

  test('one that is too large is not read', async () => {
    await put(RECORDING, '');
    await truncate(at('content', RECORDING), 111_000_000);
    expect(own(await refusal())).toEqual([expect.stringMatching(/^error file-size: .* · record one passage/)]);
  });

  test('one in another format is told', async () => {
    await put(RECORDING.replace('.wav', '.mp3'), 'ID3');
    const { report } = await build();
    expect(own(report.problems)).toEqual([expect.stringMatching(/^warning unknown-file: .* · save recordings as WAV/)]);
  });
});
