/** `npm run content -- new …`: begins a page, an Easy Read version, a glossary entry, a helpline or a recording. */
import { join, resolve } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { readContent, writeWhole } from '../disk.ts';
import { inRoot, type ContentFiles } from '../read/library.ts';
import { byStem, recordingPath, recordingStem } from '../read/recordings.ts';
import { planNew, ScaffoldError, type FileChange, type Wanted } from '../scaffold/plan.ts';
import {
  contentCommand,
  examples,
  exitCodes,
  now,
  UsageError,
  type AddCommand,
  type ContentOptions,
  type ExitCode,
} from './command.ts';

interface NewOptions extends ContentOptions {
  readonly language: string;
  readonly title?: string;
  readonly topic?: string;
  readonly term?: string;
  readonly name?: string;
}

/** The command `new` and the kinds of things it begins. */
export const addNew: AddCommand = (program, end) => {
  const parent = program
    .command('new')
    .description(
      'Begins a page, an Easy Read version, a medical word, a helpline or a recording; never overwrites one.',
    )
    .addHelpText(
      'after',
      examples(
        'new page blood-tests --title "Blood tests" --topic tests-and-treatment',
        'new easy blood-tests',
        'new term plasma --term "blood plasma"',
        'new helpline sleep-line --name "The sleep line"',
        'new recording pages/blood-tests in-short.2',
      ),
    );
  const command = (name: string, description: string) =>
    contentCommand(parent, name, description, 'print the files written as a JSON array').option(
      '--language <folder>',
      'the folder of the language',
      'en',
    );
  const kind = (name: Wanted['kind'], argument: string, description: string) =>
    command(name, description).argument(argument, 'small letters, digits and single hyphens');
  kind('page', '<id>', 'Begins a page.')
    .option('--title <words>', 'its title')
    .option('--topic <id>', 'the topic that leads to it')
    .addHelpText('after', examples('new page blood-tests --title "Blood tests" --topic tests-and-treatment'))
    .action(async (id: string, options: NewOptions) => {
      end(await begin(options, (base) => ({ ...base, kind: 'page', id, title: options.title, topic: options.topic })));
    });
  kind('easy', '<page-id>', 'Begins the Easy Read version of a page, part by part.')
    .addHelpText('after', examples('new easy blood-tests'))
    .action(async (id: string, options: NewOptions) => {
      end(await begin(options, (base) => ({ ...base, kind: 'easy', id })));
    });
  kind('term', '<id>', 'Begins a glossary entry, where it belongs in the alphabet.')
    .option('--term <words>', 'the word as it is shown')
    .addHelpText('after', examples('new term plasma --term "blood plasma"'))
    .action(async (id: string, options: NewOptions) => {
      end(await begin(options, (base) => ({ ...base, kind: 'term', id, term: options.term })));
    });
  kind('helpline', '<id>', 'Begins a helpline. Ring it before you replace the number.')
    .option('--name <words>', 'its name')
    .addHelpText('after', examples('new helpline sleep-line --name "The sleep line"'))
    .action(async (id: string, options: NewOptions) => {
      end(await begin(options, (base) => ({ ...base, kind: 'helpline', id, name: options.name })));
    });
  command('recording', 'Writes the words of a passage into the file beside its recording, to be read from there.')
    .argument('<document>', 'the page or list, as its recordings folder is called')
    .argument('<passage>', 'the passage, as the preview names it at /proof')
    .addHelpText('after', examples('new recording pages/blood-tests in-short.2'))
    .action(async (document: string, passage: string, options: NewOptions) => {
      end(await beginRecording(options, document, passage));
    });
};

async function begin(options: NewOptions, wish: (base: Pick<Wanted, 'folder' | 'today'>) => Wanted): Promise<ExitCode> {
  const files = await readContent(resolve(options.content));
  const time = now();
  const wanted = wish({ folder: options.language, today: time.toISOString().slice(0, 10) });
  const changes = plan(() => planNew(wanted, files, checkContent(files, time)));
  return write(options, files, changes, next(wanted, files.root));
}

async function beginRecording(options: NewOptions, document: string, passage: string): Promise<ExitCode> {
  // Loaded when needed: it compiles, as no other kind of beginning does.
  const { planRecording } = await import('../scaffold/recording.ts');
  const files = await readContent(resolve(options.content));
  const address = { folder: options.language, document, passage };
  const change = plan(() => planRecording(address, files, checkContent(files, now())));
  const file = inRoot(files, recordingPath(address));
  const next = byStem(files.recordings?.keys() ?? []).has(recordingStem(address))
    ? `Listen to ${file}: it has to say these words, each of them.`
    : `Read these words, as they stand there, into ${file}. Until it is there, check asks for it.`;
  return write(options, files, [change], next);
}

/** Writes the files, and tells them and what comes next. */
async function write(
  options: NewOptions,
  files: ContentFiles,
  changes: readonly FileChange[],
  next: string,
): Promise<ExitCode> {
  const contentDir = resolve(options.content);
  for (const { path, text } of changes) await writeWhole(join(contentDir, path), text);
  if (options.json) {
    const written = changes.map(({ path, change }) => ({ file: inRoot(files, path), change }));
    process.stdout.write(`${JSON.stringify(written, null, 2)}\n`);
  } else if (!options.quiet) {
    for (const { path, change } of changes) process.stdout.write(`${change} ${files.root}/${path}\n`);
    process.stdout.write(`${next}\n`);
  }
  return exitCodes.fine;
}

/** A wish that cannot be met is a mistake in how the tool was called. */
function plan<Plan>(work: () => Plan): Plan {
  try {
    return work();
  } catch (error) {
    if (error instanceof ScaffoldError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
}

function next(wanted: Wanted, root: string): string {
  const todo = '“npm run content -- check” names what is still to be written.';
  if (wanted.kind === 'page' && wanted.topic === undefined) {
    return `Now name it under a topic in ${root}/${wanted.folder}/topics.yaml, so that people find it. ${todo}`;
  }
  return todo;
}
