/** Word times: from what the engine said when, to when each shown word is to be highlighted (R2). */
import type { SpokenWord } from '../../../content/format/index.ts';
import { wordSpans, type Span } from './sentences.ts';
import type { SpokenText } from './spoken-text.ts';
import type { SpokenEvent } from './synthesiser.ts';

/**
 * Times every shown word of a sentence. Words whose event the engine merged into a neighbour's share its
 * time by length; a word lasts until the next begins, the last until the clip ends.
 *
 * @param passage - the passage's plain text; the answer's offsets are into it.
 * @param events - with times from the start of the clip.
 */
export function timeWords(
  passage: string,
  sentence: Span,
  spoken: SpokenText,
  events: readonly SpokenEvent[],
  durationMs: number,
): readonly SpokenWord[] {
  const words = wordSpans(passage, sentence.start, sentence.end);
  const starts = wordStarts(words, sentence, spoken, events, durationMs);
  return words.map(({ start, end }, index) => [start, end, starts[index] ?? 0, starts[index + 1] ?? durationMs]);
}

function wordStarts(
  words: readonly Span[],
  sentence: Span,
  spoken: SpokenText,
  events: readonly SpokenEvent[],
  durationMs: number,
): readonly number[] {
  // Known starts as [word, time], both rising; the first word starts the clip whatever the engine says.
  const known: [word: number, atMs: number][] = [[0, 0]];
  for (const { position, atMs } of events) {
    const offset = spoken.shownAt[position];
    if (offset === undefined) continue;
    const word = words.findLastIndex(({ start }) => start <= sentence.start + offset);
    const [lastWord, lastMs] = known.at(-1) ?? [0, 0];
    if (word > lastWord) known.push([word, Math.max(lastMs, Math.min(Math.round(atMs), durationMs))]);
  }
  known.push([words.length, durationMs]);
  const starts: number[] = [];
  for (let index = 0; index + 1 < known.length; index += 1) {
    const [word, fromMs] = known[index] ?? [0, 0];
    const [nextWord, toMs] = known[index + 1] ?? [words.length, durationMs];
    const group = words.slice(word, nextWord);
    const whole = group.reduce((sum, { start, end }) => sum + end - start, 0);
    let before = 0;
    for (const { start, end } of group) {
      starts.push(Math.round(fromMs + ((toMs - fromMs) * before) / whole));
      before += end - start;
    }
  }
  return starts;
}
