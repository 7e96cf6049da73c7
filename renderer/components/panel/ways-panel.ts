/** ‘Help me use this’ – the ways to use the kiosk, in pictures and words, at any time of a visit (D10). */
import { type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { tell } from '../events.ts';
import { icon } from '../icon.ts';
import { ways } from '../ways/ways.ts';
import { Panel } from './panel.ts';

/**
 * @fires kiosk-prefer - A way was switched on or off.
 * @fires kiosk-put-back - All that was chosen of the display is to be put back, or that is to be undone.
 */
@customElement('kiosk-ways-panel')
export class KioskWaysPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .options {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(max(calc(34 * var(--mm)), 7.5rem), 1fr));
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
        </div>
        ${this.putBack()}`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-ways-panel': KioskWaysPanel;
  }
}
