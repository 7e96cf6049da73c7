import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  bundlePathSchema,
  listingPath,
  listingSchema,
  manifestSchema,
  narrationSchema,
  pageSchema,
  type Manifest,
  type Narration,
} from '../../../../content/format/index.ts';
import { buildBundle, type BuildProgress } from '../../../../build/content-compiler/build-bundle.ts';
import { passagesOfPage } from '../../../../build/content-compiler/compile/reading-order.ts';
import { bundleIsCurrent } from '../../../../build/content-compiler/is-current.ts';
import type { RenderClips } from '../../../../build/content-compiler/narrate/render.ts';
import { ContentError } from '../../../../build/content-compiler/problem.ts';
import { fixtureFiles, NOW, PAGE } from './fixture.ts';

let folder = '';
let rendered: string[] = [];

/** Clips without a voice: quick, and the same for the same text. */
const renderClips: RenderClips = (jobs, onClip) => {
  for (const { key, text } of jobs) {
    rendered.push(text);
    const facts = { durationMs: 100 + text.length, events: [{ position: 0, length: 1, atMs: 5 }] };
    onClip({ key, facts, ogg: new TextEncoder().encode(`OggS ${text}`) });
  }
  return Promise.resolve();
};

const at = (...names: string[]) => join(folder, ...names);
const build = (now = NOW, onProgress?: (progress: BuildProgress) => void) =>
  buildBundle({
    ...{ contentDir: at('content'), outDir: at('out', 'bundle'), cacheDir: at('cache'), now, renderClips },
    ...(onProgress && { onProgress }),
  });
