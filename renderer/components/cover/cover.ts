/** The cover: hides what is on the screen behind a calm picture and words that tell nothing (D9). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles, buttonStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import { tell } from '../events.ts';
import { coverPicture, coverPictureStyles } from './picture.ts';

/**
 * Covers all of the window, at once and without a fade. One tap anywhere, or any key, takes it away; neither does
 * anything else. Whoever draws it makes what is beneath inert – unless somebody goes on by ear beneath it.
 *
 * @fires kiosk-cover - The screen is to be shown again; the detail is `false`.
 */
@customElement('kiosk-cover')
export class KioskCover extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    coverPictureStyles,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 2;
        overflow: auto;
        background: var(--ground);
      }
      main {
        display: grid;
        place-items: center;
        place-content: center;
        gap: var(--space-4);
        min-block-size: 100%;
        padding: var(--space-4);
        text-align: center;
      }
      .picture {
        inline-size: min(100%, calc(200 * var(--mm)), 70vb);
      }
      h1 {
        font-size: var(--text-title);
        font-weight: 700;
        line-height: var(--line-height-heading);
        text-wrap: balance;
      }
      .button {
        padding: var(--space-2) var(--space-4);
        text-wrap: balance;
      }
    `,
  ];

  /** Somebody uses what is beneath by ear: keys are theirs, and only a tap takes the cover away. */
  @property({ type: Boolean }) isListening = false;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  /** The second tap of a double tap on Cover was not meant for the cover. */
  readonly #onClick = (event: MouseEvent): void => {
    if (event.detail <= 1) tell(this, 'kiosk-cover', false);
  };

  /** Before anybody else hears of it: a key pressed here acts on nothing beneath. One still held does nothing. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (this.isListening) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!event.repeat) tell(this, 'kiosk-cover', false);
  };

  constructor() {
    super();
    this.addEventListener('click', this.#onClick);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('keydown', this.#onKey, { capture: true });
  }

  override disconnectedCallback(): void {
    window.removeEventListener('keydown', this.#onKey, { capture: true });
    super.disconnectedCallback();
  }

  /** Puts the focus on the way back. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<main>
      <div class="picture">${coverPicture()}</div>
      <h1>${this.messages.text('cover.title')}</h1>
      <button class="button secondary" tabindex=${this.isListening ? -1 : 0}>
        <span>${this.messages.text('cover.back')}</span>
      </button>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-cover': KioskCover;
  }
}
