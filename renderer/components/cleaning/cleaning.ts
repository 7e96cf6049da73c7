/** The screen while it is wiped (V3): what it is for, and for how long touch does nothing. */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';

/** Lies over the whole window. Whoever draws it makes what is beneath inert, so that a cloth presses nothing; this is then the page. */
@customElement('kiosk-cleaning')
export class KioskCleaning extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 3;
        display: grid;
        place-content: center;
        padding: var(--space-3);
        background: var(--ground);
        text-align: center;
      }
      .words {
        display: grid;
        gap: var(--space-3);
        max-inline-size: var(--measure);
      }
      h1 {
        font-size: var(--text-title);
        font-weight: 700;
        line-height: var(--line-height-title);
      }
      [role='status'] {
        font-weight: 600;
      }
    `,
  ];

  /** How long it goes on, in steps of five. */
  @property({ type: Number }) seconds = 0;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  protected override render(): TemplateResult {
    return html`<main class="words">
      <h1>${this.messages.text('cleaning.title')}</h1>
      <p>${this.messages.text('cleaning.what')}</p>
      <p role="status">${this.messages.format('cleaning.left', { seconds: this.seconds })}</p>
    </main>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-cleaning': KioskCleaning;
  }
}
