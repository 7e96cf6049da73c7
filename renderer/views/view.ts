/** What every view is to the root element: a stretch of reading with a title and, perhaps, parts. */
import { consume } from '@lit/context';
import { type CSSResultGroup, LitElement, type TemplateResult, css, html, nothing } from 'lit';
import { property } from 'lit/decorators.js';
import type { OtherLanguage, PlainMessageKey } from '../../content/format/index.ts';
import { tell } from '../components/events.ts';
import { icon, iconStyles } from '../components/icon.ts';
import type { Stroke } from '../visit/typing.ts';
import { highlightStyles } from '../reading/highlighter.ts';
import { PASSAGE_ATTRIBUTE, passageKey } from '../reading/passages.ts';
import { baseStyles, buttonStyles } from '../styles/controls.ts';
import { messagesContext } from '../visit/contexts.ts';
import type { Messages } from '../visit/messages.ts';

/** Which idea of a view is shown, and in which part it is; all counted from 1, no part being 0. */
export interface IdeaPlace {
  readonly idea: number;
  readonly ideas: number;
  readonly part: number;
  readonly parts: number;
}

/**
 * The base of all views. A view draws its passages into its own shadow root, so that they can be found,
 * read and highlighted there.
 *
 * @fires kiosk-shown - After each update: what is on the screen may be something else now.
 * @fires kiosk-read-from - A passage was touched while reading aloud is on.
 */
export abstract class View extends LitElement {
  /** Whether reading aloud is on: passages can then be touched to read from there. */
  @property({ type: Boolean, reflect: true }) reading = false;

  @consume({ context: messagesContext, subscribe: true }) protected messages!: Messages;

  constructor() {
    super();
    this.addEventListener('click', (event) => this.#readFrom(event));
  }

  /** How much of the reading column a notice covers at its upper edge, in CSS pixels. */
  get coveredTop(): number {
    return this.renderRoot.querySelector('.sample')?.getBoundingClientRect().height ?? 0;
  }

  /** The sections a visitor can go to, in reading order, each with an id. */
  get sections(): readonly HTMLElement[] {
    return [];
  }

  /** Where a view is that is shown one idea at a time (D5); nothing while it is shown whole. */
  get ideas(): IdeaPlace | undefined {
    return undefined;
  }

  /** Shows the idea after or before, where there is one. @returns whether there was */
  turnIdea(_direction: 1 | -1): boolean {
    return false;
  }

  /** Makes sure that a section or a passage is drawn; without either, the start of the view. */
  async reveal(_where: {
    readonly section?: string | undefined;
    readonly passage?: string | undefined;
  }): Promise<void> {
    await this.complete();
  }

  /** Draws what a view had left for after its first paint. Call before going to a place further down. */
  async complete(): Promise<void> {
    await this.updateComplete;
  }

  /** Takes a key of the on-screen keyboard, where there is something to type. */
  type(_stroke: Stroke): void {
    // Most views have no field.
  }

  /** Puts the focus where somebody was typing. Nothing scrolls. */
  focusField(): void {
    this.focusHeading();
  }

  /** Puts the focus where reading begins: on the heading of a section, else on the title. Nothing scrolls. */
  focusHeading(section?: string): void {
    const heading =
      section === undefined ? null : this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(section)} h2`);
    (heading ?? this.renderRoot.querySelector<HTMLElement>('h1'))?.focus({ preventScroll: true });
  }

  /** Says that what follows is not in the visitor's language, where that is so (C10). */
  protected untranslated(other: OtherLanguage | undefined): TemplateResult | typeof nothing {
    if (other === undefined) return nothing;
    const key = 'language.notTranslated';
    const { language, direction } = this.messages;
    return html`<p class="untranslated" lang=${language} dir=${direction}>
      ${icon('language')}<span data-passage=${passageKey('messages', key)}>${this.said(key)}</span>
    </p>`;
  }

  /** A plain message as the text of a passage. */
  protected said(key: PlainMessageKey): TemplateResult {
    return html`<span class="run">${this.messages.text(key)}</span>`;
  }

  /** A plain message as a paragraph that is read aloud. */
  protected words(key: PlainMessageKey, kind = ''): TemplateResult {
    return html`<p class=${kind} data-passage=${passageKey('messages', key)}>${this.said(key)}</p>`;
  }

  protected override updated(): void {
    tell(this, 'kiosk-shown');
  }

  /** A touch on a paragraph reads from there; a touch on something that acts by itself does only that. */
  #readFrom(event: Event): void {
    if (!this.reading) return;
    const path = event.composedPath().filter((target) => target instanceof HTMLElement);
    const inside = path.slice(0, path.indexOf(this));
    const passage = inside.find((element) => element.hasAttribute(PASSAGE_ATTRIBUTE));
    if (passage === undefined || inside.some((element) => element.matches('button'))) return;
    tell(this, 'kiosk-read-from', passage);
  }
}

/** The reading column and the type in it. */
export const viewStyles: CSSResultGroup = [
  baseStyles,
  buttonStyles,
  iconStyles,
  highlightStyles,
  css`
    :host {
      display: block;
      container: view / inline-size;
    }

    .column {
      max-inline-size: var(--measure);
      margin-inline: auto;
      padding: var(--space-3) var(--space-3) var(--space-5);
    }

    /* Words and buttons, one below the other. */
    .column.of-words {
      display: grid;
      gap: var(--space-3);
      justify-items: start;
    }

    .column.of-words h1 {
      margin: 0;
    }

    .column.of-cards {
      padding-block: var(--space-2) var(--space-3);
    }

    /* Large words on a low screen: the edge of the column is air enough. */
    @container view (inline-size < 19rem) {
      .column {
        padding-inline: var(--space-1);
      }
    }

    /* Cards need no measure; a wide screen holds two of them side by side, and the header goes with them. */
    @container view (inline-size >= 44rem) {
      .column.of-cards {
        max-inline-size: calc(2 * var(--measure));
      }
    }

    h1 {
      font-size: var(--text-title);
      font-weight: 700;
      line-height: var(--line-height-title);
      text-wrap: balance;
      margin-block-end: var(--space-3);
    }

    h2 {
      font-size: var(--text-heading);
      font-weight: 700;
      line-height: var(--line-height-heading);
      text-wrap: balance;
    }

    h3 {
      font-size: var(--text-subheading);
      font-weight: 700;
      line-height: var(--line-height-heading);
    }

    /* Says so on every screenful, and so stays while the page moves under it (principle 7). */
    .sample {
      position: sticky;
      inset-block-start: 0;
      z-index: 1;
      padding: var(--space-1) var(--space-3);
      background: var(--notice-ground);
      color: var(--on-notice);
      border-block: var(--rule) solid var(--on-notice);
      font-weight: 600;
      line-height: var(--line-height-heading);
      text-align: center;
      display: flex;
      flex-wrap: wrap;
      justify-content: center;
      gap: 0 var(--space-4);
    }

    /* In the visitor's language, above what is in another. */
    .untranslated {
      display: flex;
      align-items: center;
      gap: var(--space-2);
      margin-block-end: var(--space-3);
      padding: var(--space-2) var(--space-3);
      background: var(--surface);
      border: var(--rule) solid var(--line);
      border-radius: var(--radius);
      font-weight: 600;
      line-height: var(--line-height-heading);
    }

    .lead {
      margin-block-end: var(--space-4);
      color: var(--quiet);
    }

    :host([reading]) [data-passage] {
      border-radius: calc(1 * var(--mm));
    }

    :host([reading]) [data-passage]:active {
      outline: var(--rule) solid var(--action);
      outline-offset: calc(1 * var(--mm));
    }
  `,
];
