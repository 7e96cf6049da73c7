/**
 * Which parts answer best what was typed. A beginning like ‘ca’ stands in thousands of parts, and is weighed again
 * after each letter: so shares lie in arrays of numbers, one place a part, and only the best parts become objects.
 */
import type { Posting } from '../../content/format/index.ts';

/** A word of the library that may be meant by a typed one: what finding it is worth, and where it stands. */
export interface Meant {
  readonly worth: number;
  readonly postings: readonly Posting[];
}

/** A part that answers. */
export interface RankedPart {
  readonly part: number;
  /** For each typed word which of its meant words answers best here; undefined where none stands here. */
  readonly by: readonly (number | undefined)[];
}

/** What a typed word comes to in each part: the share of the best of its meant words, and which that is, from 1. */
interface Shares {
  readonly share: Float64Array;
  readonly by: Uint16Array;
}

/**
 * The parts that answer best, these first; among equals the one that comes first in the library.
 *
 * @param parts - how many parts the library has
 * @param typed - for each typed word the words that may be meant
 * @param most - how many at most
 */
export function rankParts(parts: number, typed: readonly (readonly Meant[])[], most: number): readonly RankedPart[] {
  const shares = typed.map((meant) => sharesOf(parts, meant));
  const best: { readonly part: number; readonly score: number }[] = [];
  for (let part = 0; part < parts; part += 1) {
    const score = scoreOf(shares, part);
    if (score === 0 || (best.length === most && score <= (best.at(-1)?.score ?? 0))) continue;
    const better = best.findLastIndex((other) => other.score >= score);
    best.splice(better + 1, 0, { part, score });
    if (best.length > most) best.pop();
  }
  return best.map(({ part }) => ({ part, by: shares.map(({ by }) => (by[part] ? by[part] - 1 : undefined)) }));
}

function sharesOf(parts: number, meant: readonly Meant[]): Shares {
  const share = new Float64Array(parts);
  const by = new Uint16Array(parts);
  for (const [which, { worth, postings }] of meant.entries())
    for (const [part, weight] of postings) {
      const score = worth * weight;
      if (score <= (share[part] ?? 0)) continue;
      share[part] = score;
      by[part] = which + 1;
    }
  return { share, by };
}

/** A part that has all typed words stands above one that has some. */
function scoreOf(shares: readonly Shares[], part: number): number {
  let sum = 0;
  let found = 0;
  for (const { share } of shares) {
    const own = share[part] ?? 0;
    sum += own;
    if (own > 0) found += 1;
  }
  return sum * (found / shares.length) ** 2;
}
