/** What a running kiosk weighs: the real launcher, serving a bundle, after much of it was asked for. */
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { startKiosk } from '../../support/kiosk-process.ts';

const KB_PER_MB = 1024;

/**
 * Megabytes of main memory a kiosk holds once each of `paths` was fetched.
 *
 * @returns `undefined` where the system does not tell (only Linux does, in /proc)
 */
export const memoryOfKiosk = async (
  bundleDir: string,
  folder: string,
  paths: readonly string[],
): Promise<number | undefined> => {
  if (platform() !== 'linux') return undefined;
  const kiosk = await startKiosk({ dataDir: join(folder, 'data'), cwd: folder, args: ['--bundle', bundleDir] });
  try {
    for (const path of paths) {
      const response = await fetch(`${kiosk.url}content/${path}`);
      if (!response.ok) throw new Error(`${path} answers ${String(response.status)}`);
      await response.arrayBuffer();
    }
    const status = await readFile(`/proc/${String(kiosk.pid)}/status`, 'utf8');
    const resident = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (resident === undefined) throw new Error('/proc tells no resident size');
    return Number(resident) / KB_PER_MB;
  } finally {
    await kiosk.stop();
  }
};
