/** ‘Your own questions’: what somebody wants to ask in their own words (C7, I6). */
import { type TemplateResult, css, html, nothing } from 'lit';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import type { Messages } from '../../visit/messages.ts';
import { MOST_OWN_QUESTIONS } from '../../visit/own-questions.ts';
import { type KeptNames, keepButton } from '../keep.ts';
import type { TypingField } from '../typing/typing-field.ts';
import type { Suggestion } from '../typing/suggestions.ts';
import type { View } from '../view.ts';

/** The section's id; parts of a sheet have none like it. */
export const OWN_SECTION = 'your-own';

/** What a visitor has written so far. */
export interface Written {
  readonly draft: string;
  readonly questions: readonly string[];
  readonly offered: readonly Suggestion[];
  /** Whether the on-screen keyboard is open. */
  readonly typing: boolean;
  readonly kept: KeptNames;
}

export const ownQuestionStyles = css`
  .own .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--gap-least);
  }

  .own .list li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--space-1) var(--space-2);
    overflow-wrap: anywhere;
  }

  .own .list li > span {
    flex: 1 1 12rem;
  }
`;

/** Draws the section; needs the styles above and those of typing. */
export function ownQuestions(
  view: View,
  field: TypingField,
  { draft, questions, offered, typing, kept }: Written,
  messages: Messages,
): TemplateResult {
  const isFull = questions.length >= MOST_OWN_QUESTIONS;
  const { language, direction } = messages;
  return html`<section class="flow own" id=${OWN_SECTION} lang=${language} dir=${direction} aria-labelledby="own-title">
    <h2 id="own-title" tabindex="-1" data-passage=${passageKey('messages', 'questions.own.title')}>
      <span class="run">${messages.text('questions.own.title')}</span>
    </h2>
    <p class="quiet" data-passage=${passageKey('messages', 'questions.own.lead')}>
      <span class="run">${messages.text('questions.own.lead')}</span>
    </p>
    ${
      questions.length === 0
        ? nothing
        : html`<ul class="list" role="list">
            ${questions.map(
              (question, index) =>
                html`<li>
                  <span id="own-${index}" dir="auto">${question}</span>
                  ${keepButton(view, {
                    item: { kind: 'own-question', text: question },
                    kept,
                    messages,
                    of: `own-${String(index)}`,
                  })}
                  <button
                    class="button secondary"
                    aria-describedby="own-${index}"
                    @click=${() => tell(view, 'kiosk-change-question', index)}
                  >
                    ${icon('write')}<span>${messages.text('questions.own.change')}</span>
                  </button>
                </li>`,
            )}
          </ul>`
    }
    <p class="quiet" role="status">
      ${questions.length === 0 ? '' : messages.format('questions.own.count', { questions: questions.length })}
    </p>
    ${
      isFull
        ? html`<p data-passage=${passageKey('messages', 'questions.own.full')}>
            <span class="run">${messages.text('questions.own.full')}</span>
          </p>`
        : html`<p id="own-field">${messages.text('questions.own.field')}</p>
            ${field.render({ text: draft, offered, offeredName: messages.text('search.suggestions'), typing })}
            <div class="actions">
              <button
                class="button primary"
                aria-disabled=${draft.trim() === '' ? 'true' : 'false'}
                @click=${() => tell(view, 'kiosk-add-question')}
              >
                ${icon('plus')}<span>${messages.text('questions.own.add')}</span>
              </button>
            </div>`
    }
  </section>`;
}
