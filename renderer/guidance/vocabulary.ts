/**
 * What the interface can say, found by what it shows: a text is put together from the fewest stretches
 * that the bundle has a clip for (R7). 'Part 3 of 6' is 'Part', 'three', 'of', 'six'.
 *
 * Guidance speaks what the accessibility semantics say, and those are texts; so every element can be spoken
 * without knowing of speech, and a test can name each text for which the bundle has no sound.
 */
import type { PlainMessageKey, Vocabulary as VocabularyDocument } from '../../content/format/index.ts';
import { LARGEST_SPOKEN_NUMBER } from '../../content/format/spoken-numbers.ts';

/** What is said for a text: the keys of passages, and words that nobody can say. */
export interface Wording {
  readonly passages: readonly string[];
  /** Words without a clip, in small letters; empty in an interface that is whole. */
  readonly unheard: readonly string[];
}

/** A word, with the apostrophes inside it; a number; the signs of a decimal and of 'times'. */
const TOKEN = /\p{Nd}+|(?<=\p{Nd})[.,\u066B](?=\p{Nd})|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*|×/gu;

/** Signs that are said, by the passage that says them. */
const SIGNS: Readonly<Record<string, PlainMessageKey>> = {
  '.': 'guide.point',
  ',': 'guide.point',
  '\u066B': 'guide.point',
  '×': 'guide.times',
};

/** Digits of other scripts, by the code point of their zero. */
const ZEROS = [0x0660, 0x06f0] as const;

/** Ids of the letters' passages begin so. */
const LETTER = 'letter/';

/** More words than this are not spelt: nobody could follow a sentence letter by letter. */
const MOST_SPELT = 3;

/** What a token costs: first of all as few words unheard as can be, then as few stretches. */
const UNHEARD_COST = 1000;
const STRETCH_COST = 1;

/** A step along the words of known stretches. */
interface Node {
  readonly next: Map<string, Node>;
  passage: string | undefined;
}

/** The cheapest way to say a text from one of its tokens to the end. */
interface Way {
  readonly cost: number;
  /** The passage that is said first; absent for a word that is not heard. */
  readonly passage: string | undefined;
  /** Where it goes on. */
  readonly rest: number;
}

const END: Way = { cost: 0, passage: undefined, rest: 0 };

export class Vocabulary {
  readonly #language: string;
  /** Longer ones first: in Welsh ‘ch’ is one. */
  readonly #letters: readonly string[];
  readonly #root: Node = { next: new Map(), passage: undefined };

  constructor({ language, phrases }: VocabularyDocument) {
    this.#language = language;
    for (const [passage, text] of Object.entries(phrases)) this.#learn(this.#tokens(text), passage);
    const letters = Object.keys(phrases).filter((passage) => passage.startsWith(LETTER));
    this.#letters = letters.map((passage) => passage.slice(LETTER.length)).sort((a, b) => b.length - a.length);
    for (const [sign, passage] of Object.entries(SIGNS)) this.#learn([sign], passage);
  }

  /** What is said for a text; nothing at all for one without words. */
  wordingOf(text: string): Wording {
    const tokens = this.#tokens(text);
    const ways = this.#ways(tokens);
    const passages: string[] = [];
    const unknown: string[] = [];
    for (let at = 0; at < tokens.length;) {
      const way = ways[at] ?? END;
      if (way.passage === undefined) unknown.push(tokens[at] ?? '');
      passages.push(...(way.passage === undefined ? (this.#spelling(tokens[at] ?? '') ?? []) : [way.passage]));
      at = way.rest;
    }
    const isSpelt = unknown.length <= MOST_SPELT && unknown.every((word) => this.#spelling(word) !== undefined);
    return { passages, unheard: isSpelt ? [] : unknown };
  }

  /** A word letter by letter; `undefined` when it has a letter that nobody can say. */
  #spelling(word: string): readonly string[] | undefined {
    const letters: string[] = [];
    for (let at = 0; at < word.length;) {
      const letter = this.#letters.find((candidate) => word.startsWith(candidate, at));
      if (letter === undefined) return undefined;
      letters.push(LETTER + letter);
      at += letter.length;
    }
    return letters;
  }

  #learn(tokens: readonly string[], passage: string): void {
    let node = this.#root;
    for (const token of tokens) {
      let next = node.next.get(token);
      if (next === undefined) {
        next = { next: new Map(), passage: undefined };
        node.next.set(token, next);
      }
      node = next;
    }
    if (node !== this.#root) node.passage ??= passage;
  }

  /** The cheapest way from each token on, found from the last to the first. */
  #ways(tokens: readonly string[]): readonly Way[] {
    const ways: Way[] = [];
    for (let at = tokens.length - 1; at >= 0; at -= 1) {
      const costFrom = (index: number): number => ways[index]?.cost ?? END.cost;
      let best: Way = { cost: costFrom(at + 1) + UNHEARD_COST, passage: undefined, rest: at + 1 };
      let node: Node | undefined = this.#root;
      for (let rest = at + 1; node !== undefined && rest <= tokens.length; rest += 1) {
        node = node.next.get(tokens[rest - 1] ?? '');
        const cost = costFrom(rest) + STRETCH_COST;
        if (node?.passage !== undefined && cost < best.cost) best = { cost, passage: node.passage, rest };
      }
      ways[at] = best;
    }
    return ways;
  }

  /** A text's words as they are compared; numbers that are too large for a clip, and decimals, by their digits. */
  #tokens(text: string): readonly string[] {
    const tokens = (text.match(TOKEN) ?? []).map((token) => asciiDigits(token).replaceAll('’', "'"));
    return tokens.flatMap((token, at) => {
      if (!/^\d/.test(token)) return [token.toLocaleLowerCase(this.#language)];
      const isDecimal = (tokens[at - 1] ?? '') in SIGNS;
      return isDecimal || Number(token) > LARGEST_SPOKEN_NUMBER ? token.split('') : [String(Number(token))];
    });
  }
}

const asciiDigits = (token: string): string =>
  token.replace(/\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    const zero = ZEROS.find((start) => code >= start && code < start + 10);
    return zero === undefined ? digit : String(code - zero);
  });
