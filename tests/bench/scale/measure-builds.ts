/** How long an editor waits for a library of some size, each time in a process of its own. */
import { execFile } from 'node:child_process';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { z } from 'zod';
import { bundleIsCurrent } from '../../../build/content-compiler/is-current.ts';
import type { Figure } from '../figures.ts';
import { pageFile } from './write-content.ts';

const run = promisify(execFile);
const script = fileURLToPath(new URL('./build-content.ts', import.meta.url));
const builtSchema = z.object({ seconds: z.number(), megabytes: z.number() });

/** Aim for the build after one page changed, at every size. */
const REBUILD_SECONDS = 10;

/**
 * Builds the content of a folder: from nothing, again, and after one page changed.
 *
 * @param folder - has the content in `content`, and gets the bundle in `bundle`
 * @param at - begins the name of each figure
 */
export const measureBuilds = async (folder: string, at: string): Promise<readonly Figure[]> => {
  const [contentDir, outDir, cacheDir] = ['content', 'bundle', 'cache'].map((name) => join(folder, name));
  if (contentDir === undefined || outDir === undefined || cacheDir === undefined) throw new Error('no folders');
  const build = async () => {
    const { stdout } = await run(process.execPath, [script, contentDir, outDir, cacheDir]);
    return builtSchema.parse(JSON.parse(stdout));
  };
  const fresh = await build();
  const again = await build();
  await appendFile(join(contentDir, pageFile(0)), '\nOne more sentence.\n');
  const changed = await build();
  const begun = performance.now();
  if (!(await bundleIsCurrent({ contentDir, outDir })))
    throw new Error('The bundle that was just built is not current.');
  const asked = performance.now() - begun;
  const how = 'one run, voice left out';
  const seconds = (what: string, value: number): Figure => ({ what: `${at}: ${what}`, value, unit: 's', how });
  return [
    seconds('content build from nothing', fresh.seconds),
    { ...seconds('content build, one page changed', changed.seconds), budget: REBUILD_SECONDS },
    seconds('content build, nothing changed, every byte looked at', again.seconds),
    { what: `${at}: memory of the build from nothing`, value: fresh.megabytes, unit: 'MB', how: 'most resident' },
    { what: `${at}: asking whether the bundle is current`, value: asked, unit: 'ms', how: 'one run' },
  ];
};
