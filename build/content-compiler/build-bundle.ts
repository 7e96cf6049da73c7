/** The whole way from a content folder to a bundle, and the cheap question whether that is needed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MANIFEST_FILE, type ListedFile, type Manifest } from '../../content/format/index.ts';
import { narrationDocuments, plannedNarrations, serialise, writtenDocuments } from './bundle-files.ts';
import { checkContent } from './check/check-content.ts';
import { documentsOf } from './compile/documents.ts';
import { compileLanguage } from './compile/language.ts';
import {
  compilerFingerprint,
  openClipCache,
  readBytes,
  readBytesIfPresent,
  readContent,
  readTextIfPresent,
  recoverBundle,
  writeWhole,
  type BundleSource,
  type ClipCache,
} from './disk.ts';
import { entryOf, reviewsOf } from './make-manifest.ts';
import { clipPath, type ClipFacts, type ClipJob } from './narrate/clip.ts';
import { espeakSettings } from './narrate/espeak.ts';
import { createPlanner, jobsOf } from './narrate/plan.ts';
import { renderWithEspeak, type RenderClips } from './narrate/render.ts';
import { ContentError, hasErrors, type Problem } from './problem.ts';
import type { ContentFiles } from './read/library.ts';
import { compileSearch } from './search/index.ts';
import { opens, writeBundle, type SignManifest } from './write-bundle.ts';

/** How far a build is: clips that are there, of those the bundle needs. */
export interface BuildProgress {
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
  const { contentDir, outDir, cacheDir, now } = options;
  await recoverBundle(outDir);
  const files = await readContent(contentDir);
  const { library, problems } = checkContent(files, now);
  if (hasErrors(problems)) throw new ContentError(problems);

  const languages = library.languages.map((source) => {
    const compiled = compileLanguage(source, library.drawings);
    const { language, pages, questions } = compiled;
    const documents = documentsOf(compiled);
    const plan = createPlanner(language, source.lexicon?.value ?? [], espeakSettings(language));
    const search = compileSearch(language, pages, source.glossary?.value ?? []);
    // The sheet of questions is reviewed like a page; no page has an empty id.
    const reviewed = [...pages, ...(questions ? [{ ...questions, id: '' }] : [])];
    return { language, reviewed, documents, search, planned: plannedNarrations(language, documents, plan) };
  });
  const planned = languages.flatMap((language) => language.planned);
  const jobs = jobsOf(planned.map(({ plan }) => plan));
  const cache = openClipCache(cacheDir, now);
  const { clips, rendered } = await gatherClips(jobs, cache, options);

  const documents = [
    ...languages.flatMap(({ language, documents: compiled, search }) =>
      writtenDocuments(language, [...compiled, ...search]),
    ),
    ...narrationDocuments(planned, clips),
  ];
  const sources = new Map<string, BundleSource>();
  const entries = new Map<string, ListedFile>();
  for (const { path, value } of documents) {
    const bytes = serialise(value);
    sources.set(path, { bytes });
    entries.set(path, entryOf(bytes));
  }
  for (const key of jobs.keys()) {
    const copyOf = cache.audioFile(key);
    sources.set(clipPath(key), { copyOf });
    entries.set(clipPath(key), entryOf(await readBytes(copyOf)));
  }
  const contents = {
    languages: languages.map(({ language }) => language),
    reviews: reviewsOf(languages.flatMap(({ reviewed }) => reviewed)),
    files: entries,
  };
  const { manifest, changed } = await writeBundle({ outDir, contents, sources, sign: options.sign, now });
  await writeWhole(fingerprintFile(outDir), await inputsFingerprint(files, outDir));
  return {
    changed,
    manifest,
    problems,
    clips: { total: jobs.size, rendered, pruned: await cache.prune(now) },
    audioMs: [...clips.values()].reduce((sum, { durationMs }) => sum + durationMs, 0),
    bytes: manifest.files.bytes,
  };
}

/**
 * Whether a bundle is there that opens, made from these very sources by this very compiler. Reads the
 * sources and what every visit begins with, never all files of the bundle: the kiosk checks those while it runs.
 */
export async function bundleIsCurrent({
  contentDir,
  outDir,
}: Pick<BuildOptions, 'contentDir' | 'outDir'>): Promise<boolean> {
  const fingerprint = await readTextIfPresent(fingerprintFile(outDir));
  if (fingerprint === undefined || !(await opens(outDir))) return false;
  return fingerprint === (await inputsFingerprint(await readContent(contentDir), outDir));
}

/** Beside the bundle, not in it: a bundle holds nothing that its manifest does not list. */
function fingerprintFile(outDir: string): string {
  return `${outDir}.inputs`;
}

/** A SHA-256 over sources, compiler and the manifest they became, which vouches for every file. */
async function inputsFingerprint({ texts }: ContentFiles, outDir: string): Promise<string> {
  const hash = createHash('sha256').update(await compilerFingerprint());
  for (const [path, text] of texts) hash.update(`${path}\0${text}\0`);
  return hash.update((await readBytesIfPresent(join(outDir, MANIFEST_FILE))) ?? '').digest('hex');
}

async function gatherClips(
  jobs: ReadonlyMap<string, ClipJob>,
  cache: ClipCache,
  { onProgress, renderClips = renderWithEspeak }: BuildOptions,
): Promise<{ readonly clips: ReadonlyMap<string, ClipFacts>; readonly rendered: number }> {
  const clips = new Map<string, ClipFacts>();
  const missing: ClipJob[] = [];
  for (const job of jobs.values()) {
    const facts = await cache.find(job.key);
    if (facts) clips.set(job.key, facts);
    else missing.push(job);
  }
  onProgress?.({ done: clips.size, total: jobs.size });
  const stored: Promise<void>[] = [];
  try {
    await renderClips(missing, (clip) => {
      clips.set(clip.key, clip.facts);
      stored.push(cache.store(clip));
      onProgress?.({ done: clips.size, total: jobs.size });
    });
  } finally {
    // Also when rendering fails: what was rendered until then is kept for the next build.
    await Promise.all(stored);
  }
  return { clips, rendered: missing.length };
}
