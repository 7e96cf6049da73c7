/** What a page and the process behind it weigh, to see whether visits leave anything in them. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright/test';

/** A page after everything that nobody holds any more has been collected. */
export interface PageWeight {
  readonly heapBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  readonly documents: number;
}

const lookAt = async (cdp: CDPSession): Promise<PageWeight> => {
  await cdp.send('HeapProfiler.collectGarbage');
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (wanted: string): number => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heapBytes: of('JSHeapUsedSize'),
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
  };
};

/** So many looks, so far apart: a sound or a document that is still on its way holds what it was for until it is there. */
const LOOKS = 5;
const APART_MS = 300;

export const weighPage = async (cdp: CDPSession): Promise<PageWeight> => {
  await cdp.send('Performance.enable');
  let least = await lookAt(cdp);
  for (let look = 1; look < LOOKS; look += 1) {
    await new Promise((later) => setTimeout(later, APART_MS));
    const weight = await lookAt(cdp);
    if (weight.heapBytes < least.heapBytes) least = weight;
  }
  return least;
};

/** A kiosk's own process, and what it has written. */
export interface HostWeight {
  /** Memory that the system has given it. */
  readonly residentBytes: number;
  /** Files, sockets and pipes that it has open. */
  readonly handles: number;
  readonly journalBytes: number;
}

/** @returns `undefined` where the system does not tell of processes as Linux does */
export const weighHost = async (pid: number, dataDir: string): Promise<HostWeight | undefined> => {
  if (process.platform !== 'linux') return undefined;
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8');
  const folder = join(dataDir, 'journal');
  const sizes = await Promise.all((await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size));
  return {
    residentBytes: Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024,
    handles: (await readdir(`/proc/${String(pid)}/fd`)).length,
    journalBytes: sizes.reduce((sum, size) => sum + size, 0),
  };
};
