/** Markdown with directives as a syntax tree, and how its readers report. */
import type { Nodes, Root } from 'mdast';
import { directiveFromMarkdown, type ContainerDirective, type LeafDirective } from 'mdast-util-directive';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { directive } from 'micromark-extension-directive';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { ProblemCode } from '../../../content/format/index.ts';
import type { Place, Report } from '../problem.ts';

/** A block directive: `:::name{…}` or `::name{…}`. */
export type BlockDirective = ContainerDirective | LeafDirective;

/** What each reader of a page's Markdown needs. */
export interface Reader {
  readonly placeOf: (node: Nodes) => Place;
  /** Reports an error at a node. */
  readonly refuse: (at: Nodes | Place, code: ProblemCode, what: string, why: string, mend: string) => void;
}

/** Parses Markdown; positions are those of `text`. Never fails: every text is Markdown. */
export function parseMarkdown(text: string): Root {
  return fromMarkdown(text, {
    extensions: [directive(), gfmTable()],
    mdastExtensions: [directiveFromMarkdown({ verbose: true }), gfmTableFromMarkdown()],
  });
}

/** A reader that reports into `report` under the name `file`. */
export function createReader(file: string, report: Report): Reader {
  const placeOf = (node: Nodes): Place => ({
    file,
    line: node.position?.start.line ?? 1,
    column: node.position?.start.column ?? 1,
  });
  return {
    placeOf,
    refuse: (at, code, what, why, mend) => {
      const place = 'file' in at ? at : placeOf(at);
      report({ place, level: 'error', code, what, why, mend });
    },
  };
}

const names: Readonly<Partial<Record<Nodes['type'], string>>> = {
  blockquote: 'a quotation (“>”)',
  break: 'a forced line break',
  code: 'a code block (four spaces or ```)',
  definition: 'a link definition',
  delete: 'crossed-out text',
  emphasis: 'emphasis (*one star* or _underscores_)',
  html: 'raw HTML',
  image: 'an image',
  imageReference: 'an image',
  inlineCode: 'code (`…`)',
  linkReference: 'a reference-style link',
  table: 'a table outside :::table',
  thematicBreak: 'a line across (“---”)',
};

/** Refuses a kind of Markdown that pages do not use, by its everyday name. */
export function refuseNode(reader: Reader, node: Nodes): void {
  const what = names[node.type] ?? `“${node.type}”`;
  if (node.type === 'html') {
    reader.refuse(
      node,
      'raw-html',
      'raw HTML',
      'the kiosk draws no markup from content',
      'use Markdown or a directive; write “<” as “less than”',
    );
    return;
  }
  if (node.type === 'textDirective') {
    reader.refuse(
      node,
      'unknown-directive',
      `“:${node.name}” in running text`,
      'a colon followed by a letter or digit starts a directive, and pages have none inside text',
      /^\d/.test(node.name) ? 'write a time as 5.30pm' : 'put a space after the colon',
    );
    return;
  }
  reader.refuse(
    node,
    'unknown-block',
    what,
    'pages are made of paragraphs, lists, **strong** words and the directives only',
    'write it as a paragraph, a list or a directive',
  );
}
