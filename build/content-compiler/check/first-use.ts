/** Words that have to be explained where a reader first meets them. */
import type { TermSource } from '../../../content/format/index.ts';
import type { CheckedDocument, CheckedText } from './documents.ts';

/** A word and the text in which it first stands. */
export interface FirstUse {
  readonly word: string;
  readonly text: CheckedText;
}

/**
 * The first use of each word that `find` finds and nothing explains: no glossary entry, no brackets, no sentence
 * that says what it is. In `lists` each text stands alone, so each is looked at for itself.
 *
 * @param find - matches whole words, with the flag g
 * @param known - tells the words that need no explanation, as written
 */
export function unexplained(
  { kind, texts }: CheckedDocument,
  find: RegExp,
  known: (word: string) => boolean,
): readonly FirstUse[] {
  const found = new Map<string, FirstUse>();
  const names = texts
    .filter(({ isName }) => isName)
    .map(({ text }) => text)
    .join('\n');
  const all = texts.map(({ text }) => text).join('\n');
  for (const one of texts) {
    if (one.isName) continue;
    for (const match of one.text.matchAll(find)) {
      const [word] = match;
      const key = stem(word);
      if (found.has(key) || known(word) || names.includes(word)) continue;
      if (isInName(one.text, match.index, word)) continue;
      if (one.linked?.some((words) => words.includes(word))) continue;
      const context = kind === 'lists' ? one.text : all;
      const isExplained = isExplainedAt(one.text, match.index, word) || isDefinedIn(context, word);
      if (isExplained && kind !== 'lists') known = knowingToo(known, key);
      if (!isExplained) found.set(key, { word, text: one });
    }
  }
  return [...found.values()];
}

/** Whether a glossary explains a word, by itself or as one word of an entry: “neutrophil” of “neutrophil count”. */
export function glossaryWords(terms: readonly TermSource[]): (word: string) => boolean {
  const words = new Set(
    terms.flatMap(({ term, forms }) =>
      [term, ...forms].flatMap((spelling) => {
        const lower = spelling.toLowerCase();
        return [lower, ...(lower.match(/[\p{L}\p{N}]+/gu) ?? [])];
      }),
    ),
  );
  return (word) => words.has(word.toLowerCase()) || words.has(stem(word));
}

function knowingToo(known: (word: string) => boolean, key: string): (word: string) => boolean {
  return (word) => stem(word) === key || known(word);
}

/** A word without its ending of number or owner, in small letters. */
function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/['’]s$/, '')
    .replace(/s$/, '');
}

/** ‘sore mouth (mucositis)’, ‘mucositis (a sore mouth)’, ‘this is called mucositis’, ‘mucositis means’. */
function isExplainedAt(text: string, start: number, word: string): boolean {
  const before = text.slice(0, start);
  const after = text.slice(start + word.length);
  if (before.lastIndexOf('(') > before.lastIndexOf(')') && after.includes(')')) return true;
  return (
    /^[’'”"]?\s*\((?!s\))/.test(after) ||
    /^[’'”"]?,?\s+(?:which\s+)?(?:means?|is when|are when)\b/.test(after) ||
    /\bcall(?:ed|s)?\s+(?:(?:it|this|these|them)\s+)?(?:an?\s+|the\s+)?[‘'“"]?$/i.test(before)
  );
}

/** ‘Mucositis is a sore mouth.’, ‘Stage MS: this is a special kind.’ anywhere on the page. */
function isDefinedIn(text: string, word: string): boolean {
  const escaped = word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const start = '(?:^|[.!?:]\\s+)(?:\\p{L}+\\s+){0,2}';
  const says = '(?::\\s+this)?\\s+(?:is|are|means?)\\s+(?:an?|the|another|one|when|how|what)\\b';
  return new RegExp(start + escaped + says, 'imu').test(text);
}

/** A word in the name of an organisation: written large, and so is the word after it. */
function isInName(text: string, start: number, word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word) && /^\s+\p{Lu}\p{Ll}/u.test(text.slice(start + word.length)) && start > 0;
}
