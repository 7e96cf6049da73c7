/** What the runners report is counted, and what failed is told with its reason. */
import { describe, expect, test } from 'vitest';
import { MOST_UNSTEADY, readPlaywrightReport, readVitestReport, tellSlowest } from '../../support/reports.ts';

describe('Vitest', () => {
  const report = (assertionResults: readonly object[], status = 'failed'): string =>
    JSON.stringify({
      numPassedTests: assertionResults.filter((one) => 'status' in one && one.status === 'passed').length,
      numFailedTests: assertionResults.filter((one) => 'status' in one && one.status === 'failed').length,
      numPendingTests: assertionResults.filter((one) => 'status' in one && one.status === 'pending').length,
      numTodoTests: 0,
      testResults: [{ name: 'some.test.ts', status, assertionResults }],
    });

  test('counts, names what was skipped and tells what failed', () => {
    const counts = readVitestReport(
      report([
        { fullName: 'stands', status: 'passed' },
        { fullName: 'waits', status: 'pending' },
        { fullName: 'falls', status: 'failed', failureMessages: ['\u001B[31mexpected 1 to be 2\u001B[0m'] },
      ]),
    );
    expect(counts).toEqual({
      passed: 1,
      failed: 1,
      skipped: 1,
      reasons: ['waits'],
      failures: ['falls\n    expected 1 to be 2'],
      unsteady: [],
    });
  });

  test('a file that does not load is a failure', () => {
    expect(readVitestReport(report([]))).toMatchObject({ failed: 1, failures: ['some.test.ts could not be loaded'] });
  });
});

describe('Playwright', () => {
  const report = (tests: readonly object[], errors: readonly object[] = []): string =>
    JSON.stringify({ suites: [{ suites: [{ specs: [{ title: 'a line', tests }] }] }], errors });

  test('counts through suites of suites; what passed at its second try is told with what had failed', () => {
    const counts = readPlaywrightReport(
      report([
        { projectName: 'e2e', status: 'expected' },
        { projectName: 'e2e', status: 'flaky', results: [{ errors: [{ message: 'too late' }] }, { errors: [] }] },
        { projectName: 'e2e', status: 'skipped', annotations: [{ type: 'skip', description: 'no runtime' }] },
      ]),
    );
    expect(counts).toEqual({
      passed: 2,
      failed: 0,
      skipped: 1,
      reasons: ['[e2e] a line: no runtime'],
      failures: [],
      unsteady: ['[e2e] a line\n    too late'],
    });
  });

  test('more second tries than a busy machine explains are failures, each of them', () => {
    const flaky = { projectName: 'e2e', status: 'flaky', results: [{ errors: [{ message: 'too late' }] }] };
    const some = (count: number) => readPlaywrightReport(report(Array.from({ length: count }, () => flaky)));
    expect(some(MOST_UNSTEADY)).toMatchObject({ passed: MOST_UNSTEADY, failed: 0, failures: [] });
    expect(some(MOST_UNSTEADY + 1)).toMatchObject({ passed: 0, failed: MOST_UNSTEADY + 1, unsteady: [] });
    expect(some(MOST_UNSTEADY + 1).failures).toHaveLength(MOST_UNSTEADY + 1);
  });

  test('an error outside any test is a failure', () => {
    expect(readPlaywrightReport(report([], [{ message: 'the set-up broke' }]))).toMatchObject({
      failed: 1,
      failures: ['Outside any test\n    the set-up broke'],
    });
  });
});

test('where the time of a browser run has gone is told by file, the longest first', () => {
  const spec = (file: string, ...durations: readonly number[]) => ({
    title: 'a test',
    file,
    tests: durations.map((duration) => ({ projectName: 'e2e', status: 'expected', results: [{ duration }] })),
  });
  const text = JSON.stringify({
    suites: [{ specs: [spec('quick.spec.ts', 900)], suites: [{ specs: [spec('slow.spec.ts', 4000, 8000)] }] }],
  });
  expect(tellSlowest(text)).toEqual(['   12 s  slow.spec.ts (2 tests)', '    1 s  quick.spec.ts (1 tests)']);
});
