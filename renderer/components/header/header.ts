/** The head of every screen, always in sight: where am I, whose kiosk this is, and a way to hide it all (C12, O6, D9). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { baseStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import type { OtherLanguage } from '../../../content/format/index.ts';
import type { Route } from '../../visit/routes.ts';
import { tell } from '../events.ts';
import { icon, iconStyles } from '../icon.ts';
import { addressOf } from '../link.ts';
import { urgentLine, urgentLineStyles } from '../urgent-number.ts';

/** How long a finger rests on the volunteers’ corner before lifting it does anything. */
const CORNER_MS = 2000;

/** A step on the way from home to here. */
export interface Crumb {
  readonly label: string;
  /** The passage that is said for it. */
  readonly saidAs: string;
  readonly route: Route;
  /** The language of the label, where it is not translated. */
  readonly other?: OtherLanguage;
}

/**
 * @fires kiosk-cover - What is on the screen is to be hidden, or shown again by somebody who goes on by ear.
 * @fires kiosk-panel - The list of languages was asked for, or what helps two people.
 * @fires kiosk-staff - A volunteer is to be asked for the PIN.
 */
@customElement('kiosk-header')
export class KioskHeader extends LitElement {
  static override readonly styles = [
    baseStyles,
    iconStyles,
    urgentLineStyles,
    css`
      :host {
        display: block;
        background: var(--ground);
        container: header / inline-size;
        --icon: calc(4 * var(--mm) + 0.2rem);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: var(--gap-least) var(--space-4);
        max-inline-size: var(--measure);
        margin-inline: auto;
        padding: calc(2 * var(--mm)) var(--space-3);
        box-sizing: border-box;
        line-height: var(--line-height-heading);
      }
      /* As wide as the column of cards below it (views/view.ts), and then name and number stand side by side. */
      @container header (inline-size >= 44rem) {
        .of-cards .hospital {
          display: flex;
          flex-wrap: wrap;
          gap: 0 var(--space-3);
        }
        header.of-cards,
        header.of-urgent {
          max-inline-size: calc(2 * var(--measure));
        }
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--gap-least) var(--space-1);
      }
      li {
        display: flex;
        align-items: center;
        gap: var(--space-1);
      }
      button {
        display: inline-flex;
        align-items: center;
        min-block-size: var(--target-least);
        min-inline-size: var(--target-least);
        color: var(--action);
        font-weight: 600;
        text-decoration: underline;
        text-underline-offset: 0.2em;
      }
      button:active {
        color: var(--ink);
        text-decoration-thickness: 0.2em;
      }
      /* With a number to show as well, the edges of the column are given up before a third line is begun. */
      @container header (inline-size < 44rem) {
        header.of-urgent {
          max-inline-size: none;
        }
      }
      .hospital {
        min-inline-size: 0;
        margin-inline-start: auto;
        padding-block: var(--space-1);
        color: var(--quiet);
      }
      .hospital p {
        margin: 0;
      }
      /* Too narrow for a line of three: the name goes below, and Cover stays at the end of the first. */
      @container header (inline-size < 26rem) {
        .hospital {
          order: 1;
        }
      }
      /* Large words on a low screen: there is room for the number, or for the name. */
      @media (max-height: 900px) {
        @container header (inline-size < 26rem) {
          .of-urgent .name {
            display: none;
          }
        }
      }
      .tools {
        margin-inline-start: auto;
        display: flex;
        flex-wrap: wrap;
        gap: var(--gap-least);
      }
      /* Quiet, and in sight: whoever looks for it finds it, and nobody else is drawn to it. */
      .tools .corner {
        justify-content: center;
        border-color: transparent;
        background: none;
        color: var(--quiet);
      }
      /* Large words: it would begin a line of its own. The key and the way for all lead there too. */
      @container header (inline-size < 26rem) {
        .tools .corner {
          display: none;
        }
      }
      /* A line below it tells when the finger may be lifted. */
      .corner[data-pressed] {
        border-block-end-color: var(--quiet);
        transition: border-block-end-color 0s 2s;
      }
      .tools.first {
        margin-inline-start: 0;
      }
      .tools button {
        gap: var(--space-1);
        padding-inline: var(--space-1);
        border: var(--rule) solid var(--line);
        border-radius: var(--radius);
        background: var(--surface);
        text-decoration: none;
      }
    `,
  ];

  /** Empty where there is no room for it here. */
  @property() hospital = '';
  /** The site's number for what cannot wait, if it gives one. */
  @property() urgentNumber: string | undefined;
  /** The way here, home first, without the view itself. */
  @property({ attribute: false }) trail: readonly Crumb[] = [];

  /** Whether the buttons stand where lines start, for somebody who reaches better there (D6). */
  @property({ type: Boolean }) toolsFirst = false;

