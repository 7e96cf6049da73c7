/** Reads the runners' own JSON reports. What does not have the expected shape counts as a failure. */
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { type Counts, add, nothing } from './counts.ts';

/** A failure as its test's name and the first lines of what was thrown. */
const tellFailure = (name: string, messages: readonly string[]): string =>
  [name, ...messages.flatMap((message) => stripVTControlCharacters(message).split('\n').slice(0, 12))].join('\n    ');

const vitestSchema = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).default([]) }),
      ),
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
  const failed = report.testResults.flatMap(({ assertionResults }) =>
    assertionResults.filter(({ status }) => status === 'failed'),
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + files.length,
    skipped: report.numPendingTests + report.numTodoTests,
    reasons: skipped.map(({ fullName }) => fullName),
    failures: [
      ...files.map(({ name }) => `${name} could not be loaded`),
      ...failed.map(({ fullName, failureMessages }) => tellFailure(fullName, failureMessages)),
    ],
    unsteady: [],
  };
};

const annotationSchema = z.object({ type: z.string(), description: z.string().optional() });

const errorSchema = z.object({ message: z.string().optional() });

const testSchema = z.object({
  projectName: z.string(),
  results: z.array(z.object({ errors: z.array(errorSchema).default([]), duration: z.number().default(0) })).default([]),
  status: z.enum(['expected', 'unexpected', 'flaky', 'skipped']),
  annotations: z.array(annotationSchema).default([]),
});

const suiteSchema = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string().default(''), tests: z.array(testSchema) })).default([]),
  get suites() {
    return z.array(suiteSchema).optional();
  },
});

const playwrightSchema = z.object({
  suites: z.array(suiteSchema),
  /** Errors outside any test: a global setup that failed, a file that does not load. */
  errors: z.array(errorSchema).default([]),
});

const countSuite = ({ specs, suites = [] }: z.infer<typeof suiteSchema>): Counts => {
  const own = specs.flatMap(({ title, tests }) =>
    tests.map(({ projectName, status, annotations, results }): Counts => {
      if (status === 'expected') return { ...nothing, passed: 1 };
      if (status !== 'skipped') {
        const messages = results.flatMap(({ errors }) => errors.map(({ message }) => message ?? 'no message'));
        const told = tellFailure(`[${projectName}] ${title}`, messages);
        return status === 'flaky'
          ? { ...nothing, passed: 1, unsteady: [told] }
          : { ...nothing, failed: 1, failures: [told] };
      }
      const why = annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
      return { ...nothing, skipped: 1, reasons: [`[${projectName}] ${title}: ${why}`] };
    }),
  );
  return [...own, ...suites.map(countSuite)].reduce(add, nothing);
};

/** So many tests of a run may need a second try: about one in three hundred, on a machine that other work holds up. */
export const MOST_UNSTEADY = 4;

/**
 * Counts of a Playwright report. A test that passed at its second try has passed and is told of; more than
 * {@link MOST_UNSTEADY} of them are no accident, and all of them have failed then.
 */
export const readPlaywrightReport = (text: string): Counts => {
  const { suites, errors } = playwrightSchema.parse(JSON.parse(text));
  const outside = errors.map(({ message }) => tellFailure('Outside any test', [message ?? 'no message']));
  const inside = suites.map(countSuite).reduce(add, nothing);
  const counts = add(inside, { ...nothing, failed: errors.length, failures: outside });
  const { passed, failed, failures, unsteady } = counts;
  if (unsteady.length <= MOST_UNSTEADY) return counts;
  const tooMany = { failed: failed + unsteady.length, failures: [...failures, ...unsteady], unsteady: [] };
  return { ...counts, passed: passed - unsteady.length, ...tooMany };
};

type Suite = z.infer<typeof suiteSchema>;

const specsOf = ({ specs, suites = [] }: Suite): Suite['specs'] => [...specs, ...suites.flatMap(specsOf)];

/** How many files are named as those that take longest. */
const MOST_NAMED = 10;

/** Where a Playwright run has spent its time: a line each for the files that took longest, the longest first. */
export const tellSlowest = (text: string): readonly string[] => {
  const { suites } = playwrightSchema.parse(JSON.parse(text));
  const spent = new Map<string, { ms: number; tests: number }>();
  for (const { file, tests } of suites.flatMap(specsOf)) {
    const { ms, tests: count } = spent.get(file) ?? { ms: 0, tests: 0 };
    const here = tests.flatMap(({ results }) => results).reduce((sum, { duration }) => sum + duration, 0);
    spent.set(file, { ms: ms + here, tests: count + tests.length });
  }
  return [...spent]
    .toSorted(([, one], [, other]) => other.ms - one.ms)
    .slice(0, MOST_NAMED)
    .map(([file, { ms, tests }]) => `${(ms / 1000).toFixed(0).padStart(5)} s  ${file} (${String(tests)} tests)`);
};
