/** Parts that are written for one group of people, and folded away for others (C2). */
import type { Page, Part } from '../../../content/format/index.ts';
import { choicesOf } from '../../visit/visit.ts';

/** What decides whether a part is folded. */
export interface Folding {
  /** The options chosen in this visit; see {@link choicesOf}. */
  readonly choices: Readonly<Record<string, string>>;
  /** The part that was asked for by address, which is shown whatever was chosen. */
  readonly openPart: string | undefined;
  /** Parts that the visitor asked to see all the same. */
  readonly unfolded: ReadonlySet<string>;
}

/** A part written for some options is folded once another option, which has a part of its own, is chosen. */
export function isFolded({ id, parts }: Page, part: Part, { choices, openPart, unfolded }: Folding): boolean {
  if (part.forOptions === undefined || part.id === openPart || unfolded.has(part.id)) return false;
  const written = new Set(parts.flatMap(({ forOptions }) => forOptions ?? []));
  const chosen = Object.values(choicesOf(choices, id)).filter((option) => written.has(option));
  return chosen.length > 0 && !chosen.some((option) => part.forOptions?.includes(option));
}
