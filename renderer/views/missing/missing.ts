/** What a visitor sees when an address names nothing, or a document is not to be shown: never a dead end (C12). */
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { icon } from '../../components/icon.ts';
import { addressOf } from '../../components/link.ts';
import { passageKey } from '../../reading/passages.ts';
import { View, viewStyles } from '../view.ts';

/**
 * `notFound`: no such page. `unavailable`: there is one, but it cannot be shown just now. `withdrawn`: it is past
 * the time for which the site shows what has not been reviewed again (C8). `resting`: nothing can be shown just now (L6).
 */
export type MissingReason = 'notFound' | 'unavailable' | 'withdrawn' | 'resting';

@customElement('kiosk-missing')
export class KioskMissing extends View {
  static override readonly styles = [viewStyles];

  @property() reason: MissingReason = 'notFound';
  /** Where the desk is, in the hospital's words. */
  @property() directions = '';

  protected override render(): TemplateResult {
    const title = `${this.reason}.title` as const;
    const body = `${this.reason}.body` as const;
    return html`<div class="column">
      <h1 tabindex="-1" data-passage=${passageKey('messages', title)}>${this.said(title)}</h1>
      <p class="lead" data-passage=${passageKey('messages', body)}>${this.said(body)}</p>
      <p class="lead">${this.directions}</p>
      ${this.reason === 'resting' ? nothing : this.#home()}
    </div>`;
  }

  #home(): TemplateResult {
    return html`<p>
      <button role="link" class="button primary" data-address=${addressOf({ view: 'home' })}>
        ${icon('home')}<span>${this.messages.text('notFound.home')}</span>
      </button>
    </p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-missing': KioskMissing;
  }
}
