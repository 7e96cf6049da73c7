/** Paragraphs and lists, wherever they may stand. */
import type { List, ListItem, Nodes, RootContent } from 'mdast';
import type { DraftProse, DraftText } from './draft.ts';
import { readText } from './inline.ts';
import { refuseNode, type Reader } from './markdown.ts';

/** Directives written on one line, with two colons. */
const leafDirectives: readonly string[] = ['helpline', 'idea'];

/** All directives, leaf and container. */
const directiveNames: readonly string[] = [
  'callout',
  'urgent',
  'table',
  'gate',
  'trial',
  'diagram',
  'choice',
  ...leafDirectives,
];

/** Reads nodes that may only be paragraphs and lists; reports the others. */
export function readProse(reader: Reader, nodes: readonly RootContent[]): readonly DraftProse[] {
  return nodes.flatMap((node): readonly DraftProse[] => {
    if (node.type === 'paragraph') {
      if (node.data && 'directiveLabel' in node.data) {
        reader.refuse(
          node,
          'unknown-block',
          'words in square brackets after a directive’s name',
          'directives take their words from attributes',
          'move them into the braces, as title="…"',
        );
        return [];
      }
      const text = readText(reader, node.children, reader.placeOf(node));
      return text.runs.length > 0 ? [{ kind: 'paragraph', text }] : [];
    }
    if (node.type === 'list') {
      const items = node.children.flatMap((item) => readItem(reader, item));
      return items.length > 0 ? [{ kind: 'list', ordered: node.ordered === true, items }] : [];
    }
    refuseBlock(reader, node);
    return [];
  });
}

/** One list item as one passage. */
function readItem(reader: Reader, item: ListItem): readonly DraftText[] {
  const [first, second] = item.children;
  if (first?.type !== 'paragraph' || second !== undefined) {
    reader.refuse(
      second ?? first ?? item,
      first === undefined ? 'empty' : 'list-item',
      first === undefined ? 'an empty list item' : 'a list item with more than one paragraph',
      'a list item is one idea, read in one go',
      first === undefined ? 'remove it' : 'make it two items, or a paragraph after the list',
    );
    return [];
  }
  const text = readText(reader, first.children, reader.placeOf(first));
  return text.runs.length > 0 ? [text] : [];
}

/** Items of a list as passages. */
export function readItems(reader: Reader, list: List): readonly DraftText[] {
  return list.children.flatMap((item) => readItem(reader, item));
}

/** Refuses a block that may not stand here, naming directives and headings by their own names. */
export function refuseBlock(reader: Reader, node: Nodes): void {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') {
    const colons = node.type === 'containerDirective' ? ':::' : '::';
    const isKnown = directiveNames.includes(node.name);
    reader.refuse(
      node,
      isKnown ? 'misplaced-block' : 'unknown-directive',
      `${colons}${node.name} here`,
      isKnown ? 'this block does not stand here, or not with this many colons' : 'there is no such directive',
      `use ${directiveNames.map((name) => (leafDirectives.includes(name) ? '::' : ':::') + name).join(', ')}, directly in a part`,
    );
    return;
  }
  if (node.type === 'heading') {
    reader.refuse(
      node,
      'heading-level',
      `a heading of level ${String(node.depth)} here`,
      'a page has “##” parts and “###” sub headings only, and none inside a directive',
      'use ## or ###, or close the directive above with :::',
    );
    return;
  }
  refuseNode(reader, node);
}
