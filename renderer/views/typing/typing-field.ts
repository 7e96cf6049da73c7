/**
 * A line to write in, with words that fit offered below it: by touch and the on-screen keyboard, and by every other
 * way of pressing or typing (I6). Drawn into a view's own root, so that the view's heading can name it.
 */
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { tell } from '../../components/events.ts';
import { type IconName, icon } from '../../components/icon.ts';
import { LONGEST_TYPED, type Stroke, applyStroke } from '../../visit/typing.ts';
import type { View } from '../view.ts';
import { inItsLanguage } from './in-its-language.ts';
import type { Suggestion } from './suggestions.ts';

/** What a field is for. */
export interface TypingFieldOptions {
  /** The id of the element that names the field. */
  readonly namedBy: string;
  readonly icon: IconName;
  /** Called with the whole text after each change. */
  readonly onText: (text: string) => void;
  /** All is typed: called once the on-screen keyboard has been told to make room. */
  readonly onDone: () => void;
}

/** What a field shows. */
export interface TypedText {
  readonly text: string;
  readonly offered: readonly Suggestion[];
  /** What those are called, for somebody who does not see them. */
  readonly offeredName: string;
  /** Whether the on-screen keyboard is open. */
  readonly typing: boolean;
}

export class TypingField {
  readonly #view: View;
  readonly #options: TypingFieldOptions;
  #typing = false;
  /** Whether anything was typed since the field was last done with. */
  #isNew = false;

  constructor(view: View, options: TypingFieldOptions) {
    this.#view = view;
    this.#options = options;
  }

  focus(): void {
    this.#input?.focus({ preventScroll: true });
  }

  /** Brings the field to the middle of what can be seen. */
  show(): void {
    this.#input?.scrollIntoView({ block: 'center' });
  }

  /** Takes a key of the on-screen keyboard, at the place where the text was being written. */
  type(stroke: Stroke): void {
    const input = this.#input;
    if (input === null) return;
    if (stroke.kind === 'done') {
      this.#done();
      return;
    }
    const { value: text, selectionStart, selectionEnd } = input;
    const next = applyStroke({ text, start: selectionStart ?? text.length, end: selectionEnd ?? text.length }, stroke);
    if (next.text === text) return;
    input.value = next.text;
    input.setSelectionRange(next.start, next.end);
    // As a keyboard would tell it: what listens for typing hears of the letter, and not of the whole line.
    const inputType = stroke.kind === 'text' ? 'insertText' : 'deleteContentBackward';
    const data = stroke.kind === 'text' ? stroke.text : null;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType, data }));
    // Somebody who goes through the keys by Tab may have gone through the page as well: one sees what one types.
    input.scrollIntoView({ block: 'nearest' });
  }

  render({ text, offered, offeredName, typing }: TypedText): TemplateResult {
    this.#typing = typing;
    const isOffering = offered.length > 0;
    return html`<div class="field">
        ${icon(this.#options.icon)}
        <input
          type="text"
          role="combobox"
          aria-labelledby=${this.#options.namedBy}
          aria-autocomplete="list"
          aria-expanded=${isOffering}
          aria-controls=${ifDefined(isOffering ? 'suggestions' : undefined)}
          inputmode="none"
          autocomplete="off"
          autocorrect="off"
          autocapitalize="off"
          spellcheck="false"
          dir="auto"
          maxlength=${LONGEST_TYPED}
          .value=${text}
          @input=${this.#onInput}
          @click=${this.#onField}
          @keydown=${this.#onKey}
        />
      </div>
      ${
        isOffering
          ? html`<div id="suggestions" class="suggestions" role="listbox" aria-label=${offeredName}>
              ${offered.map(
                (suggestion) =>
                  html`<button
                    class="suggestion"
                    role="option"
                    aria-selected="false"
                    @click=${() => this.take(suggestion.query)}
                  >
                    ${inItsLanguage(suggestion)}
                  </button>`,
              )}
            </div>`
          : nothing
      }`;
  }

  /** Takes a text in place of what was typed; what is typed on from there comes after it. */
  take(text: string): void {
    this.#options.onText(text);
    void this.#view.updateComplete.then(() => {
      const input = this.#input;
      input?.setSelectionRange(input.value.length, input.value.length);
      this.focus();
    });
  }

  get #input(): HTMLInputElement | null {
    return this.#view.renderRoot.querySelector('.field input');
  }

  readonly #onInput = (event: InputEvent): void => {
    this.#isNew = true;
    if (event.currentTarget instanceof HTMLInputElement) this.#options.onText(event.currentTarget.value);
  };

  readonly #onField = (): void => {
    if (!this.#typing) tell(this.#view, 'kiosk-panel', 'keyboard');
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.repeat) return;
    // A keypad has no letters: its select key on a line where nothing was typed asks for the on-screen keyboard (I4).
    if (this.#isNew || this.#typing) this.#done();
    else tell(this.#view, 'kiosk-panel', 'keyboard');
  };

  /** The keyboard makes room. */
  #done(): void {
    this.#isNew = false;
    if (this.#typing) tell(this.#view, 'kiosk-panel', 'keyboard');
    this.#options.onDone();
  }
}
