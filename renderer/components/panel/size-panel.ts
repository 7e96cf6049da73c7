/** 'How big are the words?' – four sizes, each shown in itself (D1), and how they are set (D4). */
import { type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textSizes } from '../../visit/preferences.ts';
import { tell } from '../events.ts';
import { icon } from '../icon.ts';
import { Panel } from './panel.ts';

/**
 * @fires kiosk-prefer - A size was chosen, or a way of setting the words was switched on or off.
 * @fires kiosk-put-back - All that was chosen of the display is to be put back, or that is to be undone.
 */
@customElement('kiosk-size-panel')
export class KioskSizePanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .sample {
        font-weight: 600;
        line-height: 1;
      }
      .spaced {
        font-weight: 600;
        letter-spacing: 0.24em;
        line-height: 1;
      }
    `,
    ...textSizes.map(
      ({ step, capHeightMm }) => css`
        .size-${step} {
          font-size: calc(${capHeightMm} * var(--mm) / var(--cap-height-ratio));
        }
      `,
    ),
  ];

  protected readonly panel = 'size';

  protected override render(): TemplateResult {
    const { spacing, oneThing, easyRead } = this.preferences;
    const wide = spacing === 'wide';
    return this.frame(
      this.messages.text('size.title'),
      html`<div class="options">
          ${textSizes.map(({ step, label }) =>
            this.option(
              step === this.preferences.textStep,
              html`<span class="sample size-${step}" aria-hidden="true">${this.messages.text('size.sample')}</span>`,
              this.messages.text(label),
              () => tell(this, 'kiosk-prefer', { textStep: step }),
            ),
          )}
        </div>
        <h3 class="more">${this.messages.text('size.more')}</h3>
        <div class="row">
          <div class="options">
            ${this.option(
              wide,
              html`<span class="sample spaced" aria-hidden="true">${this.messages.text('size.sample')}</span>`,
              this.messages.text('spacing.wide'),
              () => tell(this, 'kiosk-prefer', { spacing: wide ? 'usual' : 'wide' }),
            )}
            ${this.option(oneThing, icon('one'), this.messages.text('ways.oneThing'), () =>
              tell(this, 'kiosk-prefer', { oneThing: !oneThing }),
            )}
            ${this.option(easyRead, icon('easy'), this.messages.text('page.easy'), () =>
              tell(this, 'kiosk-prefer', { easyRead: !easyRead }),
            )}
          </div>
          ${this.putBack()}
        </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-size-panel': KioskSizePanel;
  }
}
