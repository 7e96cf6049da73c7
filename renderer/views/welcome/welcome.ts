/** The first-use card: what would help you here, in pictures and words, skipped in one tap (D10). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { type Way, ways } from '../../components/ways/ways.ts';
import { passageKey } from '../../reading/passages.ts';
import { type Preferences, defaultPreferences } from '../../visit/preferences.ts';
import type { VisitRules } from '../../visit/phase.ts';
import { View, viewStyles } from '../view.ts';

/**
 * Says as well what holds for every visit: that there is time, and that nothing is kept (principle 4). ‘Start’
 * is not here but in the pager, where it is always to be seen.
 *
 * @fires kiosk-prefer - A way was switched on or off.
 */
@customElement('kiosk-welcome')
export class KioskWelcome extends View {
  static override readonly styles = [
    viewStyles,
    css`
      .ways {
        list-style: none;
        padding: 0;
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(max(calc(52 * var(--mm)), 9.5rem), 1fr));
        gap: var(--space-2);
      }
      .way {
        display: grid;
        grid-template-rows: auto 1fr;
        justify-items: center;
        align-items: center;
        gap: var(--space-2);
        inline-size: 100%;
        block-size: 100%;
        min-block-size: calc(44 * var(--mm));
        padding: var(--space-2);
        background: var(--surface);
        border: var(--rule-thick) solid transparent;
        outline: var(--rule) solid var(--line);
        border-radius: var(--radius);
        line-height: var(--line-height-heading);
        text-align: center;
        font-weight: 600;
      }
      .way[aria-pressed='true'] {
        border-color: var(--action);
        background: var(--chosen-ground);
      }
      .way:active {
        background: var(--action);
        color: var(--on-action);
      }
      .way:focus-visible {
        outline: var(--focus-width) solid var(--focus-outer);
      }
      .medal {
        display: grid;
        place-items: center;
        inline-size: calc(22 * var(--mm));
        block-size: calc(22 * var(--mm));
        border-radius: 50%;
        background: var(--action);
        color: var(--on-action);
        --icon: calc(13 * var(--mm));
      }
      .name {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      .rules {
        display: grid;
        gap: var(--space-1);
        margin-block-start: var(--space-4);
        color: var(--quiet);
        max-inline-size: var(--measure);
      }
    `,
  ];

  /** What the visitor has chosen so far. */
  @property({ attribute: false }) preferences: Preferences = defaultPreferences;

  /** How long a visit waits for somebody who does nothing. */
  @property({ attribute: false }) limits!: VisitRules;

  protected override render(): TemplateResult {
    const { idleSeconds, warningSeconds } = this.limits;
    return html`<div class="column of-cards">
      <h1 tabindex="-1" data-passage=${passageKey('messages', 'ways.title')}>${this.said('ways.title')}</h1>
      <p class="lead" data-passage=${passageKey('messages', 'welcome.lead')}>${this.said('welcome.lead')}</p>
      <ul class="ways" role="list">
        ${ways.filter(({ isFirst }) => isFirst).map((way) => html`<li>${this.#way(way)}</li>`)}
      </ul>
      <div class="rules">
        <p data-passage=${passageKey('messages', 'welcome.time')}>${this.said('welcome.time')}</p>
        <p>${this.messages.format('welcome.limit', { quiet: idleSeconds, answer: warningSeconds })}</p>
        <p data-passage=${passageKey('messages', 'welcome.switch')}>${this.said('welcome.switch')}</p>
        <p data-passage=${passageKey('messages', 'attract.private')}>${this.said('attract.private')}</p>
      </div>
    </div>`;
  }

  #way(way: Way): TemplateResult {
    const isOn = way.isOn(this.preferences);
    return html`<button
      class="way"
      data-whole
      aria-pressed=${isOn}
      @click=${() => tell(this, 'kiosk-prefer', way.press(this.preferences))}
    >
      <span class="medal">${icon(way.icon)}</span>
      <span class="name"
        >${isOn ? icon('check') : ''}<span data-passage=${passageKey('messages', way.label)}
          >${this.said(way.label)}</span
        ></span
      >
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-welcome': KioskWelcome;
  }
}
