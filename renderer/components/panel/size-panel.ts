/** 'How big are the words?' – four sizes, each shown in itself (D1). */
import { type TemplateResult, css, html } from 'lit';
import { customElement } from 'lit/decorators.js';
import { textSizes } from '../../visit/preferences.ts';
import { tell } from '../events.ts';
import { Panel } from './panel.ts';

/** @fires kiosk-prefer - A size was chosen. */
@customElement('kiosk-size-panel')
export class KioskSizePanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .sample {
        font-weight: 600;
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
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-size-panel': KioskSizePanel;
  }
}
