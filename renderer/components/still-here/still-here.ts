/** ‘Are you still there?’: what happens when nobody answers, how long that is, and one thing to press (X1). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles, buttonStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import type { TimeLeft } from '../../visit/phase.ts';

/**
 * Lies over the whole window, so that a touch anywhere is an answer and presses nothing beneath. It tells of no press:
 * whoever draws it hears every touch and every key of the window, and makes what is beneath inert.
 */
@customElement('kiosk-still-here')
export class KioskStillHere extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    css`
      :host {
        position: fixed;
        inset: 0;
        z-index: 3;
        display: grid;
        overflow: auto;
      }
      /* What one was reading is still to be seen, and plainly not what to look at now. */
      :host::before {
        content: '';
        position: fixed;
        inset: 0;
        background: var(--ground);
        opacity: 0.8;
      }
      :host([covered])::before {
        opacity: 1;
      }
      .dialog {
        position: relative;
        display: grid;
        justify-items: center;
        gap: var(--space-3);
        place-self: center;
        inline-size: min(100% - 2 * var(--space-1), 34rem);
        margin-block: var(--space-1);
        padding: var(--space-4) var(--space-3);
        background: var(--surface);
        border: var(--rule-thick) solid var(--action);
        border-radius: var(--radius);
        text-align: center;
      }
      /* Within reach from a wheelchair (D6). */
      :host([low]) .dialog {
        place-self: end center;
      }
      h2 {
        font-size: var(--text-title);
        font-weight: 700;
        line-height: var(--line-height-title);
        text-wrap: balance;
      }
      #what {
        text-wrap: balance;
      }
      .button {
        min-inline-size: min(100%, calc(90 * var(--mm)));
        padding: var(--space-3) var(--space-4);
        font-size: var(--text-subheading);
      }
      .time {
        display: grid;
        gap: var(--space-1);
        inline-size: min(100%, max(calc(110 * var(--mm)), 15rem));
        font-weight: 600;
      }
      .bar {
        display: flex;
        gap: var(--space-1);
      }
      .bar span {
        flex: 1;
        block-size: calc(4 * var(--mm));
        border: var(--rule) solid var(--action);
        border-radius: var(--radius);
      }
      .bar .left {
        background: var(--action);
      }
      .how {
        color: var(--quiet);
        text-wrap: balance;
      }
      @media (max-height: 1100px) {
        .dialog {
          gap: var(--space-2);
          padding: var(--space-2) var(--space-3);
        }
        .button {
          padding: var(--space-2) var(--space-3);
        }
      }
    `,
  ];

  @property({ attribute: false }) left: TimeLeft = { seconds: 0, steps: 0, ofSteps: 1 };
  /** It stands on the cover, and nothing shows through. */
  @property({ type: Boolean, reflect: true }) covered = false;
  /** It stands at the lower edge. */
  @property({ type: Boolean, reflect: true }) low = false;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  /** Puts the focus on the answer. */
  override focus(): void {
    this.renderRoot.querySelector('button')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    const { seconds, steps, ofSteps } = this.left;
    return html`<div class="dialog" role="dialog" aria-modal="true" aria-labelledby="title">
      <h2 id="title">${this.messages.text('idle.title')}</h2>
      <p id="what">${this.messages.text('idle.what')}</p>
      <button class="button primary" aria-describedby="what left how">${this.messages.text('idle.stay')}</button>
      <p class="how" id="how">${this.messages.text('cover.back')}</p>
      <div class="time">
        <div class="bar" aria-hidden="true">
          ${Array.from({ length: ofSteps }, (_, step) => html`<span class=${step < steps ? 'left' : ''}></span>`)}
        </div>
        <p role="status" id="left">${this.messages.format('idle.left', { seconds })}</p>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-still-here': KioskStillHere;
  }
}
