/** What stands above the line of low reach: nothing to press, and something kind to look at (D6). */
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { coverPicture, coverPictureStyles } from './cover/picture.ts';

/** Decorative: assistive technology passes it over. */
@customElement('kiosk-quiet-space')
export class KioskQuietSpace extends LitElement {
  static override readonly styles = [
    coverPictureStyles,
    css`
      :host {
        container-type: size;
        display: grid;
        grid-template-rows: auto minmax(0, 1fr);
        justify-items: center;
        gap: var(--space-2);
        overflow: hidden;
        box-sizing: border-box;
        padding: var(--space-3) var(--space-3) 0;
        background: var(--ground);
        border-block-end: var(--rule) solid var(--line);
      }
      p {
        margin: 0;
        color: var(--action);
        font-weight: 600;
        line-height: var(--line-height-heading);
      }
      /* A strip: no picture, only the name. */
      @container (block-size < 6.5rem) {
        .cover-picture {
          display: none;
        }
      }
      .cover-picture {
        block-size: 100%;
        inline-size: auto;
        max-inline-size: 100%;
      }
    `,
  ];

  @property() hospital = '';

  override connectedCallback(): void {
    super.connectedCallback();
    this.setAttribute('aria-hidden', 'true');
  }

  protected override render(): TemplateResult {
    return html`<p>${this.hospital}</p>
      ${coverPicture()}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-quiet-space': KioskQuietSpace;
  }
}
