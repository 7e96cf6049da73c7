/** `npm run content -- report`: writes an overview of the whole content for editors. */
import { resolve } from 'node:path';
import { checkRecorded } from '../check-recorded.ts';
import { writeWhole } from '../disk.ts';
import { gatherFacts, type ReportFacts } from '../report/facts.ts';
import { renderReport } from '../report/render.ts';
import {
  cacheOption,
  contentCommand,
  examples,
  exitCodes,
  now,
  plural,
  type AddCommand,
  type ExitCode,
  type RememberingOptions,
} from './command.ts';

interface ReportOptions extends RememberingOptions {
  readonly out: string;
}

/** The command `report`. Problems in the content are what it is about, so they do not make it fail. */
export const addReport: AddCommand = (program, end) => {
  contentCommand(
    program,
    'report',
    'Writes a page about the content: review dates, reading ages, speech, translations, links.',
    'print the same as JSON, and write no file',
  )
    .option(...cacheOption)
    .option('--out <file>', 'the HTML file to write', 'out/content-report.html')
    .addHelpText('after', examples('report', 'report --out report.html', 'report --json > report.json'))
    .action(async (options: ReportOptions) => {
      end(await report(options));
    });
};

async function report(options: ReportOptions): Promise<ExitCode> {
  const time = now();
  const folders = { contentDir: resolve(options.content), cacheDir: resolve(options.cache) };
  const facts = gatherFacts(await checkRecorded({ ...folders, now: time }), time);
  if (options.json) {
    process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
    return exitCodes.fine;
  }
  await writeWhole(resolve(options.out), renderReport(facts));
  if (!options.quiet) process.stdout.write(`wrote ${options.out}: ${summary(facts)}\n`);
  return exitCodes.fine;
}

function summary({ calendar, counts }: ReportFacts): string {
  const overdue = calendar.filter(({ state }) => state === 'overdue').length;
  return `${plural(overdue, 'review')} overdue, ${plural(counts.errors, 'error')}, ${plural(counts.warnings, 'warning')}`;
}
