/** How long an editor waits: the content build from nothing, and again with nothing changed. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Figure } from './figures.ts';

const compiler = fileURLToPath(new URL('../../build/content-compiler/cli.ts', import.meta.url));

export async function contentBuild(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-build-'));
  try {
    const args = ['build', '--quiet', '--out', join(folder, 'bundle'), '--cache', join(folder, 'cache')];
    const fresh = await secondsOf(args);
    const again = await secondsOf(args);
    return [
      { what: 'content build from nothing', value: fresh, unit: 's', how: 'one run, narration included' },
      { what: 'content build, nothing changed', value: again, unit: 's', how: 'one run' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function secondsOf(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  const code = await new Promise<number | null>((resolve, reject) => {
    spawn(process.execPath, [compiler, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
      .once('error', reject)
      .once('exit', resolve);
  });
  if (code !== 0) throw new Error(`The content build ended with ${String(code)}; its own words are above.`);
  return (performance.now() - begun) / 1000;
}
