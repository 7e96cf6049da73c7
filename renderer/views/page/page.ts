/** A page: title, when it was reviewed, and its parts as one calm column to read and to hear (C2, C8). */
import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import type { ChoiceOption, Drawing, GateBlock, Glossary, Page, Part, Passage } from '../../../content/format/index.ts';
import { cardStyles } from '../../components/card.ts';
import { decorative, drawingStyles } from '../../components/drawing.ts';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { painted } from '../../components/painted.ts';
import { parsePassageKey } from '../../reading/passage-key.ts';
import { passageKey, plainText, runs } from '../../reading/passages.ts';
import { type Shown, pageDocument } from '../../visit/documents.ts';
import { choicesOf } from '../../visit/visit.ts';
import type { KeptItem } from '../../visit/summary.ts';
import { firstBehindGate, gateStyles } from '../gate.ts';
import { type KeptNames, keepButton, keepStyles, noneKept } from '../keep.ts';
import { reviewDates, reviewStyles, sampleNotice } from '../reviewed.ts';
import { type IdeaPlace, View, viewStyles } from '../view.ts';
import type { BlockContext } from './block-context.ts';
import { relatedPages, versionSwitch } from './around.ts';
import { block } from './blocks.ts';
import { DrawnOnce } from './drawn-once.ts';
import { isFolded } from './folding.ts';
import { type Idea, ideaWith, ideasOf } from './ideas.ts';
import { IN_SHORT, isKeepable, keptPart, partWithGate } from './kept-part.ts';
import { meaningStyles } from './meaning.ts';
import { Meanings } from './meanings.ts';
import { pageStyles } from './page.styles.ts';
import { qrStyles } from './qr.ts';
import { tableStyles } from './table.ts';
import { urgentStyles } from './urgent.ts';

/** How many parts are drawn with their blocks at first; the others follow once these are on the screen. */
const FIRST_PARTS = 3;

/**
 * @fires kiosk-choose - An option of a choice block was chosen.
 * @fires kiosk-keep - A part, a helpline or a word is to be in my summary, or no longer.
 * @fires kiosk-gates - A gate of a part was opened or closed.
 * @fires kiosk-go - The option chosen leads to a part, or the page's other version is wanted.
 * @fires kiosk-prefer - Pages are to open in Easy Read, or in full again.
 */
@customElement('kiosk-page')
export class KioskPage extends View {
  static override readonly styles = [
    viewStyles,
    cardStyles,
    drawingStyles,
    gateStyles,
    keepStyles,
    meaningStyles,
    qrStyles,
    reviewStyles,
    tableStyles,
    urgentStyles,
    pageStyles,
  ];

  @property({ attribute: false }) page!: Shown<Page>;
  @property({ attribute: false }) glossary: Glossary | undefined;
  /** The options chosen in this visit; see {@link choicesOf}. */
  @property({ attribute: false }) choices: Readonly<Record<string, string>> = {};
  /** The part that was asked for by address, which is shown whatever was chosen. */
  @property({ attribute: false }) openPart: string | undefined;
  /** The kiosk's date and time: tells what is overdue and what is open. */
  @property({ attribute: false }) now = new Date();
  /** The site's number for what cannot wait; without one, visitors are sent to the desk. */
  @property({ attribute: false }) urgentNumber: string | undefined;
  /** Whether pages are to open in Easy Read. */
  @property({ type: Boolean }) easyRead = false;

  /** What is in my summary (P1). */
  @property({ attribute: false }) kept: KeptNames = noneKept;

  /** Whether the page is shown one idea at a time (D5). */
  @property({ type: Boolean }) oneThing = false;

  /** The idea that is shown: 0 is the title, the last one may be what else there is to read. */
  @state() private ideaAt = 0;
  @state() private isWhole = false;
  /** Parts of another group that the visitor asked to see all the same. */
  @state() private unfolded: ReadonlySet<string> = new Set();
  /** Gates the visitor said yes at; closed again when they come back to the page. */
  @state() private openGates: ReadonlySet<string> = new Set();

