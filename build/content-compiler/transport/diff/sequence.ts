/** What changed between two lists of sentences. */

/** A sentence that changed; one of the two is absent when it came or went. */
export interface Replaced {
  readonly before?: string;
  readonly after?: string;
}

/** Longer stretches are told as replaced whole: nobody reads five hundred changes one by one. */
const LONGEST = 500;

/**
 * The fewest sentences that went and came. Those that went and came at the same place are told as one
 * changed into the other.
 */
export function changedItems(before: readonly string[], after: readonly string[]): readonly Replaced[] {
  const start = commonStart(before, after);
  const end = commonStart(before.slice(start).reverse(), after.slice(start).reverse());
  const old = before.slice(start, before.length - end);
  const fresh = after.slice(start, after.length - end);
  if (old.length > LONGEST || fresh.length > LONGEST) return paired(old, fresh);
  const lengths = commonLengths(old, fresh);
  const changes: Replaced[] = [];
  let [i, j] = [0, 0];
  let [gone, come]: [string[], string[]] = [[], []];
  const flush = (): void => {
    changes.push(...paired(gone, come));
    [gone, come] = [[], []];
  };
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) {
      flush();
      i += 1;
      j += 1;
    } else if (j >= fresh.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      gone.push(old[i] ?? '');
      i += 1;
    } else {
      come.push(fresh[j] ?? '');
      j += 1;
    }
  }
  flush();
  return changes;
}

function commonStart(a: readonly string[], b: readonly string[]): number {
  const different = a.findIndex((item, index) => item !== b[index]);
  return different === -1 ? a.length : different;
}

/** For each pair of places, how many sentences can be kept from there on. */
function commonLengths(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = lengths[i];
    for (let j = b.length - 1; row && j >= 0; j -= 1) {
      row[j] = a[i] === b[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function at(lengths: readonly (readonly number[])[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function paired(gone: readonly string[], come: readonly string[]): readonly Replaced[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => {
    const [before, after] = [gone[index], come[index]];
    return { ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  });
}
