/** Typing with the on-screen keyboard: what a key makes of a line of text and the place in it (I6). */

/** A key of the on-screen keyboard. `done` says that the text is finished. */
export type Stroke = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'delete' | 'clear' | 'done' };

/** A line of text with what is selected in it, counted in code units; `start` and `end` are the same at a caret. */
export interface TypedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The longest text that is taken; nothing anybody looks for is longer. */
export const LONGEST_TYPED = 120;

/** What a stroke makes of a line. What would make it longer than {@link LONGEST_TYPED} is not taken. */
export function applyStroke(line: TypedLine, stroke: Stroke): TypedLine {
  const { text, start, end } = line;
  switch (stroke.kind) {
    case 'done':
      return line;
    case 'clear':
      return { text: '', start: 0, end: 0 };
    case 'delete': {
      const from = start < end ? start : start - lastSign(text.slice(0, start)).length;
      return { text: text.slice(0, from) + text.slice(end), start: from, end: from };
    }
    case 'text': {
      const next = text.slice(0, start) + stroke.text + text.slice(end);
      if (next.length > LONGEST_TYPED) return line;
      const caret = start + stroke.text.length;
      return { text: next, start: caret, end: caret };
    }
  }
}

/** The last thing a person sees as one sign: a letter with its marks, or a whole emoji. */
const lastSign = (text: string): string => [...new Intl.Segmenter().segment(text)].at(-1)?.segment ?? '';
