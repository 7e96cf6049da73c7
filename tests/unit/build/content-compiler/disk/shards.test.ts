/** What is kept between builds survives, and what is damaged is forgotten, not believed. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openShards } from '../../../../../build/content-compiler/disk/shards.ts';

let folder = '';
const open = (form = 'thing 1') => openShards<{ readonly size: number }>(join(folder, 'things'), form);
const files = () => readdir(join(folder, 'things'));

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-shards-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('E4 · values kept between builds', () => {
  it('are there again, each under its key', () => {
    const first = open();
    first.set('aa01', { size: 1 });
    first.set('aa02', { size: 2 });
    first.set('bb01', { size: 3 });
    first.save();
    const second = open();
    expect(second.get('aa02')).toEqual({ size: 2 });
    expect(second.get('bb02')).toBeUndefined();
    expect(second.keys()).toEqual(['aa01', 'aa02', 'bb01']);
  });

  it('are written only where something changed', async () => {
    const first = open();
    first.set('aa01', { size: 1 });
    first.set('bb01', { size: 2 });
    first.save();
    const before = await stat(join(folder, 'things', 'aa.json'));
    const second = open();
    second.get('aa01');
    second.delete('aa02');
    second.set('bb01', { size: 3 });
    second.save();
    // Each writing makes a new file.
    expect((await stat(join(folder, 'things', 'aa.json'))).ino).toBe(before.ino);
    expect(open().get('bb01')).toEqual({ size: 3 });
  });

  it('are gone when they were deleted', () => {
    const first = open();
    first.set('aa01', { size: 1 });
    first.save();
    first.delete('aa01');
    first.save();
    expect(open().keys()).toEqual([]);
  });

  it.each([
    ['cut short', (text: string) => text.slice(0, -4)],
    ['altered by one digit', (text: string) => text.replace('"size":1', '"size":7')],
    ['something else', () => '{}'],
    ['empty', () => ''],
  ])('are forgotten with the one file that is %s', async (_, damage) => {
    const first = open();
    first.set('aa01', { size: 1 });
    first.set('bb01', { size: 2 });
    first.save();
    const file = join(folder, 'things', 'aa.json');
    await writeFile(file, damage(await readFile(file, 'utf8')));
    expect(open().get('aa01')).toBeUndefined();
    expect(open().get('bb01')).toEqual({ size: 2 });
  });

  it('are forgotten when their shape has another name', () => {
    const first = open();
    first.set('aa01', { size: 1 });
    first.save();
    expect(open('thing 2').get('aa01')).toBeUndefined();
  });

  it('leave nothing half-written behind, and nothing at all when there is nothing to keep', async () => {
    open().save();
    await expect(files()).rejects.toThrow('ENOENT');
    const some = open();
    some.set('aa01', { size: 1 });
    some.save();
    expect(await files()).toEqual(['aa.json']);
  });
});
