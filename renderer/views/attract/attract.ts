/** The attract screen: whose kiosk this is, what it does for you, and how to start (X4). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { decorative, drawingStyles } from '../../components/drawing.ts';
import { tell } from '../../components/events.ts';
import { type IconName, icon } from '../../components/icon.ts';
import { urgentLine, urgentLineStyles } from '../../components/urgent-number.ts';
import type { LanguageChoice, PlainMessageKey } from '../../../content/format/index.ts';
import { passageKey } from '../../reading/passages.ts';
import type { VisitRules } from '../../visit/phase.ts';
import { View, viewStyles } from '../view.ts';

/**
 * @fires kiosk-go - The screen was touched or a key pressed.
 * @fires kiosk-language - A language was touched: the visit starts in it.
 */
@customElement('kiosk-attract')
export class KioskAttract extends View {
  static override readonly styles = [
    viewStyles,
    drawingStyles,
    urgentLineStyles,
    css`
      :host {
        block-size: 100%;
      }
      .screen {
        min-block-size: 100%;
        display: grid;
        grid-template-rows: 1fr auto auto;
        gap: var(--space-4);
        padding: var(--space-5) var(--space-4);
        text-align: center;
      }
      .welcome {
        display: grid;
        grid-template-rows: auto auto 1fr;
        justify-items: center;
        align-items: center;
        gap: var(--space-4);
      }
      .hospital {
        display: grid;
        justify-items: center;
        gap: var(--space-1);
        font-size: var(--text-heading);
        font-weight: 600;
        line-height: var(--line-height-heading);
        color: var(--action);
      }
      .hospital p {
        margin: 0;
      }
      /* On white in every theme: a logo is drawn for paper. */
      .logo {
        max-block-size: calc(18 * var(--mm));
        max-inline-size: calc(70 * var(--mm));
        padding: calc(2 * var(--mm));
        background: var(--logo-ground);
        border-radius: var(--radius);
      }
      .urgent-line {
        font-size: 1rem;
        font-weight: 400;
      }
      h1 {
        font-size: calc(0.6rem + 12 * var(--mm));
        max-inline-size: 22ch;
        margin: 0;
      }
      .picture {
        inline-size: min(100%, calc(210 * var(--mm)));
      }
      .picture .drawing {
        max-block-size: 32vb;
      }
      .start {
        display: grid;
        justify-items: center;
        gap: var(--space-4);
      }
      ul {
        display: flex;
        flex-wrap: wrap;
        justify-content: center;
        gap: var(--space-4) var(--space-5);
      }
      li {
        display: grid;
        justify-items: center;
        gap: var(--space-1);
        min-inline-size: calc(46 * var(--mm));
        font-weight: 600;
      }
      .medal {
        display: grid;
        place-items: center;
        inline-size: calc(30 * var(--mm));
        block-size: calc(30 * var(--mm));
        border-radius: 50%;
        border: var(--rule-thick) solid var(--action);
        color: var(--action);
        background: var(--surface);
        --icon: calc(17 * var(--mm));
      }
      .start .button {
        font-size: var(--text-subheading);
        padding: var(--space-3) var(--space-5);
        text-wrap: balance;
      }
      .languages {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
        gap: var(--gap-least);
        inline-size: 100%;
      }
      .start .languages .button {
        display: grid;
        gap: calc(1 * var(--mm));
        padding: var(--space-2) var(--space-3);
        font-size: 1rem;
        font-weight: 400;
      }
      .languages .name {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-1);
        font-size: var(--text-subheading);
        font-weight: 700;
        color: var(--action);
      }
      .languages .button:active .name {
        color: inherit;
      }
      .rules {
        color: var(--quiet);
        max-inline-size: var(--measure);
        margin-inline: auto;
        text-wrap: balance;
      }

      @media (min-aspect-ratio: 5 / 4) {
        .screen {
          grid-template: minmax(0, 1fr) auto / minmax(0, 3fr) minmax(0, 2fr);
          align-items: center;
          gap: var(--space-5);
          padding: var(--space-4) var(--space-5);
        }
        .welcome {
          grid-template-rows: auto auto auto;
        }
        .rules {
          grid-column: 1 / -1;
          max-inline-size: none;
        }
        h1 {
          font-size: calc(0.6rem + 8 * var(--mm));
        }
        ul {
          flex-direction: column;
          gap: var(--space-2);
        }
        li {
          grid-template-columns: auto 1fr;
          align-items: center;
          justify-items: start;
          gap: var(--space-3);
          text-align: start;
        }
        .medal {
          inline-size: calc(22 * var(--mm));
          block-size: calc(22 * var(--mm));
          --icon: calc(12 * var(--mm));
        }
        .start .button {
          padding: var(--space-2) var(--space-3);
        }
        .languages {
          grid-template-columns: repeat(auto-fit, minmax(min(100%, 7rem), 1fr));
        }
      }
      /* Low screens have room for the names alone; they say the most. */
      @media (min-aspect-ratio: 5 / 4) and (max-height: 1000px) {
        .languages .welcome-line {
          display: none;
        }
        .screen {
          gap: var(--space-2) var(--space-4);
          padding-block: var(--space-3);
        }
        .welcome,
        .start {
          gap: var(--space-2);
        }
        .picture .drawing {
          max-block-size: 22vb;
        }
        .logo {
          max-block-size: calc(14 * var(--mm));
        }
        .medal {
          inline-size: calc(16 * var(--mm));
          block-size: calc(16 * var(--mm));
          --icon: calc(9 * var(--mm));
        }
      }
    `,
  ];

