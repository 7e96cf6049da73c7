/** The whole way from a content folder to a bundle. */
import type { Manifest } from '../../content/format/index.ts';
import {
  languagesDocument,
  narrationDocuments,
  searchDocuments,
  serialise,
  writtenDocuments,
  type BundleDocument,
} from './bundle-files.ts';
import { checkLibrary, readSources } from './check/check-content.ts';
import { compilerSeal, readContent, readRecording } from './disk.ts';
import { bundleThere } from './disk/bundle-there.ts';
import { openClipCache, type ClipCache } from './disk/clip-cache.ts';
import { beginBundle, recoverBundle, type NextBundle } from './disk/next-bundle.ts';
import { openPageMemory } from './disk/page-memory.ts';
import { openRecordingMemory } from './disk/recording-memory.ts';
import { isMadeFrom, rememberMadeFrom } from './is-current.ts';
import { reviewsOf } from './make-manifest.ts';
import { clipPath, type ClipFacts } from './narrate/clip.ts';
import { createClipFinder, gatherClips } from './narrate/gather-clips.ts';
import { jobsOf } from './narrate/plan.ts';
import { renderWithEspeak, type RenderClips } from './narrate/render.ts';
import { placePages } from './pages/place-pages.ts';
import { knownPages, studyPages } from './pages/study-pages.ts';
import { ContentError, hasErrors, type Problem } from './problem.ts';
import { recordLibrary } from './recorded-library.ts';
import { writeBundle, type SignManifest } from './write-bundle.ts';

/** What a build does, in this order: study pages, align recordings, speak, put the pages among the others. */
export type BuildStage = 'pages' | 'recordings' | 'narration' | 'documents';

/** How much of a stage is done, what an earlier build did included. */
export interface BuildProgress {
  readonly stage: BuildStage;
  readonly done: number;
  readonly total: number;
}

/** What to build from and to. `now` is the time written as `builtAt`, and decides what is overdue. */
export interface BuildOptions {
  readonly contentDir: string;
  readonly outDir: string;
  readonly cacheDir: string;
  readonly now: Date;
  readonly onProgress?: (progress: BuildProgress) => void;
  readonly sign?: SignManifest;
  /** Another engine than espeak-ng, for tests. */
  readonly renderClips?: RenderClips;
}

/** What a build did. `changed` is false when the bundle already held exactly this and was left alone. */
export interface BuildReport {
  readonly changed: boolean;
  readonly manifest: Manifest;
  readonly problems: readonly Problem[];
  readonly clips: { readonly total: number; readonly rendered: number; readonly pruned: number };
  /** How many passages are heard from a recording, and how many recordings were aligned now. */
  readonly recordings: { readonly used: number; readonly aligned: number };
  readonly audioMs: number;
  readonly bytes: number;
}

/**
 * Checks, compiles, narrates and writes a bundle. The old bundle stays whole until the new one takes its
 * place.
 *
 * @throws ContentError when the content has errors; nothing is written then.
 */
export async function buildBundle(options: BuildOptions): Promise<BuildReport> {
  const { contentDir, outDir, cacheDir, now, renderClips = renderWithEspeak } = options;
  const tell = (stage: BuildStage) => (done: number, total: number) => options.onProgress?.({ stage, done, total });
  recoverBundle(outDir);
  const files = await readContent(contentDir);
  // Somebody who builds what was built before wants it put right.
  const there = await bundleThere(outDir, (await isMadeFrom(files, outDir)) ? 'every-byte' : 'dates');
  const cache = openClipCache(cacheDir, now);
  const isClipThere = createClipFinder(cache, there);
  const compiler = await compilerSeal();
  const memory = openPageMemory(cacheDir, compiler);

  const sources = readSources(files);
  const onProgress = tell('pages');
  const studied = await studyPages(sources, { memory, compilerSeal: compiler, isClipThere, onProgress });
  memory.save();
  const checked = checkLibrary(sources, knownPages(studied), now);
  const recordingMemory = openRecordingMemory(cacheDir, now);
  const { languages, problems, recordings, taken } = await recordLibrary(sources, studied, checked, {
    memory: recordingMemory,
    cache,
    isClipThere,
    read: (path) => readRecording(contentDir, path),
    onProgress: tell('recordings'),
  });
  if (hasErrors(problems)) throw new ContentError(problems);

  const planned = languages.flatMap((language) => language.planned);
  const jobsAround = jobsOf(planned.map(({ plan }) => plan));
  const jobs = new Map([...studied.jobs, ...jobsAround]);
  const rendered = await gatherClips([...jobs.values()], {
    cache,
    isThere: isClipThere,
    render: renderClips,
    onProgress: tell('narration'),
    clock: () => performance.now(),
  });

  const next = beginBundle(outDir, there);
  const pages = languages.flatMap((language) => language.pages);
  await placePages(pages, next, {
    contexts: studied.contexts,
    cache,
    memory,
    outcomes: taken.outcomes,
    onProgress: tell('documents'),
  });
  memory.forgetOthers();
  memory.save();
  for (const { language, documents, search } of languages) {
    addDocuments(next, writtenDocuments(language, documents));
    addDocuments(next, searchDocuments(language, search));
  }
  addDocuments(next, [languagesDocument(checked.library)]);
  const recorded = [...taken.outcomes.values()].flatMap(({ clips }) => clips);
  const factsAround = factsOf([...jobsAround.keys(), ...recorded], cache);
  addDocuments(next, narrationDocuments(planned, factsAround, taken.outcomes));
  const keys = new Set([...jobs.keys(), ...recorded, ...studied.pages.flatMap((page) => page.studied.clips)]);
  for (const key of keys) addClip(next, key, cache);

  const about = {
    languages: languages.map(({ language }) => language),
    reviews: reviewsOf(languages.flatMap(({ reviewed }) => reviewed)),
  };
  const { manifest, changed } = await writeBundle({ outDir, there, next, about, sign: options.sign, now });
  await rememberMadeFrom(files, outDir);
  recordingMemory.prune();
  return {
    changed,
    manifest,
    problems,
    clips: { total: keys.size, rendered, pruned: cache.prune() },
    recordings: { used: recordings.length, aligned: taken.aligned },
    audioMs: [...keys].reduce((sum, key) => sum + (cache.find(key)?.durationMs ?? 0), 0),
    bytes: manifest.files.bytes,
  };
}

function factsOf(keys: Iterable<string>, cache: ClipCache): ReadonlyMap<string, ClipFacts> {
  const clips = new Map<string, ClipFacts>();
  for (const key of keys) {
    const facts = cache.facts(key);
    if (facts) clips.set(key, facts);
  }
  return clips;
}

function addDocuments(next: NextBundle, documents: Iterable<BundleDocument>): void {
  for (const { path, value, schema } of documents) next.add(path, serialise(value), () => schema?.parse(value));
}

/** @throws Error when the clip was not gathered, which is a mistake of the caller. */
function addClip(next: NextBundle, key: string, cache: ClipCache): void {
  const path = clipPath(key);
  const clip = cache.find(key);
  if (clip && next.keep(path, clip.file)) return;
  const sound = cache.sound(key);
  if (!sound) throw new Error(`the clip ${key} was lost while the bundle was built; build again`);
  next.add(path, sound);
}