  /** Whether there is another language to choose. */
  @property({ type: Boolean }) hasLanguages = false;
  /** Whether the list of languages is open. */
  @property({ type: Boolean }) languagesOpen = false;

  /** Whether the way to the search is offered here. */
  @property({ type: Boolean }) search = false;

  /** Whether cards stand below, which may be wider than text. */
  @property({ type: Boolean }) ofCards = false;

  /** Whether the screen is covered while somebody goes on beneath by ear. */
  @property({ type: Boolean }) covered = false;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  /** Since when a finger has been on the volunteers’ corner. */
  #heldSinceMs = Number.POSITIVE_INFINITY;

  /**
   * `without`: volunteers find the way to their PIN here. `with`: one sits alongside, and what helps both opens here.
   */
  @property({ attribute: false }) alongside: 'none' | 'without' | 'with' = 'none';
  /** Whether what helps two people is open. */
  @property({ type: Boolean }) alongsideOpen = false;

  /** Puts the focus on the button that opens the list of languages. */
  focusLanguages(): void {
    this.renderRoot.querySelector<HTMLElement>('[data-panel="language"]')?.focus();
  }

  /** Puts the focus on the button that opens what helps two people. */
  focusAlongside(): void {
    this.renderRoot.querySelector<HTMLElement>('[data-panel="alongside"]')?.focus();
  }

  protected override render(): TemplateResult {
    const cover = html`<button @click=${() => tell(this, 'kiosk-cover', !this.covered)}>
      ${icon('cover')}<span>${this.messages.text(this.covered ? 'header.show' : 'header.cover')}</span>
    </button>`;
    // Cover is outermost, on whichever side that is: it may have to be found in a hurry.
    const tools = html`<div class="tools ${this.toolsFirst ? 'first' : ''}">
      ${this.toolsFirst ? cover : nothing}
      ${
        this.search
          ? html`<button role="link" data-address=${addressOf({ view: 'search' })}>
              ${icon('search')}<span>${this.messages.text('header.search')}</span>
            </button>`
          : nothing
      }
      ${
        this.hasLanguages
          ? html`<button
              data-panel="language"
              aria-expanded=${this.languagesOpen}
              @click=${() => tell(this, 'kiosk-panel', 'language')}
            >
              ${icon('language')}<span>${this.messages.text('language.name')}</span>
            </button>`
          : nothing
      }
      ${this.toolsFirst ? nothing : cover} ${this.#corner()}
    </div>`;
    return html`<header class=${classMap({ 'of-cards': this.ofCards, 'of-urgent': this.urgentNumber !== undefined })}>
      ${this.toolsFirst ? tools : nothing}
      <nav aria-label=${this.messages.text('nav.breadcrumb')}>
        <ol role="list">
          ${this.trail.map(
            ({ label, saidAs, route, other }, index) =>
              html`<li>
                ${index > 0 ? icon('forward') : ''}<button
                  role="link"
                  data-address=${addressOf(route)}
                  data-said-as=${saidAs}
                >
                  <span lang=${other?.language ?? nothing} dir=${other?.direction ?? nothing}>${label}</span>
                </button>
              </li>`,
          )}
        </ol>
      </nav>
      ${this.#site()} ${this.toolsFirst ? nothing : tools}
    </header>`;
  }

  /**
   * The volunteers’ corner. A finger has to rest on it for two seconds, so that nobody comes to a PIN by chance; by keys,
   * switches and a keypad it is pressed, since those do nothing by chance.
   */
  #corner(): TemplateResult | typeof nothing {
    if (this.alongside === 'none') return nothing;
    if (this.alongside === 'with')
      return html`<button
        data-panel="alongside"
        aria-expanded=${this.alongsideOpen}
        @click=${() => tell(this, 'kiosk-panel', 'alongside')}
      >
        ${icon('people')}<span>${this.messages.text('alongside.name')}</span>
      </button>`;
    const press = (event: MouseEvent): void => {
      const isByHand = event instanceof PointerEvent && event.pointerType !== '';
      if (!isByHand || performance.now() - this.#heldSinceMs >= CORNER_MS) tell(this, 'kiosk-staff', 'alongside');
    };
    return html`<button
      class="corner"
      aria-label=${this.messages.text('alongside.corner')}
      @pointerdown=${() => (this.#heldSinceMs = performance.now())}
      @click=${press}
    >
      ${icon('people')}
    </button>`;
  }

  /** Whose kiosk this is, and whom to ring. */
  #site(): TemplateResult | typeof nothing {
    const { hospital, urgentNumber } = this;
    if (hospital === '' && urgentNumber === undefined) return nothing;
    return html`<div class="hospital">
      ${hospital === '' ? nothing : html`<p class="name">${hospital}</p>`}
      ${urgentNumber === undefined ? nothing : urgentLine(urgentNumber, this.messages)}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-header': KioskHeader;
  }
}
