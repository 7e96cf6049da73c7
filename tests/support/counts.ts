/** Counting what passed, failed and was skipped, over all runners. */

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** Why tests were skipped, each reason once. */
  readonly reasons: readonly string[];
  /** What failed and how, told again at the end of a long run. */
  readonly failures: readonly string[];
  /** What passed only when it was tried again, and how it had failed: told as well, and never taken for steady. */
  readonly unsteady: readonly string[];
}

export const nothing: Counts = { passed: 0, failed: 0, skipped: 0, reasons: [], failures: [], unsteady: [] };
export const passedStage: Counts = { ...nothing, passed: 1 };
export const failedStage: Counts = { ...nothing, failed: 1 };

export const add = (a: Counts, b: Counts): Counts => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  reasons: [...new Set([...a.reasons, ...b.reasons])],
  failures: [...a.failures, ...b.failures],
  unsteady: [...a.unsteady, ...b.unsteady],
});
