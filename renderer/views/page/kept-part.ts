/** A part of a page as something to keep (P1). */
import type { Page, Part } from '../../../content/format/index.ts';
import type { KeptItem } from '../../visit/summary.ts';

/** The part with a page's key points. It is kept at its heading, at the top of the page. */
export const IN_SHORT = 'in-short';

/** Where a page comes from is printed with every part, and so is not kept by itself. */
export const isKeepable = ({ blocks }: Part): boolean => !blocks.every(({ kind }) => kind === 'references');

/** @param openGates - those that the visitor has opened on the page; only those of the part count */
export function keptPart({ id: page, version }: Page, part: Part, openGates: ReadonlySet<string>): KeptItem {
  const gates = part.blocks.filter((content) => content.kind === 'gate').map(({ id }) => id);
  return { kind: 'part', page, version, part: part.id, openGates: gates.filter((id) => openGates.has(id)) };
}

/** The part in which a gate stands. */
export const partWithGate = ({ parts }: Page, gate: string): Part | undefined =>
  parts.find(({ blocks }) => blocks.some((content) => content.kind === 'gate' && content.id === gate));
