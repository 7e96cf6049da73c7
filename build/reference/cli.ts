/** `node build/reference/cli.ts`: writes `electron/reference/` anew, after a change in the tables it is made of. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { referenceFiles } from './reference-files.ts';

const folder = join(import.meta.dirname, '..', '..', 'electron', 'reference');

mkdirSync(folder, { recursive: true });
for (const { name, text } of referenceFiles) {
  writeFileSync(join(folder, name), text());
  process.stdout.write(`wrote electron/reference/${name}\n`);
}
