/** Before a visit ends that has a summary nobody printed, or a ticket: once, what becomes of it, and two ways on (X2). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PrintStatus } from '../../visit/print-status.ts';
import { isGood } from '../../visit/print-status.ts';
import { tell } from '../events.ts';
import { icon } from '../icon.ts';
import { ticketCard, ticketStyles } from '../ticket.ts';
import { Panel } from './panel.ts';

/**
 * @fires kiosk-go - The visitor wants to see the summary first.
 * @fires kiosk-end-visit - The visit is to end all the same.
 */
@customElement('kiosk-ending-panel')
export class KioskEndingPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    ticketStyles,
    css`
      #told {
        display: grid;
        gap: var(--space-1);
      }
      .content {
        gap: var(--space-2);
      }
      p {
        max-inline-size: var(--measure);
      }
      .row {
        gap: var(--space-2);
      }
      /* No room for all of it: the same button is among the tools, right beside. */
      :host([layout='low']) .end {
        display: none;
      }
      :host([layout='low']) .ticket {
        font-size: var(--text-title);
      }
    `,
  ];

  /** How many things are kept, and whether any of them is on no paper. */
  @property({ type: Number }) kept = 0;
  @property({ type: Boolean }) unsent = false;
  @property({ attribute: false }) print!: PrintStatus;

  protected readonly panel = 'ending';

  protected override render(): TemplateResult {
    const see = (): void => {
      tell(this, 'kiosk-panel', this.panel);
      tell(this, 'kiosk-go', { view: 'summary' });
    };
    return this.frame(
      this.messages.text('ending.title'),
      html`<div id="told">${this.#told()}</div>
        <div class="row">
          <button class="button primary" aria-describedby="told" @click=${see}>
            ${icon('keep')}<span>${this.messages.text('ending.see')}</span>
          </button>
          <button class="button secondary end" @click=${() => tell(this, 'kiosk-end-visit')}>
            ${icon('end')}<span>${this.messages.text('toolbar.end')}</span>
          </button>
        </div>`,
    );
  }

  /** The ticket is what somebody must not forget; what is not printed is told too. */
  #told(): TemplateResult {
    const { messages, print, kept, unsent } = this;
    const ticket = print.tickets.findLast(isGood)?.ticket;
    if (ticket === undefined) return html`<p>${messages.format('ending.what', { items: kept })}</p>`;
    return html`${ticketCard(ticket, print.words, messages)}
      <p>${messages.text('ending.ticket')}</p>
      ${unsent ? html`<p>${messages.text('print.changed')}</p>` : nothing}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-ending-panel': KioskEndingPanel;
  }
}
