/** Content with recordings in a folder of its own, built and checked as editors do it. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect } from 'vitest';
import { narrationSchema, type SpokenSentence } from '../../../../../content/format/index.ts';
import { buildBundle, type BuildReport, type BuildStage } from '../../../../../build/content-compiler/build-bundle.ts';
import { checkRecorded } from '../../../../../build/content-compiler/check-recorded.ts';
import { bundleIsCurrent } from '../../../../../build/content-compiler/is-current.ts';
import type { RenderClips } from '../../../../../build/content-compiler/narrate/render.ts';
import type { Synthesiser } from '../../../../../build/content-compiler/narrate/synthesiser.ts';
import { ContentError, type Problem } from '../../../../../build/content-compiler/problem.ts';
import { openBundle } from '../../../../../electron/host/bundle/open-bundle.ts';
import { fixtureFiles, NOW, PAGE } from '../fixture.ts';
import { createReader, record } from './reader.ts';
import { wavOf } from './wav-file.ts';

/** The words of the passage that is recorded. */
export const said = [
  'Sometimes this does not go away with rest alone.',
  'Your child’s consultant, the senior doctor, is the best person to ask.',
];
/** Words of other passages. */
export const somethingElse = ['In short', 'Feeling tired after treatment'];
const PASSAGE = 'chemo.2';
/** Where its recording lies. */
export const RECORDING = `en/recordings/pages/tired-after-treatment/${PASSAGE}.wav`;

let folder = '';
let voice: Synthesiser | undefined;

/** The voice that reads into recordings. */
export const reader = (): Synthesiser => {
  if (!voice) throw new Error('the reader is not loaded yet');
  return voice;
};

/** Clips without a voice: only recordings are to sound here. */
const renderClips: RenderClips = (jobs, onClip) => {
  for (const { key, text } of jobs) {
    onClip({ key, facts: { durationMs: 100, events: [] }, ogg: new TextEncoder().encode(`OggS ${text}`) });
  }
  return Promise.resolve();
};

/** A path in the folder. */
export const at = (...names: string[]) => join(folder, ...names);
/** Writes a file of the content. */
export const put = async (path: string, bytes: Uint8Array | string): Promise<void> => {
  await mkdir(dirname(at('content', path)), { recursive: true });
  await writeFile(at('content', path), bytes);
};
/** A WAV file in which the reader says these. */
export const wavSaying = (texts: readonly string[], noise?: number): Uint8Array => {
  const { samples } = record(
    texts.map((text) => reader().synthesise(text)),
    noise === undefined ? {} : { noise },
  );
  return wavOf(samples);
};
/** The file beside a recording that holds its words. */
export const wordsFileOf = (path: string): string => path.replace(/\.wav$/i, '.txt');
/** Puts a recording there, with the words that were read beside it; `saying` is what is truly heard. */
export const putRecording = async (
  path: string,
  words: readonly string[],
  { saying = words, noise }: { readonly saying?: readonly string[]; readonly noise?: number } = {},
): Promise<void> => {
  await put(path, wavSaying(saying, noise));
  await put(wordsFileOf(path), `${words.join(' ')}\n`);
};
interface Built {
  readonly report: BuildReport;
  /** How many pages a stage had to work on. */
  readonly worked: (stage: BuildStage) => number;
}

/** Builds; `name` is the folder of bundle and cache. */
export const build = async (name = 'out'): Promise<Built> => {
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
/** Checks as `content check` does. */
export const check = () => checkRecorded({ contentDir: at('content'), cacheDir: at('out', 'cache'), now: NOW });
/** Whether a start would build nothing. */
export const isCurrent = () => bundleIsCurrent({ contentDir: at('content'), outDir: at('out', 'bundle') });

/** A file of the bundle, read as a kiosk reads it: checked against the hashes that the manifest vouches for. */
export const bytesOf = async (path: string): Promise<Buffer> => {
  const bytes = await (await openBundle(at('out', 'bundle'))).read(path);
  if (!bytes) throw new Error(`the bundle has no ${path}`);
  return bytes;
};
/** What is heard of a passage. */
export const spoken = async (document: string, passage: string): Promise<readonly SpokenSentence[]> => {
  const narration: unknown = JSON.parse((await bytesOf(`en-gb/narration/${document}.json`)).toString('utf8'));
  return narrationSchema.parse(narration).passages[passage] ?? [];
};
/** What is heard of the passage that is recorded. */
export const tired = () => spoken('pages/tired-after-treatment', PASSAGE);
/** What is told of recordings, by level, code, words and mend. */
export const own = (problems: readonly Problem[]) =>
  problems
    .filter(({ place }) => place.file.includes('/recordings/'))
    .map(({ level, code, what, mend }) => `${level} ${code}: ${what} · ${mend}`);
/** Why a build is refused; nothing when it is not. */
export const refusal = (): Promise<readonly Problem[]> =>
  build().then(
    () => [],
    (error: unknown) => {
      if (error instanceof ContentError) return error.problems;
      throw error;
    },
  );

/** To be called once in a file of tests: each test then has a folder of its own. */
export const useRecordedContent = (): void => {
  beforeAll(async () => {
    voice = await createReader();
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
};
