/** One thing that is kept, as large and whole as where it comes from (P1, P7). */
import { type TemplateResult, html, nothing } from 'lit';
import type { OtherLanguage, Passage } from '../../../content/format/index.ts';
import { passageKey, runs } from '../../reading/passages.ts';
import { isOverdue } from '../../visit/review.ts';
import { reviewDates } from '../reviewed.ts';
import type { FoundItem } from './found.ts';
import { type KeptSurroundings, keptBlock, keptContext } from './kept-blocks.ts';

/** The language of what was found, where it is not the visitor's (C10). */
export function otherLanguageOf(found: FoundItem): OtherLanguage | undefined {
  if ('page' in found) return found.page.other;
  return 'sheet' in found ? found.sheet.other : undefined;
}

/** The id of the heading that names an item; `id` is the item's. */
export const nameId = (id: string): string => `${id}-name`;

/** Draws what is kept. @param id - of the item's element */
export function keptItem(found: FoundItem, id: string, around: KeptSurroundings): TemplateResult {
  const { messages, now } = around;
  const heading = (key: string, passage: Passage): TemplateResult =>
    html`<h2 id=${nameId(id)} tabindex="-1" data-passage=${key}>${runs(passage)}</h2>`;
  const from = (key: string, words: unknown): TemplateResult =>
    html`<p class="from"><span data-said-as=${key}>${words}</span></p>`;
  switch (found.kind) {
    case 'part': {
      const { page, part, item } = found;
      const context = keptContext(id, page, around, item);
      return html`${from(context.key(page.title), runs(page.title))} ${heading(context.key(part.heading), part.heading)}
      ${isOverdue(page.review, now) ? reviewDates(page, context.key, now) : nothing}
      ${part.blocks.map((content) => keptBlock(id, content, context))}`;
    }
    case 'helpline': {
      const context = keptContext(id, found.page, around);
      return html`<h2 id=${nameId(id)} tabindex="-1" class="from">
          <span data-said-as=${context.key(found.helpline.name)}>${runs(found.helpline.name)}</span>
        </h2>
        ${keptBlock(id, found.helpline, context)}`;
    }
    case 'term': {
      const { term, meaning, sayIt, sensitive } = found.term;
      const key = passageKey('glossary', term.id);
      return html`<div class="flow" ?data-private=${sensitive}>
        ${heading(key, term)}
        <p class="quiet" data-said-as=${key}>${messages.format('term.sayIt', { respelling: sayIt })}</p>
        <p data-passage=${passageKey('glossary', meaning.id)}>${runs(meaning)}</p>
      </div>`;
    }
    case 'question': {
      const { sheet, passage } = found;
      const key = (of: Passage): string => passageKey('questions', of.id, sheet.other?.language);
      return html`${from(key(sheet.title), runs(sheet.title))} ${heading(key(passage), passage)}`;
    }
    case 'own-question':
      return html`<p class="from" data-said-as="messages#questions.own.field">
          ${messages.text('questions.own.field')}
        </p>
        <h2 id=${nameId(id)} class="own" tabindex="-1" dir="auto">${found.text}</h2>`;
    case 'missing':
      return html`<h2 id=${nameId(id)} tabindex="-1" data-passage="messages#summary.missing">
        <span class="run">${messages.text('summary.missing')}</span>
      </h2>`;
  }
}
