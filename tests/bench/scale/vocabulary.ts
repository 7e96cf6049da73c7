/**
 * Words and sentences for libraries of any size: as many different words as a large library has, some of them
 * nearly everywhere and most of them rare (Zipf), none of them information about anything.
 */
import type { Random } from './random.ts';

const beginnings = 'b bl br c ch cl cr d dr f fl fr g gl gr h k l m n p pl pr qu r s sc sh sl sp st t th tr v w'.split(
  ' ',
);
const middles = 'a ai ar e ea ee er i ie in o oa on oo or ou u un ur'.split(' ');
const ends = 'b ck d f g l ll m n nd ng nt p r rd rn s sh st t th x'.split(' ');
const endings = ['', '', '', 'ed', 'er', 'ing', 'ly', 'ment', 's', 'tion'];

/** Words that hold sentences together, most frequent first. */
const common = 'the and of to a in is that it was for on are with as at be this have from or by one had not but'.split(
  ' ',
);

/** Words by how often they occur, most frequent first; each once. */
export const makeWords = (count: number, random: Random): readonly string[] => {
  const words = new Set(common);
  while (words.size < count) {
    const syllables = 1 + random.below(3);
    let word = '';
    for (let index = 0; index < syllables; index += 1) {
      word += random.pick(beginnings) + random.pick(middles) + (random.next() < 0.4 ? random.pick(ends) : '');
    }
    words.add(word + random.pick(endings));
  }
  return [...words];
};

/** Picks words so that the n-th is about n times rarer than the first. */
export const createWordPicker = (words: readonly string[], random: Random): (() => string) => {
  const sums: number[] = [];
  let sum = 0;
  for (let rank = 1; rank <= words.length; rank += 1) sums.push((sum += 1 / rank));
  return () => {
    const wanted = random.next() * sum;
    let low = 0;
    let high = sums.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sums[middle] ?? 0) < wanted) low = middle + 1;
      else high = middle;
    }
    return words[low] ?? '';
  };
};

/** Sentences of 6 to 15 words. Pages share them, as pages of one library share turns of phrase; and so clips. */
export const makeSentences = (count: number, words: readonly string[], random: Random): readonly string[] => {
  const pickWord = createWordPicker(words, random);
  return Array.from({ length: count }, () => {
    const text = Array.from({ length: 6 + random.below(10) }, pickWord).join(' ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  });
};
