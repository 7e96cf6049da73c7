/** Words inside a paragraph, list item or heading: plain, strong, or linked to the glossary. */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Place } from '../problem.ts';
import type { DraftRun, DraftText } from './draft.ts';
import { refuseNode, type Reader } from './markdown.ts';

type Style = Pick<DraftRun, 'strong' | 'term'>;

/** Reads phrasing content as one passage; reports and leaves out what pages do not use. */
export function readText(reader: Reader, nodes: readonly PhrasingContent[], place: Place): DraftText {
  return { runs: tidy(nodes.flatMap((node) => readNode(reader, node, {}))), place };
}

/** A passage of plain text, as from an attribute. */
export function textOf(text: string, place: Place): DraftText {
  return { runs: tidy([{ text, place }]), place };
}

function readNode(reader: Reader, node: PhrasingContent, style: Style): readonly DraftRun[] {
  switch (node.type) {
    case 'text':
      return [{ text: node.value, ...style, place: reader.placeOf(node) }];
    case 'strong':
      return node.children.flatMap((child) => readNode(reader, child, { ...style, strong: true }));
    case 'link': {
      const term = /^term:(.+)$/.exec(node.url)?.[1];
      if (term === undefined) {
        reader.refuse(
          node,
          'link-target',
          `a link to “${node.url}”`,
          'a kiosk leads nowhere outside itself',
          'link to a glossary word with [words](term:its-id), or write the address in words',
        );
      }
      if (toString(node).trim() === '') {
        reader.refuse(
          node,
          'empty',
          'a link without words',
          'nobody could press it',
          'put the words between the square brackets',
        );
      }
      // The place of a linked run is the link's: that is where its target is mended.
      return node.children
        .flatMap((child) => readNode(reader, child, term === undefined ? style : { ...style, term }))
        .map((run) => ({ ...run, place: reader.placeOf(node) }));
    }
    default:
      refuseNode(reader, node);
      return [];
  }
}

/** Line breaks of the source become spaces, neighbours of one style are joined, the ends are trimmed. */
function tidy(runs: readonly DraftRun[]): readonly DraftRun[] {
  const joined: DraftRun[] = [];
  for (const run of runs) {
    const before = joined.at(-1);
    const afterSpace = before === undefined || before.text.endsWith(' ');
    const spaced = run.text.replace(/[ \t\r\n]+/g, ' ');
    const text = afterSpace ? spaced.replace(/^ /, '') : spaced;
    if (text === '') continue;
    if (before && before.strong === run.strong && before.term === run.term) {
      joined[joined.length - 1] = { ...before, text: before.text + text };
    } else {
      joined.push({ ...run, text });
    }
  }
  const last = joined.pop();
  if (last === undefined) return [];
  const text = last.text.trimEnd();
  return text === '' ? tidy(joined) : [...joined, { ...last, text }];
}
