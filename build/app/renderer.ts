/** Builds the renderer: the page and the print document, with their scripts, styles and fonts. */
import { join } from 'node:path';
import { build } from 'vite';
import { isStamped, stamp } from './fingerprint.ts';
import { preloadFonts } from './preload-fonts.ts';

const root = join(import.meta.dirname, '..', '..');

/** Where the page goes; the folder is emptied first. */
export interface RendererBuildOptions {
  readonly outDir: string;
}

/** Everything the page is made of; a change in any of it makes it out of date. */
const sources = ['renderer', 'content/format', 'build/app', 'package-lock.json'];

/** Builds the renderer for production. Writes only below `outDir`. @throws when a source does not compile */
export const buildRenderer = async ({ outDir }: RendererBuildOptions): Promise<void> => {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    // Relative addresses serve both the loopback server and Electron's own scheme.
    base: './',
    logLevel: 'warn',
    cacheDir: join(outDir, '.cache'),
    plugins: [preloadFonts()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: ['index.html', 'print.html'].map((page) => join(root, 'renderer', page)) },
      // The size has a budget of its own in `npm run bench`.
      reportCompressedSize: false,
    },
  });
  await stamp(outDir, sources);
};

/** Whether the page exists and was made from the sources as they are. */
export const rendererIsCurrent = async ({ outDir }: RendererBuildOptions): Promise<boolean> =>
  isStamped(outDir, sources);
