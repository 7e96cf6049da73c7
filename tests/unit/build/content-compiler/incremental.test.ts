/**
 * What a build remembers of earlier ones saves time and changes nothing: after any change the bundle is, byte for
 * byte, the one that is built from nothing, and the problems are the same.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildBundle, type BuildReport, type BuildStage } from '../../../../build/content-compiler/build-bundle.ts';
import type { RenderClips } from '../../../../build/content-compiler/narrate/render.ts';
import { ContentError } from '../../../../build/content-compiler/problem.ts';
import { fixtureFiles, NOW, PAGE } from './fixture.ts';

const REST = 'en/pages/when-to-rest.md';
const EASY = 'en/easy/tired-after-treatment.md';
let folder = '';

/** Clips whose words take `pace` milliseconds a letter. */
const voice =
  (pace: number): RenderClips =>
  (jobs, onClip) => {
    for (const { key, text } of jobs) {
      const facts = { durationMs: 100 + pace * text.length, events: [{ position: 0, length: 1, atMs: pace }] };
      onClip({ key, facts, ogg: new TextEncoder().encode(`OggS ${String(pace)} ${text}`) });
    }
    return Promise.resolve();
  };

interface Built {
  readonly report: BuildReport;
  /** How many pages a stage had to work on. */
  readonly worked: (stage: BuildStage) => number;
}

