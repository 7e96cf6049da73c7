import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { storedZip } from '../../../../../build/content-compiler/transport/stored-zip.ts';
import { type Archive, openArchive } from '../../../../../electron/host/bundle/archive.ts';
import { memoryAccess } from '../../../../../electron/host/bundle/random-access.ts';

/** Writes an archive of so many entries and reads its directory back. */
const roundTrip = async (count: number): Promise<Archive> => {
  const entries = Array.from({ length: count }, (_, index) => ({
    path: `a/${String(index)}.json`,
    read: () => Promise.resolve(Buffer.from(String(index))),
  }));
  const bytes = await buffer(Readable.from(storedZip(entries), { objectMode: false }));
  return openArchive(memoryAccess(Buffer.from(bytes)), 'test.bundle');
};

describe('B1, B5 · archives as they are written are read back', () => {
  // 65,535 is the first number of entries the format's older end cannot tell.
  it.each([0, 1, 500, 65_534, 65_535, 70_000])('of %d entries', async (count) => {
    const archive = await roundTrip(count);
    expect(await archive.paths()).toHaveLength(count);
    for (const index of [0, Math.floor(count / 2), count - 1].filter((place) => place >= 0 && place < count))
      expect((await archive.read(`a/${String(index)}.json`, 10)).toString()).toBe(String(index));
  });
});
