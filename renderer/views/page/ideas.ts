/**
 * One thing at a time (D5): how a page is taken apart into ideas, each to be shown on a screen of its own.
 *
 * A paragraph is an idea; so is anything set apart – a note, a table, a diagram, a question, a gate. A list stays
 * together while it can be taken in at a glance; in a longer one, each item is an idea. What only leads up to
 * something – a small heading, a sentence that ends in a colon – stays with what it leads up to. In Easy Read the
 * ideas are the content's own.
 */
import type { Block, Page, Part, Passage } from '../../../content/format/index.ts';
import { plainText } from '../../reading/passages.ts';

/** A stretch of a part that is shown by itself. */
export interface Idea {
  readonly part: Part;
  /** Whether it is the first of its part, which has the heading read out. */
  readonly isFirst: boolean;
  readonly blocks: readonly Block[];
  /** The number at which an ordered list goes on that was begun before. */
  readonly startAt: number;
}

/** A list of at most so many characters is taken in at a glance. */
const GLANCE_CHARACTERS = 220;

/**
 * Takes a page apart.
 *
 * @param isFolded - whether a part is folded away; it is then one idea without blocks
 */
export const ideasOf = (page: Page, isFolded: (part: Part) => boolean): readonly Idea[] =>
  page.parts.flatMap((part) =>
    isFolded(part) ? [{ part, isFirst: true, blocks: [], startAt: 1 }] : ideasOfPart(part),
  );

function ideasOfPart(part: Part): readonly Idea[] {
  const ideas: Idea[] = [];
  let leading: Block[] = [];
  const add = (block: Block, startAt = 1): void => {
    ideas.push({ part, isFirst: ideas.length === 0, blocks: [...leading, block], startAt });
    leading = [];
  };
  for (const block of part.blocks) {
    if (leadsOn(block)) leading.push(block);
    else if (block.kind === 'list' && !isGlance(block.items))
      for (const [index, item] of block.items.entries()) add({ ...block, items: [item] }, index + 1);
    else add(block);
  }
  const last = leading.pop();
  if (last !== undefined) add(last);
  return ideas;
}

/** Whether a block only leads up to the next one. */
function leadsOn(block: Block): boolean {
  if (block.kind === 'subheading') return true;
  return block.kind === 'paragraph' && plainText(block.passage).trimEnd().endsWith(':');
}

const isGlance = (items: readonly Passage[]): boolean =>
  items.reduce((characters, item) => characters + plainText(item).length, 0) <= GLANCE_CHARACTERS;

/** Every passage id that stands in something. */
export function* passageIds(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  if ('runs' in value && 'id' in value && typeof value.id === 'string') yield value.id;
  for (const inner of Object.values(value)) yield* passageIds(inner);
}

/** The index of the idea in which a passage stands, or -1. */
export const ideaWith = (ideas: readonly Idea[], passage: string): number =>
  ideas.findIndex(
    ({ part, isFirst, blocks }) =>
      (isFirst && part.heading.id === passage) || [...passageIds(blocks)].includes(passage),
  );
