/** Reads the runners' own JSON reports. What does not have the expected shape counts as a failure. */
import { z } from 'zod';
import { type Counts, add, nothing } from './counts.ts';

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Counts of a Vitest report. A file that could not even be loaded has no tests, and is one failure. */
export const readVitestReport = (text: string): Counts => {
  const report = vitestSchema.parse(JSON.parse(text));
  const files = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  const skipped = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => ['pending', 'skipped', 'todo'].includes(status)),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + files.length,
    skipped: report.numPendingTests + report.numTodoTests,
    reasons: skipped.map(({ fullName }) => fullName),
  };
};

const annotationSchema = z.object({ type: z.string(), description: z.string().optional() });

const testSchema = z.object({
  projectName: z.string(),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(annotationSchema).default([]),
});

const suiteSchema = z.object({
  specs: z.array(z.object({ title: z.string(), tests: z.array(testSchema) })).default([]),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const playwrightSchema = z.object({
  suites: z.array(suiteSchema),
  /** Errors outside any test: a global setup that failed, a file that does not load. */
  errors: z.array(z.unknown()).default([]),
});

const countSuite = ({ specs, suites = [] }: z.infer<typeof suiteSchema>): Counts => {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, annotations }): Counts => {
      if (status === 'expected') return { ...nothing, passed: 1 };
      if (status !== 'skipped') return { ...nothing, failed: 1 };
      const why = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
      return { ...nothing, skipped: 1, reasons: [`[${projectName}] ${title}: ${why}`] };
    }),
  );
  return [...own, ...suites.map(countSuite)].reduce(add, nothing);
};

/** Counts of a Playwright report. A flaky test has failed once, and so has failed. */
export const readPlaywrightReport = (text: string): Counts => {
  const { suites, errors } = playwrightSchema.parse(JSON.parse(text));
  return add(suites.map(countSuite).reduce(add, nothing), { ...nothing, failed: errors.length });
};
