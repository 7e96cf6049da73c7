/**
 * `npm test`: everything that must hold, in order, each stage under a heading, and one line that sums up.
 * A stage that fails does not hide the ones after it, unless they could not mean anything without it.
 */
import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './support/checkout.ts';
import { type Counts, add, failedStage, nothing, passedStage } from './support/counts.ts';
import { readPlaywrightReport, readVitestReport, tellSlowest } from './support/reports.ts';
import { buildParts } from './support/build-parts.ts';
import { runTool } from './support/run-tool.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A stage: what it is called, what it does, and what must have passed before it means anything. */
interface Stage {
  readonly title: string;
  readonly run: () => Promise<Counts>;
  readonly needs?: string;
}

const reports = await mkdtemp(join(tmpdir(), 'alongside-reports-'));

/** A tool that only passes or fails counts as one check. */
const check = async (packageName: string, bin: string, args: readonly string[]): Promise<Counts> =>
  (await runTool(packageName, bin, args)) === 0 ? passedStage : failedStage;

/** A runner counts its own tests. One that crashes, or has none, has failed: silence is no success. */
const runner = async (exitCode: number, report: string, read: (text: string) => Counts): Promise<Counts> => {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (text === undefined) {
    say('The runner left no report: it crashed, which counts as a failure.');
    return failedStage;
  }
  const counts = read(text);
  if (counts.passed + counts.failed + counts.skipped === 0) {
    say('The runner ran no test at all, which counts as a failure.');
    return failedStage;
  }
  if (exitCode !== 0 && counts.failed === 0) {
    say(`The runner ended with exit code ${String(exitCode)} though no test failed, which counts as a failure.`);
    return { ...counts, failed: 1 };
  }
  return counts;
};

const unit = async (): Promise<Counts> => {
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return runner(await runTool('vitest', 'vitest', args), report, readVitestReport);
};

const browser = async (): Promise<Counts> => {
  const report = join(reports, 'playwright.json');
  const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report };
  const args = ['test', '--reporter=line,json'];
  return runner(await runTool('playwright', 'playwright', args, env), report, (text) => {
    say(`\nTime by file, the workers' added up:\n${tellSlowest(text).join('\n')}`);
    return readPlaywrightReport(text);
  });
};

const content = (): Promise<Counts> => check('', join(root, 'build', 'content-compiler', 'cli.ts'), ['check']);

const stages: readonly Stage[] = [
  { title: 'Types', run: () => check('typescript', 'tsc', ['-p', '.']) },
  { title: 'Types of the page', run: () => check('typescript', 'tsc', ['-p', 'renderer']) },
  { title: 'Lint and layers', run: () => check('eslint', 'eslint', ['.', '--max-warnings', '0']) },
  { title: 'Format', run: () => check('prettier', 'prettier', ['--check', '--log-level', 'warn', '.']) },
  { title: 'Unit tests', run: unit },
  { title: 'Content', run: content },
  { title: 'Build', run: () => buildParts(say) },
  { title: 'Browser tests', run: browser, needs: 'Build' },
];

const broken = new Set<string>();
let sum = nothing;
for (const { title, run, needs } of stages) {
  say(`\n== ${title}`);
  const startedMs = performance.now();
  let counts: Counts;
  if (needs !== undefined && broken.has(needs)) {
    say(`Not run, because “${needs}” failed; that counts as a failure.`);
    counts = failedStage;
  } else {
    counts = await run().catch((error: unknown) => {
      say(error instanceof Error ? error.message : String(error));
      return failedStage;
    });
  }
  if (counts.failed > 0) broken.add(title);
  sum = add(sum, counts);
  for (const reason of counts.reasons) say(`skipped: ${reason}`);
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  say(
    `-- ${title}: ${String(counts.passed)} passed, ${String(counts.failed)} failed, ${String(counts.skipped)} skipped (${seconds} s)`,
  );
}
await rm(reports, { recursive: true, force: true });

for (const test of sum.unsteady) say(`\nPASSED AT THE SECOND TRY ${test}`);
for (const failure of sum.failures) say(`\nFAILED ${failure}`);
say(broken.size === 0 ? '' : `\nFailed: ${[...broken].join(', ')}`);
say(`${String(sum.passed)} passed, ${String(sum.failed)} failed, ${String(sum.skipped)} skipped`);
process.exitCode = sum.failed === 0 ? 0 : 1;
