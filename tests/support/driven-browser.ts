/**
 * A browser that the launcher starts by itself, as on a kiosk, and that a test can look into: a script in its place adds
 * a debugging port, and draws nowhere.
 */
import { chmod, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Writes the script. @returns its path, for `ALONGSIDE_BROWSER` */
export const writeDrivenBrowser = async (folder: string, program: string, ...flags: readonly string[]) => {
  const file = join(folder, 'browser');
  const line = ['--headless=new', '--remote-debugging-port=0', ...flags].map((flag) => `'${flag}'`).join(' ');
  await writeFile(file, `#!/bin/sh\nexec '${program}' ${line} "$@"\n`);
  await chmod(file, 0o755);
  return file;
};

/** Where the browsers in a data folder can be reached that are being driven, by the name of their profile. */
export const drivenBrowsers = async (dataDir: string): Promise<ReadonlyMap<string, string>> => {
  const found = new Map<string, string>();
  for (const name of await readdir(dataDir).catch(() => [])) {
    const text = await readFile(join(dataDir, name, 'DevToolsActivePort'), 'utf8').catch(() => '');
    const [port = '', path = ''] = text.split('\n');
    if (path !== '') found.set(name, `ws://127.0.0.1:${port}${path}`);
  }
  return found;
};
