/** Home: at most eight choices, each saying what you get (C1). */
import { type TemplateResult, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Catalogue } from '../../../content/format/index.ts';
import { card, cardStyles } from '../../components/card.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import { View, viewStyles } from '../view.ts';

@customElement('kiosk-home')
export class KioskHome extends View {
  static override readonly styles = [viewStyles, cardStyles];

  @property({ attribute: false }) catalogue!: Catalogue;

  protected override render(): TemplateResult {
    return html`<div class="column">
      <h1 tabindex="-1" data-passage=${passageKey('messages', 'home.title')}>${this.said('home.title')}</h1>
      <p class="lead" data-passage=${passageKey('messages', 'home.lead')}>${this.said('home.lead')}</p>
      <ul class="cards" role="list">
        ${this.catalogue.topics.map(
          (topic) =>
            html`<li>
              ${card({
                route: { view: 'topic', topic: topic.id },
                icon: topic.icon,
                title: html`<span data-passage=${passageKey('catalogue', topic.title.id)}>${runs(topic.title)}</span>`,
                summary: html`<span data-passage=${passageKey('catalogue', topic.summary.id)}
                  >${runs(topic.summary)}</span
                >`,
              })}
            </li>`,
        )}
        <li>
          ${card({
            route: { view: 'words' },
            icon: 'book',
            title: html`<span data-passage=${passageKey('messages', 'home.words.title')}
              >${this.said('home.words.title')}</span
            >`,
            summary: html`<span data-passage=${passageKey('messages', 'home.words.summary')}
              >${this.said('home.words.summary')}</span
            >`,
          })}
        </li>
      </ul>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kiosk-home': KioskHome;
  }
}
