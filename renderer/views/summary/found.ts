/** What a summary is shown from: kept items by id, and the documents in which their words are found. */
import type {
  Glossary,
  HelplineBlock,
  Page,
  Part,
  Passage,
  QuestionSheet,
  Term,
} from '../../../content/format/index.ts';
import type { Shown } from '../../visit/documents.ts';
import { type KeptItem, keptKey } from '../../visit/summary.ts';

/** The documents that kept items stand in, as far as they can be had. A page is under its id and version. */
export interface SummarySources {
  readonly pages: ReadonlyMap<string, Shown<Page>>;
  readonly sheet: Shown<QuestionSheet> | undefined;
  readonly glossary: Glossary | undefined;
}

/** A kept item with its words. `missing`: they cannot be shown just now. */
export type FoundItem =
  | {
      readonly kind: 'part';
      readonly item: KeptItem & { readonly kind: 'part' };
      readonly page: Shown<Page>;
      readonly part: Part;
    }
  | { readonly kind: 'helpline'; readonly page: Shown<Page>; readonly helpline: HelplineBlock }
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'question'; readonly sheet: Shown<QuestionSheet>; readonly passage: Passage }
  | { readonly kind: 'own-question'; readonly text: string }
  | { readonly kind: 'missing' };

/** Under which name a page is among the sources. */
export const pageName = (page: string, version: Page['version']): string => `${version}/${page}`;

const missing: FoundItem = { kind: 'missing' };

/** Finds the words of a kept item. */
export function findItem(item: KeptItem, { pages, sheet, glossary }: SummarySources): FoundItem {
  switch (item.kind) {
    case 'part': {
      const page = pages.get(pageName(item.page, item.version));
      const part = page?.parts.find(({ id }) => id === item.part);
      return page === undefined || part === undefined ? missing : { kind: 'part', item, page, part };
    }
    case 'helpline': {
      for (const version of ['full', 'easy'] as const) {
        const page = pages.get(pageName(item.page, version));
        const helpline = page && helplineIn(page, item.helpline);
        if (page !== undefined && helpline !== undefined) return { kind: 'helpline', page, helpline };
      }
      return missing;
    }
    case 'term': {
      const term = glossary?.terms.find(({ id }) => id === item.term);
      return term === undefined ? missing : { kind: 'term', term };
    }
    case 'question': {
      const group = sheet?.groups.find(({ id }) => id === item.group);
      const questions = [...(group?.questions ?? []), ...(group?.gate?.questions ?? [])];
      const passage = questions.find(({ id }) => id === item.question)?.passage;
      return sheet === undefined || passage === undefined ? missing : { kind: 'question', sheet, passage };
    }
    case 'own-question':
      return item;
  }
}

/** An id of an element for each item: its name, in signs that an id may have. Other items have other ones. */
export const elementId = (item: KeptItem): string =>
  `kept-${keptKey(item).replaceAll(/[^a-z0-9-]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(36)}_`)}`;

const helplineIn = (page: Page, id: string): HelplineBlock | undefined =>
  page.parts
    .flatMap(({ blocks }) => blocks)
    .find((content): content is HelplineBlock => content.kind === 'helpline' && content.id === id);
