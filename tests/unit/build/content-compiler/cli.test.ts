import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuildProgress, lineProgress } from '../../../../build/content-compiler/progress.ts';
import { fixtureFiles, PAGE } from './fixture.ts';

const cli = join(import.meta.dirname, '../../../../build/content-compiler/cli.ts');
let folder = '';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { cwd: folder, env: { ...process.env, ...env } },
      (_, stdout, stderr) => {
        resolve({ code: child.exitCode ?? -1, stdout, stderr });
      },
    );
  });
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-cli-'));
  for (const root of ['content', 'broken']) {
    for (const [path, text] of fixtureFiles().texts) {
      await mkdir(dirname(join(folder, root, path)), { recursive: true });
      const written = root === 'broken' && path === PAGE ? text.replace('Rest when', 'Rest <b>when') : text;
      await writeFile(join(folder, root, path), written);
    }
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('E1 · npm run content', () => {
  it.each([
    ['without a command', []],
    ['with a command nobody knows', ['chekc']],
    ['with an option nobody knows', ['check', '--jsn']],
    ['with a word too many', ['check', 'content']],
    ['with a folder that is not there', ['check', '--content', 'nowhere']],
    ['with an option that lacks its folder', ['build', '--out']],
  ])('ends with 2 %s, and says something about it', async (_, args) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr.trim()).not.toBe('');
  });

  it('names a time that is none', async () => {
    const { code, stderr } = await run(['check'], { SOURCE_DATE_EPOCH: 'yesterday' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('SOURCE_DATE_EPOCH')]);
  });

  it.each([['check'], ['build']])('%s --help ends with 0 and gives examples', async (command) => {
    const { code, stdout } = await run([command, '--help']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Examples:')]);
  });

  it('check ends with 0 on content without errors', async () => {
    const { code, stdout } = await run(['check'], { SOURCE_DATE_EPOCH: '1767268800' });
    expect(stdout).toContain('0 errors, 0 warnings');
    expect(code).toBe(0);
  });

  it('E2 · check ends with 1 on an error and names file, line and column', async () => {
    const { code, stdout } = await run(['check', '--content', 'broken']);
    expect(stdout).toMatch(/^broken\/en\/pages\/tired-after-treatment\.md:\d+:6 {2}error {2}raw-html {2}/m);
    expect(code).toBe(1);
  });

  it('check --json prints an array of flat problems and nothing else', async () => {
    const { stdout } = await run(['check', '--content', 'broken', '--json']);
    const problems = JSON.parse(stdout) as Record<string, unknown>[];
    const error = problems.find(({ level }) => level === 'error');
    expect(Object.keys(error ?? {}).sort()).toEqual(['code', 'column', 'file', 'level', 'line', 'mend', 'what', 'why']);
  });

  it('build refuses content with errors and writes nothing', async () => {
    const { code, stderr } = await run(['build', '--content', 'broken', '--out', 'out/broken']);
    expect([code, stderr]).toEqual([1, expect.stringContaining('1 error')]);
    await expect(readFile(join(folder, 'out/broken/manifest.json'))).rejects.toThrow('ENOENT');
  });

  it('R4 · build speaks the fixture with the real voice, and is quiet when asked', async () => {
    const args = ['build', '--out', 'out/bundle', '--cache', 'out/cache'];
    const first = await run(args, { SOURCE_DATE_EPOCH: '1767268800' });
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('built out/bundle: version 1');
    // What is for the record is counted here, and told by check.
    expect(first.stdout).toMatch(/^0 errors, 0 warnings, 2 notes\n/);
    expect(first.stderr).toMatch(/Narration: \d+ of \d+ sentences/);
    const manifest = JSON.parse(await readFile(join(folder, 'out/bundle/manifest.json'), 'utf8')) as {
      builtAt: string;
    };
    expect(manifest.builtAt).toBe('2026-01-01T12:00:00.000Z');
    expect(await run([...args, '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('build says which file it cannot write', async () => {
    const { code, stderr } = await run([
      'build',
      '--quiet',
      '--cache',
      'out/cache',
      '--out',
      'content/en/topics.yaml/bundle',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^E[A-Z]+: .*topics\.yaml.*--out/);
  });
});

describe('progress in a log', () => {
  const work = { name: 'Narration', units: 'sentences' };

  it('is a line for every ten per cent, and none when there is nothing to do', () => {
    const lines: string[] = [];
    const progress = lineProgress((line) => lines.push(line), work);
    for (let done = 0; done <= 200; done += 1) progress.update({ done, total: 200 });
    expect(lines).toHaveLength(10);
    const none: string[] = [];
    lineProgress((line) => none.push(line), work).update({ done: 200, total: 200 });
    expect(none).toEqual([]);
  });

  it('E1 · tells a build stage by stage, each by its name', () => {
    const lines: string[] = [];
    const progress = createBuildProgress((stage) => lineProgress((line) => lines.push(line), stage));
    progress.update({ stage: 'pages', done: 0, total: 2 });
    progress.update({ stage: 'pages', done: 2, total: 2 });
    progress.update({ stage: 'narration', done: 5, total: 5 });
    progress.update({ stage: 'documents', done: 0, total: 2 });
    progress.update({ stage: 'documents', done: 2, total: 2 });
    progress.stop();
    expect(lines).toEqual(['Pages: 2 of 2 pages read and checked\n', 'Documents: 2 of 2 pages\n']);
  });
});
