/** What a benchmark reports: a figure beside its budget, and the table they make. */

/** A measured figure. `budget` is the most it may be; a figure without one is told for information. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** `''` is a number of things, which the figure names. */
  readonly unit: 'ms' | 'kB' | 'MB' | 's' | '×' | '';
  readonly budget?: number;
  /** How the value came about: how many runs, which percentile. */
  readonly how: string;
}

/** The middle value of several; of an even number, the lower of the two in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/** The value that at least `share` per cent of the values do not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.max(0, Math.ceil((sorted.length * share) / 100) - 1)];
  if (value === undefined) throw new Error('There is nothing to take a percentile of: a measurement gave no values.');
  return value;
}

export type Verdict = 'within' | 'over' | 'no budget';

export function verdictOf({ value, budget }: Figure): Verdict {
  if (budget === undefined) return 'no budget';
  return value <= budget ? 'within' : 'over';
}

const inUnit = (value: number, unit: Figure['unit']): string =>
  unit === '' ? value.toFixed(0) : `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;

/** The figures as lines of a table, budget and verdict beside each. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    inUnit(figure.value, figure.unit),
    figure.budget === undefined ? '–' : `≤ ${inUnit(figure.budget, figure.unit)}`,
    verdictOf(figure),
    figure.how,
  ]);
  const all = [['figure', 'measured', 'budget', 'verdict', 'how'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')).join('\n');
}