const at = (...names: string[]) => join(folder, ...names);
const build = async (name: string, renderClips = voice(1)): Promise<Built> => {
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

/** Every file of a bundle but its manifest, which counts and dates. The listings tell hash and size of all. */
const filesOf = async (name: string): Promise<Readonly<Record<string, string>>> => {
  const entries = await readdir(at(name, 'bundle'), { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== 'manifest.json')
    .map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(paths.map(async (path) => [path, await readFile(path, 'latin1')] as const));
  return Object.fromEntries(texts.map(([path, text]) => [path.slice(at(name, 'bundle').length), text]));
};

const change = async (path: string, before: string, after: string): Promise<void> => {
  const text = await readFile(at('content', path), 'utf8');
  expect(text).toContain(before);
  await writeFile(at('content', path), text.replaceAll(before, after));
};

/** Builds on what is remembered and from nothing, and expects one and the same. */
const buildBothWays = async (): Promise<Built> => {
  const warm = await build('warm');
  await rm(at('cold'), { recursive: true, force: true });
  const cold = await build('cold');
  expect(await filesOf('warm')).toEqual(await filesOf('cold'));
  expect(warm.report.problems).toEqual(cold.report.problems);
  expect(warm.report.audioMs).toBe(cold.report.audioMs);
  expect(warm.report.clips.total).toBe(cold.report.clips.total);
  return warm;
};

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-incremental-'));
  for (const [path, text] of fixtureFiles().texts) {
    await mkdir(dirname(at('content', path)), { recursive: true });
    await writeFile(at('content', path), text);
  }
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A change, and how many of the three pages are studied and placed again for it. */
interface Change {
  readonly of: string;
  readonly make: () => Promise<unknown>;
  readonly studied: number;
  readonly placed: number;
}

const changes: readonly Change[] = [
  { of: 'nothing', make: () => Promise.resolve(), studied: 0, placed: 0 },
  {
    of: 'the words of a page',
    make: () => change(PAGE, 'Rest when you can.', 'Sleep when you can.'),
    studied: 1,
    placed: 1,
  },
  {
    of: 'a page’s title, which its Easy Read version does not have, and which is on a related card',
    make: () => change(PAGE, 'Feeling tired after treatment', 'Being tired after treatment'),
    studied: 2,
    placed: 3,
  },
  {
    of: 'the form of a glossary word',
    make: () => change('en/glossary.yaml', 'forms: [chemo]', 'forms: [chemo, nurse]'),
    studied: 3,
    placed: 3,
  },
  {
    of: 'a helpline’s number',
    make: () => change('en/helplines.yaml', '0808 800 0000', '0808 800 0001'),
    studied: 3,
    placed: 3,
  },
  {
    of: 'the lexicon',
    make: () => change('lexicon/en.yaml', 'keemo therapy', 'kemo therapy'),
    studied: 3,
    placed: 3,
  },
  {
    of: 'a word the compiler writes into pages',
    make: () => change('en/interface.yaml', 'compiled.references: ', 'compiled.references: All '),
    studied: 3,
    placed: 3,
  },
  {
    of: 'the site’s policy',
    make: () => writeFile(at('content', 'policy.yaml'), 'levels:\n  missing-easy-read: warning\n'),
    studied: 3,
    placed: 3,
  },
  { of: 'a drawing', make: () => change('media/cell.svg', 'r="40"', 'r="41"'), studied: 1, placed: 1 },
  {
    of: 'a drawing’s name',
    make: async () => {
      await rename(at('content', 'media/cell.svg'), at('content', 'media/blood-cell.svg'));
      await change(PAGE, 'src=cell.svg', 'src=blood-cell.svg');
    },
    studied: 1,
    placed: 1,
  },
  {
    of: 'a drawing nobody shows',
    make: () => cp(at('content', 'media/cell.svg'), at('content', 'media/spare.svg')),
    studied: 0,
    placed: 0,
  },
  { of: 'a topic’s title', make: () => change('en/topics.yaml', 'Living with', 'Life with'), studied: 0, placed: 3 },
  {
    of: 'the pages a page is related to',
    make: () => change(REST, 'related: [tired-after-treatment]\n', ''),
    studied: 1,
    placed: 1,
  },
  {
    of: 'the review of a page, which its Easy Read version shares',
    make: () => change(PAGE, 'nextReview: 2027-05-16', 'nextReview: 2025-06-16'),
    studied: 2,
    placed: 2,
  },
  { of: 'an Easy Read version, which goes', make: () => rm(at('content', EASY)), studied: 0, placed: 2 },
  {
    of: 'the pages there are',
    make: async () => {
      await cp(at('content', REST), at('content', 'en/pages/at-night.md'));
      await change('en/pages/at-night.md', 'id: when-to-rest', 'id: at-night');
      await change('en/topics.yaml', '[when-to-rest]', '[at-night, when-to-rest]');
    },
    studied: 1,
    placed: 2,
  },
];

describe('E4, B5 · a build on what is remembered is the build from nothing', () => {
  it.each(changes)('after a change of $of', async ({ make, studied, placed }) => {
    await build('warm');
    await make();
    const warm = await buildBothWays();
    expect(warm.worked('pages'), 'pages studied').toBe(studied);
    expect(warm.worked('documents'), 'pages placed').toBe(placed);
  });

  it('after one change upon the other, and back', async () => {
    await build('warm');
    const before = await filesOf('warm');
    await cp(at('content'), at('saved'), { recursive: true });
    await change(PAGE, 'Rest when you can.', 'Sleep when you can.');
    await buildBothWays();
    await change('en/glossary.yaml', 'forms: [chemo]', 'forms: [chemo, sleep]');
    await buildBothWays();
    await rm(at('content', EASY));
    await buildBothWays();
    await rm(at('content'), { recursive: true });
    await cp(at('saved'), at('content'), { recursive: true });
    await buildBothWays();
    expect(await filesOf('warm')).toEqual(before);
  });

  it('when the bundle is gone and the cache is there', async () => {
    await build('warm');
    await rm(at('warm', 'bundle'), { recursive: true });
    const warm = await buildBothWays();
    expect([warm.worked('pages'), warm.worked('narration'), warm.worked('documents')]).toEqual([0, 0, 3]);
  });

  it('when the cache is gone and the bundle is there', async () => {
    await build('warm');
    await rm(at('warm', 'cache'), { recursive: true });
    expect((await buildBothWays()).report.changed).toBe(false);
  });

  it.each([
    ['a remembered page', 'pages'],
    ['the books of clips', 'clips'],
    ['a sound', 'sound'],
  ])('when %s was damaged', async (_, part) => {
    await build('warm');
    const names = await readdir(at('warm', 'cache', part), { recursive: true });
    const [damaged = ''] = names.filter((name) => name.includes('.')).sort();
    await writeFile(at('warm', 'cache', part, damaged), '{}');
    await buildBothWays();
    await rm(at('warm', 'bundle'), { recursive: true });
    await buildBothWays();
  });

  it('R2 · when a clip was spoken anew and its words come at other times', async () => {
    await build('warm');
    await rm(at('warm', 'cache', 'clips'), { recursive: true });
    await rm(at('warm', 'bundle'), { recursive: true });
    await build('warm', voice(3));
    await build('cold', voice(3));
    expect(await filesOf('warm')).toEqual(await filesOf('cold'));
  });

  it('with another folder’s pages in the same cache', async () => {
    await build('warm');
    await cp(at('content'), at('other'), { recursive: true });
    await writeFile(
      at('other', PAGE),
      (await readFile(at('content', PAGE), 'utf8')).replace('Rest when', 'Sleep when'),
    );
    const other = { outDir: at('elsewhere', 'bundle'), cacheDir: at('warm', 'cache'), now: NOW };
    await buildBundle({ contentDir: at('other'), ...other, renderClips: voice(1) });
    await buildBothWays();
  });
});

describe('E2 · problems on what is remembered', () => {
  const problemsOf = async (name: string) =>
    build(name).then(
      ({ report }) => report.problems,
      (error: unknown) => (error instanceof ContentError ? error.problems : [error]),
    );

  it.each([
    ['a term that is gone', () => change('en/glossary.yaml', '- id: blood-count', '- id: blood')],
    ['a drawing that is gone', () => rm(at('content', 'media/cell.svg'))],
    ['a drawing that is refused', () => change('media/cell.svg', '<svg ', '<svg onload="x()" ')],
    ['a page that is gone, which another is related to', () => rm(at('content', PAGE))],
    ['a helpline that is gone', () => writeFile(at('content', 'en/helplines.yaml'), '[]\n')],
    ['a page of the same id', () => cp(at('content', REST), at('content', 'en/pages/again.md'))],
    ['a list that cannot be read', () => writeFile(at('content', 'en/glossary.yaml'), '- {')],
    ['an error on the page', () => change(PAGE, 'Rest when', 'Rest <b>when')],
  ])('%s is told as it is from nothing, and mended it builds again', async (_, spoil) => {
    await build('warm');
    const before = await filesOf('warm');
    await cp(at('content'), at('saved'), { recursive: true });
    await spoil();
    const problems = await problemsOf('warm');
    expect(problems).toEqual(await problemsOf('cold'));
    expect(problems.length).toBeGreaterThan(0);
    await rm(at('content'), { recursive: true });
    await cp(at('saved'), at('content'), { recursive: true });
    await build('warm');
    expect(await filesOf('warm')).toEqual(before);
  });

  it('a page remembered with warnings tells them again, at their places', async () => {
    await change(PAGE, 'Rest when you can.', 'You can’t always rest when you want to.');
    const { report } = await build('warm');
    const warm = await build('warm');
    expect(warm.worked('pages')).toBe(0);
    expect(warm.report.problems).toEqual(report.problems);
    expect(report.problems.map(({ code }) => code)).toContain('contraction');
  });
});
