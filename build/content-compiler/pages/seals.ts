/** Seals: digests of all that something was made from. What was made is believed as long as its seal is the same. */
import { createHash } from 'node:crypto';
import { documentOfFile, type Named, type PageContext, type PageFile } from './page-context.ts';

/** Tells the seal of a page that names these. */
export type SealPage = (page: PageFile, named: Named) => string;

/** A sealer for pages of a language. Lists are sealed whole: any change of one is a change for all pages. */
export function createPageSealer(context: PageContext): SealPage {
  const { drawings, pageIds, recordings, ...lists } = context;
  const shared = sealOf([lists]);
  const drawingSeals = new Map<string, string>();
  const sealDrawing = (name: string): string => {
    if (!drawings.has(name)) return 'there is none';
    const seal = drawingSeals.get(name) ?? sealOf([drawings.get(name) ?? 'refused']);
    drawingSeals.set(name, seal);
    return seal;
  };
  return ({ file, textSeal, version, full }, named) =>
    sealOf([
      shared,
      file,
      version,
      textSeal,
      full,
      named.drawings.map((name) => [name, sealDrawing(name)]),
      named.pages.map((id) => [id, pageIds.has(id)]),
      recordings.get(documentOfFile({ file, version })) ?? 'none is recorded',
    ]);
}

/** Seals a page's text, read by a compiler that has a seal of its own. */
export function sealText(compilerSeal: string, text: string): string {
  return createHash('sha256').update(`${compilerSeal}\n${text}`).digest('hex');
}

/** The seal of plain data, maps and sets. */
export function sealOf(data: readonly unknown[]): string {
  // JSON knows no maps and sets, and would take one for another without a word.
  const plain = (_key: string, value: unknown): unknown =>
    value instanceof Map || value instanceof Set ? [...(value as Iterable<unknown>)] : value;
  return createHash('sha256').update(JSON.stringify(data, plain)).digest('hex');
}
