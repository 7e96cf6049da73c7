/** Ten big digits to enter a PIN with. What was entered is counted, and neither shown nor said (V1). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import { tell } from '../events.ts';
import { icon, iconStyles } from '../icon.ts';

/** The digits as they lie on a telephone. */
const ROWS = [['1', '2', '3'], ['4', '5', '6'], ['7', '8', '9'], ['0']] as const;

/** Longer ones the host does not even look at. */
const MOST_DIGITS = 64;

/**
 * The digits lie in a private field and nowhere in the document, until Done hands them on or the pad goes away. Whoever
 * goes over the keys by ear hears their names, since they could not be found otherwise; where a site asks for
 * headphones, only in those (R9).
 *
 * @fires kiosk-pin - All digits are entered.
 */
@customElement('kiosk-pin-pad')
export class KioskPinPad extends LitElement {
  static override readonly styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }
      .keys {
        display: grid;
        gap: var(--gap-least);
        inline-size: min(100%, max(calc(84 * var(--mm)), 14rem));
      }
      .row {
        display: grid;
        grid-template-columns: repeat(3, minmax(0, 1fr));
        gap: var(--gap-least);
      }
      .row > :only-child {
        grid-column: 2;
      }
      .row.words {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .key {
        display: grid;
        place-items: center;
        min-block-size: var(--target);
        min-inline-size: var(--target);
        border: var(--rule) solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: var(--text-heading);
        font-weight: 600;
        line-height: 1;
        font-variant-numeric: tabular-nums lining-nums;
      }
      .key.word {
        display: flex;
        justify-content: center;
        gap: var(--space-1);
        padding: calc(1 * var(--mm));
        font-size: 1rem;
        line-height: var(--line-height-heading);
        text-align: center;
      }
      .key.done {
        background: var(--action);
        border-color: var(--action);
        color: var(--on-action);
      }
      .key:active {
        background: var(--ink);
        border-color: var(--ink);
        color: var(--ground);
      }
      .key[aria-disabled='true'] {
        border-color: transparent;
        background: transparent;
        color: var(--quiet);
        font-weight: 400;
      }
      p {
        font-weight: 600;
      }
    `,
  ];

  /** While it is, nothing can be entered: a wait is not over yet. */
  @property({ type: Boolean }) closed = false;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  /** How many are entered. */
  @state() private count = 0;
  #digits = '';

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    this.#clear();
    super.disconnectedCallback();
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('closed') && this.closed) this.#clear();
  }

  protected override render(): TemplateResult {
    // A telephone's keys lie alike wherever one reads to the left.
    return html`<p role="status">${this.messages.format('staff.digits', { digits: this.count })}</p>
      <div class="keys" data-grid data-private dir="ltr">
        ${ROWS.map((row) => html`<div class="row" role="group">${row.map((digit) => this.#key(digit))}</div>`)}
        <div class="row words" role="group">
          <button class="key word" aria-disabled=${this.closed} @click=${() => this.#take('')}>
            ${icon('delete')}<span>${this.messages.text('keyboard.delete')}</span>
          </button>
          <button class="key word done" aria-disabled=${this.closed} @click=${() => this.#done()}>
            ${icon('check')}<span>${this.messages.text('keyboard.done')}</span>
          </button>
        </div>
      </div>`;
  }

  #key(digit: string): TemplateResult {
    return html`<button class="key" aria-disabled=${this.closed} @click=${() => this.#take(digit)}>${digit}</button>`;
  }

  /** A digit more; with none, one less. */
  #take(digit: string): void {
    if (this.closed) return;
    this.#digits = digit === '' ? this.#digits.slice(0, -1) : (this.#digits + digit).slice(0, MOST_DIGITS);
    this.count = this.#digits.length;
  }

  #done(): void {
    const pin = this.#digits;
    if (this.closed || pin === '') return;
    this.#clear();
    tell(this, 'kiosk-pin', pin);
  }

  #clear(): void {
    this.#digits = '';
    this.count = 0;
  }

  /** Digits of a keyboard; what the site's keypad or somebody's switch means by a key has been taken before. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || this.closed) return;
    const digit = /^\d$/.test(event.key);
    if (!digit && event.key !== 'Backspace') return;
    event.preventDefault();
    this.#take(digit ? event.key : '');
    // Enter then presses it, wherever the focus was: the page's own heading takes no key.
    if (digit) this.renderRoot.querySelector<HTMLElement>('.done')?.focus({ preventScroll: true });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-pin-pad': KioskPinPad;
  }
}
