/** `:::choice`: a question with options that lead to a part or open an answer. */
import type { Link, ListItem } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { readAttributes } from './attributes.ts';
import type { DraftBlock, DraftOption } from './draft.ts';
import { readText, textOf } from './inline.ts';
import type { Reader } from './markdown.ts';
import { readProse } from './prose.ts';

/** Reads a choice; reports and answers `undefined` when it has not two good options. */
export function readChoice(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id', 'question']);
  const [list, extra] = node.children;
  if (list?.type !== 'list' || extra !== undefined) {
    reader.refuse(
      extra ?? node,
      'choice-options',
      'a choice that is not exactly one list',
      'each list item is an option to press',
      'write the options as one list and nothing else',
    );
    return undefined;
  }
  const options = list.children.flatMap((item, index) => readOption(reader, item, index + 1) ?? []);
  if (options.length < list.children.length || !attributes) return undefined;
  if (options.length < 2) {
    reader.refuse(node, 'choice-options', 'a choice of one', 'there is nothing to choose', 'give two options or more');
    return undefined;
  }
  const place = reader.placeOf(node);
  return { kind: 'choice', id: attributes.id, place, question: textOf(attributes.question, place), options };
}

/** @param position - counted from 1; an option has it for an id where its label has no Latin letter */
function readOption(reader: Reader, item: ListItem, position: number): DraftOption | undefined {
  const [first, ...rest] = item.children;
  const link = first?.type === 'paragraph' ? asPartLink(first.children) : undefined;
  if (link && rest.length === 0) {
    const part = link.url.slice(1);
    const linked = readText(reader, link.children, reader.placeOf(link));
    if (linked.runs.length > 0) return { id: part, part, label: linked };
  }
  const answer = readProse(reader, rest);
  const label = first?.type === 'paragraph' ? readText(reader, first.children, reader.placeOf(first)) : undefined;
  const words = label?.runs.map((run) => run.text).join('') ?? '';
  const id = slugOf(words) || `option-${String(position)}`;
  if (!label || !/[\p{L}\p{N}]/u.test(words) || answer.length === 0) {
    reader.refuse(
      item,
      'choice-options',
      `an option that leads nowhere: “${toString(item).slice(0, 40)}”`,
      'an option goes to a part or opens an answer',
      'write [label](#part-id), or a label with an indented paragraph below it',
    );
    return undefined;
  }
  return { id, label, answer };
}

function asPartLink(nodes: readonly { readonly type: string }[]): Link | undefined {
  const [only, more] = nodes;
  const isLink = (node: { readonly type: string } | undefined): node is Link => node?.type === 'link';
  return isLink(only) && more === undefined && only.url.startsWith('#') ? only : undefined;
}

/** A label as an id: `I don’t know` → `i-dont-know`. Empty when it holds no Latin letter or digit. */
export function slugOf(label: string): string {
  return label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/['’]|\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
