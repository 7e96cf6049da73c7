/** Why a page was found, in a sentence (S1). */
import type { Glossary } from '../../../content/format/index.ts';
import { plainText } from '../../reading/passages.ts';
import type { Reason } from '../../search/search.ts';
import type { Messages } from '../../visit/messages.ts';

/** `undefined` for a reason that names a word which may not be shown. */
export function why(reason: Reason, glossary: Glossary | undefined, messages: Messages): string | undefined {
  switch (reason.kind) {
    case 'same':
      return messages.format('search.why.same', { word: reason.word });
    case 'begins':
      return messages.format('search.why.begins', { word: reason.word });
    case 'spelt':
      return messages.format('search.why.spelt', { word: reason.word, typed: reason.typed });
    case 'also-called':
    case 'meant': {
      const term = glossary?.terms.find(({ id, sensitive }) => id === reason.term && !sensitive);
      if (term === undefined) return undefined;
      const words = { word: plainText(term.term), typed: reason.typed };
      return messages.format(reason.kind === 'meant' ? 'search.why.meant' : 'search.why.alsoCalled', words);
    }
  }
}
