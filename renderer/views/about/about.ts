/** About this screen: what it is for, and that it keeps nothing; at its end, the way for those who look after it (V1). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { addressOf } from '../../components/link.ts';
import { passageKey } from '../../reading/passages.ts';
import { quietLinkStyles } from '../../styles/controls.ts';
import { View, viewStyles } from '../view.ts';

@customElement('kiosk-about')
export class KioskAbout extends View {
  static override readonly styles = [
    viewStyles,
    quietLinkStyles,
    css`
      .column {
        display: grid;
        gap: var(--space-3);
        justify-items: start;
      }
      h1 {
        margin: 0;
      }
    `,
  ];

  /** Where the desk is, in the hospital's words. */
  @property() directions = '';

  protected override render(): TemplateResult {
    return html`<div class="column">
      <h1 tabindex="-1" data-passage=${passageKey('messages', 'about.title')}>${this.said('about.title')}</h1>
      ${this.#words('about.what')} ${this.#words('attract.private')} ${this.#words('about.ask')}
      <p>${this.directions}</p>
      <p>
        <button role="link" class="quiet-link" data-address=${addressOf({ view: 'staff' })}>
          ${this.messages.text('about.staff')}
        </button>
      </p>
    </div>`;
  }

  #words(key: PlainMessageKey): TemplateResult {
    return html`<p data-passage=${passageKey('messages', key)}>${this.said(key)}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-about': KioskAbout;
  }
}
