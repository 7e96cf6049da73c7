/** A topic: what it is about, the topics below it and the pages in it (C1). */
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DocumentName, Topic } from '../../../content/format/index.ts';
import { cardStyles } from '../../components/card.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import { cardOfPage, cardOfTopic } from '../passage-card.ts';
import { View, viewStyles } from '../view.ts';

@customElement('kiosk-topic')
export class KioskTopic extends View {
  static override readonly styles = [viewStyles, cardStyles];

  @property({ attribute: false }) topic!: Topic;
  /** Whether pages are to open in Easy Read. */
  @property({ type: Boolean }) easyRead = false;

  protected override render(): TemplateResult {
    const { id, title, summary, topics, pages } = this.topic;
    const source: DocumentName = `topics/${id}`;
    return html`<div class="column of-cards">
      <h1 tabindex="-1" data-passage=${passageKey(source, title.id)}>${runs(title)}</h1>
      <p class="lead" data-passage=${passageKey(source, summary.id)}>${runs(summary)}</p>
      ${
        pages.length === 0
          ? nothing
          : html`<ul class="cards" role="list" aria-label=${this.messages.text('topic.pages')}>
              ${pages.map((page) => html`<li>${cardOfPage(source, page, this.messages, this.easyRead)}</li>`)}
            </ul>`
      }
      ${
        topics.length === 0
          ? nothing
          : html`<ul class="cards" role="list" aria-label=${this.messages.text('topic.topics')}>
              ${topics.map((below) => html`<li>${cardOfTopic(source, below, this.easyRead)}</li>`)}
            </ul>`
      }
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-topic': KioskTopic;
  }
}
