/**
 * For two people in front of one screen (V2): what a volunteer may say beside the page, what to read together, where to
 * find anything, how to see and hear it, and who can answer what a volunteer cannot.
 */
import { type TemplateResult, css, html, nothing } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type {
  Alongside,
  DocumentName,
  LanguageChoice,
  Passage,
  PlainMessageKey,
} from '../../../content/format/index.ts';
import { inALanguage, isPresetOn, presets } from '../../visit/presets.ts';
import type { Route } from '../../visit/routes.ts';
import { tell } from '../events.ts';
import { type IconName, icon } from '../icon.ts';
import { addressOf } from '../link.ts';
import { Panel } from './panel.ts';

/** A place that can be gone to, by its title and the document that says it. */
export interface FoundPlace {
  readonly title: Passage;
  readonly document: DocumentName;
  readonly route: Route;
}

/** What is open in the panel: all there is, or one thing of it. */
type Sheet = 'start' | 'lists' | 'find' | 'displays' | 'who' | 'before' | `list/${string}`;

const presetIcons = { large: 'size', ear: 'hear', hands: 'steady' } as const satisfies Record<string, IconName>;

/** The words of a passage of the guide. */
const textOf = ({ runs }: Passage): string => runs.map(({ text }) => text).join('');

/**
 * @fires kiosk-preset - Both are to see and hear it so.
 * @fires kiosk-bring-back - The visitor agrees that what they had read comes back.
 */
@customElement('kiosk-alongside-panel')
export class KioskAlongsidePanel extends Panel {
  static override readonly styles = [
    ...Panel.styles,
    css`
      .content {
        gap: var(--space-2);
      }
      .sheet {
        display: grid;
        gap: var(--space-1);
      }
      ul {
        display: grid;
        gap: var(--gap-least);
      }
      .prompts {
        gap: var(--space-1);
        padding-inline-start: var(--space-2);
        border-inline-start: var(--rule-thick) solid var(--line);
      }
      /* A language has its own line. */
      .in-language .label {
        flex-direction: column;
        gap: 0;
      }
      .ways {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 15rem), 1fr));
      }
      li .button {
        inline-size: 100%;
        justify-content: start;
        text-align: start;
      }
      h3 {
        font-size: 1rem;
        font-weight: 700;
        line-height: var(--line-height-heading);
      }
      p,
      .prompts li {
        line-height: var(--line-height-short);
        max-inline-size: var(--measure);
      }
    `,
  ];

  @property({ attribute: false }) guide: Alongside | undefined;
  /** All there is to find, while somebody can look through so much; else by topic. */
  @property({ attribute: false }) places: readonly FoundPlace[] = [];
  /** Whether something that the visitor had read was put away. */
  @property({ type: Boolean }) hasBefore = false;
  /** The page that is shown, if one is. */
  @property({ attribute: false }) page: string | undefined;
  @property({ attribute: false }) languages: readonly LanguageChoice[] = [];
  /** Where the desk is, in the hospital’s words. */
  @property() directions = '';
  /** Whether there are tickets to let go. */
  @property({ type: Boolean }) hasDesk = false;

  @state() private sheet: Sheet = 'start';

  protected readonly panel = 'alongside';

  protected override render(): TemplateResult {
    return this.frame(
      this.messages.text('alongside.name'),
      html`<div class="sheet">${this.#sheet()}</div>
        ${this.sheet === 'start' ? nothing : this.#way('back', 'alongside.all', 'start')}`,
    );
  }

