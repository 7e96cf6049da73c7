/**
 * Highlights what is being spoken with the CSS Custom Highlight API: the sentence and, in it, the word
 * (R2). The page's elements are never touched, so nothing moves and nothing is drawn twice.
 */
import { css } from 'lit';

const SENTENCE = 'spoken-sentence';
const WORD = 'spoken-word';

export class Highlighter {
  readonly #sentence = new Highlight();
  readonly #word = new Highlight();

  constructor() {
    this.#sentence.priority = 1;
    this.#word.priority = 2;
    CSS.highlights.set(SENTENCE, this.#sentence);
    CSS.highlights.set(WORD, this.#word);
  }

  showSentence(range: Range | undefined): void {
    replace(this.#sentence, range);
    this.#word.clear();
  }

  showWord(range: Range | undefined): void {
    replace(this.#word, range);
  }

  clear(): void {
    this.#sentence.clear();
    this.#word.clear();
  }

  /** Takes the highlights out of the document. The highlighter is of no use afterwards. */
  dispose(): void {
    this.clear();
    for (const [name, highlight] of [
      [SENTENCE, this.#sentence],
      [WORD, this.#word],
    ] as const) {
      if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
    }
  }
}

function replace(highlight: Highlight, range: Range | undefined): void {
  highlight.clear();
  if (range !== undefined) highlight.add(range);
}

/** How the two highlights look; each shadow root that holds passages needs them. */
export const highlightStyles = css`
  ::highlight(spoken-sentence) {
    background-color: var(--sentence-ground);
    color: var(--on-sentence);
    text-decoration: underline solid var(--sentence-underline) 0.1em;
  }

  ::highlight(spoken-word) {
    background-color: var(--word-ground);
    color: var(--on-word);
    text-decoration: none;
  }
`;
