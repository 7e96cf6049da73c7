/** The content, for technicians (V3): what is in service, what a drive brings, what can be gone back to, what changed. */
import { type TemplateResult, css, html, nothing } from 'lit';
import type { PlainMessageKey } from '../../../content/format/index.ts';
import { tell } from '../../components/events.ts';
import { type IconName, icon } from '../../components/icon.ts';
import { passageKey } from '../../reading/passages.ts';
import type { Messages } from '../../visit/messages.ts';
import {
  type ChangedPage,
  type ContentChanges,
  type ContentStatus,
  contentOutcomes,
  installLabels,
  type UpkeepCommand,
  type UpkeepStatus,
} from '../../visit/upkeep.ts';

/** Draws the panel. Needs {@link contentStyles}. */
export function contentPanel(from: EventTarget, { content, isLate }: UpkeepStatus, messages: Messages): TemplateResult {
  if (content === undefined) return html``;
  const { contentVersion, waiting, earlier, changes } = content;
  return html`<section class="content-state" aria-labelledby="content-title">
    <h2 id="content-title" data-passage=${passageKey('messages', 'content.title')}>
      <span class="run">${messages.text('content.title')}</span>
    </h2>
    ${
      contentVersion === undefined
        ? nothing
        : html`<p>${messages.format('staff.content', { version: String(contentVersion) })}</p>`
    }
    ${waiting === undefined ? nothing : html`<p>${messages.format('content.waiting', { version: String(waiting) })}</p>`}
    <p class="said" role="status">${outcomeOf(content, isLate, messages)}</p>
    <ul role="list" class="deeds">
      ${content.found.map(({ id, contentVersion: version, age, drive }) => {
        const label = installLabels[age];
        return html`<li>
          ${label === undefined ? nothing : button(from, 'below', label, { what: 'install', id }, messages)}
          <p>${messages.format('content.found', { version: String(version), drive: String(drive) })}</p>
        </li>`;
      })}
      ${earlier.map(
        ({ place, contentVersion: version }) =>
          html`<li>
            ${button(from, 'undo', 'content.goBack', { what: 'go-back', place }, messages)}
            <p>${messages.format('content.earlier', { version: String(version) })}</p>
          </li>`,
      )}
    </ul>
    ${
      content.looksAtDrives && content.found.length === 0 && content.refused === 0
        ? html`<p>${messages.text('content.noDrive')}</p>`
        : nothing
    }
    ${content.refused === 0 ? nothing : html`<p>${messages.format('content.refused', { files: content.refused })}</p>`}
    ${changes === undefined ? nothing : whatChanged(changes, messages)}
  </section>`;
}

const outcomeOf = ({ isWorking, outcome }: ContentStatus, isLate: boolean, messages: Messages): string => {
  if (isWorking) return messages.text('content.working');
  if (isLate) return messages.text('content.late');
  return outcome === undefined ? '' : messages.text(contentOutcomes[outcome]);
};

const whatChanged = ({ since, pages, count, gone }: ContentChanges, messages: Messages): TemplateResult =>
  html`<h3>${messages.format('content.changes', { version: String(since) })}</h3>
    <ul role="list" class="changes">
      ${pages.map((page) => html`<li>${changed(page, messages)}</li>`)}
    </ul>
    ${count === 0 && gone === 0 ? html`<p>${messages.text('content.changes.none')}</p>` : nothing}
    ${count > pages.length ? html`<p>${messages.format('content.changes.more', { pages: count - pages.length })}</p>` : nothing}
    ${gone === 0 ? nothing : html`<p>${messages.format('content.changes.gone', { pages: gone })}</p>`}`;

const changed = ({ kind, language, document, titleId, title }: ChangedPage, messages: Messages): TemplateResult =>
  html`<span>${messages.text(kind === 'new' ? 'content.change.new' : 'content.change.changed')}</span>
    <span lang=${language} data-said-as=${passageKey(document, titleId, language)}>${title}</span>`;

const button = (
  from: EventTarget,
  name: IconName,
  label: PlainMessageKey,
  command: UpkeepCommand,
  messages: Messages,
): TemplateResult =>
  html`<button class="button secondary" @click=${() => tell(from, 'kiosk-upkeep', command)}>
    ${icon(name)}<span>${messages.text(label)}</span>
  </button>`;

export const contentStyles = css`
  .content-state {
    display: grid;
    gap: var(--space-3);
    inline-size: 100%;
  }
  .changes {
    display: grid;
    gap: var(--space-1);
  }
  .changes li {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--space-2);
    line-height: var(--line-height-short);
  }
  .changes li span:first-child {
    font-weight: 600;
  }
`;
