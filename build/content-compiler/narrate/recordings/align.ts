/**
 * Dynamic time warping: which moment of a recording says what a moment of the synthetic rendering says. The two
 * are stretched against each other so that they sound alike throughout, at the least cost.
 */
import { FEATURES, FRAME_MS, type Frames } from './features.ts';

/** How two renderings of one text go together. */
export interface Alignment {
  /** The moment of the recording that fits a moment of the rendering, both in milliseconds; never goes back. */
  readonly recordedAt: (renderedMs: number) => number;
  /**
   * How much alike the two sound along the way, against how alike any two of their moments do, and how straight
   * the way is: 0 for not at all, towards 1. Speech that says something else stays low; see README.md › Recordings
   * for what was measured.
   */
  readonly quality: number;
}

/** How far the way may stray from the straight one: this share of the longer, and at least this long. */
const BAND_SHARE = 0.25;
const BAND_LEAST_MS = 1500;

/** A frame that is passed over on one side costs a little more, so that the way goes straight where it can. */
const STEP_COST = 0.35;

/** The step by which a cell was reached. */
const BOTH = 0;
const RENDERED_ONLY = 1;
const RECORDED_ONLY = 2;

/** Aligns the frames of a rendering with those of a recording of the same text. */
export function align(rendered: Frames, recorded: Frames): Alignment {
  const rows = rendered.count;
  const columns = recorded.count;
  const reach = Math.ceil(Math.max(BAND_SHARE * Math.max(rows, columns), BAND_LEAST_MS / FRAME_MS));
  const width = Math.min(columns, 2 * reach + 1);
  const slope = columns / rows;
  const firstColumn = (row: number): number =>
    Math.max(0, Math.min(columns - width, Math.round(row * slope) - Math.floor(width / 2)));
  const steps = new Uint8Array(rows * width);
  let before = new Float64Array(width).fill(Infinity);
  let beforeFirst = 0;
  for (let row = 0; row < rows; row += 1) {
    const first = firstColumn(row);
    const current = new Float64Array(width).fill(Infinity);
    for (let cell = 0; cell < width; cell += 1) {
      const column = first + cell;
      const above = (at: number): number => before[at - beforeFirst] ?? Infinity;
      const diagonal = row === 0 && column === 0 ? 0 : row === 0 ? Infinity : above(column - 1);
      const down = row === 0 ? Infinity : above(column) + STEP_COST;
      const along = (current[cell - 1] ?? Infinity) + STEP_COST;
      const best = Math.min(diagonal, down, along);
      steps[row * width + cell] = best === diagonal ? BOTH : best === down ? RENDERED_ONLY : RECORDED_ONLY;
      current[cell] = best + distance(rendered, row, recorded, column);
    }
    before = current;
    beforeFirst = first;
  }
  return follow(rendered, recorded, steps, width, firstColumn);
}

/** Goes back along the cheapest way, from the end to the beginning. */
function follow(
  rendered: Frames,
  recorded: Frames,
  steps: Uint8Array,
  width: number,
  firstColumn: (row: number) => number,
): Alignment {
  const columnOf = new Float64Array(rendered.count);
  let row = rendered.count - 1;
  let column = recorded.count - 1;
  let cost = 0;
  let length = 0;
  let straight = 0;
  while (row >= 0 && column >= 0) {
    columnOf[row] = column;
    cost += distance(rendered, row, recorded, column);
    length += 1;
    const step = steps[row * width + column - firstColumn(row)];
    if (step === BOTH) straight += 1;
    if (step !== RECORDED_ONLY) row -= 1;
    if (step !== RENDERED_ONLY) column -= 1;
  }
  const byChance = distanceByChance(rendered, recorded);
  return {
    quality: Math.max(0, 1 - cost / length / byChance) * (straight / length),
    recordedAt: (renderedMs) => {
      const at = Math.min(rendered.count - 1, Math.max(0, renderedMs / FRAME_MS));
      const low = Math.floor(at);
      const from = columnOf[low] ?? 0;
      const to = columnOf[low + 1] ?? from;
      return (from + (to - from) * (at - low)) * FRAME_MS;
    },
  };
}

function distance(a: Frames, row: number, b: Frames, column: number): number {
  let sum = 0;
  for (let feature = 0; feature < FEATURES; feature += 1) {
    const difference = (a.values[row * FEATURES + feature] ?? 0) - (b.values[column * FEATURES + feature] ?? 0);
    sum += difference * difference;
  }
  return Math.sqrt(sum / FEATURES);
}

/** How unlike two moments are that have nothing to do with each other; many pairs, the same every time. */
function distanceByChance(a: Frames, b: Frames): number {
  const pairs = 2000;
  let sum = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    sum += distance(a, (pair * 7919) % a.count, b, (pair * 104_729 + 17) % b.count);
  }
  return sum / pairs || 1;
}
