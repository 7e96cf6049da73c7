/** The words visitors see, from the content itself: tests name things as the screen does. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { LanguageProfile, Messages as MessagesDocument } from '../../content/format/index.ts';
import { Messages } from '../../renderer/visit/messages.ts';
import { inRoot } from './checkout.ts';

/** The interface's words: `words.text('toolbar.home')`. */
export const words = wordsOf('en');

/** The words of the interface in the language of a folder of the content. */
export function wordsOf(folder: string): Messages {
  const read = (name: string) =>
    parse(readFileSync(inRoot('content', folder, name), 'utf8')) as MessagesDocument & LanguageProfile;
  const { language, direction, alphabet, siteWords } = read('language.yaml');
  return new Messages({ language, direction, alphabet, siteWords, messages: read('interface.yaml').messages });
}

/** The page all tests read. */
export const PAGE = 'neuroblastoma-came-back';

/** Its topic. */
export const TOPIC = 'neuroblastoma';

/** A part with a gate in it. */
export const GATED = { page: 'coping-and-support', part: 'other-support' } as const;
