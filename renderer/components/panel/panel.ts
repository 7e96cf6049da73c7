/** The frame of a panel: what it is about, a way to close it, and where the focus goes when it opens. */
import { consume } from '@lit/context';
import { LitElement, type TemplateResult, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles, buttonStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import { type Preferences, isDisplayChanged } from '../../visit/preferences.ts';
import type { PanelName } from '../../visit/visit.ts';
import { tell } from '../events.ts';
import { icon, iconStyles } from '../icon.ts';
import type { Layout } from '../layout.ts';
import { panelStyles } from './panel.styles.ts';

/**
 * The base of all panels. A panel shows what its choices do before they are chosen, and what is chosen by
 * a tick and a thick border; it dims nothing and covers nothing.
 *
 * @fires kiosk-panel - Close was pressed.
 */
export abstract class Panel extends LitElement {
  static override readonly styles = [baseStyles, buttonStyles, iconStyles, panelStyles];

  @property({ reflect: true }) layout: Layout = 'tall';
  /** What the visitor has chosen so far. */
  @property({ attribute: false }) preferences!: Preferences;
  /** Whether everything has just been put back, so that this can still be undone. */
  @property({ type: Boolean }) undoable = false;

  @consume({ context: messagesContext, subscribe: true }) protected messages!: Messages;

  /** Which panel this is. */
  protected abstract readonly panel: PanelName;

  /** Puts the focus on what is chosen, or on the first thing to press. */
  focusFirst(): void {
    const chosen = this.renderRoot.querySelector<HTMLElement>(`[aria-pressed='true'], [aria-current='true']`);
    (chosen ?? this.renderRoot.querySelector<HTMLElement>('.content button'))?.focus();
  }

  protected frame(title: string, content: unknown): TemplateResult {
    return html`<section aria-labelledby="title">
      <header>
        <h2 id="title">${title}</h2>
        <button class="button secondary close" @click=${() => tell(this, 'kiosk-panel', this.panel)}>
          ${icon('close')}<span>${this.messages.text('panel.close')}</span>
        </button>
      </header>
      <div class="content">${content}</div>
    </section>`;
  }

  /** A choice among several: `sample` shows what it does, `label` names it. */
  protected option(chosen: boolean, sample: unknown, label: string, choose: () => void): TemplateResult {
    return html`<button class="option" aria-pressed=${chosen} @click=${choose}>
      ${sample}
      <span class="label">${chosen ? icon('check') : ''}<span>${label}</span></span>
    </button>`;
  }

  /**
   * ‘Put it back’, while anything looks otherwise than at the start; once pressed, the same button undoes it. What
   * has happened is said to assistive technology too, by an element that is always there.
   */
  protected putBack(): TemplateResult {
    const isOffered = this.undoable || isDisplayChanged(this.preferences);
    // The second tap of a double tap would undo what the first one did.
    const press = (event: MouseEvent): void => {
      if (event.detail <= 1) tell(this, 'kiosk-put-back');
    };
    return html`<div class="put-back">
      ${
        isOffered
          ? html`<button class="button secondary" @click=${press}>
              ${icon(this.undoable ? 'repeat' : 'undo')}
              <span>${this.messages.text(this.undoable ? 'putBack.undo' : 'putBack.do')}</span>
            </button>`
          : nothing
      }
      <p role="status">${this.undoable ? this.messages.text('putBack.done') : ''}</p>
    </div>`;
  }
}
