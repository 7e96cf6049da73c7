/** ‘Set the times’ – how long each step of scanning is shown, and how hands that shake press (I2, I5). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement } from 'lit/decorators.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { type Preferences, dwells, holds, ignores, nextTime } from '../../visit/preferences.ts';
import { tell } from '../events.ts';
import { Panel } from './panel.ts';

const MS_PER_SECOND = 1000;

/**
 * Each time is a group of its own, so that a switch comes to it in one step.
 *
 * @fires kiosk-prefer - Another time was chosen.
 */
@customElement('kiosk-times-panel')
export class KioskTimesPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .content {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 19rem), 1fr));
        gap: var(--space-2) var(--space-4);
      }
      .name {
        flex-basis: 100%;
        text-align: start;
        font-weight: 600;
      }
      .stepper > button {
        flex: 1 1 25%;
      }
      .value {
        min-inline-size: 6.5rem;
      }
    `,
  ];

  protected readonly panel = 'times';

  protected override render(): TemplateResult {
    const { dwellMs, holdMs, ignoreMs, steady, switches } = this.preferences;
    return this.frame(
      this.messages.text('times.title'),
      html`${
        switches === 'one'
          ? this.#time('times.dwell', dwellMs, (way) => ({ dwellMs: nextTime(dwells, dwellMs, way) }))
          : nothing
      }
      ${
        steady
          ? html`${this.#time('times.hold', holdMs, (way) => ({ holdMs: nextTime(holds, holdMs, way) }))}
            ${this.#time('times.ignore', ignoreMs, (way) => ({ ignoreMs: nextTime(ignores, ignoreMs, way) }))}`
          : nothing
      }`,
    );
  }

  #time(label: PlainMessageKey, ms: number, change: (way: 1 | -1) => Partial<Preferences>): TemplateResult {
    const name = this.messages.text(label);
    return html`<div class="stepper" role="group" aria-label=${name}>
      <span class="name">${name}</span>
      <button class="button secondary" @click=${() => tell(this, 'kiosk-prefer', change(-1))}>
        <span>${this.messages.text('times.shorter')}</span>
      </button>
      <span class="value" role="status">${this.messages.format('times.seconds', { seconds: ms / MS_PER_SECOND })}</span>
      <button class="button secondary" @click=${() => tell(this, 'kiosk-prefer', change(1))}>
        <span>${this.messages.text('times.longer')}</span>
      </button>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-times-panel': KioskTimesPanel;
  }
}
