/** The `{#id name=value}` of headings and directives. */
import type { Heading } from 'mdast';
import { slugSchema } from '../../../content/format/index.ts';
import type { Place } from '../problem.ts';
import type { BlockDirective, Reader } from './markdown.ts';

/** What a part's heading says in braces. */
export interface PartAttributes {
  readonly id: string;
  readonly forOptions: readonly string[];
  readonly sources: readonly string[];
}

const bracesAtEnd = /\s*\{([^{}]*)\}\s*$/;

/** The heading with its braces cut off, and what stood in them. `undefined` after a report. */
export function readPartAttributes(
  reader: Reader,
  heading: Heading,
): { readonly heading: Heading; readonly attributes: PartAttributes } | undefined {
  const last = heading.children.at(-1);
  const braces = last?.type === 'text' ? bracesAtEnd.exec(last.value) : null;
  if (last?.type !== 'text' || !braces) {
    reader.refuse(
      heading,
      'part-id',
      'a part heading without an id',
      'each part has its own address',
      'end the heading with {#an-id}',
    );
    return undefined;
  }
  let id = '';
  let forOptions: readonly string[] = [];
  let sources: readonly string[] = [];
  for (const token of (braces[1] ?? '').split(/\s+/).filter(Boolean)) {
    const [name = '', value = ''] = token.startsWith('#') ? ['#', token.slice(1)] : token.split('=', 2);
    if (name === '#') id = value;
    else if (name === 'for') forOptions = slugs(reader, heading, name, value);
    else if (name === 'sources') sources = slugs(reader, heading, name, value);
    else refuseUnknown(reader, reader.placeOf(heading), token, 'a part heading', ['#id', 'for', 'sources']);
  }
  if (!isSlug(reader, reader.placeOf(heading), 'part id', id)) return undefined;
  const text = { ...last, value: last.value.slice(0, braces.index) };
  return {
    heading: { ...heading, children: [...heading.children.slice(0, -1), text] },
    attributes: { id, forOptions, sources },
  };
}

function slugs(reader: Reader, heading: Heading, name: string, value: string): readonly string[] {
  return value.split(',').filter((slug) => isSlug(reader, reader.placeOf(heading), name, slug));
}

/** Whether a text is an id; reports when it is not. */
export function isSlug(reader: Reader, place: Place, name: string, value: string): boolean {
  if (slugSchema.safeParse(value).success) return true;
  reader.refuse(
    place,
    'bad-id',
    `${name} “${value}”`,
    'ids become addresses and file names',
    'use small letters, digits and single hyphens',
  );
  return false;
}

/** A directive's attributes by name; unknown, missing and empty ones are reported. */
export function readAttributes<Name extends string>(
  reader: Reader,
  node: BlockDirective,
  names: readonly Name[],
  optional: readonly Name[] = [],
): Readonly<Record<Name, string>> | undefined {
  const given = node.attributes ?? {};
  const what = `::${node.name}`;
  const known: readonly string[] = names;
  for (const name of Object.keys(given)) {
    if (known.includes(name)) continue;
    const start = node.data?.position?.attributes?.[name]?.start;
    const place = { ...reader.placeOf(node), ...(start && { line: start.line, column: start.column }) };
    refuseUnknown(reader, place, name, what, names);
  }
  // An optional attribute may be left out, but not left blank.
  const missing = names.filter(
    (name) => !(optional.includes(name) && given[name] === undefined) && !given[name]?.trim(),
  );
  for (const name of missing) {
    const forPeopleWhoCannotSee = name === 'alt';
    reader.refuse(
      node,
      forPeopleWhoCannotSee ? 'missing-alternative' : 'missing-attribute',
      `${what} has no ${name}`,
      forPeopleWhoCannotSee ? 'people who cannot see the drawing hear these words instead' : 'the block needs it',
      name === 'id' ? 'add #an-id in the braces' : `add ${name}="…" in the braces`,
    );
  }
  if (missing.length > 0) return undefined;
  if (known.includes('id') && !isSlug(reader, reader.placeOf(node), 'id', given['id'] ?? '')) return undefined;
  const values: Partial<Record<Name, string>> = {};
  for (const name of names) values[name] = given[name] ?? '';
  return values as Readonly<Record<Name, string>>;
}

function refuseUnknown(reader: Reader, place: Place, name: string, where: string, known: readonly string[]): void {
  reader.refuse(
    place,
    'unknown-attribute',
    `“${name}” on ${where}`,
    'a misspelt attribute would be lost without a word',
    `use only ${known.join(', ')}`,
  );
}
