/**
 * Puts an entry into a YAML list that people keep by hand. The document is read to find the place; what is
 * written is only the new text, so that comments, order and the look of all else stay as they are.
 */
import { isMap, isNode, isScalar, isSeq, parseDocument, stringify, type Document, type Node, type YAMLSeq } from 'yaml';

/** A list that cannot be edited, because it cannot be read. */
export class UnreadableListError extends Error {
  override readonly name = 'UnreadableListError';
}

/** A value as YAML on one line, in quotes where it needs them. */
export function yamlText(value: string): string {
  return stringify(value, { lineWidth: 0, singleQuote: true }).trim();
}

/** The ids of a list of entries. */
export function idsIn(text: string): readonly string[] {
  return entriesOf(listIn(parse(text))).map(({ id }) => id);
}

/**
 * The list with an entry more, where its id belongs in the alphabet, or at the end.
 *
 * @param entry - the entry's lines, the first beginning with `- `
 */
export function insertEntry(text: string, id: string, entry: string, order: 'alphabet' | 'end'): string {
  const list = listIn(parse(text));
  const entries = entriesOf(list);
  if (!list || entries.length === 0) {
    const before = text.slice(0, list?.range?.[0] ?? text.length).trimEnd();
    return `${before}${before === '' ? '' : '\n'}${entry.trimEnd()}\n`;
  }
  const after = order === 'end' ? entries.length : entries.findIndex((other) => other.id > id);
  const index = after === -1 ? entries.length : after;
  const [first, second] = entries;
  const gap = !second || /\n\s*\n/.test(text.slice(first?.start ?? 0, second.start)) ? '\n\n' : '\n';
  const previous = entries[index - 1];
  if (previous) {
    const end = lineEnd(text, previous.end);
    return `${text.slice(0, end)}${gap}${entry.trimEnd()}${text.slice(end) || '\n'}`;
  }
  const start = text.lastIndexOf('\n', first?.start ?? 0) + 1;
  return `${text.slice(0, start)}${entry.trimEnd()}${gap}${text.slice(start)}`;
}

/** The topics with a page more under one of them; `undefined` when no topic has that id. */
export function addPageToTopic(text: string, topic: string, page: string): string | undefined {
  const document = parse(text);
  const found = topicsIn(listIn(document)).find((one) => one.id === topic);
  if (!found) return undefined;
  const { map } = found;
  const pages = map.get('pages', true);
  const last = isSeq(pages) ? pages.items.at(-1) : undefined;
  if (isSeq(pages) && pages.flow) {
    const at = isNode(last) && last.range ? last.range[1] : (pages.range?.[0] ?? 0) + 1;
    return `${text.slice(0, at)}${last === undefined ? '' : ', '}${page}${text.slice(at)}`;
  }
  if (isNode(last) && last.range) {
    const lineStart = text.lastIndexOf('\n', last.range[0] - 1) + 1;
    const indent = /^[^-]*/.exec(text.slice(lineStart))?.[0] ?? '';
    const end = lineEnd(text, last.range[1]);
    return `${text.slice(0, end)}\n${indent}- ${page}${text.slice(end)}`;
  }
  const icon = map.get('icon', true);
  const key = map.items[0]?.key;
  if (!isNode(icon) || !icon.range || !isScalar(key) || !key.range) throw unreadable();
  const indent = key.range[0] - (text.lastIndexOf('\n', key.range[0]) + 1);
  const end = lineEnd(text, icon.range[1]);
  return `${text.slice(0, end)}\n${' '.repeat(indent)}pages: [${page}]${text.slice(end)}`;
}

/** The ids of all topics, those below others too. */
export function topicIdsIn(text: string): readonly string[] {
  return topicsIn(listIn(parse(text))).map(({ id }) => id);
}

function parse(text: string): Document {
  const document = parseDocument(text, { stringKeys: true });
  if (document.errors.length > 0) throw unreadable(document.errors[0]?.message);
  return document;
}

function unreadable(why = 'its entries are not as expected'): UnreadableListError {
  return new UnreadableListError(why);
}

function listIn({ contents }: Document): YAMLSeq | undefined {
  if (isSeq(contents)) return contents;
  if (contents === null) return undefined;
  throw unreadable('it is not a list');
}

function entriesOf(list: YAMLSeq | undefined) {
  return (list?.items ?? []).map((item) => {
    if (!isMap(item) || !item.range) throw unreadable();
    return { id: String(item.get('id')), start: item.range[0], end: item.range[1] };
  });
}

function topicsIn(list: YAMLSeq | undefined) {
  const maps = (node: unknown) => (isSeq(node) ? node.items.filter((item) => isMap(item)) : []);
  return maps(list)
    .flatMap((map) => [map, ...maps(map.get('topics', true) as Node | undefined)])
    .map((map) => ({ id: String(map.get('id')), map }));
}

/** The end of the line on which what ends at an offset was written, so that a comment after it stays with it. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', text.slice(0, offset).trimEnd().length);
  return end === -1 ? text.length : end;
}
