/** The whole way from a content folder to a bundle, and the cheap question whether that is needed. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { MANIFEST_FILE, type Manifest } from '../../content/format/index.ts';
import {
  narrationDocuments,
  plannedNarrations,
  searchDocuments,
  serialise,
  writtenDocuments,
  type BundleDocument,
} from './bundle-files.ts';
import { checkContent } from './check/check-content.ts';
import { documentsOf } from './compile/documents.ts';
import { compileLanguage } from './compile/language.ts';
import { compilerFingerprint, readBytesIfPresent, readContent, readTextIfPresent, writeWhole } from './disk.ts';
import { bundleThere } from './disk/bundle-there.ts';
import { openClipCache, type ClipCache } from './disk/clip-cache.ts';
import { beginBundle, recoverBundle, type NextBundle } from './disk/next-bundle.ts';
import { reviewsOf } from './make-manifest.ts';
import { clipPath, type ClipFacts } from './narrate/clip.ts';
import { espeakSettings } from './narrate/espeak.ts';
import { gatherClips } from './narrate/gather-clips.ts';
import { createPlanner, jobsOf } from './narrate/plan.ts';
import { renderWithEspeak, type RenderClips } from './narrate/render.ts';
import { ContentError, hasErrors, type Problem } from './problem.ts';
import type { ContentFiles } from './read/library.ts';
import { compileSearch } from './search/index.ts';
import { indexedPage } from './search/page-words.ts';
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
  const { contentDir, outDir, cacheDir, now, renderClips = renderWithEspeak } = options;
  recoverBundle(outDir);
  const files = await readContent(contentDir);
  const { library, problems } = checkContent(files, now);
  if (hasErrors(problems)) throw new ContentError(problems);

  const languages = library.languages.map((source) => {
    const compiled = compileLanguage(source, library.drawings);
    const { language, pages, questions } = compiled;
    const documents = documentsOf(compiled);
    const plan = createPlanner(language, source.lexicon?.value ?? [], espeakSettings(language));
    const indexed = pages.filter(({ version }) => version === 'full').map(indexedPage);
    const search = compileSearch(language, indexed, source.glossary?.value ?? []);
    // The sheet of questions is reviewed like a page; no page has an empty id.
    const reviewed = [...pages, ...(questions ? [{ ...questions, id: '' }] : [])];
    return { language, reviewed, documents, search, planned: plannedNarrations(language, documents, plan) };
  });
  const planned = languages.flatMap((language) => language.planned);
  const jobs = jobsOf(planned.map(({ plan }) => plan));
  // Somebody who builds what was built before wants it put right.
  const there = await bundleThere(outDir, (await isMadeFrom(files, outDir)) ? 'every-byte' : 'dates');
  const cache = openClipCache(cacheDir, now);
  const rendered = await gatherClips([...jobs.values()], cache, there, renderClips, (done, total) => {
    options.onProgress?.({ done, total });
  });
  const clips = new Map([...jobs.keys()].flatMap((key) => factsFrom(cache, key)));

  const next = beginBundle(outDir, there);
  for (const { language, documents, search } of languages) {
    addDocuments(next, writtenDocuments(language, documents));
    addDocuments(next, searchDocuments(language, search));
  }
  addDocuments(next, narrationDocuments(planned, clips));
  for (const key of jobs.keys()) addClip(next, key, cache);
  const about = {
    languages: languages.map(({ language }) => language),
    reviews: reviewsOf(languages.flatMap(({ reviewed }) => reviewed)),
  };
  const { manifest, changed } = await writeBundle({ outDir, there, next, about, sign: options.sign, now });
  await writeWhole(fingerprintFile(outDir), await inputsFingerprint(files, outDir));
  return {
    changed,
    manifest,
    problems,
    clips: { total: jobs.size, rendered, pruned: cache.prune() },
    audioMs: [...clips.values()].reduce((sum, { durationMs }) => sum + durationMs, 0),
    bytes: manifest.files.bytes,
  };
}

function factsFrom(cache: ClipCache, key: string): readonly (readonly [string, ClipFacts])[] {
  const facts = cache.facts(key);
  return facts ? [[key, facts]] : [];
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

/**
 * Whether a bundle is there that opens, made from these very sources by this very compiler. Reads the
 * sources and what every visit begins with, never all files of the bundle: the kiosk checks those while it runs.
 */
export async function bundleIsCurrent({
  contentDir,
  outDir,
}: Pick<BuildOptions, 'contentDir' | 'outDir'>): Promise<boolean> {
  return (await opens(outDir)) && isMadeFrom(await readContent(contentDir), outDir);
}

/** Whether the last build into a folder had these sources and this compiler, and left this manifest. */
async function isMadeFrom(files: ContentFiles, outDir: string): Promise<boolean> {
  const fingerprint = await readTextIfPresent(fingerprintFile(outDir));
  return fingerprint !== undefined && fingerprint === (await inputsFingerprint(files, outDir));
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
