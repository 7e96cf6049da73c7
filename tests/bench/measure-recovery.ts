/** How long a visitor looks at nothing: from a process being killed to a new visit on the screen (L6). */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inRoot } from '../support/checkout.ts';
import { findOrInstallBrowser } from '../support/find-or-install-browser.ts';
import { startKiosk } from '../support/kiosk-process.ts';
import { startService } from '../support/service.ts';
import { setSurroundings } from '../support/surroundings.ts';
import { type Figure, percentile } from './figures.ts';

/** A third page lost within a minute of the same kiosk is a loop, and rests: so the kiosk itself is every third. */
const KILLS = ['page', 'page', 'kiosk'] as const;

export const recovery = async (kills: number): Promise<readonly Figure[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-bench-recovery-'));
  const program = findOrInstallBrowser((line) => void process.stderr.write(`${line}\n`));
  await mkdir(join(folder, 'built'));
  // A kiosk that is started once builds what is missing, so that nothing is built while time is taken.
  const building = await startKiosk({ dataDir: join(folder, 'built') });
  await building.stop();
  const built = join(folder, 'built', 'build', 'bundle');
  const bundleDir = existsSync(built) ? built : inRoot('out', 'bundle');
  setSurroundings({ browser: program, url: building.url, bundleDir, runDir: folder });
  const service = await startService(folder);
  const backMs: Record<(typeof KILLS)[number], number[]> = { page: [], kiosk: [] };
  try {
    let opened = await service.opens();
    for (let count = 0; count < kills; count += 1) {
      await opened.page.locator('kiosk-attract').waitFor();
      await opened.page.keyboard.press('Enter');
      await opened.page.locator('kiosk-welcome').waitFor();
      const what = KILLS[count % KILLS.length] ?? 'page';
      if (what === 'page') await opened.killRenderers();
      else service.killHost();
      const killedAt = performance.now();
      const next = await service.opens();
      await next.page.locator('kiosk-attract').waitFor({ timeout: 30_000 });
      backMs[what].push(performance.now() - killedAt);
      await opened[Symbol.asyncDispose]();
      opened = next;
    }
    await opened[Symbol.asyncDispose]();
  } finally {
    await service.stop();
    await rm(folder, { recursive: true, force: true });
  }
  return Object.entries(backMs).map(([what, times]) => ({
    what: `a killed ${what} to a new visit on the screen`,
    value: percentile(times, 95) / 1000,
    unit: 's',
    budget: 3,
    how: `p95 of ${String(times.length)}, a new browser each time`,
  }));
};
