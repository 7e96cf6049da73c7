/** What printed parts rest on, each source once. */
import type { OtherLanguage, Part, Passage, QrCode } from '../../content/format/index.ts';

/** A source as it is printed, with the code of its public address where it has one. */
export interface SourceLine {
  readonly passage: Passage;
  readonly qr: QrCode | undefined;
}

/** A reference's passage is called after it; a number may follow where one is listed twice. */
const isNamed = (passage: Passage, used: ReadonlySet<string>): boolean =>
  used.has(passage.id.slice(passage.id.indexOf('.') + 1));

/** References with the codes of those that have an address, by their ids. */
interface Listed {
  readonly items: readonly Passage[];
  readonly codes?: Readonly<Record<string, QrCode>> | undefined;
}

/** Of some references those that are used. @param other - the language they are in, where it is not the visitor's */
export const sourcesNamed = (
  { items, codes = {} }: Listed,
  used: ReadonlySet<string>,
  other?: OtherLanguage,
): readonly SourceLine[] =>
  items
    .filter((passage) => isNamed(passage, used))
    .map((passage) => ({ passage: other === undefined ? passage : { other, ...passage }, qr: codes[passage.id] }));

/** Of a page's references those that are used. */
export const linesOf = (parts: readonly Part[], used: ReadonlySet<string>): readonly SourceLine[] =>
  parts
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'references' ? sourcesNamed(block, used) : []));
