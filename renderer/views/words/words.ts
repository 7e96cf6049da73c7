/** Words explained: the glossary from A to Z (C4). Sensitive words are not listed; they are asked for first. */
import { type TemplateResult, css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Glossary } from '../../../content/format/index.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import { type KeptNames, keepButton, keepStyles, noneKept } from '../keep.ts';
import { View, viewStyles } from '../view.ts';

/** @fires kiosk-keep - A word is to be in my summary, or no longer. */
@customElement('kiosk-words')
export class KioskWords extends View {
  static override readonly styles = [
    viewStyles,
    keepStyles,
    css`
      dl {
        display: grid;
        gap: var(--space-3);
      }
      dl > div {
        padding-block-end: var(--space-3);
        border-block-end: var(--rule) solid var(--line);
      }
      dt {
        font-size: var(--text-subheading);
        font-weight: 700;
        line-height: var(--line-height-heading);
      }
      .keeping {
        margin-block-start: var(--space-1);
      }
      .say {
        color: var(--quiet);
      }
    `,
  ];

  @property({ attribute: false }) glossary!: Glossary;
  /** What is in my summary (P1). */
  @property({ attribute: false }) kept: KeptNames = noneKept;

  protected override render(): TemplateResult {
    const notice = (key: 'sample.notice' | 'translation.notice'): TemplateResult =>
      html`<p data-passage=${passageKey('messages', key)}>${this.said(key)}</p>`;
    return html`<div class="sample">
        ${notice('sample.notice')} ${this.messages.isUnreviewed ? notice('translation.notice') : ''}
      </div>
      <div class="column">
        <h1 tabindex="-1" data-passage=${passageKey('messages', 'words.title')}>${this.said('words.title')}</h1>
        <p class="lead" data-passage=${passageKey('messages', 'words.lead')}>${this.said('words.lead')}</p>
        <dl>
          ${this.glossary.terms
            .filter((term) => !term.sensitive)
            .map(
              ({ id, term, sayIt, meaning }) =>
                html`<div id=${id} data-whole>
                  <dt id="term-${id}" data-passage=${passageKey('glossary', term.id)}>${runs(term)}</dt>
                  <dd class="say" data-said-as=${passageKey('glossary', term.id)}>
                    ${this.messages.format('term.sayIt', { respelling: sayIt })}
                  </dd>
                  <dd data-passage=${passageKey('glossary', meaning.id)}>${runs(meaning)}</dd>
                  <dd class="keeping">
                    ${keepButton(this, {
                      item: { kind: 'term', term: id },
                      kept: this.kept,
                      messages: this.messages,
                      of: `term-${id}`,
                    })}
                  </dd>
                </div>`,
            )}
        </dl>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-words': KioskWords;
  }
}