const isCurrent = () => bundleIsCurrent({ contentDir: at('content'), outDir: at('out', 'bundle') });
const json = async (path: string): Promise<unknown> => JSON.parse(await readFile(at('out', 'bundle', path), 'utf8'));
const manifest = async (): Promise<Manifest> => manifestSchema.parse(await json('manifest.json'));
/** All that the bundle lists, with hashes. */
const listedFiles = async (): Promise<Readonly<Record<string, string>>> => {
  const count = (await manifest()).listings.length;
  const paths = Array.from({ length: count }, (_, index) => listingPath(index, count));
  const listings = await Promise.all(paths.map(async (path) => listingSchema.parse(await json(path))));
  return Object.fromEntries(listings.flatMap(({ files }) => files.map(({ path, sha256 }) => [path, sha256])));
};
const edit = async (path: string, before: string, after: string) => {
  const text = await readFile(at('content', path), 'utf8');
  expect(text).toContain(before);
  await writeFile(at('content', path), text.replace(before, after));
};
async function fileHashes(): Promise<Record<string, string>> {
  const entries = await readdir(at('out', 'bundle'), { recursive: true, withFileTypes: true });
  const hashes: Record<string, string> = {};
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const hash = createHash('sha256').update(await readFile(path));
    hashes[path.slice(at('out', 'bundle').length + 1).replaceAll('\\', '/')] = hash.digest('hex');
  }
  return hashes;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-build-'));
  rendered = [];
  for (const [path, text] of fixtureFiles().texts) {
    await mkdir(dirname(at('content', path)), { recursive: true });
    await writeFile(at('content', path), text);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('B1 · a bundle', () => {
  it('lists each of its files with hash and size, and holds nothing else', async () => {
    await build();
    const files = await listedFiles();
    const { listings, files: totals } = await manifest();
    const vouched = Object.fromEntries(
      listings.map(({ sha256 }, index) => [listingPath(index, listings.length), sha256]),
    );
    const { 'manifest.json': own, ...hashes } = await fileHashes();
    expect(own).toBeDefined();
    expect(hashes).toEqual({ ...files, ...vouched });
    expect(totals.count).toBe(Object.keys(files).length);
    for (const path of Object.keys(files)) expect(bundlePathSchema.safeParse(path).success).toBe(true);
  });

  it('R4 · has narration for every passage of a page, in clips that are there', async () => {
    await build();
    const files = await listedFiles();
    const pathOf = (end: string) => Object.keys(files).find((path) => path.endsWith(end)) ?? end;
    const page = pageSchema.parse(await json(pathOf('/pages/tired-after-treatment.json').replace('/narration', '')));
    const narration = narrationSchema.parse(await json(pathOf('/narration/pages/tired-after-treatment.json')));
    expect(Object.keys(narration.passages)).toEqual(passagesOfPage(page).map(({ id }) => id));
    for (const passage of passagesOfPage(page)) {
      const text = passage.runs.map((run) => run.text).join('');
      const sentences = narration.passages[passage.id] ?? [];
      expect(sentences.map(({ start, end }) => text.slice(start, end)).join(' ')).toBe(text);
      for (const { clip } of sentences) expect(files).toHaveProperty([clip]);
    }
  });

  it('R7 · has narration for the interface: plain, in stretches, and numbers', async () => {
    await build();
    const files = await listedFiles();
    const path = Object.keys(files).find((one) => one.endsWith('/narration/messages.json')) ?? '';
    const { passages } = narrationSchema.parse(await json(path)) satisfies Narration;
    expect(passages['nav.home']).toHaveLength(1);
    expect(passages['card.minutes/0']).toHaveLength(1);
    expect(passages['card.minutes/3']).toHaveLength(1);
    expect(passages['page.partOf/1']).toHaveLength(1);
    expect(passages['number/100']).toHaveLength(1);
    expect(passages['number/101']).toBeUndefined();
    expect(rendered).toEqual(expect.arrayContaining(['About', 'minutes to read', '42']));
    expect(rendered.join('\n')).not.toContain('BLUD');
  });

  it('is the same from files with a byte order mark', async () => {
    await build();
    const before = await fileHashes();
    for (const [path, text] of fixtureFiles().texts) await writeFile(at('content', path), `\uFEFF${text}`);
    await build();
    expect(await fileHashes()).toEqual(before);
  });

  it('tells the first day a page is due, and its languages', async () => {
    await build();
    expect(await manifest()).toMatchObject({
      reviews: { earliestReview: '2027-05-16', pages: 3, withoutReviewer: 3 },
      languages: ['en-GB'],
      contentVersion: 1,
    });
  });
});

describe('E4 · building again', () => {
  it('renders nothing and rewrites nothing when nothing changed', async () => {
    await build();
    const before = await fileHashes();
    rendered = [];
    const report = await build(new Date('2026-02-01T00:00:00Z'));
    expect(report).toMatchObject({ changed: false, clips: { rendered: 0 } });
    expect(rendered).toEqual([]);
    expect(await fileHashes()).toEqual(before);
  });

  it('renders only the sentence that changed, and counts one version up', async () => {
    await build();
    rendered = [];
    await edit(PAGE, 'Rest when you can.', 'Sleep when you can.');
    const report = await build(new Date('2026-02-01T00:00:00Z'));
    expect(rendered).toEqual(['Sleep when you can.']);
    expect(report).toMatchObject({
      changed: true,
      manifest: { contentVersion: 2, builtAt: '2026-02-01T00:00:00.000Z' },
    });
  });

  it('gives the same bytes from nothing, on another day and another cache', async () => {
    await build();
    const { 'manifest.json': first, ...before } = await fileHashes();
    await rm(at('out'), { recursive: true });
    await rm(at('cache'), { recursive: true });
    await build();
    const { 'manifest.json': second, ...after } = await fileHashes();
    expect(after).toEqual(before);
    expect(second).toBe(first);
  });

  it.each([
    ['lost a file', (file: string) => rm(file)],
    ['has an altered byte', async (file: string) => writeFile(file, (await readFile(file)).fill(0x20, 0, 1))],
  ])('puts right a bundle that %s, without a new version', async (_, damage) => {
    await build();
    const before = await fileHashes();
    for (const path of Object.keys(await listedFiles()).slice(0, 3)) await damage(at('out', 'bundle', path));
    expect(await build()).toMatchObject({ changed: true, manifest: { contentVersion: 1 } });
    expect(await fileHashes()).toEqual(before);
  });

  it('counts on from a bundle of an earlier format', async () => {
    await build();
    const old = { formatVersion: 1, contentVersion: 41, builtAt: '2026-01-01T12:00:00Z', files: {} };
    await writeFile(at('out', 'bundle', 'manifest.json'), JSON.stringify(old));
    expect(await build()).toMatchObject({ changed: true, manifest: { contentVersion: 42 } });
  });

  it.each([
    ['books', 'clips', 'json'],
    ['sounds', 'sound', 'ogg'],
  ])('renders again what is damaged in the %s of the cache, and nothing else', async (_, part, ending) => {
    await build();
    const all = rendered.length;
    const files = await readdir(at('cache', part), { recursive: true });
    const [damaged = ''] = files.filter((name) => name.endsWith(ending)).sort();
    await rm(at('out'), { recursive: true });
    await writeFile(at('cache', part, damaged), 'damaged');
    rendered = [];
    const report = await build();
    expect(report.clips.rendered).toBe(rendered.length);
    expect(rendered.length).toBeGreaterThan(0);
    expect(rendered.length).toBeLessThan(all / 4);
    rendered = [];
    await build();
    expect(rendered).toEqual([]);
  });

  it('prunes clips that nobody used for a month, and keeps those in use', async () => {
    await build();
    await edit(PAGE, 'Rest when you can.', 'Sleep when you can.');
    const daysLater = (days: number) => new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000);
    expect((await build(daysLater(29))).clips.pruned).toBe(0);
    const sounds = (await readdir(at('cache', 'sound'), { recursive: true })).filter((name) => name.endsWith('.ogg'));
    const report = await build(daysLater(31));
    expect(report.clips.pruned).toBe(1);
    const left = (await readdir(at('cache', 'sound'), { recursive: true })).filter((name) => name.endsWith('.ogg'));
    expect(left.length).toBe(sounds.length - 1);
    rendered = [];
    await rm(at('out'), { recursive: true });
    await build(daysLater(32));
    expect(rendered).toEqual([]);
  });

  it('clears away the earlier form of the cache, and nothing else that lies in its folder', async () => {
    const earlier = 'a'.repeat(64);
    await mkdir(at('cache'), { recursive: true });
    for (const name of [`${earlier}.json`, `${earlier}.ogg`, 'notes.json']) await writeFile(at('cache', name), 'x');
    await build();
    expect((await readdir(at('cache'))).sort()).toEqual(['clips', 'notes.json', 'pages', 'sound']);
  });

  it('tells how far it is: pages, then narration, then documents, each up to all', async () => {
    const seen: BuildProgress[] = [];
    await build(NOW, (progress) => seen.push(progress));
    const stages = [...new Set(seen.map(({ stage }) => stage))];
    expect(stages).toEqual(['pages', 'narration', 'documents']);
    for (const name of stages) {
      const of = seen.filter(({ stage }) => stage === name);
      expect(of[0]?.done, name).toBe(0);
      expect(of.at(-1)?.done, name).toBe(of.at(-1)?.total);
    }
    expect(seen.map(({ stage }) => stages.indexOf(stage))).toEqual(
      seen.map(({ stage }) => stages.indexOf(stage)).toSorted(),
    );
  });
});

