/** Splits a passage into the sentences that are spoken, highlighted and counted one by one. */

/** A stretch of text, as UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Ends at which `Intl.Segmenter` sees a sentence and a reader does not: titles and initials before a
 * name, Latin abbreviations, and a number or letter that only counts a list.
 */
const notAnEnd =
  /(?:(?<![\p{L}\p{N}])(?:Dr|Mr|Mrs|Ms|Prof|Rev|St|No|vs|approx|e\.?g|i\.?e|etc)\.|(?<![\p{L}\p{N}'’])\p{Lu}\.|^\s*(?:\d{1,3}|[a-z])[.)])\s*$/u;
const hasWord = /[\p{L}\p{N}]/u;

/** One for each language: making one costs more than splitting a page with it. */
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const segmenter = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, segmenter);
  return segmenter;
}

/** Sentences in order, without the white space around them. A text without a letter or digit has none. */
export function splitSentences(text: string, language: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { index, segment } of segmenterOf(language).segment(text)) {
    const end = index + segment.length;
    const piece = text.slice(start, end);
    const isWhole = hasWord.test(piece) && !notAnEnd.test(piece) && hasWord.test(text.slice(end));
    if (!isWhole && end < text.length) continue;
    const span = trimmed(text, start, end);
    if (span && hasWord.test(piece)) spans.push(span);
    start = end;
  }
  return spans;
}

function trimmed(text: string, start: number, end: number): Span | undefined {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  const to = start + piece.trimEnd().length;
  return from < to ? { start: from, end: to } : undefined;
}

/** Words as a reader counts them: stretches without white space that hold a letter or digit. */
export function wordSpans(text: string, from = 0, to = text.length): readonly Span[] {
  const spans: Span[] = [];
  for (const match of text.slice(from, to).matchAll(/\S+/gu)) {
    spans.push({ start: from + match.index, end: from + match.index + match[0].length });
  }
  return joinPunctuation(text, spans);
}

/** A dash or mark that stands alone belongs to the word before it, or to the first word. */
function joinPunctuation(text: string, spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  let waiting: Span | undefined;
  for (const span of spans) {
    const before = joined.at(-1);
    if (hasWord.test(text.slice(span.start, span.end))) {
      joined.push({ start: waiting?.start ?? span.start, end: span.end });
      waiting = undefined;
    } else if (before) joined[joined.length - 1] = { start: before.start, end: span.end };
    else waiting = { start: waiting?.start ?? span.start, end: span.end };
  }
  return joined;
}
