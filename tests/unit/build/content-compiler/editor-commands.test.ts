/** The commands with which editors look after content, through the real command line. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureFiles } from './fixture.ts';

const cli = join(import.meta.dirname, '../../../../build/content-compiler/cli.ts');
const root = join(import.meta.dirname, '../../../..');
let folder = '';

interface Outcome {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(...args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, SOURCE_DATE_EPOCH: '1767268800' };
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [cli, ...args], { cwd: folder, env }, (_, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}
const read = (path: string): Promise<string> => readFile(join(folder, path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-editors-'));
  for (const content of ['content', 'other', 'recorded']) {
    for (const [path, text] of fixtureFiles().texts) {
      await mkdir(dirname(join(folder, content, path)), { recursive: true });
      await writeFile(join(folder, content, path), text);
    }
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('E4 · every command of editors', () => {
  it.each(['report', 'new', 'new page', 'new easy', 'new term', 'new helpline', 'new recording', 'schemas'])(
    '%s explains itself with examples',
    async (command) => {
      const { code, stdout } = await run(...command.split(' '), '--help');
      expect([code, stdout]).toEqual([0, expect.stringContaining('Examples:')]);
    },
  );

  it.each([
    ['new without a kind', ['new']],
    ['new with a kind nobody knows', ['new', 'chapter', 'a']],
    ['new page without an id', ['new', 'page']],
    ['new recording without a passage', ['new', 'recording', 'pages/tired-after-treatment']],
    ['new recording of a page nobody knows', ['new', 'recording', 'pages/none', 'in-short.1']],
    ['new page with two ids', ['new', 'page', 'a', 'b']],
    ['new page with an id that is none', ['new', 'page', 'A page']],
    ['new page with an option nobody knows', ['new', 'page', 'a', '--titel', 'A']],
    ['new in a folder that is not there', ['new', 'page', 'a', '--content', 'nowhere']],
    ['report of a folder that is not there', ['report', '--content', 'nowhere']],
    ['report with a word too many', ['report', 'content']],
    ['schemas with a word too many', ['schemas', 'content']],
  ])('%s ends with 2, and says something about it', async (_, args) => {
    const { code, stdout, stderr } = await run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim()).not.toBe('');
  });
});

describe('E4 · content report', () => {
  it('writes one HTML file, and says how things stand', async () => {
    const { code, stdout } = await run('report', '--out', 'a/report.html');
    expect([code, stdout]).toEqual([0, 'wrote a/report.html: 0 reviews overdue, 0 errors, 0 warnings\n']);
    expect(await read('a/report.html')).toMatch(/^<!doctype html>[\s\S]*1 January 2026[\s\S]*<\/html>\s*$/);
  });

  it('prints the same as JSON, and then writes no file', async () => {
    const { code, stdout } = await run('report', '--json', '--out', 'b/report.html');
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ date: '2026-01-01', languages: ['en'], counts: { errors: 0 } });
    await expect(read('b/report.html')).rejects.toThrow('ENOENT');
  });

  it('says which file it cannot write', async () => {
    const { code, stderr } = await run('report', '--out', 'content/en/topics.yaml/report.html');
    expect([code, stderr]).toEqual([1, expect.stringContaining('topics.yaml')]);
  });
});

describe('E4 · content new', () => {
  it('begins a page under a topic, tells what it wrote, and does so only once', async () => {
    const args = ['new', 'page', 'sleep', '--title', 'Sleep: why', '--topic', 'nights'];
    const first = await run(...args);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('created content/en/pages/sleep.md\nchanged content/en/topics.yaml\n');
    expect(await read('content/en/pages/sleep.md')).toContain("title: 'Sleep: why'");
    expect(await read('content/en/topics.yaml')).toContain('pages: [when-to-rest, sleep]');
    await writeFile(join(folder, 'content/en/pages/sleep.md'), 'mine');
    const again = await run(...args);
    expect([again.code, again.stdout, again.stderr]).toEqual([2, '', expect.stringContaining('is there already')]);
    expect(await read('content/en/pages/sleep.md')).toBe('mine');
  });

  it('writes the words of a passage to be recorded, and tells where the recording goes; check then asks for it', async () => {
    const recorded = 'en/recordings/pages/tired-after-treatment/in-short.1';
    const args = ['recording', 'pages/tired-after-treatment', 'in-short.1', '--content', 'recorded'];
    const first = await run('new', ...args);
    expect(first).toMatchObject({ code: 0, stderr: '' });
    expect(first.stdout).toContain(`created recorded/${recorded}.txt\n`);
    expect(first.stdout).toContain(`into recorded/${recorded}.wav.`);
    expect(await read(`recorded/${recorded}.txt`)).toBe('Many people feel tired after chemotherapy.\n');
    expect(await run('new', ...args)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('there already') as string,
    });
    expect(await run('check', '--content', 'recorded')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`recorded/${recorded}.txt:1:1  error  recording-missing  `) as string,
    });
    await rm(join(folder, 'recorded', `${recorded}.txt`));
    await writeFile(join(folder, 'recorded', `${recorded}.wav`), 'of no matter');
    expect((await run('new', ...args)).stdout).toContain(`Listen to recorded/${recorded}.wav`);
  });

  it('says that a page without a topic is found by nobody', async () => {
    expect((await run('new', 'page', 'dreams', '--content', 'other')).stdout).toContain(
      'under a topic in other/en/topics.yaml',
    );
    const check = await run('check', '--content', 'other');
    expect(check.stdout).toContain('unreachable-page');
    expect(check.stdout).toContain('placeholder');
    expect(check.code).toBe(1);
  });

  it('begins Easy Read, words and helplines, and prints what it wrote as JSON', async () => {
    for (const [kind, id, file] of [
      ['easy', 'when-to-rest', 'other/en/easy/when-to-rest.md'],
      ['term', 'plasma', 'other/en/glossary.yaml'],
      ['helpline', 'sleep-line', 'other/en/helplines.yaml'],
    ] as const) {
      const { code, stdout } = await run('new', kind, id, '--content', 'other', '--json');
      expect([code, JSON.parse(stdout)]).toEqual([0, [{ file, change: kind === 'easy' ? 'created' : 'changed' }]]);
      expect(await read(file)).toContain(id);
    }
    expect((await run('new', 'term', 'serum', '--content', 'other', '--quiet')).stdout).toBe('');
  });
});

describe('E1 · content schemas', () => {
  it('writes what is not there, tells what is out of date, and is content with what is right', async () => {
    expect(await run('schemas', '--out', 's')).toMatchObject({ code: 0 });
    expect(await read('s/page.json')).toBe(await readFile(join(root, 'content/schemas/page.json'), 'utf8'));
    expect(await run('schemas', '--out', 's', '--check', '--json')).toEqual({ code: 0, stdout: '[]\n', stderr: '' });
    await writeFile(join(folder, 's/page.json'), '{}');
    const stale = await run('schemas', '--out', 's', '--check');
    expect([stale.code, stale.stdout]).toEqual([1, expect.stringContaining('out of date s/page.json')]);
    expect(await read('s/page.json')).toBe('{}');
  });
});

describe('E2 · check', () => {
  it('refuses a drawing of 100 MB without reading it, and a photo nobody would see', async () => {
    const drawing = join(folder, 'content/media/chair.svg');
    await truncate(drawing, 100_000_000);
    await writeFile(join(folder, 'content/media/chair.jpg'), '');
    const { code, stdout } = await run('check');
    expect(stdout).toContain('content/media/chair.svg:1:1  error  file-size  a file of 100000 kB; the limit is 200 kB');
    expect(stdout).toContain('content/media/chair.jpg:1:1  warning  unknown-file');
    expect(stdout).toMatch(/\d+ errors?, \d+ warnings?, \d+ notes?\n$/);
    expect(code).toBe(1);
  });

  it('takes its levels from the policy of the folder', async () => {
    await writeFile(join(folder, 'content/policy.yaml'), 'levels: { unknown-file: off, file-size: info }\n');
    const { stdout } = await run('check');
    expect(stdout).not.toContain('unknown-file');
    expect(stdout).toContain('content/policy.yaml:1:41  error  policy  “file-size” as “info”');
  });
});
