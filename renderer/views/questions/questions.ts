/** Questions to ask (C7): by subject, to read and to hear; sensitive ones behind a gentle question; and one's own. */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Passage, QuestionGroup, QuestionSheet } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { painted } from '../../components/painted.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import type { SearchResult } from '../../search/search.ts';
import type { Shown } from '../../visit/documents.ts';
import { lastWord } from '../../visit/own-questions.ts';
import type { Stroke } from '../../visit/typing.ts';
import { firstBehindGate, gate, gateStyles } from '../gate.ts';
import { type KeptNames, keepButton, keepStyles, noneKept } from '../keep.ts';
import { reviewDates, reviewStyles, sampleNotice } from '../reviewed.ts';
import { type Suggestion, suggestionsFor } from '../typing/suggestions.ts';
import { TypingField } from '../typing/typing-field.ts';
import { typingStyles } from '../typing/typing.styles.ts';
import { View, viewStyles } from '../view.ts';
import { ownQuestionStyles, ownQuestions } from './own-questions.ts';

type Gate = NonNullable<QuestionGroup['gate']>;

/**
 * @fires kiosk-draft - A question of one's own, after each letter.
 * @fires kiosk-add-question - What was written is a question.
 * @fires kiosk-change-question - One is to be written anew.
 * @fires kiosk-keep - A question is to be in my summary, or no longer.
 * @fires kiosk-panel - The on-screen keyboard is wanted, or no longer.
 */
