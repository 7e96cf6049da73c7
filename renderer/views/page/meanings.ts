/** The meaning that is open on a page, of all its medical words (C4): at most one at a time. */
import { type ReactiveControllerHost, type TemplateResult, html, nothing } from 'lit';
import type { Glossary, Passage, Run } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import type { Messages } from '../../visit/messages.ts';
import { meaning } from './meaning.ts';

/** What meanings need of their page. */
export interface MeaningsPage {
  readonly glossary: () => Glossary | undefined;
  readonly messages: () => Messages;
  readonly root: () => ParentNode;
  /** The key that marks a passage of the page. */
  readonly key: (passage: Passage) => string;
  /** What keeps a word in my summary; `of` is the id of what names it. */
  readonly keep: (term: string, of: string) => unknown;
}

type Host = ReactiveControllerHost & EventTarget;

export class Meanings {
  readonly #host: Host;
  readonly #page: MeaningsPage;
  /** Of which term, below which passage. */
  #open: { readonly passage: string; readonly term: string } | undefined;

  constructor(host: Host, page: MeaningsPage) {
    this.#host = host;
    this.#page = page;
  }

  /** Closes what is open; the focus stays where it is. */
  forget(): void {
    this.#open = undefined;
    this.#host.requestUpdate();
  }

  /** A medical word in a passage, as a button that opens its meaning below. */
  term(passage: Passage, run: Run & { readonly term: string }): TemplateResult {
    return html`<button
      class="term"
      aria-expanded=${this.#isOpen(passage, run.term)}
      data-said-as=${passageKey('glossary', `${run.term}.term`)}
      @click=${() => void this.#toggle(passage, run.term)}
    >
      <span class="run">${run.text}</span>${icon('book')}
    </button>`;
  }

  /** The meaning that was opened from a passage, if one was. */
  below(passage: Passage): TemplateResult | typeof nothing {
    const term = this.#page.glossary()?.terms.find(({ id }) => this.#isOpen(passage, id));
    if (term === undefined) return nothing;
    return meaning(term, this.#page.messages(), {
      close: () => this.#close(passage),
      hear: (shown) => tell(this.#host, 'kiosk-hear', shown),
      keep: (of) => this.#page.keep(term.id, of),
    });
  }

  #isOpen(passage: Passage, term: string): boolean {
    return this.#open?.passage === passage.id && this.#open.term === term;
  }

  async #toggle(passage: Passage, term: string): Promise<void> {
    this.#open = this.#isOpen(passage, term) ? undefined : { passage: passage.id, term };
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#page.root().querySelector('.meaning')?.scrollIntoView({ block: 'nearest' });
  }

  /** Closes a meaning and gives the focus back to the word it belongs to. */
  #close(passage: Passage): void {
    this.forget();
    const owner = this.#page.root().querySelector(`[data-passage='${CSS.escape(this.#page.key(passage))}']`);
    owner?.querySelector<HTMLElement>('.term[aria-expanded="true"]')?.focus();
  }
}
