/** What stands on a page besides its parts: the way to its other version, and what else there is to read (C3, C12). */
import { type TemplateResult, html, nothing } from 'lit';
import type { Page } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import { pageDocument } from '../../visit/documents.ts';
import type { Messages } from '../../visit/messages.ts';
import { cardOfPage } from '../passage-card.ts';

/** From the full page to Easy Read and back. */
export function versionSwitch(
  from: EventTarget,
  { id, version, otherVersion }: Page,
  messages: Messages,
): TemplateResult | typeof nothing {
  if (otherVersion === undefined) return nothing;
  const easyRead = version === 'full';
  const change = (): void => {
    tell(from, 'kiosk-prefer', { easyRead });
    tell(from, 'kiosk-go', { view: 'page', page: id, version: easyRead ? 'easy' : 'full' });
  };
  const { language, direction } = messages;
  return html`<p class="version">
    <button class="button secondary" lang=${language} dir=${direction} @click=${change}>
      ${icon(easyRead ? 'easy' : 'book')}<span>${messages.text(easyRead ? 'page.easy' : 'page.full')}</span>
    </button>
  </p>`;
}

/** Other pages to go on with. @param easyRead - whether they are to open in Easy Read */
export function relatedPages(
  { id, version, related }: Page,
  messages: Messages,
  easyRead: boolean,
): TemplateResult | typeof nothing {
  if (related.length === 0) return nothing;
  const source = pageDocument(id, version);
  const { language, direction } = messages;
  return html`<aside class="related" lang=${language} dir=${direction} aria-labelledby="related">
    <h2 id="related" data-passage=${passageKey('messages', 'page.related')}>
      <span class="run">${messages.text('page.related')}</span>
    </h2>
    <ul class="cards" role="list">
      ${related.map((page) => html`<li>${cardOfPage(source, page, messages, easyRead)}</li>`)}
    </ul>
  </aside>`;
}
