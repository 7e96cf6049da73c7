/** Why a page was found, in a sentence (S1). */
import type { TemplateResult } from 'lit';
import type { Glossary } from '../../../content/format/index.ts';
import { plainText } from '../../reading/passages.ts';
import type { Reason } from '../../search/search.ts';
import type { Messages } from '../../visit/messages.ts';
import { inItsLanguage } from '../typing/in-its-language.ts';

/** A sentence with words of other languages in it. */
type Sentence = readonly (string | TemplateResult)[];

/** `undefined` for a reason that names a word which may not be shown. */
export function why(reason: Reason, glossary: Glossary | undefined, messages: Messages): Sentence | undefined {
  switch (reason.kind) {
    case 'same':
      return messages.compose('search.why.same', { word: inItsLanguage(reason) });
    case 'begins':
      return messages.compose('search.why.begins', { word: inItsLanguage(reason) });
    case 'spelt':
      return messages.compose('search.why.spelt', { word: inItsLanguage(reason), typed: reason.typed });
    case 'also-called':
    case 'meant': {
      const term = glossary?.terms.find(({ id, sensitive }) => id === reason.term && !sensitive);
      if (term === undefined) return undefined;
      const words = {
        word: inItsLanguage({ word: plainText(term.term), other: term.term.other }),
        typed: reason.typed,
      };
      return messages.compose(reason.kind === 'meant' ? 'search.why.meant' : 'search.why.alsoCalled', words);
    }
  }
}
