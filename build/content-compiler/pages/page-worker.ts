/** A thread that does tasks with pages: takes batches, answers task by task, says when it is ready for more. */
import { parentPort, workerData } from 'node:worker_threads';
import { createTaskDoer, type PageContexts } from './page-tasks.ts';
import type { Batch, ThreadAnswer } from './page-threads.ts';

const answer = (message: ThreadAnswer): void => parentPort?.postMessage(message);
const doTask = createTaskDoer(workerData as PageContexts);

parentPort?.on('message', ({ first, tasks }: Batch) => {
  tasks.forEach((task, index) => {
    answer({ kind: 'result', at: first + index, result: doTask(task) });
  });
  answer({ kind: 'ready' });
});
answer({ kind: 'ready' });
