/** The blocks that are written as directives. */
import type { List, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { isoDateSchema } from '../../../content/format/index.ts';
import { readAttributes } from './attributes.ts';
import { readChoice } from './choice.ts';
import type { DraftBlock } from './draft.ts';
import { readText, textOf } from './inline.ts';
import type { BlockDirective, Reader } from './markdown.ts';
import { readItems, readProse, refuseBlock } from './prose.ts';
import { readTable } from './table.ts';

/** Reads one directive; reports and answers `undefined` when it cannot become a block. */
export function readDirective(reader: Reader, node: BlockDirective): DraftBlock | undefined {
  if (node.type === 'leafDirective') {
    if (node.name === 'helpline') return readHelpline(reader, node);
    if (node.name === 'idea') return readIdea(reader, node);
    refuseBlock(reader, node);
    return undefined;
  }
  if (node.data?.position?.closing === undefined) {
    reader.refuse(
      node,
      'unclosed-directive',
      `:::${node.name} is never closed`,
      'everything after it would become part of it',
      'put ::: on a line of its own after its last line',
    );
    return undefined;
  }
  switch (node.name) {
    case 'callout':
      return readCallout(reader, node);
    case 'urgent':
      return readUrgent(reader, node);
    case 'table':
      return readTable(reader, node);
    case 'gate':
      return readGate(reader, node);
    case 'trial':
      return readTrial(reader, node);
    case 'diagram':
      return readDiagram(reader, node);
    case 'choice':
      return readChoice(reader, node);
    default:
      refuseBlock(reader, node);
      return undefined;
  }
}

function readHelpline(reader: Reader, node: BlockDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id']);
  return attributes && { kind: 'helpline', id: attributes.id, place: reader.placeOf(node) };
}

function readCallout(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['tone', 'title'], ['title']);
  const content = readProse(reader, node.children);
  if (!attributes) return undefined;
  const { tone, title } = attributes;
  if (tone !== 'note' && tone !== 'ask') {
    reader.refuse(
      node,
      'bad-attribute',
      `tone “${tone}”`,
      'a callout has one of two tones',
      'write tone=note or tone=ask; signs that cannot wait stand in :::urgent',
    );
    return undefined;
  }
  if (content.length === 0) {
    refuseEmpty(reader, node);
    return;
  }
  return { kind: 'callout', tone, title: title ? textOf(title, reader.placeOf(node)) : undefined, content };
}

function readUrgent(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id', 'title']);
  const content = readProse(reader, node.children);
  if (!attributes) return undefined;
  if (content.length === 0) {
    refuseEmpty(reader, node);
    return undefined;
  }
  const place = reader.placeOf(node);
  return { kind: 'urgent', id: attributes.id, place, title: textOf(attributes.title, place), content };
}

function readGate(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id', 'question']);
  const content = readProse(reader, node.children);
  if (!attributes) return undefined;
  if (content.length === 0) {
    refuseEmpty(reader, node);
    return undefined;
  }
  const place = reader.placeOf(node);
  return { kind: 'gate', id: attributes.id, place, question: textOf(attributes.question, place), content };
}

function readIdea(reader: Reader, node: LeafDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['picture']);
  const place = reader.placeOf(node);
  const text = readText(reader, node.children, place);
  if (text.runs.length === 0) {
    reader.refuse(
      node,
      'empty',
      'an idea without words',
      'a picture alone does not say what is meant',
      'write the words in square brackets: ::idea[Your nurse can help.]{picture=nurse}',
    );
    return undefined;
  }
  return attributes && { kind: 'idea', place, picture: `easy/${attributes.picture}.svg`, text };
}

function readTrial(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id', 'title', 'known-on']);
  const aimsList = node.children.at(-1);
  const aimsLine = node.children.at(-2);
  const hasAims = isList(aimsList) && isAimsLine(aimsLine);
  if (!hasAims) {
    reader.refuse(
      node,
      'trial-aims',
      'a trial without its aims',
      'the page says what researchers want to find out (C6)',
      'end the trial with a paragraph “Aims:” and a list',
    );
    readProse(reader, node.children);
    return undefined;
  }
  const content = readProse(reader, node.children.slice(0, -2));
  const aims = readItems(reader, aimsList);
  if (!attributes) return undefined;
  if (!isoDateSchema.safeParse(attributes['known-on']).success) {
    reader.refuse(
      node,
      'bad-attribute',
      `known-on “${attributes['known-on']}”`,
      'the trial says how old the facts about it are',
      'write the date as YYYY-MM-DD',
    );
    return undefined;
  }
  if (content.length === 0 || aims.length === 0) {
    refuseEmpty(reader, node);
    return;
  }
  const place = reader.placeOf(node);
  const title = textOf(attributes.title, place);
  return { kind: 'trial', id: attributes.id, place, title, knownOn: attributes['known-on'], content, aims };
}

function isList(node: { readonly type: string } | undefined): node is List {
  return node?.type === 'list';
}

function isAimsLine(node: ContainerDirective['children'][number] | undefined): node is Paragraph {
  return node?.type === 'paragraph' && toString(node).trim() === 'Aims:';
}

function readDiagram(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id', 'src', 'alt']);
  const prose = readProse(reader, node.children);
  const description = prose.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.items));
  if (!attributes) return undefined;
  if (description.length === 0) {
    reader.refuse(
      node,
      'missing-alternative',
      'a diagram without a long description',
      'people who cannot see the drawing hear these words instead (C9)',
      'tell in paragraphs between the ::: lines what it shows',
    );
    return undefined;
  }
  const place = reader.placeOf(node);
  const { id, src, alt } = attributes;
  return { kind: 'diagram', id, place, src, alternative: textOf(alt, place), description };
}

function refuseEmpty(reader: Reader, node: ContainerDirective): void {
  reader.refuse(
    node,
    'empty',
    `:::${node.name} has no words`,
    'there would be nothing to show',
    'write it or remove it',
  );
}
