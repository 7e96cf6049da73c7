/** Words offered while somebody types: names from the glossary first, then words of the library (S1, I6). */
import type { Glossary } from '../../../content/format/index.ts';
import { plainText } from '../../reading/passages.ts';
import type { FoundWord, SearchResult } from '../../search/search.ts';

/** More would be slower to look through than to type on. */
const MOST_SUGGESTIONS = 4;

/** What the text becomes with each suggestion: a glossary name for all of it, a word for its last. */
export interface Suggestion extends FoundWord {
  readonly query: string;
}

/** What may be meant by a text, surest first, each word once. */
export function suggestionsFor(
  query: string,
  result: SearchResult,
  glossary: Glossary | undefined,
): readonly Suggestion[] {
  const asTyped = query.trim().toLowerCase();
  const names = result.terms.flatMap(({ term: id }): readonly Suggestion[] => {
    const term = glossary?.terms.find((entry) => entry.id === id && !entry.sensitive);
    if (term === undefined) return [];
    const word = plainText(term.term);
    return [{ word, query: word, other: term.term.other }];
  });
  const before = query.replace(/\S*\s*$/u, '');
  const words = result.suggestions.map((found) => ({ ...found, query: before + found.word }));
  const seen = new Set([asTyped]);
  return [...names, ...words]
    .filter(({ query: next }) => {
      const key = next.toLowerCase();
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST_SUGGESTIONS);
}
