/** Search: what was found while somebody types, why, and where to go when nothing was (S1–S3). */
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Glossary, Home, PlainMessageKey } from '../../../content/format/index.ts';
import { cardStyles } from '../../components/card.ts';
import { tell } from '../../components/events.ts';
import { passageKey } from '../../reading/passages.ts';
import type { SearchResult } from '../../search/search.ts';
import type { Stroke } from '../../visit/typing.ts';
import { type KeptNames, keepButton, keepStyles, noneKept } from '../keep.ts';
import { meaningStyles } from '../page/meaning.ts';
import { cardOfTopic } from '../passage-card.ts';
import { View, viewStyles } from '../view.ts';
import { foundMeaning, foundPage, meanings } from './found.ts';
import { inItsLanguage } from '../typing/in-its-language.ts';
import { type Suggestion, suggestionsFor } from '../typing/suggestions.ts';
import { TypingField } from '../typing/typing-field.ts';
import { typingStyles } from '../typing/typing.styles.ts';
import { searchStyles } from './search.styles.ts';

/** How long after the last letter it is said how much was found: not between one letter and the next. */
const SAY_AFTER_MS = 700;

/**
 * @fires kiosk-search - The text in the field, after each change.
 * @fires kiosk-panel - The on-screen keyboard is wanted, or no longer.
 * @fires kiosk-hear - A meaning is to be read aloud.
 * @fires kiosk-keep - A word is to be in my summary, or no longer.
 */
@customElement('kiosk-search')
export class KioskSearch extends View {
  static override readonly styles = [viewStyles, cardStyles, keepStyles, meaningStyles, typingStyles, searchStyles];

  /** What the visitor has typed in this visit. */
  @property() query = '';
  /** The last answer, to whatever was asked; nothing before the first. */
  @property({ attribute: false }) result: SearchResult | 'failed' | undefined;
  @property({ attribute: false }) glossary: Glossary | undefined;
  /** What home offers, for somebody who has found nothing. */
  @property({ attribute: false }) home: Home | undefined;
  /** Where the desk is, in the hospital's words. */
  @property() directions = '';
  /** Whether pages are to open in Easy Read. */
  @property({ type: Boolean }) easyRead = false;
  /** What is in my summary (P1). */
  @property({ attribute: false }) kept: KeptNames = noneKept;
  /** Whether the on-screen keyboard is open. */
  @property({ type: Boolean }) typing = false;

  readonly #field = new TypingField(this, {
    namedBy: 'title',
    icon: 'search',
    onText: (text) => tell(this, 'kiosk-search', text),
    onDone: () =>
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('section button')?.focus({ preventScroll: true }),
      ),
  });

  @state() private summary = '';
  #saying: ReturnType<typeof setTimeout> | undefined;

  override get coveredTop(): number {
    return this.renderRoot.querySelector('.ask')?.getBoundingClientRect().height ?? 0;
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#saying);
    super.disconnectedCallback();
  }

  /** Whoever comes here wants to type. */
  override focusHeading(): void {
    this.#field.focus();
  }

  override type(stroke: Stroke): void {
    this.#field.type(stroke);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('result')) return;
    clearTimeout(this.#saying);
    this.#saying = setTimeout(() => (this.summary = this.#summary()), SAY_AFTER_MS);
  }

  protected override render(): TemplateResult {
    return html`<div class="column">
      <div class="ask">
        <h1 id="title" tabindex="-1" data-passage=${passageKey('messages', 'search.label')}>
          ${this.said('search.label')}
        </h1>
        ${this.#field.render({
          text: this.query,
          offered: this.#offered,
          offeredName: this.messages.text('search.suggestions'),
          typing: this.typing,
        })}
      </div>
      <p class="status" role="status">${this.summary}</p>
      ${this.#answer()}
    </div>`;
  }

  /** The answer, while there is a question and the search works. */
  get #found(): SearchResult | undefined {
    return this.result === 'failed' || this.query.trim() === '' ? undefined : this.result;
  }

  get #offered(): readonly Suggestion[] {
    return this.#found === undefined ? [] : suggestionsFor(this.query, this.#found, this.glossary);
  }

  #answer(): unknown {
    if (this.result === 'failed') return [this.#lead('search.broken'), this.#elsewhere()];
    const found = this.#found;
    if (found === undefined) return this.#lead('search.begin');
    const { glossary, kept, messages, easyRead } = this;
    const words = meanings(found, glossary);
    return [
      words.length === 0
        ? nothing
        : this.#section(
            'search.meanings',
            words.map((term) =>
              foundMeaning(term, messages, {
                hear: (meaning) => tell(this, 'kiosk-hear', meaning),
                keep: (of) => keepButton(this, { item: { kind: 'term', term: term.id }, kept, messages, of }),
              }),
            ),
          ),
      found.pages.length === 0
        ? [this.#nearest(found), this.#elsewhere()]
        : this.#section(
            'search.pages',
            html`<ul class="found" role="list">
              ${repeat(
                found.pages,
                ({ page }) => page,
                (page) => html`<li>${foundPage(page, { glossary, messages, easyRead })}</li>`,
              )}
            </ul>`,
          ),
    ];
  }

  #nearest({ nearest }: SearchResult): TemplateResult | typeof nothing {
    if (nearest.length === 0) return nothing;
    return this.#section(
      'search.nearest',
      html`<div class="suggestions">
        ${nearest.map(
          (found) =>
            html`<button class="suggestion" @click=${() => this.#field.take(found.word)}>
              ${inItsLanguage(found)}
            </button>`,
        )}
      </div>`,
    );
  }

  /** Where to go when searching has led nowhere: topics, and somebody to ask (S2). */
  #elsewhere(): unknown {
    const topics = this.home?.topics ?? [];
    return [
      topics.length === 0
        ? nothing
        : this.#section(
            'search.topics',
            html`<ul class="cards" role="list">
              ${topics.map((topic) => html`<li>${cardOfTopic('home', topic, this.easyRead)}</li>`)}
            </ul>`,
          ),
      this.#section('search.ask', html`<p>${this.directions}</p>`),
    ];
  }

  #lead(key: PlainMessageKey): TemplateResult {
    return html`<p class="lead" data-passage=${passageKey('messages', key)}>${this.said(key)}</p>`;
  }

  #section(key: PlainMessageKey, content: unknown): TemplateResult {
    const id = key.replace('.', '-');
    return html`<section aria-labelledby=${id}>
      <h2 id=${id} data-passage=${passageKey('messages', key)}>${this.said(key)}</h2>
      ${content}
    </section>`;
  }

  #summary(): string {
    const found = this.#found;
    return found === undefined ? '' : this.messages.format('search.found', { pages: found.pages.length });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-search': KioskSearch;
  }
}
