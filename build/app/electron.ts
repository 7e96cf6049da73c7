/** Bundles the Electron shell: `main.js` (an ES module) and `preload.cjs` (a sandboxed preload must be CommonJS). */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';

const root = join(import.meta.dirname, '..', '..');

/** Where the bundles go; the folder is emptied first. */
export interface ElectronBuildOptions {
  readonly outDir: string;
}

/** Everything the two bundles are made of; a change in any of it makes them out of date. */
const sources = ['electron', 'content/format', 'renderer/host', 'package-lock.json', 'build/app/electron.ts'];

/** The fingerprint of the sources the bundles were made from, beside them. */
const STAMP = 'sources.sha256';

const filesUnder = async (path: string): Promise<readonly string[]> => {
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true }).catch(() => undefined);
  if (entries === undefined) return [join(root, path)];
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
};

const fingerprint = async (): Promise<string> => {
  const hash = createHash('sha256');
  const files = (await Promise.all(sources.map(filesUnder))).flat().toSorted();
  for (const file of files) hash.update(file.slice(root.length)).update(await readFile(file));
  return hash.digest('hex');
};

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
  await writeFile(join(outDir, STAMP), await fingerprint());
};

/** Whether the bundles exist and were made from the sources as they are. */
export const electronIsCurrent = async ({ outDir }: ElectronBuildOptions): Promise<boolean> => {
  const stamp = await readFile(join(outDir, STAMP), 'utf8').catch(() => undefined);
  return stamp !== undefined && stamp === (await fingerprint());
};
