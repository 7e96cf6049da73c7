/** The head of every screen: where am I, and whose kiosk this is (C12, O6). */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import type { Route } from '../../visit/routes.ts';
import { icon, iconStyles } from '../icon.ts';
import { addressOf } from '../link.ts';

/** A step on the way from home to here. */
export interface Crumb {
  readonly label: string;
  readonly route: Route;
}

@customElement('kiosk-header')
export class KioskHeader extends LitElement {
  static override readonly styles = [
    baseStyles,
    iconStyles,
    css`
      :host {
        display: block;
        container: header / inline-size;
        --icon: calc(4 * var(--mm) + 0.2rem);
      }
      header {
        display: flex;
        flex-wrap: wrap;
        justify-content: space-between;
        align-items: center;
        gap: 0 var(--space-4);
        max-inline-size: var(--measure);
        margin-inline: auto;
        padding: var(--space-1) var(--space-3);
        box-sizing: border-box;
        line-height: var(--line-height-heading);
      }
      /* As wide as the column of cards below it (views/view.ts). */
      @container header (inline-size >= 44rem) {
        header.of-cards {
          max-inline-size: calc(2 * var(--measure));
        }
      }
      ol {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0 var(--space-1);
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
      .hospital {
        margin-inline-start: auto;
        padding-block: var(--space-1);
        color: var(--quiet);
      }
    `,
  ];

  @property() hospital = '';
  /** The way here, home first, without the view itself. */
  @property({ attribute: false }) trail: readonly Crumb[] = [];

  /** Whether cards stand below, which may be wider than text. */
  @property({ type: Boolean }) ofCards = false;

  @consume({ context: messagesContext }) private messages!: Messages;

  protected override render(): TemplateResult {
    return html`<header class=${this.ofCards ? 'of-cards' : ''}>
      <nav aria-label=${this.messages.text('nav.breadcrumb')}>
        <ol role="list">
          ${this.trail.map(
            ({ label, route }, index) =>
              html`<li>
                ${index > 0 ? icon('forward') : ''}<button role="link" data-address=${addressOf(route)}>
                  ${label}
                </button>
              </li>`,
          )}
        </ol>
      </nav>
      <p class="hospital">${this.hospital}</p>
    </header>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-header': KioskHeader;
  }
}
