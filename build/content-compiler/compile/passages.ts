/** Readable, stable and unique passage ids, and the passages that carry them. */
import type { Passage, Run } from '../../../content/format/index.ts';

/** Gives out ids below a prefix; a prefix that was given before gets a number, so that no id comes twice. */
export interface PassageIds {
  /** The next numbered id: `in-short.1`, `in-short.2` … */
  readonly next: () => string;
  /** An id with a name of its own: `in-short.aims`. */
  readonly named: (name: string) => string;
  /** A space of ids for a block: `in-short.beacon`. */
  readonly within: (name: string) => PassageIds;
  readonly prefix: string;
}

/** Ids of one document, below `prefix`. */
export function createPassageIds(prefix: string, taken = new Set<string>()): PassageIds {
  let count = 0;
  const take = (wanted: string): string => {
    let id = wanted;
    for (let copy = 2; taken.has(id); copy += 1) id = `${wanted}-${String(copy)}`;
    taken.add(id);
    return id;
  };
  return {
    prefix,
    next: () => {
      count += 1;
      return take(`${prefix}.${String(count)}`);
    },
    named: (name) => take(`${prefix}.${name}`),
    within: (name) => createPassageIds(take(`${prefix}.${name}`), taken),
  };
}

/** A passage of plain text. */
export function plainPassage(id: string, text: string): Passage {
  return { id, runs: [{ text }] };
}

/** A passage's text as a person reads it. */
export function textOfPassage({ runs }: { readonly runs: readonly Run[] }): string {
  return runs.map((run) => run.text).join('');
}
