/** The smallest of HTML: what the report is made of. Every text passes through {@link escape}. */

/** HTML that is safe to put into a page. */
export interface Html {
  readonly html: string;
}

/** Text as HTML. */
export function escape(text: string): Html {
  const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return { html: text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark) };
}

/** A value in a template: HTML as it is, other values as text, lists one after another. */
export type Value = Html | string | number | readonly Value[];

/** Builds HTML from a template. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  return {
    html: strings.map((part, index) => part + (index < values.length ? asHtml(values[index] ?? '') : '')).join(''),
  };
}

function asHtml(value: Value): string {
  if (typeof value === 'string' || typeof value === 'number') return escape(String(value)).html;
  return 'html' in value ? value.html : value.map(asHtml).join('');
}

/** A column of a table. `isFigure` aligns numbers. */
export interface Column {
  readonly title: string;
  readonly isFigure?: true;
}

/** A table with a caption; the first cell of each row names it. Without rows, a sentence instead. */
export function table(
  caption: string,
  columns: readonly Column[],
  rows: readonly (readonly Value[])[],
  whenEmpty: string,
): Html {
  if (rows.length === 0) return html`<p class="nothing">${whenEmpty}</p>`;
  const kind = (index: number): Html => ({ html: columns[index]?.isFigure ? ' class="figure"' : '' });
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map(({ title }, index) => html`<th scope="col" ${kind(index)}>${title}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name = '', ...cells]) =>
            html`<tr>
              <th scope="row">${name}</th>
              ${cells.map((cell, index) => html`<td${kind(index + 1)}>${cell}</td>`)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}