describe('a build that cannot be', () => {
  it('leaves the old bundle as it was when the content has errors', async () => {
    await build();
    const before = await fileHashes();
    await edit(PAGE, 'Rest when', 'Rest <b>when');
    await expect(build()).rejects.toBeInstanceOf(ContentError);
    expect(await fileHashes()).toEqual(before);
  });

  it('leaves the old bundle as it was when the voice fails, and keeps what was spoken', async () => {
    await build();
    const before = await fileHashes();
    await edit(PAGE, 'Rest when you can.', 'Sleep. Then wake.');
    const failing: RenderClips = (jobs, onClip) =>
      renderClips(jobs.slice(0, 1), onClip).then(() => {
        throw new Error('no voice');
      });
    const options = { contentDir: at('content'), outDir: at('out', 'bundle'), cacheDir: at('cache'), now: NOW };
    await expect(buildBundle({ ...options, renderClips: failing })).rejects.toThrow('no voice');
    expect(await fileHashes()).toEqual(before);
    rendered = [];
    await build();
    expect(rendered).toHaveLength(1);
  });

  it('takes back a bundle that a cut-off build had moved away', async () => {
    await build();
    const before = await fileHashes();
    await rename(at('out', 'bundle'), at('out', 'bundle.previous'));
    expect(await build()).toMatchObject({ changed: false });
    expect(await fileHashes()).toEqual(before);
  });
});

describe('the question whether a bundle is current', () => {
  it('is yes after a build, and no when there is none', async () => {
    expect(await isCurrent()).toBe(false);
    await build();
    expect(await isCurrent()).toBe(true);
  });

  it.each([
    ['a page', PAGE, 'Rest when', 'Sleep when'],
    ['a word of the interface', 'en/interface.yaml', 'nav.home: Home', 'nav.home: Start'],
    ['a drawing', 'media/chair.svg', 'x="10"', 'x="11"'],
    ['the lexicon', 'lexicon/en.yaml', 'keemo', 'kemo'],
  ])('is no after a change of %s', async (_, path, before, after) => {
    await build();
    await edit(path, before, after);
    expect(await isCurrent()).toBe(false);
    await build();
    expect(await isCurrent()).toBe(true);
  });

  it('B5 · is no when the bundle would not open, and does not depend on any other file', async () => {
    await build();
    const [lost = ''] = Object.keys(await listedFiles()).filter((path) => path.startsWith('audio/'));
    await rm(at('out', 'bundle', lost));
    expect(await isCurrent()).toBe(true);
    await rm(at('out', 'bundle', 'listings'), { recursive: true });
    expect(await isCurrent()).toBe(false);
  });

  it('is no when the manifest was changed by hand', async () => {
    await build();
    const changed = { ...(await manifest()), contentVersion: 7 };
    await writeFile(at('out', 'bundle', 'manifest.json'), JSON.stringify(changed));
    expect(await isCurrent()).toBe(false);
  });
});
