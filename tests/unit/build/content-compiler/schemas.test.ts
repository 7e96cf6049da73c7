import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { adjustableProblemCodes, fixedProblemCodes, messageArguments } from '../../../../content/format/index.ts';
import { formatProblem } from '../../../../build/content-compiler/problem.ts';
import { jsonSchemaText, schemaFiles } from '../../../../build/content-compiler/schemas/json-schemas.ts';

const root = join(import.meta.dirname, '../../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const parsed = (path: string): unknown => JSON.parse(read(path)) as unknown;

describe('E1 · JSON Schemas for editors', () => {
  it.each(schemaFiles)('content/schemas/$name.json is what content/format says now', (file) => {
    expect(read(`content/schemas/${file.name}.json`), 'run “npm run content -- schemas”').toBe(jsonSchemaText(file));
  });

  it('are wired for the YAML files they speak about, and for no others', () => {
    const wired = schemaFiles.flatMap(({ name, files }) =>
      files.map((pattern): readonly [string, string] => [`./content/schemas/${name}.json`, pattern]),
    );
    expect(parsed('.vscode/settings.json')).toEqual({ 'yaml.schemas': Object.fromEntries(wired) });
    for (const [, pattern] of wired) expect(globSync(pattern, { cwd: root }), pattern).not.toEqual([]);
    expect(globSync('content/**/*.yaml', { cwd: root }).length).toBe(
      wired.flatMap(([, pattern]) => globSync(pattern, { cwd: root })).length,
    );
    expect(parsed('.vscode/extensions.json')).toEqual({ recommendations: ['redhat.vscode-yaml'] });
  });

  it('let a field with a default be left out, and ask for the others', () => {
    expect(parsed('content/schemas/page.json')).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['id', 'title', 'summary', 'reviewed', 'nextReview'],
    });
  });

  it('offer every message by its key, and every kind of problem for the policy', () => {
    expect(parsed('content/schemas/interface.json')).toMatchObject({
      properties: { messages: { required: Object.keys(messageArguments), additionalProperties: false } },
    });
    const codes = [...adjustableProblemCodes, ...fixedProblemCodes].sort();
    expect(new Set(codes).size).toBe(codes.length);
    expect(parsed('content/schemas/policy.json')).toMatchObject({
      properties: { levels: { propertyNames: { enum: codes } } },
    });
    expect(existsSync(join(root, 'content/policy.yaml'))).toBe(true);
  });

  it('E2 · what check prints is read by the editor’s list of problems', () => {
    const tasks = parsed('.vscode/tasks.json') as {
      readonly tasks: readonly { readonly problemMatcher: { readonly pattern: { readonly regexp: string } } }[];
    };
    const pattern = new RegExp(tasks.tasks[0]?.problemMatcher.pattern.regexp ?? '(?!)');
    const place = { file: 'content/en/pages/a.md', line: 3, column: 7 };
    const line = formatProblem({ place, level: 'warning', code: 'capitals', what: 'A', why: 'b', mend: 'c' });
    expect(pattern.exec(line)?.slice(1)).toEqual([place.file, '3', '7', 'warning', 'capitals', 'A · b · c']);
  });
});
