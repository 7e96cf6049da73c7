/** Progress for a person at a terminal, or in plain lines for a log. */
import { Presets, SingleBar } from 'cli-progress';
import type { BuildProgress, BuildStage } from './build-bundle.ts';

/** How far something is. */
export interface Done {
  readonly done: number;
  readonly total: number;
}

/** What is told of: `Narration: 5 of 10 sentences`. */
export interface Work {
  readonly name: string;
  readonly units: string;
}

/** Shows progress until it is stopped. */
export interface Progress {
  readonly update: (progress: Done) => void;
  readonly stop: () => void;
}

const STEP_PERCENT = 10;

/** A bar on a terminal; elsewhere a line about every ten per cent. */
export function createProgress(stream: NodeJS.WriteStream, work: Work): Progress {
  return stream.isTTY ? barProgress(stream, work) : lineProgress((line) => stream.write(line), work);
}

/** Shows a build's progress, a stage after the other, until it is stopped. */
export function createBuildProgress(
  start: (work: Work) => Progress,
): Omit<Progress, 'update'> & { readonly update: (progress: BuildProgress) => void } {
  let current: { readonly stage: BuildStage; readonly shown: Progress } | undefined;
  return {
    update: ({ stage, ...done }) => {
      if (current?.stage !== stage) {
        current?.shown.stop();
        current = { stage, shown: start(stages[stage]) };
      }
      current.shown.update(done);
    },
    stop: () => current?.shown.stop(),
  };
}

const stages: Readonly<Record<BuildStage, Work>> = {
  pages: { name: 'Pages', units: 'pages read and checked' },
  recordings: { name: 'Recordings', units: 'recordings aligned' },
  narration: { name: 'Narration', units: 'sentences' },
  documents: { name: 'Documents', units: 'pages' },
};

function barProgress(stream: NodeJS.WriteStream, { name, units }: Work): Progress {
  const format = `${name} |{bar}| {percentage} %  {value} of {total} ${units}  {eta_formatted} to go`;
  const bar = new SingleBar({ stream, format, hideCursor: true }, Presets.shades_classic);
  let started = false;
  return {
    update: ({ done, total }) => {
      if (!started) bar.start(total, done);
      started = true;
      bar.update(done);
    },
    stop: () => {
      bar.stop();
    },
  };
}

/** Lines for a log. Says nothing when everything was there from the start. */
export function lineProgress(write: (line: string) => unknown, { name, units }: Work): Progress {
  let nextPercent = STEP_PERCENT;
  let first = true;
  return {
    update: ({ done, total }) => {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
      if (first && percent === 100) nextPercent = Infinity;
      first = false;
      if (percent < nextPercent) return;
      write(`${name}: ${String(done)} of ${String(total)} ${units}\n`);
      nextPercent = Math.floor(percent / STEP_PERCENT) * STEP_PERCENT + STEP_PERCENT;
    },
    stop: () => undefined,
  };
}
