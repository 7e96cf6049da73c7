/** What a search has found, drawn: pages with their parts and why, and the meanings of words (S1). */
import { type TemplateResult, html, nothing } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import type { Glossary, Term } from '../../../content/format/index.ts';
import { icon } from '../../components/icon.ts';
import { addressOf } from '../../components/link.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import type { FoundPage, SearchResult } from '../../search/search.ts';
import type { Messages } from '../../visit/messages.ts';
import type { Route } from '../../visit/routes.ts';
import { why } from './why.ts';

/** Meanings shown at once; the sure ones come first. */
const MOST_MEANINGS = 2;

/** How sure it must be that a word was meant before its meaning is shown. */
const SURE_ENOUGH = 0.7;

/** The glossary entries whose meaning is shown: those that were surely meant. */
export const meanings = (result: SearchResult, glossary: Glossary | undefined): readonly Term[] =>
  result.terms
    .filter(({ quality }) => quality >= SURE_ENOUGH)
    .flatMap(({ term }) => glossary?.terms.find(({ id, sensitive }) => id === term && !sensitive) ?? [])
    .slice(0, MOST_MEANINGS);

/** What can be done with a meaning: `hear` reads it aloud, and no more; `keep` puts it into my summary. */
export interface FoundMeaningActions {
  readonly hear: (meaning: HTMLElement) => void;
  /** @param of - the id of what names the word */
  readonly keep: (of: string) => unknown;
}

/** A word with its meaning. */
export function foundMeaning(
  { id, term, sayIt, meaning }: Term,
  messages: Messages,
  { hear, keep }: FoundMeaningActions,
): TemplateResult {
  const press = (event: Event): void => {
    const shown = event.currentTarget instanceof HTMLElement ? event.currentTarget.closest('.meaning') : null;
    if (shown instanceof HTMLElement) hear(shown);
  };
  return html`<aside class="meaning" aria-labelledby="meaning-${id}" data-whole>
    <p>
      <strong id="meaning-${id}" data-passage=${passageKey('glossary', term.id)}>${runs(term)}</strong>
      <span class="say" data-said-as=${passageKey('glossary', term.id)}
        >${messages.format('term.sayIt', { respelling: sayIt })}</span
      >
    </p>
    <p data-passage=${passageKey('glossary', meaning.id)}>${runs(meaning)}</p>
    <p class="say" data-passage=${passageKey('messages', 'sample.notice')}>
      <span class="run">${messages.text('sample.notice')}</span>
    </p>
    <div class="actions">
      <button class="button secondary" @click=${press}>
        ${icon('speak')}<span>${messages.text('term.hear')}</span>
      </button>
      ${keep(`meaning-${id}`)}
    </div>
  </aside>`;
}

/** A page with its parts that were found. */
export function foundPage(
  { page, title, easy, other, parts, reasons }: FoundPage,
  { glossary, messages, easyRead }: { glossary: Glossary | undefined; messages: Messages; easyRead: boolean },
): TemplateResult {
  const source = `pages/${page}` as const;
  const route: Route = { view: 'page', page, version: easyRead && easy ? 'easy' : 'full' };
  const [reason] = reasons.flatMap((one) => why(one, glossary, messages) ?? []);
  const leads = (style: string, to: Route, id: string, text: string): TemplateResult =>
    html`<button role="link" class="leads ${style}" data-address=${addressOf(to)} data-whole>
      <span
        data-passage=${passageKey(source, id, other?.language)}
        lang=${ifDefined(other?.language)}
        dir=${ifDefined(other?.direction)}
        ><span class="run">${text}</span></span
      >${icon('forward')}
    </button>`;
  return html`${leads('page', route, 'page.title', title)}
  ${reason === undefined ? nothing : html`<p class="why">${reason}</p>`}
  ${
    // The parts of Easy Read are others: there a page is found as a whole.
    route.version === 'easy'
      ? nothing
      : html`<ul role="list">
          ${parts.map(({ part, heading }) => html`<li>${leads('part', { ...route, part }, part, heading)}</li>`)}
        </ul>`
  }`;
}
