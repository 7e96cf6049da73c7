/** After a volunteer has handed the kiosk back: what was looked at, and that it is gone (V2). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import type { WipedThing } from '../../visit/alongside.ts';
import { View, viewStyles } from '../view.ts';

/** @fires kiosk-wiped - It was seen; the kiosk is ready for the next visitor. */
@customElement('kiosk-wiped')
export class KioskWiped extends View {
  static override readonly styles = [
    viewStyles,
    css`
      ul {
        display: grid;
        gap: var(--space-2);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-2);
        line-height: var(--line-height-short);
      }
      .left {
        padding: var(--space-2) var(--space-3);
        background: var(--notice-ground);
        color: var(--on-notice);
        border: var(--rule) solid var(--on-notice);
        border-radius: var(--radius);
        font-weight: 600;
      }
    `,
  ];

  /** What was looked at, as far as it is known. */
  @property({ attribute: false }) traces: readonly { readonly thing: WipedThing; readonly isGone: boolean }[] = [];

  protected override render(): TemplateResult {
    const isClean = this.traces.every(({ isGone }) => isGone);
    const title = isClean ? 'wiped.title' : 'wiped.left.title';
    return html`<div class="column of-words">
      <h1 tabindex="-1" data-passage=${passageKey('messages', title)}>${this.said(title)}</h1>
      ${isClean ? this.words('wiped.lead') : this.words('wiped.left.what', 'left')}
      <ul role="list">
        ${this.traces
          .filter(({ isGone }) => isGone)
          .map(({ thing }) => {
            const key = `wiped.${thing}` as const;
            return html`<li>
              ${icon('check')}<span data-passage=${passageKey('messages', key)}>${this.said(key)}</span>
            </li>`;
          })}
      </ul>
      <button class="button primary" @click=${() => tell(this, 'kiosk-wiped')}>
        ${icon('forward')}<span>${this.messages.text('wiped.done')}</span>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-wiped': KioskWiped;
  }
}
