/** What the words of tickets are called (P3): in the language, or in the original's where it has no list. */
import { ticketWordIds, type Tickets } from '../../../content/format/index.ts';
import type { LanguageSource } from '../read/library.ts';
import { plainPassage } from './passages.ts';
import { inOther, otherOf, type Original } from './untranslated.ts';

/** The document of the words; nothing where nobody has named them. */
export function compileTickets(
  language: string,
  { tickets: own }: Pick<LanguageSource, 'tickets'>,
  original: Original | undefined,
): Tickets | undefined {
  const source = own ?? original?.source.tickets;
  if (source === undefined) return undefined;
  const other = own === undefined && original ? otherOf(original) : undefined;
  return {
    language,
    words: ticketWordIds.map((id) => ({ id, word: inOther(plainPassage(`ticket.${id}`, source.value[id]), other) })),
  };
}
