/** About this screen: what it is for, and that it keeps nothing; at its end, the way for those who look after it (V1). */
import { type TemplateResult, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { addressOf } from '../../components/link.ts';
import { passageKey } from '../../reading/passages.ts';
import { quietLinkStyles } from '../../styles/controls.ts';
import { View, viewStyles } from '../view.ts';

@customElement('kiosk-about')
export class KioskAbout extends View {
  static override readonly styles = [viewStyles, quietLinkStyles];

  /** Where the desk is, in the hospital's words. */
  @property() directions = '';

  protected override render(): TemplateResult {
    return html`<div class="column of-words">
      <h1 tabindex="-1" data-passage=${passageKey('messages', 'about.title')}>${this.said('about.title')}</h1>
      ${this.words('about.what')} ${this.words('attract.private')} ${this.words('about.ask')}
      <p>${this.directions}</p>
      <p>
        <button role="link" class="quiet-link" data-address=${addressOf({ view: 'staff' })}>
          ${this.messages.text('about.staff')}
        </button>
      </p>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-about': KioskAbout;
  }
}
