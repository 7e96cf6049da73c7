/** What switch scanning shows: a strong frame around a row or an item, and a few words where there are any (I5). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import { icon, iconStyles } from '../icon.ts';
import { type FramePlace, placeMark, placedStyles } from '../placed.ts';

/** What the frame is around; `waiting`: nothing, until the next press. */
export type FrameKind = 'row' | 'item' | 'up' | 'waiting';

/** Lies over the whole window and takes no touches. A row's frame has gaps in it, an item's is whole and thicker. */
@customElement('kiosk-scan-frame')
export class KioskScanFrame extends LitElement {
  static override readonly styles = [
    baseStyles,
    iconStyles,
    placedStyles,
    css`
      :host {
        --frame: max(4px, calc(1.4 * var(--mm)));
      }
      .frame {
        /* Around what it frames, and over none of it. */
        box-sizing: content-box;
        margin: calc(-1 * var(--frame));
        border: var(--frame) dashed var(--focus-outer);
        border-radius: var(--radius);
        /* The second colour inside and outside of the first: one of the two stands out from whatever is below. */
        box-shadow:
          0 0 0 calc(var(--frame) / 2) var(--focus-inner),
          inset 0 0 0 calc(var(--frame) / 2) var(--focus-inner);
      }
      .frame.item {
        margin: calc(-1.4 * var(--frame));
        border-style: solid;
        border-width: calc(1.4 * var(--frame));
      }
      .words {
        position: absolute;
        inset-inline: 0;
        margin-inline: auto;
        inline-size: fit-content;
        max-inline-size: 90%;
        display: flex;
        align-items: center;
        gap: var(--space-1);
        padding: var(--space-2) var(--space-3);
        border: var(--frame) solid var(--focus-inner);
        border-radius: var(--radius);
        background: var(--focus-outer);
        color: var(--focus-inner);
        font-weight: 700;
        line-height: var(--line-height-heading);
      }
      .words:not(.up, .waiting) {
        display: none;
      }
      /* On the upper edge of the frame, wherever that is: over as little as can be of what it is about. */
      .words.up {
        top: max(0px, calc(var(--top) - 2.6rem));
        left: clamp(6rem, calc(var(--left) + var(--width) / 2), calc(100% - 6rem));
        right: auto;
        margin: 0;
        padding-block: calc(1 * var(--mm));
        translate: -50%;
      }
      .words.waiting {
        inset-block-start: 40%;
        font-size: var(--text-subheading);
      }
    `,
  ];

  /** Nothing is shown while it is `undefined`. */
  @property({ attribute: false }) kind: FrameKind | undefined;
  @property({ attribute: false }) place: FramePlace | undefined;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  protected override render(): TemplateResult {
    const { kind = '' } = this;
    return html`${this.place === undefined ? nothing : html`<div class="frame placed ${kind}"></div>`}
      <p class="words ${kind}" role="status">${this.#words()}</p>`;
  }

  protected override updated(): void {
    placeMark(this, this.place);
  }

  #words(): TemplateResult | typeof nothing {
    if (this.kind === 'up') return html`${icon('up')}<span>${this.messages.text('scan.up')}</span>`;
    return this.kind === 'waiting' ? html`<span>${this.messages.text('scan.waiting')}</span>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-scan-frame': KioskScanFrame;
  }
}
