/** A comparison (C2): a table where there is room, else row by row with each cell's column before it. */
import { type TemplateResult, css, html } from 'lit';
import type { TableBlock } from '../../../content/format/index.ts';
import type { BlockContext } from './block-context.ts';

/**
 * Draws a table. The column's name stands before each cell as well, clipped from sight while the table is
 * wide: by ear 'How long: 20 minutes' tells more than '20 minutes'.
 */
export function table({ caption, columns, rows }: TableBlock, context: BlockContext): TemplateResult {
  const [nameColumn, ...others] = columns;
  return html`<table>
    <caption data-passage=${context.key(caption)}>
      ${context.label(caption)}
    </caption>
    <thead>
      <tr>
        ${nameColumn && html`<th scope="col" data-said-as=${context.key(nameColumn)}>${context.label(nameColumn)}</th>`}
        ${others.map((column) => html`<th scope="col" data-said-as=${context.key(column)}>${context.label(column)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ({ name, cells }) =>
          html`<tr>
            <th scope="row" data-passage=${context.key(name)}>${context.label(name)}</th>
            ${cells.map((cell, index) => {
              const column = others[index];
              return html`<td>
                ${
                  column &&
                  html`<span class="column-name" aria-hidden="true" data-passage=${context.key(column)}
                    >${context.label(column)}</span
                  >`
                }
                <span data-passage=${context.key(cell)}>${context.text(cell)}</span>${context.meaning(cell)}
              </td>`;
            })}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export const tableStyles = css`
  table {
    inline-size: 100%;
    border-collapse: collapse;
    background: var(--surface);
  }

  caption {
    padding-block-end: var(--space-2);
    font-weight: 700;
    text-align: start;
  }

  th,
  td {
    padding: var(--space-2);
    border: var(--rule) solid var(--line);
    text-align: start;
    vertical-align: top;
    line-height: var(--line-height-short);
  }

  thead th {
    color: var(--quiet);
  }

  .column-name {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  td {
    position: relative;
  }

  @container view (inline-size < 30rem) {
    table,
    caption,
    tbody,
    tr,
    th,
    td {
      display: block;
    }

    thead {
      display: none;
    }

    tr {
      border: var(--rule) solid var(--line);
      border-radius: var(--radius);
    }

    tr + tr {
      margin-block-start: var(--space-2);
    }

    th,
    td {
      border: 0;
    }

    td {
      padding-block-start: 0;
    }

    .column-name {
      position: static;
      display: block;
      inline-size: auto;
      block-size: auto;
      clip-path: none;
      white-space: normal;
      color: var(--quiet);
      font-weight: 600;
    }
  }
`;