  @property() hospital = '';
  /** Where the hospital's logo is, if it has one. */
  @property() logo: string | undefined;
  /** The site's number for what cannot wait, if it gives one. */
  @property() urgentNumber: string | undefined;
  /** How long a visit waits for somebody who does nothing (X1). */
  @property({ attribute: false }) limits!: VisitRules;
  /** All languages there are; each is a way to start (X4). */
  @property({ attribute: false }) languages: readonly LanguageChoice[] = [];

  #picture: Element | undefined;

  readonly #start = (): void => tell(this, 'kiosk-go', { view: 'welcome' });

  /** Any key starts a visit, but not the one that is still held from ending the visit before (I3). */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (!event.repeat) this.#start();
  };

  constructor() {
    super();
    // The whole screen starts a visit, as its words say; the button is there for those who cannot see it.
    this.addEventListener('click', this.#start);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('keydown', this.#onKey);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#onKey);
    super.disconnectedCallback();
  }

  protected override willUpdate(): void {
    const { welcome } = this.messages;
    if (welcome !== undefined) this.#picture ??= decorative(welcome);
  }

  protected override render(): TemplateResult {
    return html`<div class="screen">
      <div class="welcome">
        ${this.#hospital()}
        <h1 tabindex="-1">${this.messages.text('attract.welcome')}</h1>
        ${this.#picture === undefined ? nothing : html`<div class="picture">${this.#picture}</div>`}
      </div>
      <div class="start">
        <ul role="list">
          ${this.#mode('size', 'attract.modes.words')} ${this.#mode('colours', 'attract.modes.colours')}
          ${this.#mode('speak', 'attract.modes.reading')}
        </ul>
        <button class="button primary">${this.messages.text('attract.start')}</button>
        ${this.#others()}
      </div>
      <p class="rules">${this.messages.text('attract.private')} ${this.#limit()}</p>
    </div>`;
  }

  #hospital(): TemplateResult {
    const { hospital, logo, urgentNumber } = this;
    return html`<div class="hospital">
      ${logo === undefined ? nothing : html`<img class="logo" src=${logo} alt="" />`}
      <p>${hospital}</p>
      ${urgentNumber === undefined ? nothing : urgentLine(urgentNumber, this.messages)}
    </div>`;
  }

  #limit(): string {
    const { idleSeconds, warningSeconds } = this.limits;
    return this.messages.format('welcome.limit', { quiet: idleSeconds, answer: warningSeconds });
  }

  /** The welcome in each other language, which starts a visit in it. */
  #others(): TemplateResult | typeof nothing {
    const others = this.languages.filter(({ language }) => language !== this.messages.language);
    if (others.length === 0) return nothing;
    return html`<div class="languages" role="group" aria-label=${this.messages.text('language.title')}>
      ${others.map(
        ({ language, direction, name, welcome }) =>
          html`<button
            class="button secondary"
            lang=${language}
            dir=${direction}
            @click=${(event: Event) => this.#startIn(event, language)}
            @keydown=${(event: Event) => event.stopPropagation()}
          >
            <span class="name" data-said-as=${passageKey('messages', 'language.name', language)}
              >${icon('language')}${name}</span
            ><span class="welcome-line" data-said-as=${passageKey('messages', 'attract.welcome', language)}
              >${welcome}</span
            >
          </button>`,
      )}
    </div>`;
  }

  /** The touch is meant for the language alone: the screen around it would start in the site's own. */
  #startIn(event: Event, language: string): void {
    event.stopPropagation();
    tell(this, 'kiosk-language', language);
  }

  #mode(name: IconName, key: PlainMessageKey): TemplateResult {
    return html`<li><span class="medal">${icon(name)}</span>${this.messages.text(key)}</li>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-attract': KioskAttract;
  }
}