@customElement('kiosk-questions')
export class KioskQuestions extends View {
  static override readonly styles = [
    viewStyles,
    gateStyles,
    keepStyles,
    reviewStyles,
    typingStyles,
    ownQuestionStyles,
    css`
      .flow > * + * {
        margin-block-start: 0.75em;
      }
      section {
        margin-block-start: calc(0.6em + var(--space-3));
        padding-block-start: calc(0.4em + var(--space-2));
        border-block-start: var(--rule) solid var(--line);
      }
      .lead {
        margin-block-end: var(--space-2);
      }
      .quiet {
        color: var(--quiet);
      }
      .list {
        display: grid;
        gap: var(--space-2);
      }
      .list li {
        padding: var(--space-2) var(--space-3);
        background: var(--surface);
        border: var(--rule) solid var(--line);
        border-inline-start: calc(1.6 * var(--mm)) solid var(--action);
        border-radius: var(--radius);
        line-height: var(--line-height-short);
      }
      /* What is kept stands at the end of its own line, or below it where there is no room. */
      .list li {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: var(--space-1) var(--space-2);
      }
      .list li > span {
        flex: 1 1 12rem;
      }
      .references li {
        margin-block-start: 0.5em;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) sheet!: Shown<QuestionSheet>;
  /** Whether the team has agreed to go through the sheet with families: it then says so. */
  @property({ type: Boolean }) teamAgreed = false;
  /** The kiosk's date and time: tells what is overdue. */
  @property({ attribute: false }) now = new Date();

  /** What the visitor is writing, and has written. */
  @property() draft = '';
  @property({ attribute: false }) own: readonly string[] = [];
  /** What was found for the word that is being written. */
  @property({ attribute: false }) result: SearchResult | 'failed' | undefined;
  /** Whether the on-screen keyboard is open. */
  @property({ type: Boolean }) typing = false;

  /** What is in my summary (P1). */
  @property({ attribute: false }) kept: KeptNames = noneKept;

  readonly #field = new TypingField(this, {
    namedBy: 'own-field',
    icon: 'write',
    onText: (text) => tell(this, 'kiosk-draft', text),
    onDone: () => tell(this, 'kiosk-add-question'),
  });

  /** Gates the visitor said yes at. */
  @state() private openGates: ReadonlySet<string> = new Set();

  override get sections(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('section')];
  }

  override type(stroke: Stroke): void {
    this.#field.type(stroke);
  }

  override focusField(): void {
    this.#field.focus();
  }

  protected override updated(changed?: Map<PropertyKey, unknown>): void {
    super.updated();
    // The keyboard takes room from below: the line stays where one sees what is typed.
    if (this.typing && changed?.has('typing') === true) void painted().then(() => this.#field.show());
  }

  protected override render(): TemplateResult {
    const { sheet } = this;
    const key = keyOf(sheet);
    return html`${sampleNotice(sheet, key, sheet.other)}
      <article class="column" lang=${sheet.other?.language ?? nothing} dir=${sheet.other?.direction ?? nothing}>
        ${this.untranslated(sheet.other)}
        <h1 tabindex="-1" data-passage=${key(sheet.title)}>${runs(sheet.title)}</h1>
        ${reviewDates(sheet, key, this.now)}
        <p class="lead" data-passage=${key(sheet.lead)}>${runs(sheet.lead)}</p>
        ${
          this.teamAgreed
            ? html`<p
                lang=${this.messages.language}
                dir=${this.messages.direction}
                data-passage=${passageKey('messages', 'questions.teamAgreed')}
              >
                ${this.said('questions.teamAgreed')}
              </p>`
            : nothing
        }
        ${repeat(
          sheet.groups,
          ({ id }) => id,
          (group) => this.#group(group, key),
        )}
        ${ownQuestions(
          this,
          this.#field,
          { draft: this.draft, questions: this.own, offered: this.#offered, typing: this.typing, kept: this.kept },
          this.messages,
        )}
        <section class="flow" id="references" aria-labelledby="heading-references">
          ${heading('references', sheet.referencesHeading, key)}
          <ol class="references" role="list">
            ${sheet.references.map((item) => html`<li data-passage=${key(item)}>${runs(item)}</li>`)}
          </ol>
        </section>
      </article>`;
  }

  /** Words for the last one that is being written. */
  get #offered(): readonly Suggestion[] {
    const { result, draft } = this;
    const word = lastWord(draft);
    if (word === '' || result === undefined || result === 'failed') return [];
    const before = draft.slice(0, draft.length - word.length);
    return suggestionsFor(word, result, undefined).map(({ query, ...found }) => ({
      ...found,
      query: `${before}${query} `,
    }));
  }

  #group({ id, title, summary, questions, gate: closed }: QuestionGroup, key: Key): TemplateResult {
    return html`<section class="flow" id=${id} aria-labelledby="heading-${id}">
      ${heading(id, title, key)}
      <p class="quiet" data-passage=${key(summary)}>${runs(summary)}</p>
      ${this.#list(id, questions, key)} ${closed === undefined ? nothing : this.#gate(id, closed, key)}
    </section>`;
  }

  #gate(group: string, { id, question, questions }: Gate, key: Key): TemplateResult {
    return gate({
      id,
      question,
      key,
      messages: this.messages,
      isOpen: this.openGates.has(id),
      toggle: () => void this.#toggle(id),
      content: () => this.#list(group, questions, key),
    });
  }

  #list(group: string, questions: QuestionGroup['questions'], key: Key): TemplateResult | typeof nothing {
    if (questions.length === 0) return nothing;
    const { kept, messages } = this;
    return html`<ul class="list" role="list">
      ${questions.map(({ id: question, passage }) => {
        const of = `question-${group}-${question}`;
        return html`<li>
          <span id=${of} data-passage=${key(passage)}>${runs(passage)}</span>
          ${keepButton(this, { item: { kind: 'question', group, question }, kept, messages, of })}
        </li>`;
      })}
    </ul>`;
  }

  /** Opens or closes a gate. Somebody who opens it while listening hears what is behind it. */
  async #toggle(id: string): Promise<void> {
    const opening = !this.openGates.has(id);
    this.openGates = new Set(opening ? [...this.openGates, id] : [...this.openGates].filter((open) => open !== id));
    await this.updateComplete;
    const first = firstBehindGate(this.renderRoot, id);
    if (opening && this.reading && first !== null) tell(this, 'kiosk-read-from', first);
  }
}

/** Names the passages of a sheet, which may be in another language than the visitor's. */
const keyOf =
  ({ other }: Shown<QuestionSheet>) =>
  (passage: Passage): string =>
    passageKey('questions', passage.id, other?.language);

type Key = ReturnType<typeof keyOf>;

const heading = (id: string, text: Passage, key: Key): TemplateResult =>
  html`<h2 id="heading-${id}" tabindex="-1" data-passage=${key(text)}>${runs(text)}</h2>`;

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-questions': KioskQuestions;
  }
}
