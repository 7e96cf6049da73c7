/** What the search index takes from one page: its parts as results show them, and the words of their open text. */
import { wordsOf, type OtherLanguage } from '../../../content/format/index.ts';
import { reservedPartIds, type LonePage } from '../compile/page.ts';
import { textOfPassage } from '../compile/passages.ts';
import { openPassages } from './open-text.ts';

/** A part as it is found and shown. */
export interface IndexedPart {
  readonly id: string;
  readonly heading: string;
  /** How its open text begins. */
  readonly opening: string;
  /** The words of its open text, folded, each once, with spaces between them: a library has millions. */
  readonly words: string;
  /** How often each of them stands there. */
  readonly counts: readonly number[];
}

/** A page as it is indexed. */
export interface IndexedPage {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly IndexedPart[];
  /** The language it is in, where that is not the one it is looked for in. */
  readonly other?: OtherLanguage;
}

/** How much of a part's opening a result shows, in characters. */
const OPENING_LENGTH = 140;

/** Reads a page for the index. What the compiler adds to it by itself is not found. */
export function indexedPage({ id, title, parts }: Pick<LonePage, 'id' | 'title' | 'parts'>): IndexedPage {
  return {
    id,
    title: textOfPassage(title),
    parts: parts
      .filter((part) => !reservedPartIds.includes(part.id))
      .map((part) => {
        const open = openPassages(part.blocks).map(textOfPassage);
        const counts = countOf(open.flatMap(wordsOf));
        return {
          id: part.id,
          heading: textOfPassage(part.heading),
          opening: openingOf(open),
          words: [...counts.keys()].join(' '),
          counts: [...counts.values()],
        };
      }),
  };
}

function countOf(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function openingOf(texts: readonly string[]): string {
  const text = texts.join(' ');
  if (text.length <= OPENING_LENGTH) return text;
  return `${text.slice(0, text.lastIndexOf(' ', OPENING_LENGTH))} …`;
}
