/** The parts a kiosk is built of. Their builders are loaded only when asked: a current kiosk starts without Vite. */
import { join } from 'node:path';
import type { BuildProgress } from '../content-compiler/build-bundle.ts';
import type { Part } from './places.ts';

/** Where the parts are built from, and what building needs. */
export interface PartsOptions {
  /** The checkout. */
  readonly root: string;
  /** Where narration that was spoken before is kept between builds. */
  readonly cacheDir: string;
  readonly say: (line: string) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/**
 * Says how far a build is, at each tenth of each stage: a log keeps every line, and a person only needs to see it
 * move. Says nothing of a stage in which there was nothing to do.
 */
const tellTenths = (say: PartsOptions['say']) => {
  let stage: string | undefined;
  let told = 0;
  return (progress: BuildProgress): void => {
    const tenths = progress.total === 0 ? 10 : Math.floor((10 * progress.done) / progress.total);
    if (progress.stage !== stage) {
      stage = progress.stage;
      told = tenths;
    }
    if (tenths <= told) return;
    told = tenths;
    say(`  ${progress.stage} ${String(tenths * 10)} %`);
  };
};

/** The content bundle: Markdown and YAML, spoken. */
export const contentPart = ({ root, cacheDir, say, now }: PartsOptions): Part => {
  const contentDir = join(root, 'content');
  return {
    name: 'The content bundle with its narration',
    folder: 'bundle',
    isCurrent: async (outDir) => {
      const { bundleIsCurrent } = await import('../content-compiler/is-current.ts');
      return bundleIsCurrent({ contentDir, outDir });
    },
    build: async (outDir) => {
      const { buildBundle } = await import('../content-compiler/build-bundle.ts');
      await buildBundle({ contentDir, outDir, cacheDir, now: new Date(now()), onProgress: tellTenths(say) });
    },
  };
};

/** The page a visitor sees. */
export const rendererPart: Part = {
  name: 'The page',
  folder: 'app',
  isCurrent: async (outDir) => (await import('../app/renderer.ts')).rendererIsCurrent({ outDir }),
  build: async (outDir) => {
    await (await import('../app/renderer.ts')).buildRenderer({ outDir });
  },
};

/** Electron's main process and preload. */
export const electronPart: Part = {
  name: 'The Electron shell',
  folder: 'electron',
  isCurrent: async (outDir) => (await import('../app/electron.ts')).electronIsCurrent({ outDir }),
  build: async (outDir) => {
    await (await import('../app/electron.ts')).buildElectron({ outDir });
  },
};
