/** 'On this page' – the parts of a page, to go straight to one (C12). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Route } from '../../visit/routes.ts';
import { addressOf } from '../link.ts';
import { Panel } from './panel.ts';

/** A part as the list names it. */
export interface ContentsEntry {
  readonly id: string;
  readonly route: Route;
  readonly heading: string;
  /** The passage that is said for it. */
  readonly saidAs: string;
}

@customElement('kiosk-contents-panel')
export class KioskContentsPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      /* Its opener stands in the pager, which a person may not connect with it: it keeps its own Close. */
      :host([layout='low']) header {
        position: static;
        clip-path: none;
        pointer-events: auto;
      }
      :host([layout='low']) .close {
        display: inline-flex;
      }
      ol {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
        gap: var(--gap-least);
      }
      li button {
        display: flex;
        align-items: center;
        block-size: 100%;
        min-block-size: var(--target-least);
        padding: var(--space-1) var(--space-2);
        border: var(--rule) solid var(--line);
        border-radius: var(--radius);
        inline-size: 100%;
        line-height: var(--line-height-heading);
      }
      li button:active {
        background: var(--chosen-ground);
      }
      li button[aria-current='true'] {
        border: var(--rule-thick) solid var(--action);
        font-weight: 700;
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly ContentsEntry[] = [];
  /** The part being read, as its id. */
  @property() current = '';

  protected readonly panel = 'contents';

  protected override render(): TemplateResult {
    return this.frame(
      this.messages.text('page.partsTitle'),
      html`<ol role="list">
        ${this.entries.map(
          ({ id, route, heading, saidAs }) =>
            html`<li>
              <button
                role="link"
                data-address=${addressOf(route)}
                data-said-as=${saidAs}
                aria-current=${id === this.current ? 'true' : 'false'}
              >
                ${heading}
              </button>
            </li>`,
        )}
      </ol>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-contents-panel': KioskContentsPanel;
  }
}
