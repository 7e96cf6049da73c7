/** The on-screen keyboard: letters in the order of the alphabet or as on a computer, with big keys (I6). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import type { Stroke } from '../../visit/typing.ts';
import { tell } from '../events.ts';
import { type IconName, icon } from '../icon.ts';
import { DIGITS, inRows, typingRows } from '../keyboard/rows.ts';
import { Panel } from './panel.ts';

/** A key with the gap to the next, in millimetres: as large as main targets are, and as small as any may be (standards.md). */
const KEY_MM = 22.6;
const LEAST_KEY_MM = 15.4;

/**
 * Keys are buttons, so that fingers, keyboards, keypads and switches press them alike; rows are groups, as scanning
 * takes them, and all of them a grid, over which the arrows of a keypad move (I4, I5). Nothing typed is kept here.
 *
 * @fires kiosk-type - A key was pressed.
 * @fires kiosk-prefer - The letters are to be in another order.
 */
@customElement('kiosk-keyboard-panel')
export class KioskKeyboardPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .content {
        container: keys / inline-size;
      }
      .keys {
        display: grid;
        gap: var(--gap-least);
      }
      .row {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: minmax(0, 1fr);
        gap: var(--gap-least);
      }
      .key {
        display: grid;
        place-items: center;
        min-block-size: var(--target);
        min-inline-size: var(--target-least);
        border: var(--rule) solid var(--line);
        border-radius: calc(2 * var(--mm));
        background: var(--ground);
        font-size: var(--text-subheading);
        font-weight: 600;
        line-height: 1;
        text-align: center;
      }
      .key:active {
        background: var(--ink);
        border-color: var(--ink);
        color: var(--ground);
      }
      .row.actions {
        grid-auto-flow: row;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 7rem), 1fr));
      }
      .actions .key {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-1);
        padding-inline: calc(1 * var(--mm));
        font-size: 1rem;
        line-height: var(--line-height-heading);
      }
      .actions .done {
        background: var(--action);
        border-color: var(--action);
        color: var(--on-action);
      }
      @container keys (inline-size >= 22rem) {
        .row.actions {
          grid-template-columns: repeat(3, 1fr);
        }
      }
      :host([layout='low']) .key {
        /* The letter's own line stays inside: what stuck out would react too. */
        min-block-size: max(var(--target-least), 1.4em);
      }
      :host([layout='low']) .row.actions {
        grid-template-columns: repeat(auto-fit, minmax(5rem, 1fr));
      }
      :host([layout='low']) .actions .icon {
        display: none;
      }
      header {
        position: absolute;
        clip-path: inset(50%);
        pointer-events: none;
      }
      header .close {
        display: none;
      }
    `,
  ];

  protected readonly panel = 'keyboard';

  @state() private numbers = false;
  /** How wide the keyboard is, in millimetres. */
  @state() private widthMm = 200;

  readonly #resized = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    this.#resized.disconnect();
    super.disconnectedCallback();
  }

  /** The focus stays in the field: what is typed goes there. */
  override focusFirst(): void {
    // Nothing to do: see above.
  }

  protected override render(): TemplateResult {
    return this.frame(
      this.messages.text('keyboard.title'),
      html`<div class="keys" data-grid>
        ${this.#rows.map((row) => html`<div class="row" role="group">${row.map((letter) => this.#letter(letter))}</div>`)}
        <div class="row actions" role="group">
          ${this.#action('space', 'keyboard.space', { kind: 'text', text: ' ' })}
          ${this.#action('delete', 'keyboard.delete', { kind: 'delete' })}
          ${this.#action('close', 'keyboard.clear', { kind: 'clear' })} ${this.#orders()}
          <button class="key" @click=${() => this.#turnNumbers()}>
            ${this.messages.text(this.numbers ? 'keyboard.letters' : 'keyboard.numbers')}
          </button>
          <button class="key done" @click=${() => this.#press({ kind: 'done' })}>
            ${icon('check')}<span>${this.messages.text('keyboard.done')}</span>
          </button>
        </div>
      </div>`,
    );
  }

  get #rows(): readonly (readonly string[])[] {
    const { alphabet, typingRows: rows } = this.messages;
    const fitting = (keyMm: number): number => Math.max(4, Math.floor(this.widthMm / keyMm));
    const least = fitting(LEAST_KEY_MM);
    if (this.numbers) return inRows(DIGITS, least);
    return this.preferences.keyboard === 'typing' && rows.length > 0
      ? typingRows(rows, least)
      : inRows(alphabet, this.layout === 'low' ? least : fitting(KEY_MM));
  }

  #letter(letter: string): TemplateResult {
    return html`<button class="key" @click=${() => this.#press({ kind: 'text', text: letter })}>${letter}</button>`;
  }

  #action(
    name: IconName,
    label: 'keyboard.space' | 'keyboard.delete' | 'keyboard.clear',
    stroke: Stroke,
  ): TemplateResult {
    return html`<button class="key" @click=${() => this.#press(stroke)}>
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }

  /** The one button that changes the order of the letters, named by the order it brings. */
  #orders(): TemplateResult | typeof nothing {
    if (this.messages.typingRows.length === 0) return nothing;
    const other = this.preferences.keyboard === 'typing' ? 'alphabetic' : 'typing';
    return html`<button class="key" @click=${() => tell(this, 'kiosk-prefer', { keyboard: other })}>
      ${this.messages.text(`keyboard.${other}`)}
    </button>`;
  }

  #turnNumbers(): void {
    this.numbers = !this.numbers;
  }

  #press(stroke: Stroke): void {
    tell(this, 'kiosk-type', stroke);
  }

  #fit(): void {
    const keys = this.renderRoot.querySelector('.keys');
    const mm = parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--pixels-per-mm'));
    if (keys !== null && mm > 0) this.widthMm = Math.floor(keys.clientWidth / mm);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-keyboard-panel': KioskKeyboardPanel;
  }
}
