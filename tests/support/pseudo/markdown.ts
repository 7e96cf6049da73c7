/** A page in the pseudo-language: every word that is read or heard changes, and nothing that a program reads. */
import { parse, stringify } from 'yaml';
import { mark, pseudo, wrap } from './text.ts';

/** What is made of a page's names of drawings. */
export type NameDrawing = (file: string) => string;

/** Attributes of directives that people read. */
const READ_ATTRIBUTE = /\b(title|question|alt|caption)="([^"]*)"/g;

/** Fields at the head of a page that people read; of references too. */
const READ_FIELDS: ReadonlySet<string> = new Set([
  'title',
  'summary',
  'lead',
  'publisher',
  'authors',
  'editors',
  'journal',
  'edition',
  'accessed',
]);

/** A page's file, Markdown under a head of YAML, in the pseudo-language. */
export const pseudoPage = (source: string, nameDrawing: NameDrawing): string => {
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(source) ?? [];
  const lines = body.split('\n').map((line) => pseudoLine(line, nameDrawing));
  return `---\n${stringify(pseudoFields(parse(head)))}---\n${lines.join('\n')}`;
};

const pseudoFields = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(pseudoFields);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]: [string, unknown]) => {
      if (typeof held === 'string' && READ_FIELDS.has(name)) return [name, pseudo(held)];
      if (name === 'acknowledgements' && Array.isArray(held)) return [name, held.map((line) => pseudo(String(line)))];
      return [name, pseudoFields(held)];
    }),
  );
};

const pseudoLine = (line: string, nameDrawing: NameDrawing): string => {
  const idea = /^::idea\[(.*)\](\{.*\})$/.exec(line);
  if (idea?.[1] !== undefined && idea[2] !== undefined) return `::idea[${pseudoInline(idea[1])}]${idea[2]}`;
  if (line.startsWith('::')) {
    return line
      .replaceAll(READ_ATTRIBUTE, (_all, name: string, text: string) => `${name}="${pseudo(text)}"`)
      .replace(/\bsrc=([a-z0-9-]+\.svg)/, (_all, file: string) => `src=${nameDrawing(file)}`);
  }
  // ‘Aims:’ is read by the compiler, which writes the words of the language in its place.
  if (line.trim() === '' || line.trim() === 'Aims:' || /^\|[\s|:-]+\|$/.test(line)) return line;
  if (line.startsWith('|')) {
    const cells = line.slice(1, line.lastIndexOf('|')).split('|');
    return `|${cells.map((cell) => (cell.trim() === '' ? cell : ` ${pseudoInline(cell.trim())} `)).join('|')}|`;
  }
  const [, begin = '', text = '', end = ''] = /^(\s*(?:#+ |- |\d+\. )?)(.*?)(\s*\{#[^}]*\})?$/.exec(line) ?? [];
  return begin + pseudoInline(text) + end;
};

/** Text with links, whose targets stay. A link alone stays a link alone: an answer to a choice is one. */
const pseudoInline = (text: string): string => {
  const marked = text
    .split(/(\]\([^)]*\))/)
    .map((piece, at) => (at % 2 === 0 ? mark(piece) : piece))
    .join('');
  const [, label, target] = /^\[([^\]]*)(\]\([^)]*\))$/.exec(text) ?? [];
  if (label !== undefined && target !== undefined) return `[${pseudo(label)}${target}`;
  return wrap(text, marked);
};
