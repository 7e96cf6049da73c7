/** Which medical words are used in what is printed: those alone are explained at its end. */
import type { Passage, Run } from '../../content/format/index.ts';

/**
 * The ids of all words that are marked anywhere in some printed data. Every run of text is looked at, wherever a
 * block keeps it, so that a new kind of block needs nothing here.
 */
export function termsIn(printed: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (isPassage(value)) for (const { term } of value.runs) if (term !== undefined) found.add(term);
    for (const inner of Object.values(value)) look(inner);
  };
  look(printed);
  return found;
}

const isPassage = (value: object): value is Passage & { readonly runs: readonly Run[] } =>
  'runs' in value && Array.isArray(value.runs);
