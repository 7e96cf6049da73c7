/**
 * Writes down in a lexicon that somebody has heard a word and found it right. Only the approval is new text:
 * comments, order and the look of all else stay. Pure.
 */
import { isMap, isNode, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { insertEntry, yamlText } from '../content-compiler/scaffold/yaml-insert.ts';

/** Who heard a word, and on which day (`YYYY-MM-DD`). */
export interface Heard {
  readonly written: string;
  readonly by: string;
  readonly on: string;
}

/** A lexicon into which nothing can be written; `message` says what to do. */
export class ApprovalError extends Error {
  override readonly name = 'ApprovalError';
}

/**
 * The lexicon with the approval. A word without an entry gets one at the end, which changes nothing of its sound.
 *
 * @throws ApprovalError when the word is approved already, or the file cannot be read as a list of entries
 */
export function approve(text: string, { written, by, on }: Heard): string {
  const entries = entriesOf(text, written);
  if (entries.some((entry) => entry.has('approvedBy'))) {
    throw new ApprovalError(`“${written}” is approved already; remove its approval from the lexicon to give another.`);
  }
  const fields = [`approvedBy: ${yamlText(by)}`, `approvedOn: ${on}`];
  const [entry] = entries;
  if (entry === undefined) {
    return insertEntry(text, written, `- { written: ${inBraces(written)}, ${fieldsInBraces(by, on)} }`, 'end');
  }
  if (entry.flow) return intoBraces(text, entry, fieldsInBraces(by, on));
  return below(text, entry, fields);
}

function entriesOf(text: string, written: string): readonly YAMLMap[] {
  const document = parseDocument(text, { stringKeys: true });
  const { contents, errors } = document;
  if (errors.length > 0 || (contents !== null && !isSeq(contents))) {
    throw new ApprovalError('The lexicon cannot be read; mend the problems that the preview lists first.');
  }
  const items = contents?.items ?? [];
  return items.filter((item) => isMap(item)).filter((map) => String(map.get('written')) === written);
}

/** A text between braces: a comma or a brace in it would end it. */
function inBraces(text: string): string {
  const plain = yamlText(text);
  return /^['"]/.test(plain) || !/[,[\]{}]/.test(plain) ? plain : `'${text.replaceAll("'", "''")}'`;
}

function fieldsInBraces(by: string, on: string): string {
  return `approvedBy: ${inBraces(by)}, approvedOn: ${on}`;
}

function intoBraces(text: string, entry: YAMLMap, fields: string): string {
  const end = endOfLast(entry);
  return `${text.slice(0, end)}, ${fields}${text.slice(end)}`;
}

function below(text: string, entry: YAMLMap, fields: readonly string[]): string {
  const key = entry.items[0]?.key;
  if (!isScalar(key) || !key.range) throw new ApprovalError('The lexicon’s entry is not as expected; edit it by hand.');
  const indent = ' '.repeat(key.range[0] - (text.lastIndexOf('\n', key.range[0]) + 1));
  const lineEnd = text.indexOf('\n', endOfLast(entry));
  const end = lineEnd === -1 ? text.length : lineEnd;
  return `${text.slice(0, end)}${fields.map((field) => `\n${indent}${field}`).join('')}${text.slice(end) || '\n'}`;
}

/** Where the value of the last field ends. */
function endOfLast(entry: YAMLMap): number {
  const value = entry.items.at(-1)?.value;
  if (!isNode(value) || !value.range)
    throw new ApprovalError('The lexicon’s entry is not as expected; edit it by hand.');
  return value.range[1];
}
