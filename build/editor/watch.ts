/** Hears when something below a folder is saved. */
import { watch } from 'node:fs';

/** Programs write a file in several steps; after so long without another, it is whole. */
const QUIET_MS = 25;

/** Watches a folder with all below it. Calls once for what comes in quick succession. @returns how to stop */
export function watchFolder(folder: string, onSaved: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(onSaved, QUIET_MS);
  });
  // A folder that is taken away is told by the next reading of it.
  watcher.on('error', onSaved);
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
}
