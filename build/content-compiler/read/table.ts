/** `:::table`: a comparison that fits a screen in the largest words. */
import type { TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { tableLimits } from '../../../content/format/index.ts';
import { readAttributes } from './attributes.ts';
import type { DraftBlock, DraftText } from './draft.ts';
import { readText, textOf } from './inline.ts';
import type { Reader } from './markdown.ts';

/** Reads a table; reports and answers `undefined` when it has not the shape of one. */
export function readTable(reader: Reader, node: ContainerDirective): DraftBlock | undefined {
  const attributes = readAttributes(reader, node, ['id', 'caption']);
  const [table, extra] = node.children;
  if (table?.type !== 'table' || extra !== undefined) {
    reader.refuse(
      extra ?? node,
      'table-shape',
      'a :::table that is not exactly one table',
      'it is drawn as one',
      'write one table with | between its cells, a line |---|---| below the first row, and nothing else',
    );
    return undefined;
  }
  const [head, ...rows] = table.children;
  const columns = head ? readCells(reader, head) : [];
  const read = rows.map((row) => ({ row, cells: readCells(reader, row) }));
  if (!attributes || !fits(reader, node, columns.length, rows.length)) return undefined;
  const ragged = [{ row: head ?? table, cells: columns }, ...read].filter(
    ({ cells }) => cells.length !== columns.length || cells.some(({ runs }) => runs.length === 0),
  );
  for (const { row } of ragged) {
    reader.refuse(
      row,
      'table-shape',
      'a row with a missing or an empty cell',
      'it would be read aloud as nothing',
      `give each row ${String(columns.length)} cells with words`,
    );
  }
  if (ragged.length > 0) return undefined;
  const place = reader.placeOf(node);
  return {
    kind: 'table',
    id: attributes.id,
    place,
    caption: textOf(attributes.caption, place),
    columns,
    rows: read.flatMap(({ cells: [name, ...cells] }) => (name ? [{ name, cells }] : [])),
  };
}

function readCells(reader: Reader, row: TableRow): readonly DraftText[] {
  return row.children.map((cell) => readText(reader, cell.children, reader.placeOf(cell)));
}

function fits(reader: Reader, node: ContainerDirective, columns: number, rows: number): boolean {
  if (columns >= 2 && columns <= tableLimits.columns && rows >= 1 && rows <= tableLimits.rows) return true;
  reader.refuse(
    node,
    'table-shape',
    `a table of ${String(columns)} columns and ${String(rows)} rows`,
    'it has to fit the screen in the largest words',
    `use 2 to ${String(tableLimits.columns)} columns and 1 to ${String(tableLimits.rows)} rows, or a list`,
  );
  return false;
}
