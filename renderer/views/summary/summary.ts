/** My summary (P1, P7): what was kept, large and in order, to sort, to hear and to take home. */
import { type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import { type PrintStatus, isLost, noPrint } from '../../visit/print-status.ts';
import { type KeptItem, MOST_KEPT, isUnsent, keptKey } from '../../visit/summary.ts';
import type { Visit } from '../../visit/visit.ts';
import { DrawnOnce } from '../page/drawn-once.ts';
import { View } from '../view.ts';
import { type SummarySources, elementId, findItem } from './found.ts';
import type { KeptSurroundings } from './kept-blocks.ts';
import { keptItem, nameId, otherLanguageOf } from './kept-item.ts';
import { printBox } from './print-box.ts';
import { summaryStyles } from './summary.styles.ts';

type Moving = 'up' | 'down' | 'remove';

const icons = { up: 'up', down: 'below', remove: 'close' } as const;

/**
 * @fires kiosk-kept - Something is to go up, down, out, or back in.
 * @fires kiosk-gates - A gate of a part that is kept was opened or closed.
 * @fires kiosk-choose - An option of a choice in it was chosen.
 * @fires kiosk-print - The summary is to be printed.
 * @fires kiosk-cancel-print - It is not, after all.
 * @fires kiosk-hear-all - All that is kept is to be read aloud.
 */
@customElement('kiosk-summary')
export class KioskSummary extends View {
  static override readonly styles = summaryStyles;

  @property({ attribute: false }) visit!: Visit;
  @property({ attribute: false }) sources!: SummarySources;
  @property({ attribute: false }) print: PrintStatus = noPrint;
  /** The kiosk's date and time: tells what is overdue and what is open. */
  @property({ attribute: false }) now = new Date();
  /** The site's number for what cannot wait. */
  @property({ attribute: false }) urgentNumber: string | undefined;

  /** What was moved last, and to which place; said where nobody sees it. */
  @state() private movedTo: number | undefined;

  readonly #drawings = new DrawnOnce<string>();

  override get sections(): readonly HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.items > li')];
  }

  protected override updated(changed?: PropertyValues<this>): void {
    super.updated();
    // Whoever has pressed for it sees their ticket, and has not to look for it.
    const before = changed?.get('print');
    if (before !== undefined && ticketOf(before) !== ticketOf(this.print))
      for (const shown of ['.outcome', '.ticket'])
        this.renderRoot.querySelector(shown)?.scrollIntoView({ block: 'nearest' });
  }

  protected override render(): TemplateResult {
    const { messages, visit, print: status } = this;
    const { kept } = visit;
    const isEmpty = kept.length === 0;
    const isLeft = isUnsent(visit) || (!isEmpty && isLost(status));
    return html`${this.#notices()}
      <div class="column">
        <h1 tabindex="-1" data-passage=${passageKey('messages', 'summary.title')}>${this.said('summary.title')}</h1>
        ${this.words(isEmpty ? 'summary.empty' : 'summary.lead', 'lead')}
        ${kept.length >= MOST_KEPT ? this.words('summary.full', 'lead') : nothing}
        ${isEmpty && status.tickets.length === 0 ? nothing : printBox(this, { status, isUnsent: isLeft, messages })}
        ${
          isEmpty
            ? nothing
            : html`<div class="actions">
                <button class="button secondary" @click=${() => this.#hear()}>
                  ${icon('speak')}<span>${messages.text('summary.hear')}</span>
                </button>
              </div>`
        }
        ${this.#changed()}
        <ol class="items" role="list">
          ${repeat(
            kept,
            (item) => keptKey(item),
            (item, index) => this.#item(item, index),
          )}
        </ol>
      </div>`;
  }

  /** What is kept may be a sample, and its words not reviewed; that stays in sight (principle 7). */
  #notices(): TemplateResult | typeof nothing {
    const { pages, sheet, glossary } = this.sources;
    const documents = [...pages.values(), ...(sheet === undefined ? [] : [sheet])];
    const isSample = glossary !== undefined || documents.some((document) => document.sampleNotice !== undefined);
    // Words of the glossary are reviewed with those of the interface.
    const isUnreviewed =
      (glossary !== undefined && this.messages.isUnreviewed) ||
      documents.some((document) => document.translationNotice !== undefined);
    if (!isSample && !isUnreviewed) return nothing;
    return html`<div class="sample">
      ${isSample ? this.words('sample.notice') : nothing} ${isUnreviewed ? this.words('translation.notice') : nothing}
    </div>`;
  }

  /** What has just been done, and how to undo it. */
  #changed(): TemplateResult {
    const { takenOut, kept } = this.visit;
    const { messages, movedTo } = this;
    const moved =
      movedTo === undefined ? '' : messages.format('summary.moved', { place: movedTo, places: kept.length });
    return html`<div class="changed">
      <p id="told" role="status">${takenOut === undefined ? moved : messages.text('summary.removed')}</p>
      ${
        takenOut === undefined
          ? nothing
          : html`<button class="button secondary put-back" aria-describedby="told" @click=${() => void this.#putBack()}>
              ${icon('undo')}<span>${messages.text('summary.putBack')}</span>
            </button>`
      }
    </div>`;
  }

  #item(item: KeptItem, index: number): TemplateResult {
    const id = elementId(item);
    const found = findItem(item, this.sources);
    const other = otherLanguageOf(found);
    return html`<li id=${id} data-kept>
      ${this.untranslated(other)}
      <div class="flow" lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>
        ${keptItem(found, id, this.#surroundings)}
      </div>
      <div class="sorting">
        ${this.#button('up', index, id, index === 0)}
        ${this.#button('down', index, id, index === this.visit.kept.length - 1)}
        ${this.#button('remove', index, id, false)}
      </div>
    </li>`;
  }

  get #surroundings(): KeptSurroundings {
    const { messages, now, urgentNumber, visit } = this;
    return { from: this, messages, now, urgentNumber, choices: visit.choices, drawings: this.#drawings };
  }

  #button(kind: Moving, index: number, id: string, isOff: boolean): TemplateResult {
    return html`<button
      class="button secondary keep"
      data-act=${kind}
      aria-disabled=${isOff ? 'true' : nothing}
      aria-describedby=${nameId(id)}
      @click=${isOff ? nothing : () => void this.#act(kind, index)}
    >
      ${icon(icons[kind])}<span>${this.messages.text(`summary.${kind}`)}</span>
    </button>`;
  }

  /** The focus goes with what was moved; from what is taken out, to what puts it back in. */
  async #act(kind: Moving, index: number): Promise<void> {
    const item = this.visit.kept[index];
    if (item === undefined) return;
    this.movedTo = kind === 'remove' ? undefined : index + (kind === 'up' ? 0 : 2);
    tell(this, 'kiosk-kept', { kind, index });
    await this.#focus(kind === 'remove' ? '.put-back' : `#${CSS.escape(elementId(item))} [data-act='${kind}']`);
  }

  async #putBack(): Promise<void> {
    const item = this.visit.takenOut?.item;
    this.movedTo = undefined;
    tell(this, 'kiosk-kept', { kind: 'put-back' });
    if (item !== undefined) await this.#focus(`#${CSS.escape(nameId(elementId(item)))}`);
  }

  /** Once the root element has drawn a change, and this view has. */
  async #focus(where: string): Promise<void> {
    await new Promise((done) => requestAnimationFrame(done));
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(where);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }

  #hear(): void {
    const items = this.renderRoot.querySelector<HTMLElement>('.items');
    if (items !== null) tell(this, 'kiosk-hear-all', items);
  }
}

/** The newest ticket that is shown by name. */
function ticketOf({ tickets, words }: PrintStatus): string | undefined {
  const ticket = tickets.at(-1)?.ticket;
  return ticket === undefined || words === undefined ? undefined : `${ticket.word} ${String(ticket.number)}`;
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-summary': KioskSummary;
  }
}
