/** Progress for a person at a terminal, or in plain lines for a log. */
import { Presets, SingleBar } from 'cli-progress';
import type { BuildProgress } from './build-bundle.ts';

/** Shows progress until it is stopped. */
export interface Progress {
  readonly update: (progress: BuildProgress) => void;
  readonly stop: () => void;
}

const STEP_PERCENT = 10;

/** A bar on a terminal; elsewhere a line about every ten per cent. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
  return stream.isTTY ? barProgress(stream) : lineProgress((line) => stream.write(line));
}

function barProgress(stream: NodeJS.WriteStream): Progress {
  const format = 'Narration |{bar}| {percentage} %  {value} of {total} sentences  {eta_formatted} to go';
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
export function lineProgress(write: (line: string) => unknown): Progress {
  let nextPercent = STEP_PERCENT;
  let first = true;
  return {
    update: ({ done, total }) => {
      const percent = total === 0 ? 100 : Math.floor((done * 100) / total);
      if (first && percent === 100) nextPercent = Infinity;
      first = false;
      if (percent < nextPercent) return;
      write(`Narration: ${String(done)} of ${String(total)} sentences\n`);
      nextPercent = Math.floor(percent / STEP_PERCENT) * STEP_PERCENT + STEP_PERCENT;
    },
    stop: () => undefined,
  };
}
