/** Clips that were rendered before: believed as far as their bytes are what they were. */
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClipCache } from '../../../../../build/content-compiler/disk/clip-cache.ts';
import { createClipFinder, gatherClips } from '../../../../../build/content-compiler/narrate/gather-clips.ts';
import { clipJob, type ClipJob, type RenderedClip } from '../../../../../build/content-compiler/narrate/clip.ts';
import type { RenderClips } from '../../../../../build/content-compiler/narrate/render.ts';

const NOW = new Date('2026-01-01T12:00:00Z');
const settings = { engine: 'none', voice: 'none', rate: 1 };
const job = (text: string): ClipJob => clipJob(text, settings);
const clipOf = ({ key, text }: ClipJob): RenderedClip => ({
  key,
  facts: {
    durationMs: 100,
    events: [
      { position: 0, length: 5, atMs: 20 },
      { position: 6, length: 2, atMs: 60 },
    ],
  },
  ogg: new TextEncoder().encode(`OggS ${text}`),
});
const nothing = { manifest: undefined, isVouchedFor: false, has: () => false };

let folder = '';
const open = (now = NOW) => openClipCache(folder, now);
const soundFile = (key: string) => join(folder, 'sound', key.slice(0, 2), `${key}.ogg`);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'alongside-clips-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('E4 · clips between builds', () => {
  it('are there with facts, size and hash, once they were written down', () => {
    const hello = job('Hello you.');
    const first = open();
    first.store(clipOf(hello));
    expect(open().find(hello.key)).toBeUndefined();
    first.save();
    const again = open();
    expect(again.facts(hello.key)).toEqual(clipOf(hello).facts);
    expect(again.find(hello.key)).toMatchObject({ durationMs: 100, file: { size: clipOf(hello).ogg.length } });
    expect(Buffer.from(again.sound(hello.key) ?? '').toString()).toBe('OggS Hello you.');
  });

  it('tell renderings with other word times apart', () => {
    const hello = job('Hello.');
    const cache = open();
    cache.store(clipOf(hello));
    const before = cache.find(hello.key)?.factsDigest;
    const later = { ...clipOf(hello), facts: { durationMs: 100, events: [{ position: 0, length: 5, atMs: 21 }] } };
    cache.store(later);
    expect(cache.find(hello.key)?.factsDigest).not.toBe(before);
  });

  it.each([
    ['lost', (file: string) => rm(file)],
    ['altered', (file: string) => writeFile(file, 'OggS HellO.')],
  ])('have no sound when it was %s', async (_, damage) => {
    const hello = job('Hello.');
    const cache = open();
    cache.store(clipOf(hello));
    await damage(soundFile(hello.key));
    expect(cache.sound(hello.key)).toBeUndefined();
    expect(createClipFinder(cache, nothing)(hello.key)).toBe(false);
  });

  it('count as there when the bundle in service has their sound', () => {
    const hello = job('Hello.');
    const cache = open();
    cache.store(clipOf(hello));
    const asked: string[] = [];
    const there = {
      ...nothing,
      has: (path: string) => {
        asked.push(path);
        return true;
      },
    };
    const find = createClipFinder(cache, there);
    expect([find(hello.key), find(hello.key)]).toEqual([true, true]);
    expect(asked).toHaveLength(1);
  });

  it('are marked as used about once a week, so that most builds write nothing', async () => {
    const hello = job('Hello.');
    const first = open();
    first.store(clipOf(hello));
    first.save();
    const file = join(folder, 'clips', `${hello.key.slice(0, 2)}.json`);
    const numberAfter = async (days: number) => {
      const cache = open(new Date(NOW.getTime() + days * 24 * 60 * 60 * 1000));
      cache.find(hello.key);
      cache.prune();
      return (await stat(file)).ino;
    };
    const { ino } = await stat(file);
    expect(await numberAfter(6)).toBe(ino);
    expect(await numberAfter(7)).not.toBe(ino);
    await numberAfter(36);
    expect(open().find(hello.key)).toBeDefined();
  });
});

describe('E4 · gathering', () => {
  const gather = (jobs: readonly ClipJob[], render: RenderClips, clock = () => 0, cache = open()) =>
    gatherClips(jobs, { cache, isThere: createClipFinder(cache, nothing), render, onProgress: () => undefined, clock });

  it('renders what is missing only, and writes it down even when the voice fails', async () => {
    const jobs = ['One.', 'Two.', 'Three.'].map(job);
    const [one, two] = jobs;
    const cache = open();
    if (one) cache.store(clipOf(one));
    const render: RenderClips = (missing, onClip) => {
      expect(missing.map(({ text }) => text)).toEqual(['Two.', 'Three.']);
      if (two) onClip(clipOf(two));
      return Promise.reject(new Error('no voice'));
    };
    await expect(gather(jobs, render, () => 0, cache)).rejects.toThrow('no voice');
    expect(jobs.map(({ key }) => open().find(key) !== undefined)).toEqual([true, true, false]);
  });

  it('writes down what was rendered every ten seconds, not only at its end', async () => {
    const jobs = Array.from({ length: 25 }, (_none, index) => job(`Sentence ${String(index)}.`));
    const written: number[] = [];
    let seconds = 0;
    const render: RenderClips = (missing, onClip) => {
      for (const one of missing) {
        seconds += 1;
        onClip(clipOf(one));
        const cache = open();
        written.push(jobs.filter(({ key }) => cache.find(key) !== undefined).length);
      }
      return Promise.resolve();
    };
    expect(await gather(jobs, render, () => seconds * 1000)).toBe(25);
    expect(written.filter((count, index) => count !== written[index - 1])).toEqual([0, 10, 20]);
  });
});
