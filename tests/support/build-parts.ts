/** Builds what the browser tests run: the launcher's own parts, those that are not current. */
import { join } from 'node:path';
import { type PartsOptions, contentPart, electronPart, rendererPart } from '../../build/launch/parts.ts';
import type { Part } from '../../build/launch/places.ts';
import { root } from './checkout.ts';
import { type Counts, add, failedStage, nothing, passedStage } from './counts.ts';

/** Brings one part up to date, by the launcher's own rules. */
const bring = async (part: Part, say: PartsOptions['say']): Promise<Counts> => {
  const dir = join(root, 'out', part.folder);
  if (await part.isCurrent(dir).catch(() => false)) {
    say(`${part.name}: current`);
    return passedStage;
  }
  say(`${part.name}: building …`);
  try {
    await part.build(dir);
  } catch (error) {
    say(`${part.name}: not built. ${error instanceof Error ? error.message : 'unknown reason'}`);
    return failedStage;
  }
  if (await part.isCurrent(dir)) return passedStage;
  say(`${part.name}: built, and yet not current: its sources changed meanwhile, or its fingerprint is wrong.`);
  return failedStage;
};

/** Builds all three parts into `out/`, one after the other: they share two cores. */
export const buildParts = async (say: PartsOptions['say']): Promise<Counts> => {
  const cacheDir = join(root, 'out', 'cache', 'narration');
  let counts = nothing;
  for (const part of [rendererPart, contentPart({ root, cacheDir, say, now: Date.now }), electronPart]) {
    counts = add(counts, await bring(part, say));
  }
  return counts;
};
