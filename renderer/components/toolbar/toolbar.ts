/** The toolbar: the same few tools at the same place on every screen, within low reach (design.md). */
import { consume } from '@lit/context';
import { LitElement, type PropertyValues, type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { baseStyles } from '../../styles/controls.ts';
import { messagesContext } from '../../visit/contexts.ts';
import type { Messages } from '../../visit/messages.ts';
import type { PanelName } from '../../visit/visit.ts';
import { tell } from '../events.ts';
import { type IconName, icon, iconStyles } from '../icon.ts';
import { toolbarStyles } from './toolbar.styles.ts';

interface ToolOptions {
  readonly disabled?: boolean;
  readonly apart?: boolean;
  /** A panel that may open at it. */
  readonly panel?: PanelName;
}

/**
 * @fires kiosk-go - Home or my summary was pressed.
 * @fires kiosk-back - Back was pressed.
 * @fires kiosk-panel - A tool that opens or closes a panel was pressed.
 * @fires kiosk-end-visit - The visitor is done.
 */
@customElement('kiosk-toolbar')
export class KioskToolbar extends LitElement {
  static override readonly styles = [baseStyles, iconStyles, toolbarStyles];

  /** Into how many columns the tools go at the side of the screen; 0 for a row along the lower edge. */
  @property({ type: Number, reflect: true }) columns = 0;
  /** The panel that is open, if any. */
  @property({ attribute: false }) panel: PanelName | undefined;
  /** Whether there is anything to go back to. */
  @property({ type: Boolean }) canGoBack = false;
  /** How many things are in my summary, and whether it is what is shown. */
  @property({ type: Number }) kept = 0;
  @property({ type: Boolean }) summary = false;
  /** Whether a volunteer sits with the visitor, who hands the kiosk back at the end. */
  @property({ type: Boolean }) alongside = false;
  /** Whether speech is playing or paused. */
  @property({ type: Boolean }) reading = false;

  @consume({ context: messagesContext, subscribe: true }) private messages!: Messages;

  /** What has just become of the summary, for those who do not see the count change. */
  #told = '';

  /** Puts the focus on the tool that opens a panel, where it was before the panel opened. */
  focusTool(panel: PanelName): void {
    this.renderRoot.querySelector<HTMLElement>(`[data-panel='${panel}']`)?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const isChanged = this.hasUpdated && changed.has('kept');
    this.#told = isChanged ? this.messages.format('keep.count', { items: this.kept }) : '';
  }

  protected override render(): TemplateResult {
    return html`<p class="told" role="status">${this.#told}</p>
      <nav aria-label=${this.messages.text('toolbar.label')}>
        ${this.#tool('home', 'toolbar.home', () => tell(this, 'kiosk-go', { view: 'home' }))}
        ${this.#tool('back', 'toolbar.back', () => tell(this, 'kiosk-back'), { disabled: !this.canGoBack })}
        ${this.#panelTool('size', 'size', 'toolbar.size')} ${this.#panelTool('colours', 'colours', 'toolbar.colours')}
        ${this.#panelTool('speak', 'reading', 'toolbar.read')} ${this.#summaryTool()}
        ${this.#panelTool('ways', 'ways', 'toolbar.ways')}
        ${this.#tool('end', this.alongside ? 'toolbar.handBack' : 'toolbar.end', () => tell(this, 'kiosk-end-visit'), {
          apart: true,
          panel: 'ending',
        })}
      </nav>`;
  }

  /** The count stands at the icon, and after the words for those who hear it. */
  #summaryTool(): TemplateResult {
    return html`<button
      class="tool counted ${this.summary ? 'on' : ''}"
      role="link"
      data-tool="summary"
      aria-current=${ifDefined(this.summary ? 'page' : undefined)}
      @click=${() => tell(this, 'kiosk-go', { view: 'summary' })}
    >
      ${icon('keep')}<span>${this.messages.text('toolbar.summary')}</span>
      ${this.kept === 0 ? nothing : html`<span class="count">${new Intl.NumberFormat(this.messages.language).format(this.kept)}</span>`}
    </button>`;
  }

  #panelTool(name: IconName, panel: PanelName, label: PlainMessageKey): TemplateResult {
    const expanded = this.panel === panel;
    const active = panel === 'reading' && this.reading;
    return html`<button
      class="tool ${expanded || active ? 'on' : ''}"
      data-panel=${panel}
      aria-expanded=${expanded}
      @click=${() => tell(this, 'kiosk-panel', panel)}
    >
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }

  #tool(
    name: IconName,
    label: PlainMessageKey,
    act: () => void,
    { disabled = false, apart = false, panel }: ToolOptions = {},
  ): TemplateResult {
    return html`<button
      class="tool ${apart ? 'apart' : ''}"
      data-panel=${ifDefined(panel)}
      aria-disabled=${ifDefined(disabled ? 'true' : undefined)}
      @click=${disabled ? undefined : act}
    >
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-toolbar': KioskToolbar;
  }
}
