/** Marks medical words in running text: each once a part, longest spelling first (C4). */
import type { Run, TermSource } from '../../../content/format/index.ts';
import type { DraftText } from '../read/draft.ts';

/** Marks the text of one part; remembers what it has marked. */
export type Marker = (text: DraftText) => readonly Run[];

/** Makes a marker for each part of a page. */
export function createMarkers(terms: readonly TermSource[]): () => Marker {
  const spellings = terms
    .filter(({ sensitive }) => !sensitive)
    .flatMap(({ id, term, forms }) => [...new Set([term, ...forms])].map((text) => ({ id, text })))
    .sort((a, b) => b.text.length - a.text.length || (a.text < b.text ? -1 : 1));
  // One expression, longest alternative first: at each position the longest spelling wins.
  const oneOf = spellings.map(({ text }) => `(${spellingPattern(text)})`).join('|') || '(?!)';
  const expression = new RegExp(oneOf, 'gu');
  const ids = spellings.map(({ id }) => id);
  return () => createMarker(ids, expression);
}

/** Whether a spelling is told apart by its capitals: `CAR` is, `Neuroblastoma` is not. */
export function isCaseSensitive(spelling: string): boolean {
  return /^.+\p{Lu}/su.test(spelling);
}

/** The source of a regular expression (flag u) that finds a spelling as a whole word. Case is told by {@link isCaseSensitive}. */
export function spellingPattern(spelling: string): string {
  const escaped = spelling.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\s+/g, '\\s+');
  const cased = isCaseSensitive(spelling) ? escaped : `(?i:${escaped})`;
  return `(?<![\\p{L}\\p{N}])${cased}(?![\\p{L}\\p{N}])`;
}

function createMarker(terms: readonly string[], spellings: RegExp): Marker {
  const marked = new Set<string>();
  const split = (run: Run): readonly Run[] => {
    if (run.term !== undefined) return [run];
    const pieces: Run[] = [];
    let from = 0;
    for (const match of run.text.matchAll(spellings)) {
      // The group that took part tells the spelling, and so the term.
      const term = terms[groupsOf(match).findIndex((group) => group !== undefined)];
      if (term === undefined || marked.has(term)) continue;
      marked.add(term);
      const end = match.index + match[0].length;
      pieces.push({ ...run, text: run.text.slice(from, match.index) }, { ...run, text: match[0], term });
      from = end;
    }
    return [...pieces, { ...run, text: run.text.slice(from) }].filter(({ text }) => text !== '');
  };
  return ({ runs }) => {
    // A word an editor linked counts as the occurrence, also for text before it in the same passage.
    for (const { term } of runs) if (term !== undefined) marked.add(term);
    return runs.map(toRun).flatMap(split);
  };
}

/** A run without its place. */
export function toRun({ text, strong, term }: DraftText['runs'][number]): Run {
  return { text, ...(term !== undefined && { term }), ...(strong && { strong }) };
}

/** A match's groups; those that took no part are `undefined`, which the library's type does not tell. */
export function groupsOf(match: RegExpExecArray): readonly (string | undefined)[] {
  return match.slice(1);
}
