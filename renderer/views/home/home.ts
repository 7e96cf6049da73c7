/** Home: at most eight choices, each saying what you get (C1). */
import { type TemplateResult, html, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { Home } from '../../../content/format/index.ts';
import { card, cardStyles } from '../../components/card.ts';
import { passageKey } from '../../reading/passages.ts';
import { cardOfTopic, passageCard } from '../passage-card.ts';
import { View, viewStyles } from '../view.ts';

@customElement('kiosk-home')
export class KioskHome extends View {
  static override readonly styles = [viewStyles, cardStyles];

  @property({ attribute: false }) home!: Home;
  /** Whether pages are to open in Easy Read. */
  @property({ type: Boolean }) easyRead = false;

  protected override render(): TemplateResult {
    const { topics, questions } = this.home;
    return html`<div class="column of-cards">
      <h1 tabindex="-1" data-passage=${passageKey('messages', 'home.title')}>${this.said('home.title')}</h1>
      <p class="lead" data-passage=${passageKey('messages', 'home.lead')}>${this.said('home.lead')}</p>
      <ul class="cards" role="list">
        ${topics.map((topic) => html`<li>${cardOfTopic('home', topic, this.easyRead)}</li>`)}
        ${
          questions === undefined
            ? nothing
            : html`<li>${passageCard('home', questions, { route: { view: 'questions' }, icon: 'ask' })}</li>`
        }
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
