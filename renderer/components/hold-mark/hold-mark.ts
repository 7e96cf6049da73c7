/** Fills what is being pressed for as long as it has to be held (I2). */
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type FramePlace, placeMark, placedStyles } from '../placed.ts';

/** Lies over the whole window and takes no touches. */
@customElement('kiosk-hold-mark')
export class KioskHoldMark extends LitElement {
  static override readonly styles = [
    placedStyles,
    css`
      .mark {
        box-sizing: border-box;
        border: max(4px, calc(1.2 * var(--mm))) solid var(--focus-outer);
        border-radius: var(--radius);
        overflow: hidden;
      }
      /* A bar along the lower edge: the words above it can still be read. */
      .fill {
        position: absolute;
        inset-block-end: 0;
        inset-inline-start: 0;
        block-size: calc(2.6 * var(--mm));
        background: var(--focus-inner);
        outline: var(--rule) solid var(--focus-outer);
        animation: fill var(--hold) linear both;
      }
      @keyframes fill {
        from {
          inline-size: 0;
        }
        to {
          inline-size: 100%;
        }
      }
    `,
  ];

  /** Where what is pressed is; nothing is shown while it is `undefined`. */
  @property({ attribute: false }) place: FramePlace | undefined;
  /** How long it has to be held, in ms. */
  @property({ type: Number }) holdMs = 0;

  protected override render(): TemplateResult | typeof nothing {
    if (this.place === undefined) return nothing;
    return html`<div class="mark placed"><div class="fill"></div></div>`;
  }

  protected override updated(): void {
    this.style.setProperty('--hold', `${String(this.holdMs)}ms`);
    placeMark(this, this.place);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-hold-mark': KioskHoldMark;
  }
}
