/** Headphones are needed to hear this, or have come out: what to do, in words, and one tap to go on (R9). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { tell } from '../events.ts';
import { icon } from '../icon.ts';
import { Panel } from './panel.ts';

/** @fires kiosk-headphones - The visitor says that headphones are plugged in, or that the voice may go on without. */
@customElement('kiosk-headphones-panel')
export class KioskHeadphonesPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .content {
        display: grid;
        gap: var(--space-2);
        justify-items: start;
      }
      p {
        max-inline-size: var(--measure);
      }
    `,
  ];

  /** Whether the site asks for headphones; otherwise the voice may go on without them. */
  @property({ type: Boolean }) needed = true;

  protected readonly panel = 'headphones';

  protected override render(): TemplateResult {
    const isOut = this.preferences.headphones === 'out';
    const text: PlainMessageKey = isOut ? 'headphones.out' : 'headphones.ask';
    const answer: PlainMessageKey = this.needed ? 'headphones.yes' : 'headphones.aloud';
    return this.frame(
      this.messages.text('headphones.title'),
      html`<p>${this.messages.text(text)}</p>
        <button class="button primary" @click=${() => tell(this, 'kiosk-headphones')}>
          ${icon('headphones')}<span>${this.messages.text(answer)}</span>
        </button>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-headphones-panel': KioskHeadphonesPanel;
  }
}
