/** Draws the blocks of parts and helplines that are kept: those of several pages stand on one screen here. */
import { nothing } from 'lit';
import type { Block } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import { pageDocument } from '../../visit/documents.ts';
import type { Messages } from '../../visit/messages.ts';
import type { KeptItem } from '../../visit/summary.ts';
import { type Visit, choicesOf } from '../../visit/visit.ts';
import type { BlockContext } from '../page/block-context.ts';
import { block } from '../page/blocks.ts';
import type { DrawnOnce } from '../page/drawn-once.ts';
import type { FoundItem } from './found.ts';

/** What kept blocks are drawn with. */
export interface KeptSurroundings {
  /** Tells what is done in them. */
  readonly from: EventTarget;
  readonly messages: Messages;
  readonly now: Date;
  readonly choices: Visit['choices'];
  readonly urgentNumber: string | undefined;
  readonly drawings: DrawnOnce<string>;
}

export type FoundPage = (FoundItem & { readonly kind: 'part' })['page'];

type KeptPart = KeptItem & { readonly kind: 'part' };

/** A block whose id is unlike that of any other item's; `id` is the item's. */
export const keptBlock = (id: string, content: Block, context: BlockContext): unknown =>
  block('id' in content ? { ...content, id: `${id}-${content.id}` } : content, context);

/** What a page's blocks are drawn with where they are kept. Gates open only in a part, and are remembered with it. */
export function keptContext(
  id: string,
  page: FoundPage,
  { from, messages, now, choices, urgentNumber, drawings }: KeptSurroundings,
  part?: KeptPart,
): BlockContext {
  const own = (ofBlock: string): string => ofBlock.slice(id.length + 1);
  const opened = part?.openGates ?? [];
  return {
    messages,
    now,
    key: (passage) => passageKey(pageDocument(page.id, page.version), passage.id, page.other?.language),
    text: (passage) => runs(passage),
    label: (passage) => runs(passage),
    meaning: () => nothing,
    chosen: (choice) => choicesOf(choices, page.id)[own(choice)],
    choose: (choice, option) => {
      tell(from, 'kiosk-choose', { page: page.id, choice: own(choice.id), option: option.id });
      if ('part' in option)
        tell(from, 'kiosk-go', { view: 'page', page: page.id, version: page.version, part: option.part });
    },
    isOpen: (gate) => opened.includes(own(gate.id)),
    toggleGate: (gate) => {
      if (part === undefined) return;
      const which = own(gate.id);
      const openGates = opened.includes(which) ? opened.filter((one) => one !== which) : [...opened, which];
      tell(from, 'kiosk-gates', { ...part, openGates });
    },
    keep: undefined,
    urgentNumber,
    // A drawing that is kept twice is drawn twice.
    drawing: (drawing, make) => drawings.of(`${id} ${JSON.stringify(drawing)}`, () => make(drawing)),
  };
}
