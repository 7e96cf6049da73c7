/** Brings together the clips a bundle needs: those that were rendered before, and the others. */
import type { BundleThere } from '../disk/bundle-there.ts';
import type { ClipCache } from '../disk/clip-cache.ts';
import { clipPath, type ClipJob } from './clip.ts';
import type { RenderClips } from './render.ts';

/** Whether a clip and its sound were there when the build began. */
export type FindClip = (key: string) => boolean;

/** Rendered clips are written down this often, so that a build that is cut off has lost a few seconds' work. */
const WRITTEN_DOWN_EVERY_MS = 10_000;

/** What gathering needs. */
export interface GatherOptions {
  readonly cache: ClipCache;
  readonly isThere: FindClip;
  readonly render: RenderClips;
  /** Hears how many clips are there, of all that are needed. */
  readonly onProgress: (done: number, total: number) => void;
  /** In milliseconds, from any moment on. */
  readonly clock: () => number;
}

/**
 * Sees to it that each clip is in the cache's books and its sound in the bundle in service or in the cache.
 *
 * @returns how many had to be rendered
 */
export async function gatherClips(
  jobs: readonly ClipJob[],
  { cache, isThere, render, onProgress, clock }: GatherOptions,
): Promise<number> {
  const missing = jobs.filter(({ key }) => !isThere(key));
  let done = jobs.length - missing.length;
  let writtenAt = clock();
  onProgress(done, jobs.length);
  try {
    await render(missing, (clip) => {
      cache.store(clip);
      done += 1;
      if (clock() - writtenAt >= WRITTEN_DOWN_EVERY_MS) {
        cache.save();
        writtenAt = clock();
      }
      onProgress(done, jobs.length);
    });
  } finally {
    // Also when rendering fails: what was rendered until then is kept for the next build.
    cache.save();
  }
  return missing.length;
}

/** Looks each clip up once: in the cache's books, and for its sound in the bundle in service or whole in the cache. */
export function createClipFinder(cache: ClipCache, there: BundleThere): FindClip {
  const found = new Map<string, boolean>();
  return (key) => {
    const known = found.get(key);
    if (known !== undefined) return known;
    const clip = cache.find(key);
    const isThere = clip !== undefined && (there.has(clipPath(key), clip.file) || cache.sound(key) !== undefined);
    found.set(key, isThere);
    return isThere;
  };
}
