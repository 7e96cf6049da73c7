/** The text an engine reads in place of the text a person sees, with a map from one to the other. */

/** A stretch of shown text and what is said instead of it. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly spoken: string;
}

/** `shownAt[n]` is the UTF-16 offset in the shown text that the n-th code point of `text` was made from. */
export interface SpokenText {
  readonly text: string;
  readonly shownAt: readonly number[];
}

/** Finds replacements in a text; an earlier finder's replacements win over a later one's. */
export type FindReplacements = (shown: string) => readonly Replacement[];

/** Applies the finders; what none of them replaces is spoken as it is shown. */
export function prepareSpokenText(shown: string, finders: readonly FindReplacements[]): SpokenText {
  const chosen: Replacement[] = [];
  for (const find of finders) {
    for (const found of find(shown)) {
      if (found.start < found.end && !chosen.some(({ start, end }) => found.start < end && start < found.end)) {
        chosen.push(found);
      }
    }
  }
  chosen.sort((a, b) => a.start - b.start);
  const pieces: string[] = [];
  const shownAt: number[] = [];
  const say = (text: string, offsetOf: (index: number) => number): void => {
    pieces.push(text);
    let index = 0;
    for (const codePoint of text) {
      shownAt.push(offsetOf(index));
      index += codePoint.length;
    }
  };
  let at = 0;
  for (const replacement of chosen) {
    const from = at;
    say(shown.slice(from, replacement.start), (index) => from + index);
    sayReplacement(shown, replacement, say);
    at = replacement.end;
  }
  say(shown.slice(at), (index) => at + index);
  return { text: pieces.join(''), shownAt };
}

/** Where as many groups or words are said as are shown, each maps to its own; otherwise all map to the first. */
function sayReplacement(
  shown: string,
  { start, end, spoken }: Replacement,
  say: (text: string, offsetOf: (index: number) => number) => void,
): void {
  const starts = [...shown.slice(start, end).matchAll(/\S+/g)].map((match) => start + match.index);
  for (const separator of [/(?<=,)/, /(?<=\S\s+)(?=\S)/]) {
    const groups = spoken.split(separator);
    if (groups.length !== starts.length) continue;
    groups.forEach((group, index) => {
      say(group, () => starts[index] ?? start);
    });
    return;
  }
  say(spoken, () => start);
}
