/** Questions to ask (C7): by subject, to read and to hear; sensitive ones behind a gentle question. */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Passage, QuestionGroup, QuestionSheet } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import type { Shown } from '../../visit/documents.ts';
import { firstBehindGate, gate, gateStyles } from '../gate.ts';
import { reviewDates, reviewStyles, sampleNotice } from '../reviewed.ts';
import { View, viewStyles } from '../view.ts';

type Gate = NonNullable<QuestionGroup['gate']>;

@customElement('kiosk-questions')
export class KioskQuestions extends View {
  static override readonly styles = [
    viewStyles,
    gateStyles,
    reviewStyles,
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

  /** Gates the visitor said yes at. */
  @state() private openGates: ReadonlySet<string> = new Set();

  override get sections(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('section')];
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
        <section class="flow" id="references" aria-labelledby="heading-references">
          ${heading('references', sheet.referencesHeading, key)}
          <ol class="references" role="list">
            ${sheet.references.map((item) => html`<li data-passage=${key(item)}>${runs(item)}</li>`)}
          </ol>
        </section>
      </article>`;
  }

  #group({ id, title, summary, questions, gate: closed }: QuestionGroup, key: Key): TemplateResult {
    return html`<section class="flow" id=${id} aria-labelledby="heading-${id}">
      ${heading(id, title, key)}
      <p class="quiet" data-passage=${key(summary)}>${runs(summary)}</p>
      ${list(questions, key)} ${closed === undefined ? nothing : this.#gate(closed, key)}
    </section>`;
  }

  #gate({ id, question, questions }: Gate, key: Key): TemplateResult {
    return gate({
      id,
      question,
      key,
      messages: this.messages,
      isOpen: this.openGates.has(id),
      toggle: () => void this.#toggle(id),
      content: () => list(questions, key),
    });
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

const list = (questions: QuestionGroup['questions'], key: Key): TemplateResult | typeof nothing =>
  questions.length === 0
    ? nothing
    : html`<ul class="list" role="list">
        ${questions.map(({ passage }) => html`<li><span data-passage=${key(passage)}>${runs(passage)}</span></li>`)}
      </ul>`;

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-questions': KioskQuestions;
  }
}
