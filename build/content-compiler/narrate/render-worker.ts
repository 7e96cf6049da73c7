/** A rendering worker: takes batches of jobs, answers with clips, says when it is ready for more. */
import { parentPort } from 'node:worker_threads';
import type { ClipJob } from './clip.ts';
import { createClipRenderer, type WorkerAnswer } from './render.ts';

const answer = (message: WorkerAnswer): void => parentPort?.postMessage(message);
const renderer = createClipRenderer();

async function renderBatch(jobs: readonly ClipJob[]): Promise<void> {
  const render = await renderer;
  for (const job of jobs) answer({ kind: 'clip', clip: await render(job) });
  answer({ kind: 'ready' });
}

parentPort?.on('message', (jobs: readonly ClipJob[]) => {
  renderBatch(jobs).catch((error: unknown) => {
    answer({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  });
});
answer({ kind: 'ready' });
