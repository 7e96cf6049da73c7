/** 'On this page' – the parts of a page, to go straight to one (C12). */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatRoute } from '../../visit/routes.ts';
import { Panel } from './panel.ts';

/** A part as the list names it. */
export interface ContentsEntry {
  readonly page: string;
  readonly part: string;
  readonly heading: string;
}

@customElement('kiosk-contents-panel')
export class KioskContentsPanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      ol {
        display: grid;
        gap: var(--gap-least);
        max-block-size: 45vb;
        overflow-y: auto;
        padding: var(--space-1);
      }
      a {
        display: flex;
        align-items: center;
        min-block-size: var(--target-least);
        padding: var(--space-1) var(--space-2);
        border: var(--rule) solid var(--line);
        border-radius: var(--radius);
        color: var(--ink);
        text-decoration: none;
        line-height: var(--line-height-heading);
      }
      a:active {
        background: var(--chosen-ground);
      }
      a[aria-current='true'] {
        border: var(--rule-thick) solid var(--action);
        font-weight: 700;
      }
      @media (min-aspect-ratio: 5 / 4) {
        ol {
          max-block-size: none;
        }
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
          ({ page, part, heading }) =>
            html`<li>
              <a
                href=${formatRoute({ view: 'page', page, part })}
                aria-current=${part === this.current ? 'true' : 'false'}
                draggable="false"
                >${heading}</a
              >
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
