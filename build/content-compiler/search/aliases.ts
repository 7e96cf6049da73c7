/** What people type for the words of the glossary: their names, lay names and common misspellings (S1). */
import { fold, type SearchWords, type TermSource } from '../../../content/format/index.ts';

type Alias = SearchWords['aliases'][number];

/** Aliases in code-unit order of what is typed. Sensitive words are asked for, never found (S3). */
export function aliasesOf(terms: readonly TermSource[]): readonly Alias[] {
  const aliases = terms
    .filter(({ sensitive }) => !sensitive)
    .flatMap(({ id, term, forms, alsoCalled, slips }): readonly Alias[] => [
      ...[term, ...forms].map((text): Alias => ({ typed: fold(text), term: id, kind: 'name' })),
      ...alsoCalled.map((text): Alias => ({ typed: fold(text), term: id, kind: 'also-called' })),
      ...slips.map((text): Alias => ({ typed: fold(text), term: id, kind: 'slip' })),
    ]);
  const seen = new Set<string>();
  return aliases
    .filter(({ typed, term }) => !seen.has(`${typed}\0${term}`) && seen.add(`${typed}\0${term}`))
    .sort((a, b) => (a.typed < b.typed ? -1 : a.typed > b.typed ? 1 : 0));
}
