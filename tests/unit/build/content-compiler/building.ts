/** Builds a folder of content as editors do, and tells how much work each stage had. */
import { join } from 'node:path';
import { buildBundle, type BuildReport, type BuildStage } from '../../../../build/content-compiler/build-bundle.ts';
import type { RenderClips } from '../../../../build/content-compiler/narrate/render.ts';
import { NOW } from './fixture.ts';

export interface Built {
  readonly report: BuildReport;
  /** How many pages a stage had to work on. */
  readonly worked: (stage: BuildStage) => number;
}

/**
 * Builds the `content` of a folder.
 *
 * @param name - the folder inside it that bundle and cache go into
 */
export const buildIn = async (folder: string, name: string, renderClips: RenderClips): Promise<Built> => {
  const first = new Map<BuildStage, number>();
  const report = await buildBundle({
    contentDir: join(folder, 'content'),
    outDir: join(folder, name, 'bundle'),
    cacheDir: join(folder, name, 'cache'),
    now: NOW,
    renderClips,
    onProgress: ({ stage, done, total }) => {
      if (!first.has(stage)) first.set(stage, total - done);
    },
  });
  return { report, worked: (stage) => first.get(stage) ?? 0 };
};
