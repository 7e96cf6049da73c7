/** Does tasks with pages: in this thread when there are few, in two others when there are many. */
import { setImmediate } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { createTaskDoer, type PageContexts, type PageResult, type PageTask } from './page-tasks.ts';

/** Two threads are loaded in the time in which one works off about so many pages. */
const WORTH_THREADS = 150;
const THREADS = 2;
/** Small enough that both threads end together, large enough that messages cost nothing. */
const BATCH = 8;

/** Some tasks, and the number of the first. */
export interface Batch {
  readonly first: number;
  readonly tasks: readonly PageTask[];
}

/** A message from a thread. */
export type ThreadAnswer =
  { readonly kind: 'result'; readonly at: number; readonly result: PageResult } | { readonly kind: 'ready' };

/** Hears what came of a task, by its number. */
type OnResult = (result: PageResult, at: number) => void;

/**
 * Does tasks and hands over each result as it comes, in no particular order. A task is made when its turn comes, so
 * that there are never many of them. Rejects at the first failure.
 */
export async function doPageTasks(
  contexts: PageContexts,
  count: number,
  taskAt: (at: number) => PageTask,
  onResult: OnResult,
): Promise<void> {
  if (count >= WORTH_THREADS) return doInThreads(contexts, count, taskAt, onResult);
  const doTask = createTaskDoer(contexts);
  for (let at = 0; at < count; at += 1) {
    onResult(doTask(taskAt(at)), at);
    // Somebody may want to stop the build.
    if (at % BATCH === 0) await setImmediate();
  }
}

async function doInThreads(
  contexts: PageContexts,
  count: number,
  taskAt: (at: number) => PageTask,
  onResult: OnResult,
): Promise<void> {
  let first = 0;
  const takeBatch = (): Batch => {
    const size = Math.min(BATCH, count - first);
    const begin = first;
    first += size;
    return { first: begin, tasks: Array.from({ length: size }, (_none, index) => taskAt(begin + index)) };
  };
  const file = new URL('./page-worker.ts', import.meta.url);
  const workers = Array.from({ length: THREADS }, () => new Worker(file, { workerData: contexts }));
  try {
    await Promise.all(workers.map((worker) => feed(worker, takeBatch, onResult)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** Gives a thread batches until there are none. */
function feed(worker: Worker, takeBatch: () => Batch, onResult: OnResult): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => {
      reject(new Error(`a thread that compiles pages stopped with code ${String(code)}`));
    });
    worker.on('message', (answer: ThreadAnswer) => {
      try {
        if (answer.kind === 'result') {
          onResult(answer.result, answer.at);
          return;
        }
        const batch = takeBatch();
        if (batch.tasks.length === 0) resolve();
        else worker.postMessage(batch);
      } catch (error) {
        // An exception in a message handler would otherwise end the process instead of the build.
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
  });
}
