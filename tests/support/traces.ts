/** Looks for a visitor's words wherever they could have been left: in files, byte by byte, and in a page's memory (X5). */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CDPSession } from 'playwright/test';

/** The ways in which programs write words. */
export const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'UTF-8': (text) => Buffer.from(text, 'utf8'),
  'UTF-16LE': (text) => Buffer.from(text, 'utf16le'),
  'UTF-16BE': (text) => Buffer.from(text, 'utf16le').swap16(),
  'a URL': (text) => Buffer.from(encodeURIComponent(text), 'latin1'),
  'a form': (text) => Buffer.from(new URLSearchParams({ '': text }).toString().slice(1), 'latin1'),
};

/** What is looked for: words, however they are written, or bytes as they are. */
export type Canary = string | Buffer;

/** Every way in which a text may be written, each once. */
const formsOf = (text: Canary): readonly Buffer[] => {
  if (typeof text !== 'string') return [text];
  const forms = Object.values(encodings).map((write) => write(text));
  return forms.filter((form, index) => forms.findIndex((other) => other.equals(form)) === index);
};

/** Where something was found: the file's path, and what it was. */
export interface Trace {
  readonly file: string;
  readonly text: Canary;
}

/** Some bytes of a document that no other document has, from all over it. */
export const slicesOf = (document: Buffer): readonly Buffer[] =>
  [1, 2, 3, 4].map((place) => {
    const from = Math.floor((document.length * place) / 5);
    return document.subarray(from, from + 48);
  });

/** What is left of some texts, or bytes, in the files below a folder, their names included, whoever is writing them meanwhile. */
export const tracesIn = async (folder: string, texts: readonly Canary[]): Promise<readonly Trace[]> => {
  const wanted = texts.map((text) => ({ text, forms: formsOf(text) }));
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found = await Promise.all(
    entries.map(async (entry): Promise<readonly Trace[]> => {
      const file = join(entry.parentPath, entry.name);
      // What a program has taken away since the folder was read holds nothing any more.
      const held = entry.isFile() ? await readFile(file).catch(() => Buffer.alloc(0)) : Buffer.alloc(0);
      const bytes = Buffer.concat([Buffer.from(`${entry.name}\0`), held]);
      return wanted.flatMap(({ text, forms }) => (forms.some((form) => bytes.includes(form)) ? [{ file, text }] : []));
    }),
  );
  return found.flat();
};

/** Which of some texts a page's script still holds anywhere, in what nothing has let go of. */
export const heldInMemory = async (cdp: CDPSession, texts: readonly string[]): Promise<readonly string[]> => {
  const overlap = Math.max(...texts.map((text) => text.length));
  const held = new Set<string>();
  let tail = '';
  const look = ({ chunk }: { readonly chunk: string }): void => {
    const heap = tail + chunk;
    for (const text of texts) if (heap.includes(text)) held.add(text);
    tail = chunk.slice(-overlap);
  };
  cdp.on('HeapProfiler.addHeapSnapshotChunk', look);
  await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  cdp.off('HeapProfiler.addHeapSnapshotChunk', look);
  return [...held];
};
