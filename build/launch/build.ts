/** `npm run build`: builds whatever part of the kiosk is missing or out of date, into `out/`. */
import { join } from 'node:path';
import { contentPart, electronPart, rendererPart } from './parts.ts';

const root = join(import.meta.dirname, '..', '..');
const outDir = join(root, 'out');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const parts = [
  contentPart({ root, cacheDir: join(outDir, 'cache', 'narration'), say, now: Date.now }),
  rendererPart,
  electronPart,
];

for (const part of parts) {
  const dir = join(outDir, part.folder);
  try {
    const isCurrent = await part.isCurrent(dir);
    say(`${part.name}: ${isCurrent ? 'up to date' : 'building …'}`);
    if (!isCurrent) await part.build(dir);
  } catch (error) {
    say(`${part.name}: not built. ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
