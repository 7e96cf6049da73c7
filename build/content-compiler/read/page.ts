/** A page's file as a draft: front matter, parts, blocks. */
import type { RootContent } from 'mdast';
import type { ZodType } from 'zod';
import {
  easyFrontMatterSchema,
  frontMatterSchema,
  type EasyFrontMatter,
  type FrontMatter,
} from '../../../content/format/index.ts';
import type { Report } from '../problem.ts';
import { readPartAttributes, type PartAttributes } from './attributes.ts';
import { readDirective } from './directives.ts';
import type { DraftBlock, DraftPage, DraftPart, DraftText } from './draft.ts';
import { readText } from './inline.ts';
import { createReader, parseMarkdown, type Reader } from './markdown.ts';
import { readProse, refuseBlock } from './prose.ts';
import { readYaml } from './yaml.ts';

const frontMatterFence = /(?<![\s\S])---[ \t]*\r?\n([\s\S]*?)(?:^---[ \t]*(?:\r?\n|$))/m;

/** Reads a page's full version; reports every mistake, and answers `undefined` only when its front matter is unusable. */
export function readPage(file: string, text: string, report: Report): DraftPage | undefined {
  const { front, parts } = readFile<FrontMatter>(file, text, frontMatterSchema, report);
  return front && { file, version: 'full', frontMatter: front.value, placeOf: front.placeOf, parts };
}

/** The front matter of a page's full version, if it can be read; the mistakes in it are told by {@link readPage}. */
export function readFrontMatterOf(file: string, text: string): FrontMatter | undefined {
  const fence = fenceOf(text);
  return fence ? readYaml(file, fence[1] ?? '', frontMatterSchema, () => undefined, 1)?.value : undefined;
}

/**
 * Reads the Easy Read version of a page, from whose full version it has its dates, references and thanks. Like
 * {@link readPage} for mistakes.
 *
 * @param frontMatterOf - that of the full version of a page, by its id
 */
export function readEasyPage(
  file: string,
  text: string,
  frontMatterOf: (id: string) => FrontMatter | undefined,
  report: Report,
): DraftPage | undefined {
  const { front, parts } = readFile<EasyFrontMatter>(file, text, easyFrontMatterSchema, report);
  if (!front) return undefined;
  const full = frontMatterOf(front.value.id);
  if (!full) {
    report({
      place: front.placeOf(['id']),
      level: 'error',
      code: 'unknown-page',
      what: `an Easy Read version of “${front.value.id}”`,
      why: 'there is no such page, so it has no references and no review dates',
      mend: 'correct the id or add the page',
    });
    return undefined;
  }
  const { translationReviewer } = front.value;
  // Who approved one version has not approved the other.
  const frontMatter = { ...full, ...front.value, translationReviewer, decoration: undefined };
  return { file, version: 'easy', frontMatter, placeOf: front.placeOf, parts };
}

function fenceOf(text: string): RegExpExecArray | null {
  return text.startsWith('---') ? frontMatterFence.exec(text) : null;
}

function readFile<Front>(file: string, text: string, schema: ZodType<Front>, report: Report) {
  const reader = createReader(file, report);
  const fence = fenceOf(text);
  const front = readFrontMatter(reader, file, fence?.[1], schema, report);
  // Blank lines stand for the front matter, so that every position is that of the file.
  const head = fence?.[0] ?? '';
  const body = head.replace(/[^\n]/g, '') + text.slice(head.length);
  const parts = readParts(reader, parseMarkdown(body).children);
  return { front, parts };
}

function readFrontMatter<Front>(
  reader: Reader,
  file: string,
  yaml: string | undefined,
  schema: ZodType<Front>,
  report: Report,
) {
  if (yaml === undefined) {
    reader.refuse(
      { file, line: 1, column: 1 },
      'front-matter',
      'no front matter',
      'the page’s title, review dates and references stand there',
      'begin the file with a line “---”, the fields, and a line “---”',
    );
    return undefined;
  }
  return readYaml(file, yaml, schema, report, 1);
}

function readParts(reader: Reader, nodes: readonly RootContent[]): readonly DraftPart[] {
  const parts: DraftPart[] = [];
  let open: { attributes: PartAttributes; heading: DraftText; blocks: DraftBlock[] } | undefined;
  let beforeFirstPart = true;
  const close = () => {
    if (open?.blocks.length === 0) {
      reader.refuse(
        open.heading.place,
        'empty',
        `the part “${open.attributes.id}” has no words`,
        'a visitor would open an empty part',
        'write it or remove it',
      );
    } else if (open) parts.push({ ...open.attributes, heading: open.heading, blocks: open.blocks });
    open = undefined;
  };
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === 2) {
      close();
      beforeFirstPart = false;
      const read = readPartAttributes(reader, node);
      const heading = read && readText(reader, read.heading.children, reader.placeOf(node));
      if (heading?.runs.length === 0) {
        reader.refuse(node, 'empty', 'a heading without words', 'parts are found by them', 'give the part a heading');
      } else if (read && heading) open = { attributes: read.attributes, heading, blocks: [] };
      continue;
    }
    if (beforeFirstPart) {
      reader.refuse(
        node,
        'before-first-part',
        'text before the first part',
        'everything on a page belongs to a part',
        'put a heading “## … {#an-id}” above it',
      );
    }
    // Blocks of a part whose heading failed are still read, so that their mistakes are named too.
    const blocks = readBlock(reader, node);
    open?.blocks.push(...blocks);
  }
  close();
  return parts;
}

function readBlock(reader: Reader, node: RootContent): readonly DraftBlock[] {
  if (node.type === 'containerDirective' || node.type === 'leafDirective') {
    const block = readDirective(reader, node);
    return block ? [block] : [];
  }
  if (node.type === 'heading') {
    if (node.depth !== 3) {
      refuseBlock(reader, node);
      return [];
    }
    const text = readText(reader, node.children, reader.placeOf(node));
    if (text.runs.length > 0) return [{ kind: 'subheading', text }];
    reader.refuse(node, 'empty', 'a sub heading without words', 'it would be an empty line', 'write it or remove it');
    return [];
  }
  return readProse(reader, [node]);
}
