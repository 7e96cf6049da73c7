/** The voice of the preview: speaks sentences in a worker of its own, those first that somebody waits for. */
import { Worker } from 'node:worker_threads';
import { openClipCache } from '../content-compiler/disk/clip-cache.ts';
import type { ClipFacts, ClipJob } from '../content-compiler/narrate/clip.ts';
import type { WorkerAnswer } from '../content-compiler/narrate/render.ts';

/** Speaks in the background. The sound is the build's own, and is kept where the build looks for it. */
export interface Voice {
  /** All sentences of the edition; what was still waiting of an earlier one is forgotten. */
  readonly expect: (jobs: Iterable<ClipJob>) => void;
  /** What is known of clips, once all of them have been spoken. Rejects when the engine fails. */
  readonly facts: (jobs: readonly ClipJob[]) => Promise<ReadonlyMap<string, ClipFacts>>;
  /** A clip's sound, once it has been spoken. Rejects when the engine fails. */
  readonly sound: (job: ClipJob) => Promise<Uint8Array>;
  /** Sentences that are expected and not spoken yet. */
  readonly waiting: () => number;
  /** Writes down what was spoken, and stops. */
  readonly close: () => Promise<void>;
}

/** What a voice needs. */
export interface VoiceOptions {
  readonly cacheDir: string;
  readonly now: Date;
  /** The number of those waiting is another now. */
  readonly onChange: () => void;
  /** The engine stopped; `message` says why. The next that is asked for starts it again. */
  readonly onFailure: (message: string) => void;
}

/** A library that was never spoken has thousands of sentences; nobody needs to be told of each. */
const TELL_EVERY_MS = 500;

/** Small, so that a sentence somebody waits for is never far behind. */
const BATCH = 2;

interface Wait {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Opens the voice. Nothing is loaded before the first sentence that was never spoken. */
export function openVoice({ cacheDir, now, onChange, onFailure }: VoiceOptions): Voice {
  const cache = openClipCache(cacheDir, now);
  const urgent = new Map<string, ClipJob>();
  const expected = new Map<string, ClipJob>();
  const waits = new Map<string, Wait[]>();
  let worker: Worker | undefined;
  let isIdle = false;
  let isClosed = false;
  let toldAtMs = 0;

  const tell = (): void => {
    const atMs = Date.now();
    if (urgent.size + expected.size > 0 && Math.abs(atMs - toldAtMs) < TELL_EVERY_MS) return;
    toldAtMs = atMs;
    onChange();
  };

  const feed = (): void => {
    if (isClosed || urgent.size + expected.size === 0) return;
    worker ??= start();
    if (!isIdle) return;
    const batch = [...urgent.values()].slice(0, BATCH);
    for (const job of expected.values()) {
      if (batch.length >= BATCH) break;
      if (!urgent.has(job.key)) batch.push(job);
    }
    isIdle = false;
    worker.postMessage(batch);
  };

  const settle = (key: string): void => {
    urgent.delete(key);
    expected.delete(key);
    for (const { resolve } of waits.get(key) ?? []) resolve();
    waits.delete(key);
  };

  const fail = (failed: Worker, message: string): void => {
    if (failed !== worker) return;
    worker = undefined;
    isIdle = false;
    void failed.terminate();
    const error = new Error(message);
    for (const { reject } of [...waits.values()].flat()) reject(error);
    waits.clear();
    urgent.clear();
    expected.clear();
    onFailure(message);
  };

  const start = (): Worker => {
    const started = new Worker(new URL('../content-compiler/narrate/render-worker.ts', import.meta.url));
    started.on('message', (answer: WorkerAnswer) => {
      if (answer.kind === 'failed') {
        fail(started, answer.message);
      } else if (answer.kind === 'clip') {
        cache.store(answer.clip);
        settle(answer.clip.key);
      } else {
        isIdle = true;
        if (urgent.size + expected.size === 0) cache.save();
        tell();
        feed();
      }
    });
    started.on('error', (error) => {
      fail(started, error instanceof Error ? error.message : 'the voice stopped');
    });
    started.on('exit', () => {
      fail(started, 'the voice stopped');
    });
    return started;
  };

  const spoken = (job: ClipJob): Promise<void> =>
    new Promise((resolve, reject) => {
      waits.set(job.key, [...(waits.get(job.key) ?? []), { resolve, reject }]);
      urgent.set(job.key, job);
      feed();
    });

  return {
    expect: (jobs) => {
      expected.clear();
      for (const job of jobs) if (cache.find(job.key) === undefined) expected.set(job.key, job);
      onChange();
      feed();
    },
    facts: async (jobs) => {
      await Promise.all(jobs.filter(({ key }) => cache.find(key) === undefined).map(spoken));
      return new Map(jobs.flatMap(({ key }) => [[key, cache.facts(key)] as const]).filter(isKnown));
    },
    sound: async (job) => {
      const there = cache.sound(job.key);
      if (there !== undefined) return there;
      await spoken(job);
      const made = cache.sound(job.key);
      if (made === undefined) throw new Error('the sound was lost while it was spoken');
      return made;
    },
    waiting: () => new Set([...urgent.keys(), ...expected.keys()]).size,
    close: async () => {
      isClosed = true;
      const stopping = worker;
      worker = undefined;
      for (const { reject } of [...waits.values()].flat()) reject(new Error('the preview was closed'));
      await stopping?.terminate();
      cache.save();
    },
  };
}

function isKnown(entry: readonly [string, ClipFacts | undefined]): entry is readonly [string, ClipFacts] {
  return entry[1] !== undefined;
}