  readonly #drawings = new DrawnOnce<Drawing>();
  readonly #meanings = new Meanings(this, {
    glossary: () => this.glossary,
    messages: () => this.messages,
    root: () => this.renderRoot,
    key: (passage) => this.#key(passage),
    keep: (term, of) => this.#keep({ kind: 'term', term }, of),
  });
  #decoration: Element | undefined;

  override get sections(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('section.part')];
  }

  override get ideas(): IdeaPlace | undefined {
    if (!this.oneThing) return undefined;
    const ideas = this.#ideas();
    const { parts } = this.page;
    const shown = ideas[this.ideaAt - 1];
    const part = shown === undefined ? (this.ideaAt === 0 ? 0 : parts.length) : parts.indexOf(shown.part) + 1;
    return { idea: this.ideaAt + 1, ideas: this.#lastIdea(ideas) + 1, part, parts: parts.length };
  }

  override turnIdea(direction: 1 | -1): boolean {
    const next = this.ideaAt + direction;
    if (!this.oneThing || next < 0 || next > this.#lastIdea(this.#ideas())) return false;
    this.ideaAt = next;
    this.#meanings.forget();
    return true;
  }

  override async reveal({ section, passage }: { readonly section?: string; readonly passage?: string }): Promise<void> {
    if (!this.oneThing) {
      await this.complete();
      return;
    }
    const ideas = this.#ideas();
    // What is not there is at the start, where the title is.
    let found = -1;
    if (section !== undefined) found = ideas.findIndex(({ part }) => part.id === section);
    else if (passage !== undefined) found = ideaWith(ideas, parsePassageKey(passage).id);
    this.ideaAt = found + 1;
    await this.updateComplete;
  }

  #ideas(): readonly Idea[] {
    return ideasOf(this.page, (part) => this.#isFolded(part));
  }

  /** After the ideas, the title being the one before them, may come what else there is to read. */
  #lastIdea(ideas: readonly Idea[]): number {
    return ideas.length + (this.page.related.length > 0 ? 1 : 0);
  }

  /** Draws and lays out all of the page: where something far down stands is only known then. */
  override async complete(): Promise<void> {
    this.isWhole = true;
    this.toggleAttribute('laid-out', true);
    await super.complete();
    // From the next frame on the browser remembers how high each part is, and may pass over it again.
    void painted().then(() => this.toggleAttribute('laid-out', false));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('page')) {
      this.#drawings.clear();
      this.isWhole = false;
      void painted().then(() => (this.isWhole = true));
      this.#decoration = this.page.decoration === undefined ? undefined : decorative(this.page.decoration);
    }
  }

  protected override render(): TemplateResult {
    const { page } = this;
    const context = this.#context();
    if (this.oneThing) return this.#oneIdea(context);
    return html`${sampleNotice(page, context.key, page.other)}
      <article class="column" lang=${page.other?.language ?? nothing} dir=${page.other?.direction ?? nothing}>
        ${this.untranslated(page.other)}
        <h1 tabindex="-1" data-passage=${this.#key(page.title)}>${runs(page.title)}</h1>
        ${reviewDates(page, context.key, this.now)} ${versionSwitch(this, page, this.messages)}
        ${this.#decoration === undefined ? nothing : html`<div class="decoration">${this.#decoration}</div>`}
        ${repeat(
          page.parts,
          (part) => part.id,
          (part, index) => this.#part(part, index, context),
        )}
        ${this.isWhole ? this.#related() : nothing}
      </article>`;
  }

  /** One idea, with where it belongs above it, quietly: that is not read out again with each (D5). */
  #oneIdea(context: BlockContext): TemplateResult {
    const { page } = this;
    const idea = this.#ideas()[this.ideaAt - 1];
    return html`${sampleNotice(page, context.key, page.other)}
      <article
        class="column one"
        aria-live="polite"
        lang=${page.other?.language ?? nothing}
        dir=${page.other?.direction ?? nothing}
      >
        ${this.ideaAt === 0 ? this.untranslated(page.other) : nothing}
        ${
          this.ideaAt === 0
            ? html`<h1 tabindex="-1" data-passage=${this.#key(page.title)}>${runs(page.title)}</h1>
                ${reviewDates(page, context.key, this.now)} ${versionSwitch(this, page, this.messages)}
                ${this.#decoration === undefined ? nothing : html`<div class="decoration">${this.#decoration}</div>`}`
            : html`<h1 class="whereabouts" tabindex="-1">${plainText(page.title)}</h1>
                ${idea === undefined ? this.#related() : keyed(this.ideaAt, this.#idea(idea, context))}`
        }
      </article>`;
  }

  #idea({ part, isFirst, blocks, startAt }: Idea, context: BlockContext): TemplateResult {
    const { id, heading } = part;
    return html`<section class="part flow ${id}" id=${id} aria-labelledby="heading-${id}">
      ${
        isFirst
          ? this.#heading(part)
          : html`<h2 id="heading-${id}" tabindex="-1" class="whereabouts">${plainText(heading)}</h2>`
      }
      ${this.#isFolded(part) ? this.#blocks(part, context) : blocks.map((content) => block(content, context, startAt))}
      ${isFirst && id !== IN_SHORT ? this.#keepPart(part) : nothing}
    </section>`;
  }

  #part(part: Part, index: number, context: BlockContext): TemplateResult {
    const isDrawn = this.isWhole || index < FIRST_PARTS;
    return html`<section class="part flow ${part.id}" id=${part.id} aria-labelledby="heading-${part.id}">
      ${this.#heading(part)} ${isDrawn ? this.#blocks(part, context) : nothing}
      ${isDrawn && part.id !== IN_SHORT ? this.#keepPart(part) : nothing}
    </section>`;
  }

  /** A page's key points are kept right at the top; other parts below, where somebody knows what they have read. */
  #heading(part: Part): TemplateResult {
    const heading = html`<h2 id="heading-${part.id}" tabindex="-1" data-passage=${this.#key(part.heading)}>
      ${runs(part.heading)}
    </h2>`;
    return part.id === IN_SHORT ? html`<div class="kept-at-top">${heading}${this.#keepPart(part)}</div>` : heading;
  }

  #keepPart(part: Part): TemplateResult | typeof nothing {
    if (this.#isFolded(part) || !isKeepable(part)) return nothing;
    const item = keptPart(this.page, part, this.openGates);
    const label = part.id === IN_SHORT ? 'keep.this' : 'keep.part';
    return html`<div class="keeping">${this.#keep(item, `heading-${part.id}`, label)}</div>`;
  }

  #blocks(part: Part, context: BlockContext): unknown {
    if (!this.#isFolded(part)) return part.blocks.map((content) => block(content, context));
    const { language, direction } = this.messages;
    return html`<p class="folded" lang=${language} dir=${direction} data-passage="messages#page.otherGroup">
        ${this.said('page.otherGroup')}
      </p>
      <button class="button secondary" lang=${language} dir=${direction} @click=${() => void this.#unfold(part)}>
        <span>${this.messages.text('page.showPart')}</span>${icon('down')}
      </button>`;
  }

  #keep(item: KeptItem, of: string, label: 'keep.this' | 'keep.part' = 'keep.this'): TemplateResult {
    const { kept, messages } = this;
    return keepButton(this, { item, kept, messages, of, label });
  }

  #related(): TemplateResult | typeof nothing {
    return relatedPages(this.page, this.messages, this.easyRead);
  }

  #isFolded(part: Part): boolean {
    const { choices, openPart, unfolded } = this;
    return isFolded(this.page, part, { choices, openPart, unfolded });
  }

  /** Shows a folded part; the focus, which was on the button that goes, moves to its heading. */
  async #unfold(part: Part): Promise<void> {
    this.unfolded = new Set([...this.unfolded, part.id]);
    await this.updateComplete;
    this.focusHeading(part.id);
  }

  #context(): BlockContext {
    return {
      messages: this.messages,
      now: this.now,
      key: (passage) => this.#key(passage),
      // Without the glossary there is nothing to open: the words are then plain text.
      text: (passage) => runs(passage, this.glossary && ((run) => this.#meanings.term(passage, run))),
      label: (passage) => runs(passage),
      meaning: (passage) => this.#meanings.below(passage),
      chosen: (choice) => choicesOf(this.choices, this.page.id)[choice],
      choose: (choice, option) => this.#choose(choice.id, option),
      isOpen: ({ id }) => this.openGates.has(id),
      toggleGate: (gate) => void this.#toggleGate(gate),
      keep: ({ id: helpline }, of) => this.#keep({ kind: 'helpline', page: this.page.id, helpline }, of),
      urgentNumber: this.urgentNumber,
      drawing: (drawing, make) => this.#drawings.of(drawing, () => make(drawing)),
    };
  }

  #key(passage: Passage): string {
    return passageKey(pageDocument(this.page.id, this.page.version), passage.id, this.page.other?.language);
  }

  #choose(choice: string, option: ChoiceOption): void {
    tell(this, 'kiosk-choose', { page: this.page.id, choice, option: option.id });
    const { id: page, version } = this.page;
    if ('part' in option) tell(this, 'kiosk-go', { view: 'page', page, version, part: option.part });
  }

  /** Opens or closes a gate. Somebody who opens it while listening hears what is behind it. */
  async #toggleGate({ id }: GateBlock): Promise<void> {
    const opening = !this.openGates.has(id);
    this.openGates = new Set(opening ? [...this.openGates, id] : [...this.openGates].filter((open) => open !== id));
    const within = partWithGate(this.page, id);
    if (within !== undefined) tell(this, 'kiosk-gates', keptPart(this.page, within, this.openGates));
    await this.updateComplete;
    const first = firstBehindGate(this.renderRoot, id);
    if (opening && this.reading && first !== null) tell(this, 'kiosk-read-from', first);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-page': KioskPage;
  }
}
