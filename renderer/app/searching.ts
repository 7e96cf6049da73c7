/**
 * Searching while somebody types: for pages (S1), and for words that fit a question of their own (I6). What is asked is
 * always what the visit says; answers that come late, after
 * another letter, are dropped, and so is everything with the visit (S3).
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { Search, type SearchResult } from '../search/search.ts';
import type { Documents } from '../visit/documents.ts';
import { lastWord } from '../visit/own-questions.ts';
import type { Session } from './session.ts';

/** What is known of what was asked. `failed`: the index cannot be had. */
export interface SearchAnswer {
  readonly query: string;
  readonly result: SearchResult | 'failed';
}

/** What searching needs of the root element. */
export interface SearchingHost {
  readonly session: () => Session | undefined;
  readonly onFailure: () => void;
}

/** A question on its way, or answered. */
interface Asked {
  readonly session: Session;
  readonly documents: Documents;
  readonly search: Search;
  query: string;
  answer: SearchAnswer | undefined;
}

export class Searching implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #host: SearchingHost;
  #asked: Asked | undefined;

  constructor(element: ReactiveControllerHost, host: SearchingHost) {
    this.#element = element;
    this.#host = host;
    element.addController(this);
  }

  /** The last answer of this visit; nothing before the first. */
  get answer(): SearchAnswer | undefined {
    return this.#asked?.session === this.#host.session() ? this.#asked?.answer : undefined;
  }

  hostUpdated(): void {
    const session = this.#host.session();
    if (session !== this.#asked?.session) this.#asked = undefined;
    const view = session?.content?.view;
    if (session === undefined || (view !== 'search' && view !== 'questions')) return;
    const { documents } = session;
    if (documents !== this.#asked?.documents) {
      const search = new Search(documents.searchFiles);
      this.#asked = { session, documents, search, query: '', answer: undefined };
      // Letters then do not wait; if it cannot be had, the first question will say so.
      search.prepare().catch(() => undefined);
    }
    const { visit } = session;
    const query = view === 'search' ? visit.query : lastWord(visit.draft);
    if (query !== this.#asked.query) void this.#ask(this.#asked, query);
  }

  async #ask(asked: Asked, query: string): Promise<void> {
    asked.query = query;
    const result = await asked.search.find(query).catch(() => 'failed' as const);
    if (asked !== this.#asked || asked.query !== query) return;
    if (result === 'failed') this.#host.onFailure();
    asked.answer = { query, result };
    this.#element.requestUpdate();
  }
}
