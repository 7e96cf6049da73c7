/** `npm run content -- schemas`: writes the JSON Schemas that editors' programs check YAML with. */
import { join, resolve } from 'node:path';
import { readTextIfPresent, writeWhole } from '../disk.ts';
import { jsonSchemaText, schemaFiles } from '../schemas/json-schemas.ts';
import { examples, exitCodes, plural, type AddCommand, type ExitCode } from './command.ts';

interface SchemasOptions {
  readonly out: string;
  readonly check: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** The command `schemas`. */
export const addSchemas: AddCommand = (program, end) => {
  program
    .command('schemas')
    .description('Writes JSON Schemas of what editors write as YAML, for programs that check while one types.')
    .allowExcessArguments(false)
    .option('--out <dir>', 'the folder to write to', 'content/schemas')
    .option('--check', 'write nothing; end with 1 when a file is out of date', false)
    .option('--json', 'print the files that were out of date as a JSON array', false)
    .option('--quiet', 'print nothing', false)
    .addHelpText('after', examples('schemas', 'schemas --check'))
    .action(async (options: SchemasOptions) => {
      end(await schemas(options));
    });
};

async function schemas({ out, check, json, quiet }: SchemasOptions): Promise<ExitCode> {
  const stale: string[] = [];
  for (const file of schemaFiles) {
    const path = join(resolve(out), `${file.name}.json`);
    const text = jsonSchemaText(file);
    if ((await readTextIfPresent(path)) === text) continue;
    stale.push(`${out}/${file.name}.json`);
    if (!check) await writeWhole(path, text);
  }
  if (json) process.stdout.write(`${JSON.stringify(stale, null, 2)}\n`);
  else if (!quiet) {
    for (const path of stale) process.stdout.write(`${check ? 'out of date' : 'wrote'} ${path}\n`);
    process.stdout.write(`${plural(stale.length, 'schema')} ${check ? 'out of date' : 'changed'}\n`);
  }
  return check && stale.length > 0 ? exitCodes.errors : exitCodes.fine;
}
