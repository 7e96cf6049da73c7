/** Lay names and misspellings of the glossary's words: ‘chemo’, ‘cancer nurse’, ‘nueroblastoma’ (S1). */
import type { SearchWords } from '../../content/format/index.ts';
import { fold } from '../../content/format/search-words.ts';
import { editDistance } from './near-words.ts';

type Alias = SearchWords['aliases'][number];

/** A glossary word that was meant, and why it is thought so. */
export interface MeantTerm {
  readonly term: string;
  readonly kind: Alias['kind'];
  /** How sure that is: 1 when it was typed whole. */
  readonly quality: number;
}

/** From this length on, what begins like a name is taken for it; before, nearly everything does. */
const SHORTEST_BEGINNING = 3;

/** From this length on, a slip in a name is forgiven. */
const SHORTEST_WITH_SLIP = 6;

/** The glossary words that somebody who typed this may mean, surest first, each once. */
export function findMeantTerms(aliases: readonly Alias[], typed: string): readonly MeantTerm[] {
  const whole = fold(typed).trim().replace(/\s+/g, ' ');
  if (whole.length < 2) return [];
  const meant = new Map<string, MeantTerm>();
  for (const { typed: alias, term, kind } of aliases) {
    const quality = likenessOf(alias, whole);
    if (quality > (meant.get(term)?.quality ?? 0)) meant.set(term, { term, kind, quality });
  }
  return [...meant.values()].sort((a, b) => b.quality - a.quality || (a.term < b.term ? -1 : 1));
}

function likenessOf(alias: string, typed: string): number {
  if (alias === typed) return 1;
  if (typed.length >= SHORTEST_BEGINNING && alias.startsWith(typed)) return 0.5 + (0.4 * typed.length) / alias.length;
  if (hasAsWords(typed, alias)) return 0.6;
  const mayHoldSlip = typed.length >= SHORTEST_WITH_SLIP && Math.abs(alias.length - typed.length) <= 1;
  return mayHoldSlip && editDistance(alias, typed, 1) <= 1 ? 0.5 : 0;
}

/** Whether a text has a phrase in it as whole words. */
const hasAsWords = (text: string, phrase: string): boolean => ` ${text} `.includes(` ${phrase} `);
