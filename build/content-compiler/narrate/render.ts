/** Renders clips: in this thread when there are few, in two workers when there are many. */
import { Worker } from 'node:worker_threads';
import { renderClip, type ClipJob, type RenderedClip } from './clip.ts';
import { createOggEncoding } from './encode.ts';
import { createEspeak } from './espeak.ts';
import { NarrationError, type Synthesiser } from './synthesiser.ts';

/** Renders jobs and hands over each clip as it is done, in no particular order. Rejects at the first failure. */
export type RenderClips = (jobs: readonly ClipJob[], onClip: (clip: RenderedClip) => void) => Promise<void>;

/** A worker loads the engine again (a quarter of a second); below this many clips one thread is as fast. */
const WORTH_WORKERS = 40;
const WORKERS = 2;
/** Small enough that both workers end together, large enough that messages cost nothing. */
const BATCH = 8;

/** A message from a worker. */
export type WorkerAnswer =
  | { readonly kind: 'clip'; readonly clip: RenderedClip }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

/** The renderer of real builds: espeak-ng, Ogg Vorbis. */
export const renderWithEspeak: RenderClips = async (jobs, onClip) => {
  if (jobs.length >= WORTH_WORKERS) await renderInWorkers(jobs, onClip);
  else if (jobs.length > 0) await renderHere(jobs, onClip);
};

async function renderHere(jobs: readonly ClipJob[], onClip: (clip: RenderedClip) => void): Promise<void> {
  const render = await createClipRenderer();
  for (const job of jobs) onClip(await render(job));
}

/** Renders one job after the other; engines are loaded once for each voice. */
export async function createClipRenderer(): Promise<(job: ClipJob) => Promise<RenderedClip>> {
  const encode = await createOggEncoding();
  const engines = new Map<string, Synthesiser>();
  return async (job) => {
    const name = JSON.stringify(job.settings);
    const engine = engines.get(name) ?? (await createEspeak(job.settings));
    engines.set(name, engine);
    return renderClip(job, engine, encode);
  };
}

async function renderInWorkers(jobs: readonly ClipJob[], onClip: (clip: RenderedClip) => void): Promise<void> {
  let next = 0;
  const takeBatch = (): readonly ClipJob[] => {
    const batch = jobs.slice(next, next + BATCH);
    next += batch.length;
    return batch;
  };
  const workers = Array.from({ length: WORKERS }, () => new Worker(new URL('./render-worker.ts', import.meta.url)));
  try {
    await Promise.all(workers.map((worker) => feed(worker, takeBatch, onClip)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives a worker batches until there are none. */
function feed(
  worker: Worker,
  takeBatch: () => readonly ClipJob[],
  onClip: (clip: RenderedClip) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new NarrationError(`a rendering worker stopped with code ${String(code)}`));
    });
    worker.on('message', (answer: WorkerAnswer) => {
      try {
        if (answer.kind === 'clip') onClip(answer.clip);
        else if (answer.kind === 'failed') reject(new NarrationError(answer.message));
        else {
          const batch = takeBatch();
          if (batch.length === 0) resolve();
          else worker.postMessage(batch);
        }
      } catch (error) {
        // An exception in a message handler would otherwise end the process instead of the build.
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
