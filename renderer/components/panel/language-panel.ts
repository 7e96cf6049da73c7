/** 'Which language would you like?' – each language by its own name, in itself (C10). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { LanguageChoice } from '../../../content/format/index.ts';
import { tell } from '../events.ts';
import { icon } from '../icon.ts';
import { Panel } from './panel.ts';

/** @fires kiosk-language - A language was chosen. */
@customElement('kiosk-language-panel')
export class KioskLanguagePanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .option {
        grid-template-rows: 1fr;
      }
    `,
  ];

  /** All languages there are. */
  @property({ attribute: false }) languages: readonly LanguageChoice[] = [];

  protected readonly panel = 'language';

  protected override render(): TemplateResult {
    return this.frame(
      this.messages.text('language.title'),
      html`<div class="options">
        ${this.languages.map(({ language, direction, name }) => {
          const chosen = language === this.messages.language;
          return html`<button
            class="option"
            lang=${language}
            dir=${direction}
            aria-pressed=${chosen}
            @click=${() => tell(this, 'kiosk-language', language)}
          >
            <span class="label"
              >${chosen ? icon('check') : ''}<span data-said-as="messages@${language}#language.name"
                >${name}</span
              ></span
            >
          </button>`;
        })}
      </div>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-language-panel': KioskLanguagePanel;
  }
}
