/** The caption: what spoken guidance is saying, for those who see it and for who sits beside (R7). */
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../styles/controls.ts';

/** Hidden from assistive technology, which is told by the interface itself. Keeps its room while nothing is said. */
@customElement('kiosk-caption')
export class KioskCaption extends LitElement {
  static override readonly styles = [
    baseStyles,
    css`
      :host {
        display: block;
        background: var(--ink);
        color: var(--ground);
        border-block-start: var(--rule) solid var(--line);
      }
      p {
        max-inline-size: calc(2 * var(--measure));
        margin-inline: auto;
        padding: var(--space-1) var(--space-3);
        min-block-size: calc(2.7em + 2 * var(--space-1));
        /* What is longer is being heard all the same; the page keeps most of the screen. */
        max-block-size: 40vb;
        overflow-y: auto;
        line-height: 1.35;
        font-weight: 600;
      }
    `,
  ];

  @property() text = '';

  protected override render(): TemplateResult {
    return html`<p aria-hidden="true">${this.text}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-caption': KioskCaption;
  }
}
