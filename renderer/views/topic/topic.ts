/** A topic: what it is about and the pages in it (C1). */
import { type TemplateResult, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Topic } from '../../../content/format/index.ts';
import { card, cardStyles } from '../../components/card.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import { View, viewStyles } from '../view.ts';

@customElement('kiosk-topic')
export class KioskTopic extends View {
  static override readonly styles = [viewStyles, cardStyles];

  @property({ attribute: false }) topic!: Topic;

  protected override render(): TemplateResult {
    const { title, summary, pages } = this.topic;
    return html`<div class="column">
      <h1 tabindex="-1" data-passage=${passageKey('catalogue', title.id)}>${runs(title)}</h1>
      <p class="lead" data-passage=${passageKey('catalogue', summary.id)}>${runs(summary)}</p>
      <ul class="cards" role="list" aria-label=${this.messages.text('topic.pages')}>
        ${pages.map(
          (page) =>
            html`<li>
              ${card({
                route: { view: 'page', page: page.id },
                icon: 'book',
                title: html`<span data-passage=${passageKey('catalogue', page.title.id)}>${runs(page.title)}</span>`,
                summary: html`<span data-passage=${passageKey('catalogue', page.summary.id)}
                  >${runs(page.summary)}</span
                >`,
                note: this.messages.format('card.minutes', { minutes: page.readingMinutes }),
              })}
            </li>`,
        )}
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-topic': KioskTopic;
  }
}
