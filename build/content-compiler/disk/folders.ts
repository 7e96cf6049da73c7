/** Folders for files that are about to be written. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/** Answers a function that makes the folder of a file; asked for many files, it makes each folder once. */
export function folderMaker(): (file: string) => void {
  const made = new Set<string>();
  return (file) => {
    const folder = dirname(file);
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    made.add(folder);
  };
}
