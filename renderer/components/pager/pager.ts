/** 'Back a part' and 'More' at the end of every screenful, so that nobody has to discover scrolling (I7). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { baseStyles, buttonStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import { tell } from '../events.ts';
import { icon, iconStyles } from '../icon.ts';
import { addressOf } from '../link.ts';

/** Where the reader is in a view. */
export interface Progress {
  /** Whether there is anything below what is on the screen. */
  readonly more: boolean;
  /** Whether there is anything above it. */
  readonly above: boolean;
  /** The part being read, counted from 1; 0 before the first. */
  readonly part: number;
  /** How many parts the view has; 0 where it has none. */
  readonly parts: number;
  /** The idea that is shown, counted from 1, of how many; 0 where the view is shown whole (D5). */
  readonly idea: number;
  readonly ideas: number;
  /** Whether the idea goes on below what is on the screen. */
  readonly ideaGoesOn: boolean;
}

/** Where nothing has been read yet, and nothing is below. */
export const atStart: Progress = {
  more: false,
  above: false,
  part: 0,
  parts: 0,
  idea: 0,
  ideas: 0,
  ideaGoesOn: false,
};

/**
 * @fires kiosk-turn - A screenful down (`more`), the part before (`back`), or the top (`top`).
 * @fires kiosk-panel - The list of parts was asked for.
 */
@customElement('kiosk-pager')
export class KioskPager extends LitElement {
  static override readonly styles = [
    baseStyles,
    buttonStyles,
    iconStyles,
    css`
      :host {
        display: block;
        container: pager / inline-size;
        background: var(--ground);
        border-block-start: var(--rule) solid var(--line);
      }
      nav {
        display: flex;
        gap: var(--gap-least);
        padding: var(--space-1) var(--space-3);
        max-inline-size: var(--measure);
        margin-inline: auto;
      }
      .button {
        flex: 1 1 auto;
        padding-inline: var(--space-1);
      }
      .button[aria-disabled='true'] {
        font-weight: 600;
      }
      /* Its word is never broken; the others go on a second line first. */
      .more {
        flex-grow: 2;
        flex-shrink: 0;
        display: grid;
      }
      /* Both words keep their room: the pager must not change its height with what it says, or the end of
         the page would move away as it is reached. */
      .more > span {
        grid-area: 1 / 1;
        display: flex;
        align-items: center;
        justify-content: center;
        gap: var(--space-2);
      }
      .start {
        flex-grow: 3;
        font-size: var(--text-subheading);
      }
      /* Large words in a narrow column: the words of a button say enough. */
      @container pager (inline-size < 19rem) {
        .secondary:not(.more) .icon {
          display: none;
        }
        .button:not(.more) {
          hyphens: auto;
          overflow-wrap: anywhere;
        }
      }
      .unseen {
        visibility: hidden;
      }
    `,
  ];

  @property({ attribute: false }) progress: Progress = atStart;
  /** Whether the view is the one before home: ‘Start’ leads on from it, however much of it is on the screen. */
  @property({ type: Boolean }) start = false;
  /** Whether ‘More’ stands where lines start, for somebody who reaches better there (D6). */
  @property({ type: Boolean }) moreFirst = false;
  /** Whether the list of parts is open. */
  @property({ type: Boolean }) contents = false;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  /** Puts the focus on the button that opens the list of parts. */
  focusContents(): void {
    this.renderRoot.querySelector<HTMLElement>('[aria-expanded]')?.focus();
  }

  protected override render(): TemplateResult | typeof nothing {
    const { more, above, parts } = this.progress;
    if (!more && !above && !this.start) return nothing;
    const onward = [more || above ? this.#moreButton(more) : nothing, this.start ? this.#startButton() : nothing];
    const buttons = [...(parts > 0 ? this.#partButtons() : []), ...onward];
    return html`<nav aria-label=${this.messages.text('pager.label')}>
      ${this.moreFirst ? buttons.toReversed() : buttons}
    </nav>`;
  }

  #partButtons(): readonly TemplateResult[] {
    const { above, part, parts, idea, ideas } = this.progress;
    const isOne = ideas > 0;
    return [
      html`<button
        class="button secondary"
        aria-disabled=${ifDefined(above ? undefined : 'true')}
        @click=${above ? () => tell(this, 'kiosk-turn', 'back') : undefined}
      >
        ${icon('upPart')}<span>${this.messages.text(isOne ? 'page.previous' : 'page.backPart')}</span>
      </button>`,
      html`<button
        class="button secondary"
        aria-expanded=${this.contents}
        @click=${() => tell(this, 'kiosk-panel', 'contents')}
      >
        ${icon('list')}<span role=${ifDefined(isOne ? 'status' : undefined)}
          >${
            isOne
              ? this.messages.format('page.ideaOf', { idea, ideas })
              : this.messages.format('page.partOf', { part: Math.max(1, part), parts })
          }</span
        >
      </button>`,
    ];
  }

  #startButton(): TemplateResult {
    return html`<button role="link" class="button primary start" data-address=${addressOf({ view: 'home' })}>
      <span>${this.messages.text('welcome.start')}</span>${icon('forward')}
    </button>`;
  }

  #moreButton(more: boolean): TemplateResult {
    const onward = this.progress.ideas > 0 && !this.progress.ideaGoesOn;
    return html`<button class="button ${more && !this.start ? 'primary' : 'secondary'} more" @click=${this.#onward}>
      <span class=${more ? '' : 'unseen'}
        ><span>${this.messages.text(onward ? 'page.next' : 'page.more')}</span
        >${icon(onward ? 'forward' : 'down')}</span
      >
      <span class=${more ? 'unseen' : ''}>${icon('up')}<span>${this.messages.text('page.top')}</span></span>
    </button>`;
  }

  /** 'Top' takes the place of 'More' at the end: the second tap of a double tap on 'More' must not be one on it. */
  #onward(event: MouseEvent): void {
    const { more } = this.progress;
    if (more) tell(this, 'kiosk-turn', 'more');
    else if (event.detail <= 1) tell(this, 'kiosk-turn', 'top');
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-pager': KioskPager;
  }
}
