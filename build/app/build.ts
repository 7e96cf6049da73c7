/** Builds the renderer: one page, its script, styles and fonts, below `outDir`. */
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { preloadFonts } from './preload-fonts.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const renderer = join(root, 'renderer');

/** Where the fingerprint of what a build was made from is kept, inside its folder. */
const FINGERPRINT_FILE = '.fingerprint';

export interface RendererBuildOptions {
  /** The folder to fill; what it held before is removed. */
  readonly outDir: string;
}

/** Builds the renderer for production. Writes only below `outDir`. Rejects with Vite's own error. */
export async function buildRenderer({ outDir }: RendererBuildOptions): Promise<void> {
  const fingerprint = await fingerprintOf();
  await build({
    configFile: false,
    root: renderer,
    // Relative addresses serve both the loopback server and Electron's own scheme.
    base: './',
    logLevel: 'warn',
    plugins: [preloadFonts()],
    cacheDir: join(outDir, '.cache'),
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Chunk sizes are a budget of their own in `npm run bench`.
      reportCompressedSize: false,
    },
  });
  await writeFile(join(outDir, FINGERPRINT_FILE), fingerprint);
}

/** Whether a folder holds a build of the sources as they are now. */
export async function rendererIsCurrent({ outDir }: RendererBuildOptions): Promise<boolean> {
  const built = await readFile(join(outDir, FINGERPRINT_FILE), 'utf8').catch(() => undefined);
  return built !== undefined && built === (await fingerprintOf());
}

/** A hash over everything a build depends on: the sources, the format's types and the exact packages. */
async function fingerprintOf(): Promise<string> {
  const hash = createHash('sha256');
  for (const folder of ['renderer', 'content/format', 'build/app']) {
    for (const file of await filesBelow(join(root, folder)))
      hash.update(file.slice(root.length)).update(await readFile(file));
  }
  hash.update(await readFile(join(root, 'package-lock.json')));
  return hash.digest('hex');
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
