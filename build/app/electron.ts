/** Bundles the Electron shell: `main.js` (an ES module) and `preload.cjs` (a sandboxed preload must be CommonJS). */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { isStamped, stamp } from './fingerprint.ts';

const root = join(import.meta.dirname, '..', '..');

/** Where the bundles go; the folder is emptied first. */
export interface ElectronBuildOptions {
  readonly outDir: string;
}

/** Everything the two bundles are made of; a change in any of it makes them out of date. */
const sources = ['electron', 'content/format', 'renderer/host', 'renderer/lockdown', 'package-lock.json', 'build/app'];

/** A bundle of one entry with everything in it but Electron and Node: an installed kiosk has no `node_modules`. */
const bundleOf = (
  entry: string,
  outDir: string,
  emptyOutDir: boolean,
  output: { readonly format: 'es' | 'cjs'; readonly file: string },
): InlineConfig => ({
  configFile: false,
  root,
  logLevel: 'error',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: join(root, entry),
    outDir,
    emptyOutDir,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      external: ['electron'],
      output: { format: output.format, entryFileNames: output.file, codeSplitting: false },
    },
  },
});

/** Builds both bundles. @throws when a source does not compile */
export const buildElectron = async ({ outDir }: ElectronBuildOptions): Promise<void> => {
  await build(bundleOf('electron/main.ts', outDir, true, { format: 'es', file: 'main.js' }));
  await build(bundleOf('electron/preload.ts', outDir, false, { format: 'cjs', file: 'preload.cjs' }));
  // Outside this package (with --data) nothing else would say that main.js is an ES module.
  await writeFile(join(outDir, 'package.json'), '{ "type": "module" }\n');
  await stamp(outDir, sources);
};

/** Whether the bundles exist and were made from the sources as they are. */
export const electronIsCurrent = async ({ outDir }: ElectronBuildOptions): Promise<boolean> =>
  isStamped(outDir, sources);
