/** The interface's words in one language: looks a message up, fills its arguments in, and nothing else. */
import { IntlMessageFormat } from 'intl-messageformat';
import type {
  Drawing,
  MessageArguments,
  MessageKey,
  Messages as MessagesDocument,
  PlainMessageKey,
} from '../../content/format/index.ts';

export class Messages {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Nobody who speaks the language has approved these words. */
  readonly isUnreviewed: boolean;
  /** The picture of the attract screen, if the language has one. */
  readonly welcome: Drawing | undefined;
  /** The letters of the language in their order (I6). */
  readonly alphabet: readonly string[];
  /** Its letters as those who type know them; none where there is no such order. */
  readonly typingRows: readonly (readonly string[])[];
  readonly #patterns: Readonly<Record<string, string>>;
  readonly #formats = new Map<MessageKey, IntlMessageFormat>();

  constructor(document: MessagesDocument) {
    this.language = document.language;
    this.direction = document.direction;
    this.isUnreviewed = document.isUnreviewed === true;
    this.welcome = document.welcome;
    this.alphabet = document.alphabet.map(({ letter }) => letter);
    this.typingRows = (document.typingRows ?? []).map((row) => Array.from(row));
    this.#patterns = document.messages;
  }

  /** A plain sentence. The compiler has made sure that every language has every key. */
  text(key: PlainMessageKey): string {
    return this.#pattern(key);
  }

  /** A sentence with arguments, in ICU MessageFormat; numbers and plurals follow the language. */
  format<Key extends Exclude<MessageKey, PlainMessageKey>>(key: Key, values: MessageArguments<Key>): string {
    return String(this.#format(key).format(values));
  }

  /**
   * A sentence in which an argument may be more than text, such as a word marked as another language's.
   *
   * @returns its pieces in order
   */
  compose<Key extends Exclude<MessageKey, PlainMessageKey>, Piece>(
    key: Key,
    values: Readonly<Record<keyof MessageArguments<Key>, string | number | Piece>>,
  ): readonly (string | Piece)[] {
    return this.#format(key)
      .formatToParts<Piece>(values)
      .map(({ value }) => value);
  }

  #format(key: MessageKey): IntlMessageFormat {
    let format = this.#formats.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(this.#pattern(key), this.language, undefined, { ignoreTag: true });
      this.#formats.set(key, format);
    }
    return format;
  }

  #pattern(key: MessageKey): string {
    const pattern = this.#patterns[key];
    if (pattern === undefined) throw new Error(`The bundle's ${this.language} messages lack “${key}”.`);
    return pattern;
  }
}
