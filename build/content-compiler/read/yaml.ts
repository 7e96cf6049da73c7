/** YAML against a schema, with the place of every value. */
import { LineCounter, isMap, isNode, isPair, isScalar, parseDocument, type Document } from 'yaml';
import type { z } from 'zod';
import type { Place, Report } from '../problem.ts';

type Path = readonly (string | number)[];

/** A value that passed its schema. `placeOf` finds where a path of it is written (its nearest parent if absent). */
export interface ReadYaml<Value> {
  readonly value: Value;
  readonly placeOf: (path: Path, at?: 'key' | 'value') => Place;
}

/**
 * Parses and validates; reports every mistake at its place and then answers `undefined`.
 *
 * @param linesBefore - lines of the file that stand before `text`, as in front matter.
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  report: Report,
  linesBefore = 0,
): ReadYaml<z.output<Schema>> | undefined {
  const lineCounter = new LineCounter();
  // Aliases are off: nobody needs them here, and they are how a small file becomes a huge value.
  const document = parseDocument(text, { lineCounter, prettyErrors: false, stringKeys: true });
  const at = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(offset);
    return { file, line: Math.max(1, line) + linesBefore, column: Math.max(1, col) };
  };
  for (const { pos, message } of [...document.errors, ...document.warnings]) {
    report({
      place: at(pos[0]),
      level: 'error',
      code: 'yaml-syntax',
      what: message,
      why: 'the file cannot be read as YAML',
      mend: 'mend the YAML here; put text that holds “: ” or “#” in quotes',
    });
  }
  if (document.errors.length > 0 || document.warnings.length > 0) return undefined;

  const placeOf: ReadYaml<unknown>['placeOf'] = (path, which = 'value') => at(offsetOf(document, path, which));
  const result = schema.safeParse(plainValue(document));
  if (result.success) return { value: result.data, placeOf };
  for (const issue of result.error.issues) {
    const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
    report({
      place: unknown === undefined ? placeOf(path) : placeOf([...path, unknown], 'key'),
      level: 'error',
      code: 'schema',
      what: `${path.length === 0 ? 'the file' : `“${path.join('.')}”`}: ${issue.message}`,
      why: 'the compiler takes only the fields and values of content/format',
      mend: mendFor(issue),
    });
  }
  return undefined;
}

function plainValue(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** Kinds of values as an editor would call them. */
const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  int: 'a whole number',
  number: 'a number',
  object: 'named fields',
  record: 'named fields',
  string: 'text',
};

function mendFor(issue: z.core.$ZodIssue): string {
  if (issue.code === 'unrecognized_keys') return `remove or correct ${issue.keys.map((key) => `“${key}”`).join(', ')}`;
  if (issue.code === 'invalid_type') return `write ${kinds[issue.expected] ?? issue.expected} here`;
  if (issue.code === 'invalid_value') return `use one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'invalid_format' && issue.format === 'regex') {
    return 'use small letters, digits and single hyphens in ids; times as HH:MM; numbers as digits and spaces';
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') return 'write the date as YYYY-MM-DD';
  return 'correct the value';
}

/** The offset of the value at a path, or of the nearest parent that is written. */
function offsetOf(document: Document, path: Path, which: 'key' | 'value'): number {
  for (let length = path.length; length >= 0; length -= 1) {
    const steps = path.slice(0, length);
    if (which === 'key' && length === path.length && length > 0) {
      const parent = document.getIn(steps.slice(0, -1), true) ?? document.contents;
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === steps.at(-1))
        : undefined;
      if (isScalar(pair?.key) && pair.key.range) return pair.key.range[0];
    }
    const node: unknown = length === 0 ? document.contents : document.getIn(steps, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
