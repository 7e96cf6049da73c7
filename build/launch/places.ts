/** Where the kiosk's built parts are, building those that are missing or out of date. */
import { join } from 'node:path';

/** One thing that is built: it knows whether a folder holds it as the sources are now. */
export interface Part {
  /** For people, to begin a sentence: 'The content bundle'. */
  readonly name: string;
  /** The folder's name below `out/`. */
  readonly folder: string;
  readonly isCurrent: (dir: string) => Promise<boolean>;
  readonly build: (dir: string) => Promise<void>;
}

/** Where parts may lie. */
export interface PlacesOptions {
  /** The checkout's own `out/`. */
  readonly outDir: string;
  /** With `--data`, nothing is written elsewhere; a part that is current in `out/` is used from there. */
  readonly dataDir: string | undefined;
  /** Takes one line for the person who waits. */
  readonly say: (line: string) => void;
}

/** Where newly built parts go. */
export const buildDirOf = ({ outDir, dataDir }: Pick<PlacesOptions, 'outDir' | 'dataDir'>): string =>
  dataDir === undefined ? outDir : join(dataDir, 'build');

/**
 * The folder of a part, built if need be. When building fails the reason is said and the folder is
 * given all the same: the kiosk then shows what was there before, or rests (L6).
 */
export const placeOf = async (part: Part, options: PlacesOptions): Promise<string> => {
  // A part whose state cannot be told is built again, which also tells why.
  const isCurrent = (dir: string): Promise<boolean> => part.isCurrent(dir).catch(() => false);
  const inOut = join(options.outDir, part.folder);
  if (await isCurrent(inOut)) return inOut;
  const dir = join(buildDirOf(options), part.folder);
  if (dir !== inOut && (await isCurrent(dir))) return dir;
  options.say(`${part.name}: building …`);
  try {
    await part.build(dir);
  } catch (error) {
    options.say(`${part.name}: not built. ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
  return dir;
};