  #sheet(): TemplateResult | typeof nothing {
    const { sheet } = this;
    switch (sheet) {
      case 'start':
        return this.#start();
      case 'lists':
        return this.#lists();
      case 'find':
        return this.#find();
      case 'displays':
        return this.#displays();
      case 'who':
        return this.#who();
      case 'before':
        return this.#before();
      default:
        return this.#list(sheet.slice('list/'.length));
    }
  }

  #start(): TemplateResult {
    const { guide } = this;
    const prompts = guide?.pages.find(({ page }) => page === this.page)?.prompts ?? guide?.anywhere ?? [];
    return html`<h3>${this.messages.text('alongside.say')}</h3>
      <ul role="list" class="prompts">
        ${prompts.map((prompt) => html`<li>${this.#passage(prompt)}</li>`)}
      </ul>
      <ul role="list" class="ways">
        <li>${this.#way('list', 'alongside.lists', 'lists')}</li>
        <li>${this.#way('search', 'alongside.find', 'find')}</li>
        <li>${this.#way('ways', 'alongside.displays', 'displays')}</li>
        <li>${this.#way('people', 'alongside.who', 'who')}</li>
        ${this.hasBefore ? html`<li>${this.#way('undo', 'alongside.before', 'before')}</li>` : nothing}
        ${this.hasDesk ? html`<li>${this.#link('print', 'alongside.desk', { view: 'staff' })}</li>` : nothing}
        ${
          guide === undefined
            ? nothing
            : html`<li>${this.#link('help', 'alongside.guide', this.#pageRoute(guide.guide))}</li>`
        }
      </ul>`;
  }

  #lists(): TemplateResult {
    return html`<h3>${this.messages.text('alongside.lists')}</h3>
      <ul role="list" class="ways">
        ${(this.guide?.lists ?? []).map(
          ({ id, title }) => html`<li>${this.#opener('list', this.#passage(title), `list/${id}`)}</li>`,
        )}
      </ul>`;
  }

  #list(id: string): TemplateResult | typeof nothing {
    const list = this.guide?.lists.find((one) => one.id === id);
    if (list === undefined) return nothing;
    return html`<h3>${this.#passage(list.title)}</h3>
      <ul role="list">
        ${list.steps.map((step) => this.#step(step))}
      </ul>`;
  }

  #find(): TemplateResult {
    return html`<h3>${this.messages.text('alongside.find')}</h3>
      <ul role="list" class="ways">
        <li>${this.#link('search', 'header.search', { view: 'search' })}</li>
        ${this.places.map((place) => html`<li>${this.#titled(place)}</li>`)}
        <li>${this.#link('book', 'home.words.title', { view: 'words' })}</li>
      </ul>`;
  }

  #displays(): TemplateResult {
    const others = this.languages.filter(({ language }) => language !== this.messages.language);
    return html`<h3>${this.messages.text('alongside.displays')}</h3>
      <div class="options">
        ${presets.map(({ id, label, change }) =>
          this.option(isPresetOn(change, this.preferences), icon(presetIcons[id]), this.messages.text(label), () =>
            tell(this, 'kiosk-preset', { change }),
          ),
        )}
        ${others.map(
          ({ language, direction, name }) =>
            html`<button
              class="option in-language"
              aria-pressed="false"
              @click=${() => tell(this, 'kiosk-preset', { change: inALanguage, language })}
            >
              ${icon('language')}
              <span class="label"
                ><span lang=${language} dir=${direction} data-said-as="messages@${language}#language.name"
                  >${name}</span
                >
                <span>${this.messages.text('alongside.preset.withLarge')}</span></span
              >
            </button>`,
        )}
      </div>
      ${this.putBack()}`;
  }

  #who(): TemplateResult {
    return html`<h3>${this.messages.text('alongside.who')}</h3>
      <p>${this.messages.text('alongside.who.what')}</p>
      <p>${this.directions}</p>
      <ul role="list">
        ${this.guide?.who.map((step) => this.#step(step))}
        <li>${this.#link('ask', 'alongside.who.questions', { view: 'questions' })}</li>
      </ul>`;
  }

  /** Asked of the visitor, in the visitor’s language: nobody answers it for them. */
  #before(): TemplateResult {
    return html`<h3>${this.messages.text('alongside.before.title')}</h3>
      <p id="asked">${this.messages.text('alongside.before.what')}</p>
      <div class="row">
        <button class="button secondary" aria-describedby="asked" @click=${() => (this.sheet = 'start')}>
          ${icon('cover')}<span>${this.messages.text('alongside.before.no')}</span>
        </button>
        <button class="button secondary" @click=${() => tell(this, 'kiosk-bring-back')}>
          ${icon('undo')}<span>${this.messages.text('alongside.before.yes')}</span>
        </button>
      </div>`;
  }

  #step({ page, part, label }: Alongside['who'][number]): TemplateResult {
    return html`<li>
      ${this.#titled({ title: label, document: 'alongside', route: { ...this.#pageRoute(page), part } })}
    </li>`;
  }

  #pageRoute(page: string): Extract<Route, { view: 'page' }> {
    return { view: 'page', page, version: 'full' };
  }

  #way(name: IconName, label: PlainMessageKey, sheet: Sheet): TemplateResult {
    return this.#opener(name, html`<span>${this.messages.text(label)}</span>`, sheet);
  }

  #opener(name: IconName, label: TemplateResult, sheet: Sheet): TemplateResult {
    return html`<button class="button secondary" @click=${() => this.#open(sheet)}>${icon(name)}${label}</button>`;
  }

  #link(name: IconName, label: PlainMessageKey, route: Route): TemplateResult {
    return html`<button role="link" class="button secondary" data-address=${addressOf(route)}>
      ${icon(name)}<span>${this.messages.text(label)}</span>
    </button>`;
  }

  #titled({ title, document, route }: FoundPlace): TemplateResult {
    return html`<button role="link" class="button secondary" data-address=${addressOf(route)}>
      ${icon('forward')}${this.#passage(title, document)}
    </button>`;
  }

  /** What had the focus is gone with what was there. */
  #open(sheet: Sheet): void {
    this.sheet = sheet;
    void this.updateComplete.then(() => this.focusFirst());
  }

  /** In its own language, where nobody has translated it. */
  #passage(passage: Passage, document: DocumentName = 'alongside'): TemplateResult {
    const { other } = passage;
    const { language, direction } = this.messages;
    return html`<span
      lang=${other?.language ?? language}
      dir=${other?.direction ?? direction}
      data-said-as=${`${document}#${passage.id}`}
      >${textOf(passage)}</span
    >`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-alongside-panel': KioskAlongsidePanel;
  }
}
