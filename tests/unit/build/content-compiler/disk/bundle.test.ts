/** A new bundle takes over what has not changed from the one in service, and never what was damaged. */
import type * as FileSystem from 'node:fs';
import { mkdtemp, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { bundleThere } from '../../../../../build/content-compiler/disk/bundle-there.ts';
import { beginBundle, recoverBundle } from '../../../../../build/content-compiler/disk/next-bundle.ts';
import { entryOf } from '../../../../../build/content-compiler/make-manifest.ts';
import { writeBundle } from '../../../../../build/content-compiler/write-bundle.ts';

const link = vi.hoisted(() => ({ isRefused: false }));
vi.mock('node:fs', async (original) => {
  const fs = await original<typeof FileSystem>();
  const linkSync: typeof fs.linkSync = (from, to) => {
    if (link.isRefused) throw Object.assign(new Error('no second names here'), { code: 'EPERM' });
    fs.linkSync(from, to);
  };
  return { ...fs, linkSync };
});

let folder = '';
let outDir = '';
const NOW = new Date('2026-01-01T12:00:00Z');
const bytesOf = (text: string) => new TextEncoder().encode(text);
const HOME = { 'en/home.json': 'home', 'en/messages.json': 'messages' };

const build = async (files: Readonly<Record<string, string>>, lookAt: 'dates' | 'every-byte' = 'dates') => {
  const there = await bundleThere(outDir, lookAt);
  const next = beginBundle(outDir, there);
  for (const [path, text] of Object.entries({ ...HOME, ...files })) next.add(path, bytesOf(text));
  const about = { languages: ['en'], reviews: { pages: 0, withoutReviewer: 0 } };
  return writeBundle({ outDir, there, next, about, now: NOW });
};
const read = (path: string) => readFile(join(outDir, path), 'utf8');
const fileNumber = async (path: string) => (await stat(join(outDir, path))).ino;
/** Sets a file's date back: a disk that loses a bit leaves no date. */
const backdate = (path: string) => utimes(join(outDir, path), new Date(0), new Date(0));

beforeEach(async () => {
  link.isRefused = false;
  folder = await mkdtemp(join(tmpdir(), 'alongside-bundle-'));
  outDir = join(folder, 'bundle');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('B5 · what has not changed', () => {
  it('is the same file as before, under a second name while both bundles are there', async () => {
    await build({ 'en/a.json': 'a', 'en/b.json': 'b' });
    const a = await fileNumber('en/a.json');
    expect(await build({ 'en/a.json': 'a', 'en/b.json': 'new' })).toMatchObject({ changed: true });
    expect(await fileNumber('en/a.json')).toBe(a);
    expect(await read('en/b.json')).toBe('new');
  });

  it('is copied where a file can have one name only', async () => {
    await build({ 'en/a.json': 'a', 'en/b.json': 'b' });
    const a = await fileNumber('en/a.json');
    link.isRefused = true;
    await build({ 'en/a.json': 'a', 'en/b.json': 'new' });
    expect(await fileNumber('en/a.json')).not.toBe(a);
    expect(await read('en/a.json')).toBe('a');
  });

  it('is not written, nor checked against its schema again', async () => {
    await build({ 'en/a.json': 'a' });
    const there = await bundleThere(outDir, 'dates');
    const next = beginBundle(outDir, there);
    const checked: string[] = [];
    next.add('en/a.json', bytesOf('a'), () => checked.push('a'));
    next.add('en/b.json', bytesOf('b'), () => checked.push('b'));
    expect(checked).toEqual(['b']);
    next.discard();
    await expect(stat(`${outDir}.new`)).rejects.toThrow('ENOENT');
  });

  it('is not taken over where something else was added after all', async () => {
    await build({ 'en/a.json': 'a' });
    const there = await bundleThere(outDir, 'dates');
    const next = beginBundle(outDir, there);
    expect(next.keep('en/a.json', entryOf(bytesOf('a')))).toBe(true);
    next.add('en/a.json', bytesOf('b'));
    next.swapIn([]);
    expect(await read('en/a.json')).toBe('b');
  });

  it('leaves the bundle alone when it is all of it', async () => {
    await build({ 'en/a.json': 'a' });
    const manifest = await fileNumber('manifest.json');
    expect(await build({ 'en/a.json': 'a' })).toMatchObject({ changed: false });
    expect(await fileNumber('manifest.json')).toBe(manifest);
  });
});

describe('B1 · what was damaged', () => {
  it.each([
    ['lost', (file: string) => rm(file)],
    ['written to, and as long as before', (file: string) => writeFile(file, 'x')],
    ['cut short', (file: string) => writeFile(file, '')],
  ])('is not taken over when a file was %s', async (_, damage) => {
    await build({ 'en/a.json': 'a', 'en/b.json': 'b' });
    await damage(join(outDir, 'en/a.json'));
    await build({ 'en/a.json': 'a', 'en/b.json': 'new' });
    expect(await read('en/a.json')).toBe('a');
  });

  it('without a date to tell it is found when every byte is looked at', async () => {
    await build({ 'en/a.json': 'a' });
    await writeFile(join(outDir, 'en/a.json'), 'x');
    await backdate('en/a.json');
    expect(await build({ 'en/a.json': 'a' }, 'every-byte')).toMatchObject({
      changed: true,
      manifest: { contentVersion: 1 },
    });
    expect(await read('en/a.json')).toBe('a');
  });

  it('does not count as there when nothing vouches for it any more', async () => {
    await build({ 'en/a.json': 'a' });
    await writeFile(join(outDir, 'listings', '0.json'), '{}');
    const there = await bundleThere(outDir, 'dates');
    expect(there.isVouchedFor).toBe(false);
    expect(there.has('en/a.json', entryOf(bytesOf('a')))).toBe(false);
    expect(await build({ 'en/a.json': 'a' })).toMatchObject({ changed: true, manifest: { contentVersion: 1 } });
    expect(await build({ 'en/a.json': 'a' })).toMatchObject({ changed: false });
  });
});

describe('a build that is cut off', () => {
  it('leaves the bundle in service as it was, and what it left does not disturb the next', async () => {
    await build({ 'en/a.json': 'a' });
    const next = beginBundle(outDir, await bundleThere(outDir, 'dates'));
    next.add('en/stray.json', bytesOf('stray'));
    expect(await read('en/a.json')).toBe('a');
    await build({ 'en/a.json': 'new' });
    expect(await read('en/a.json')).toBe('new');
    await expect(read('en/stray.json')).rejects.toThrow('ENOENT');
  });

  it('is taken back when it was cut off between the two', async () => {
    await build({ 'en/a.json': 'a' });
    await rename(outDir, `${outDir}.previous`);
    recoverBundle(outDir);
    expect(await read('en/a.json')).toBe('a');
  });
});
