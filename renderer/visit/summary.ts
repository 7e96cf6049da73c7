/** My summary (P1): what a visitor keeps of what they read, in their own order; it is dropped with the visit. */
import type { KeptItem } from '../host/printing.ts';
import { type TicketStatus, isGood } from './print-status.ts';
import type { Visit } from './visit.ts';

export type { KeptItem } from '../host/printing.ts';

/** The host takes no more in one summary. */
export const MOST_KEPT = 200;

/** What was taken out last, and from where, until something else is done to the summary. */
export interface TakenOut {
  readonly item: KeptItem;
  readonly index: number;
}

/** What somebody does to a summary that they look through. `index` counts from 0. */
export type KeptAct =
  { readonly kind: 'up' | 'down' | 'remove'; readonly index: number } | { readonly kind: 'put-back' };

/** Names what an item keeps: two items with one name are the same thing, whichever gates are open in it. */
export function keptKey(item: KeptItem): string {
  switch (item.kind) {
    case 'part':
      return `part/${item.page}/${item.version}/${item.part}`;
    case 'helpline':
      // The same number stands on several pages.
      return `helpline/${item.helpline}`;
    case 'term':
      return `term/${item.term}`;
    case 'question':
      return `question/${item.group}/${item.question}`;
    case 'own-question':
      return `own-question/${item.text}`;
  }
}

/** The names of all that is kept; see {@link keptKey}. */
export const keptKeys = (kept: readonly KeptItem[]): ReadonlySet<string> => new Set(kept.map(keptKey));

/** Keeps something, at the end; or takes it out when it is kept. A full summary takes nothing more. */
export function toggleKept(visit: Visit, item: KeptItem): Visit {
  const index = visit.kept.findIndex((other) => keptKey(other) === keptKey(item));
  if (index >= 0) return takeOut(visit, index);
  if (visit.kept.length >= MOST_KEPT) return visit;
  return { ...visit, kept: [...visit.kept, item], takenOut: undefined };
}

/** Does what somebody wants of their summary. What is not possible, such as the first one up, changes nothing. */
export function changeKept(visit: Visit, act: KeptAct): Visit {
  if (act.kind === 'put-back') return putBackKept(visit);
  return act.kind === 'remove' ? takeOut(visit, act.index) : move(visit, act.index, act.kind === 'up' ? -1 : 1);
}

/** Takes over which gates the visitor has opened in a part that is kept; one that is not kept is not by that. */
export function setGates(visit: Visit, item: KeptItem): Visit {
  const index = visit.kept.findIndex((other) => keptKey(other) === keptKey(item));
  return index < 0 ? visit : { ...visit, kept: visit.kept.with(index, item) };
}

/** Says that what is kept now is on its way to the desk; `false`: that it has not come there. */
export const setSent = (visit: Visit, isSent: boolean): Visit => ({ ...visit, sent: isSent ? visit.kept : undefined });

/** Whether the summary, as it is now, has been sent to the desk. */
export const isSent = ({ kept, sent }: Visit): boolean => kept === sent;

/** Whether there is something that would go with the visit and is on no paper. */
export const isUnsent = (visit: Visit): boolean => visit.kept.length > 0 && !isSent(visit);

/**
 * Whether somebody who ends the visit is told first what becomes of it, which happens once (X2): of what is not
 * printed, and of a ticket that they need at the desk.
 */
export const asksBeforeEnd = (visit: Visit, tickets: readonly TicketStatus[]): boolean =>
  !visit.hasAsked && (isUnsent(visit) || tickets.some(isGood));

function takeOut(visit: Visit, index: number): Visit {
  const item = visit.kept[index];
  if (item === undefined) return visit;
  return { ...visit, kept: visit.kept.toSpliced(index, 1), takenOut: { item, index } };
}

function putBackKept(visit: Visit): Visit {
  const { takenOut, kept } = visit;
  if (takenOut === undefined) return visit;
  return { ...visit, kept: kept.toSpliced(takenOut.index, 0, takenOut.item), takenOut: undefined };
}

function move(visit: Visit, index: number, by: 1 | -1): Visit {
  const [one, other] = [visit.kept[index], visit.kept[index + by]];
  if (one === undefined || other === undefined || index + by < 0) return visit;
  return { ...visit, kept: visit.kept.with(index, other).with(index + by, one), takenOut: undefined };
}
