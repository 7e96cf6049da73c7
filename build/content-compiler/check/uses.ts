/** What documents take from the lists of their language: entries of the glossary, words of the lexicon. */
import { isCaseSensitive, spellingPattern } from '../compile/glossary-marker.ts';
import type { LanguageSource } from '../read/library.ts';
import type { CheckedDocument } from './documents.ts';

/** What one document takes, or several together. */
export interface Uses {
  /** Ids of the glossary entries that stand in it in any spelling, and of those an editor linked. */
  readonly terms: readonly string[];
  /** Words of the lexicon that stand in it, as the lexicon writes them. */
  readonly spoken: readonly string[];
}

/** Finds what a document uses of a language's lists; makes ready once what all documents need. */
export function createUsesFinder({
  glossary,
  lexicon,
}: {
  readonly glossary: Pick<NonNullable<LanguageSource['glossary']>, 'value'> | undefined;
  readonly lexicon: Pick<NonNullable<LanguageSource['lexicon']>, 'value'> | undefined;
}): (document: CheckedDocument) => Uses {
  const spellings = (glossary?.value ?? []).flatMap(({ id, term, forms }) =>
    [term, ...forms].map((spelling) => ({
      id,
      // Most entries stand in few documents: looking for their first word is quick.
      firstWord: tokensOf(spelling)[0] ?? '',
      pattern: new RegExp(spellingPattern(spelling), 'u'),
    })),
  );
  const words = (lexicon?.value ?? []).map(({ written }) => written);
  return ({ texts, linkedTerms }) => {
    const text = texts.map((one) => one.text).join('\n');
    const lower = text.toLowerCase();
    const tokens = new Set(tokensOf(text));
    const found = spellings.filter(({ firstWord, pattern }) => tokens.has(firstWord) && pattern.test(text));
    const isWritten = (word: string): boolean =>
      isCaseSensitive(word) ? text.includes(word) : lower.includes(word.toLowerCase());
    return { terms: [...new Set([...linkedTerms, ...found.map(({ id }) => id)])], spoken: words.filter(isWritten) };
  };
}

/** What several documents use together. */
export function allUses(uses: readonly Uses[]): Uses {
  return {
    terms: [...new Set(uses.flatMap(({ terms }) => terms))],
    spoken: [...new Set(uses.flatMap(({ spoken }) => spoken))],
  };
}

function tokensOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
