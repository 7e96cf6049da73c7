/**
 * Syllables of English words, by their spelling. Good enough to tell words of three syllables and more from
 * shorter ones, which is all that a reading age needs.
 */

/** Words whose spelling misleads, with their syllables. Plurals and `-ed` forms are found by their stems. */
const exceptions: Readonly<Record<string, number>> = {
  acne: 2,
  area: 3,
  being: 2,
  biopsy: 3,
  business: 2,
  catastrophe: 4,
  chocolate: 2,
  diarrhoea: 4,
  dietician: 4,
  dietitian: 4,
  doctor: 2,
  evening: 2,
  every: 2,
  everybody: 4,
  everyone: 3,
  everything: 3,
  everywhere: 3,
  hundred: 2,
  idea: 3,
  ideal: 3,
  interest: 2,
  interesting: 3,
  lion: 2,
  million: 2,
  medicine: 3,
  ovary: 3,
  people: 2,
  poem: 2,
  quiet: 2,
  quietly: 3,
  radiation: 4,
  reaction: 3,
  reality: 4,
  recipe: 3,
  science: 2,
  sometime: 2,
  sometimes: 2,
  something: 2,
  someone: 2,
  somewhere: 2,
  somebody: 3,
  therefore: 2,
  trial: 2,
  vegetable: 3,
  wednesday: 2,
};

/** Letters that are written and not said, or are said together. */
const silent: readonly RegExp[] = [
  /(?<=[^aeiouy])es$(?<!(?:[sxz]|[cs]h|[cg]|[^aeiouy]l)es)/,
  /(?<=[^aeiouytd])ed$(?<![^aeiouy]led)/,
  /(?<=[aeiouy][^aeiouy]*[^aeiouyl])e$/,
  /(?<=[aeiouy]l)e$/,
  /(?<=[aeiouy][^aeiouy]{1,2})e(?=(?:ment|ments|ful|fully|less|ly|ness|times|where|body|thing)$)/,
];

/** Neighbouring vowels that belong to two syllables. */
const apart = new RegExp(
  [
    'ia(?!l$|ls$|n$|ns$|lly$|nce)',
    '(?<=r)ial',
    '(?<![gcstx])io',
    '(?<=[gcstx])io(?!n|u)',
    '[aeiouy]ing$',
    'eo(?!us)',
    'eum',
    '(?<=cr)ea(?=t)',
    'oe(?=t)',
    '(?<!q)ua',
    'uo',
    'u(?=(?:el|ets?)$)',
    '(?<![qg])ui[dn]$',
    'yo(?!u)',
    'iet',
    '(?<=[aeiouy][^aeiouy]+)ier$',
    '(?<=[aeiouy][^aeiouy]*[rd])ien',
    '(?<=^sc)ien',
  ].join('|'),
  'g',
);

/** How many syllables a word has; at least 1. */
export function countSyllables(word: string): number {
  const letters = word
    .normalize('NFKD')
    .replace(/\p{M}|['’]s$|['’]/gu, '')
    .toLowerCase();
  // What is joined by a hyphen is said one after another.
  const pieces = letters.split(/[^a-z]+/).filter(Boolean);
  return Math.max(
    1,
    pieces.reduce((sum, piece) => sum + syllablesOf(piece), 0),
  );
}

function syllablesOf(word: string): number {
  const known = exceptions[word] ?? exceptions[word.replace(/s$/, '')];
  if (known !== undefined) return known;
  if (word.length <= 3) return Math.max(1, (word.match(/[aeiouy]+/g) ?? []).length);
  const said = silent.reduce((rest, ending) => rest.replace(ending, ''), word);
  const groups = (said.match(/[aeiouy]+/g) ?? []).length;
  return Math.max(1, groups + (word.match(apart) ?? []).length);
}
