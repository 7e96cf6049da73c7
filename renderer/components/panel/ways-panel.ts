/** ‘Help me use this’ – the ways to use the kiosk, in pictures and words, at any time of a visit (D10). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import { tell } from '../events.ts';
import { quietLinkStyles } from '../../styles/controls.ts';
import { icon } from '../icon.ts';
import { addressOf } from '../link.ts';
import { ways } from '../ways/ways.ts';
import { Panel } from './panel.ts';

/**
 * @fires kiosk-prefer - A way was switched on or off.
 * @fires kiosk-put-back - All that was chosen of the display is to be put back, or that is to be undone.
 * @fires kiosk-panel - The times of what is on are to be set.
 */
@customElement('kiosk-ways-panel')
export class KioskWaysPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    quietLinkStyles,
    css`
      .options {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(max(calc(34 * var(--mm)), 7.5rem), 1fr));
      }
      :host([layout='low']) .options {
        grid-template-columns: repeat(auto-fit, minmax(max(calc(34 * var(--mm)), 6rem), 1fr));
      }
      /* It leads on, and is no way by itself. */
      .times {
        border-style: dashed;
        font-weight: 600;
      }
    `,
  ];

  protected readonly panel = 'ways';

  protected override render(): TemplateResult {
    return this.frame(
      this.messages.text('ways.title'),
      html`<div class="options">
          ${ways.map((way) =>
            this.option(way.isOn(this.preferences), icon(way.icon), this.messages.text(way.label), () =>
              tell(this, 'kiosk-prefer', way.press(this.preferences)),
            ),
          )}
          ${this.#times()}
        </div>
        ${this.putBack()}
        <p>
          <button role="link" class="quiet-link" data-address=${addressOf({ view: 'about' })}>
            ${this.messages.text('about.title')}
          </button>
        </p>`,
    );
  }

  /** The way to what can be set of the ways that are on. */
  #times(): TemplateResult | typeof nothing {
    if (this.preferences.switches !== 'one' && !this.preferences.steady) return nothing;
    return html`<button class="option times" @click=${() => tell(this, 'kiosk-panel', 'times')}>
      ${icon('timer')}<span class="label">${this.messages.text('ways.times')}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-ways-panel': KioskWaysPanel;
  }
}
