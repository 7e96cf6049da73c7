/** References in one bibliographic style: who. What. Where, when. How current. */
import { GENERAL_KNOWLEDGE, type Passage, type QrCode, type Reference } from '../../../content/format/index.ts';
import { plainPassage, type PassageIds } from './passages.ts';
import { qrOf } from './qr.ts';
import type { Words } from './words.ts';

/** References as passages, and the codes of their public addresses by the passages' ids. */
export interface CompiledReferences {
  readonly items: Passage[];
  /** Absent where none has an address. */
  readonly codes?: Record<string, QrCode>;
}

/**
 * What a page rests on, a passage each, and a last one for what is general knowledge. `used` are the sources
 * that its parts name.
 */
export function compileReferences(
  references: readonly Reference[],
  used: readonly string[],
  ids: PassageIds,
  words: Words,
): CompiledReferences {
  const codes: [string, QrCode][] = [];
  const items = references.map((reference) => {
    const passage = plainPassage(ids.named(reference.id), composeReference(reference, words));
    if (reference.url !== undefined) codes.push([passage.id, qrOf(reference.url)]);
    return passage;
  });
  if (used.includes(GENERAL_KNOWLEDGE))
    items.push(plainPassage(ids.named(GENERAL_KNOWLEDGE), words.say('compiled.reference.general')));
  return { items, ...(codes.length > 0 && { codes: Object.fromEntries(codes) }) };
}

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
