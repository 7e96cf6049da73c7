/**
 * Which parts answer best what was typed. A beginning like ‘ca’ stands in thousands of parts, and is weighed again
 * after each letter: so shares lie in arrays of numbers, one place a part, and only the best parts become objects.
 */

/** A word of the library that may be meant by a typed one: what finding it is worth, and where it stands. */
export interface Meant {
  readonly worth: number;
  /** As the index has them: a part and the weight there, the next part and its weight … */
  readonly postings: readonly number[];
}

/** A part that answers. */
export interface RankedPart {
  readonly part: number;
  /** For each typed word which of its meant words answers best here; undefined where none stands here. */
  readonly by: readonly (number | undefined)[];
}

/** The best parts so far, these first. */
type Best = { readonly part: number; readonly score: number }[];

/**
 * The parts that answer best, these first; among equals the one that comes first in the library. A part that has all
 * typed words stands above one that has some.
 *
 * @param parts - how many parts the library has
 * @param typed - for each typed word the words that may be meant
 * @param most - how many at most
 */
export function rankParts(parts: number, typed: readonly (readonly Meant[])[], most: number): readonly RankedPart[] {
  const sums = new Float64Array(parts);
  const found = new Uint8Array(parts);
  const touched: number[] = [];
  const bys = typed.map((meant) => {
    const { shares, by, own } = sharesOf(parts, meant);
    for (const part of own) {
      sums[part] = (sums[part] ?? 0) + (shares[part] ?? 0);
      found[part] = (found[part] ?? 0) + 1;
      if (found[part] === 1) touched.push(part);
    }
    return by;
  });
  const best: Best = [];
  for (const part of touched) {
    const score = (sums[part] ?? 0) * ((found[part] ?? 0) / typed.length) ** 2;
    keepBest(best, { part, score }, most);
  }
  return best.map(({ part }) => ({ part, by: bys.map((by) => (by[part] ? by[part] - 1 : undefined)) }));
}

/** What a typed word comes to in each part: the share of the best of its meant words, and which that is, from 1. */
function sharesOf(parts: number, meant: readonly Meant[]) {
  const shares = new Float64Array(parts);
  const by = new Uint16Array(parts);
  const own: number[] = [];
  for (const [which, { worth, postings }] of meant.entries())
    for (let at = 0; at < postings.length; at += 2) {
      const part = postings[at] ?? 0;
      const share = worth * (postings[at + 1] ?? 0);
      if (share <= (shares[part] ?? 0)) continue;
      if (by[part] === 0) own.push(part);
      shares[part] = share;
      by[part] = which + 1;
    }
  return { shares, by, own };
}

function keepBest(best: Best, one: Best[number], most: number): void {
  const isBehind = (other: Best[number]): boolean =>
    other.score > one.score || (other.score === one.score && other.part < one.part);
  const last = best.at(-1);
  if (best.length === most && last !== undefined && isBehind(last)) return;
  best.splice(best.findLastIndex(isBehind) + 1, 0, one);
  if (best.length > most) best.pop();
}
