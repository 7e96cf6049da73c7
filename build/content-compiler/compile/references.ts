/** References in one bibliographic style: who. What. Where, when. How current. */
import type { Reference } from '../../../content/format/index.ts';
import type { Words } from './words.ts';

/** A reference as a sentence or some, each ended by a full stop. */
export function composeReference(reference: Reference, words: Words): string {
  const { authors, title, edition, editors, journal, publisher, year, volume, issue, reviewed, accessed } = reference;
  const container = [journal, publisher, year?.toString()].filter((piece) => piece !== undefined).join(', ');
  const pieces = [
    authors,
    title,
    edition && words.say('compiled.reference.edition', { edition }),
    editors && words.say('compiled.reference.editors', { editors }),
    container,
    volume && issue && words.say('compiled.reference.volume', { volume, issue }),
    reviewed && words.say('compiled.reference.reviewed', { date: words.date(reviewed) }),
    accessed && words.say('compiled.reference.accessed', { date: accessed }),
  ];
  return pieces
    .filter((piece): piece is string => Boolean(piece))
    .map((piece) => (/[.?!]$/.test(piece) ? piece : `${piece}.`))
    .join(' ');
}
