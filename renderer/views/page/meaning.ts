/** A medical word's meaning, opened in place below the paragraph it stands in (C4). */
import { type TemplateResult, css, html } from 'lit';
import type { Term } from '../../../content/format/index.ts';
import { icon } from '../../components/icon.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import type { Messages } from '../../visit/messages.ts';

export interface MeaningActions {
  readonly close: () => void;
  /** Reads what stands in the meaning, and no more. */
  readonly hear: (meaning: HTMLElement) => void;
  /** What keeps the word in my summary; `of` is the id of what names it. */
  readonly keep: (of: string) => unknown;
}

export function meaning(
  { id, term, sayIt, meaning: text, sensitive }: Term,
  messages: Messages,
  act: MeaningActions,
): TemplateResult {
  const hear = (event: Event): void => {
    const shown = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest('.meaning') : null;
    if (shown instanceof HTMLElement) act.hear(shown);
  };
  return html`<aside
    class="meaning"
    role="note"
    ?data-private=${sensitive}
    lang=${messages.language}
    dir=${messages.direction}
  >
    <p>
      <strong id="meaning-${id}" data-passage=${passageKey('glossary', term.id)}>${runs(term)}</strong>
      <span class="say" data-said-as=${passageKey('glossary', term.id)}
        >${messages.format('term.sayIt', { respelling: sayIt })}</span
      >
    </p>
    <p data-passage=${passageKey('glossary', text.id)}>${runs(text)}</p>
    <div class="actions">
      <button class="button secondary" @click=${hear}>
        ${icon('speak')}<span>${messages.text('term.hear')}</span>
      </button>
      ${act.keep(`meaning-${id}`)}
      <button class="button secondary" @click=${act.close}>
        ${icon('close')}<span>${messages.text('term.close')}</span>
      </button>
    </div>
  </aside>`;
}

export const meaningStyles = css`
  .together {
    white-space: nowrap;
  }

  .together > .term {
    white-space: normal;
  }

  .term {
    display: inline-flex;
    align-items: baseline;
    gap: 0.2em;
    min-block-size: var(--target-least);
    min-inline-size: var(--target-least);
    vertical-align: baseline;
    text-decoration: underline dotted 0.12em;
    text-decoration-color: var(--action);
    text-underline-offset: 0.22em;
    --icon: 0.7em;
  }

  .term[aria-expanded='true'] {
    font-weight: 700;
    text-decoration-style: solid;
  }

  .term:active {
    background: var(--chosen-ground);
  }

  .term .icon {
    color: var(--action);
    align-self: center;
  }

  .meaning {
    display: grid;
    gap: var(--space-2);
    padding: var(--space-3);
    background: var(--surface);
    border: var(--rule) solid var(--line);
    border-inline-start: calc(1.6 * var(--mm)) solid var(--action);
    border-radius: var(--radius);
  }

  .meaning strong {
    font-size: var(--text-subheading);
  }

  .meaning .say {
    color: var(--quiet);
  }

  .meaning .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-least);
  }
`;
