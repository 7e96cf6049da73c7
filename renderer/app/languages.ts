/** The languages of the kiosk, and the one that is on: on the document, and in the words every element takes (C10). */
import { ContextProvider } from '@lit/context';
import type { ReactiveElement } from 'lit';
import type { LanguageChoice } from '../../content/format/index.ts';
import { messagesContext } from '../visit/contexts.ts';
import { Documents } from '../visit/documents.ts';
import { Messages } from '../visit/messages.ts';
import type { Session } from './session.ts';

/** What choosing a language needs of the root element. */
export interface LanguagesHost {
  readonly session: () => Session | undefined;
  /** Called when the words of a language cannot be had: everything stays as it was. */
  readonly onMissing: () => void;
}

export class Languages {
  readonly #provider: ContextProvider<typeof messagesContext>;
  readonly #host: LanguagesHost;
  #all: readonly LanguageChoice[] = [];
  #wanted: string | undefined;

  constructor(element: ReactiveElement, host: LanguagesHost) {
    this.#provider = new ContextProvider(element, { context: messagesContext });
    this.#host = host;
  }

  /** All there are, the original first; none while a bundle does not tell them. */
  get all(): readonly LanguageChoice[] {
    return this.#all;
  }

  set all(languages: readonly LanguageChoice[]) {
    this.#all = languages;
  }

  /** Lets everything on the screen be in the language of these words. */
  use(messages: Messages): void {
    this.#wanted = messages.language;
    this.#provider.setValue(messages);
    document.documentElement.lang = messages.language;
    document.documentElement.dir = messages.direction;
  }

  /**
   * Changes the language of the visit at the place where the visitor is. The last one chosen wins.
   *
   * @returns whether it is on now
   */
  async choose(language: string): Promise<boolean> {
    const session = this.#host.session();
    if (session === undefined || session.messages.language === language) return false;
    this.#wanted = language;
    const documents = new Documents(language);
    try {
      const messages = new Messages(await documents.messages());
      const isWanted = (): boolean => this.#wanted === language && session === this.#host.session();
      if (!isWanted() || !(await session.speak(messages, documents, isWanted))) return false;
      this.use(messages);
      return true;
    } catch {
      this.#host.onMissing();
      return false;
    }
  }
}
