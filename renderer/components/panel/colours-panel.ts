/** 'Which colours are easiest to see?' – five themes, each a swatch with a word in it (D3), and still mode (D7). */
import { type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { themes } from '../../visit/preferences.ts';
import { tell } from '../events.ts';
import { icon } from '../icon.ts';
import { Panel } from './panel.ts';

/**
 * @fires kiosk-prefer - A theme was chosen, or still mode was switched on or off.
 * @fires kiosk-put-back - All that was chosen of the display is to be put back, or that is to be undone.
 */
@customElement('kiosk-colours-panel')
export class KioskColoursPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .swatch {
        inline-size: 100%;
        padding: var(--space-1);
        border: var(--rule) solid var(--line);
        border-radius: calc(1.5 * var(--mm));
        font-weight: 600;
      }
      .standard {
        background: var(--swatch-standard-ground);
        color: var(--swatch-standard-ink);
      }
      .soft {
        background: var(--swatch-soft-ground);
        color: var(--swatch-soft-ink);
      }
      .black-on-white {
        background: var(--swatch-white);
        color: var(--swatch-black);
      }
      .white-on-black {
        background: var(--swatch-black);
        color: var(--swatch-white);
      }
      .yellow-on-black {
        background: var(--swatch-black);
        color: var(--swatch-yellow);
      }
    `,
  ];

  protected readonly panel = 'colours';

  protected override render(): TemplateResult {
    const { still } = this.preferences;
    return this.frame(
      this.messages.text('colours.title'),
      html`<div class="options">
          ${themes.map((theme) =>
            this.option(
              theme === this.preferences.theme,
              html`<span class="swatch ${theme}" aria-hidden="true">${this.messages.text('colours.sample')}</span>`,
              this.messages.text(`colours.${theme}`),
              () => tell(this, 'kiosk-prefer', { theme }),
            ),
          )}
          ${this.option(still, icon('still'), this.messages.text('colours.still'), () =>
            tell(this, 'kiosk-prefer', { still: !still }),
          )}
        </div>
        ${this.putBack()}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-colours-panel': KioskColoursPanel;
  }
}
