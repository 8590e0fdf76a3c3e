import { type Html, html } from '../../escape/html.ts';

/** A column of a table: `n` holds numbers, `bar` a chart. */
export interface HtmlColumn {
  readonly title: string;
  readonly kind?: 'n' | 'bar';
}

type HtmlCell = Html | string | null | undefined | false;

/** A table whose first cell of each row is the row's heading. */
export function htmlTable(columns: readonly HtmlColumn[], rows: readonly (readonly HtmlCell[])[]): Html {
  const head = columns.map(({ title, kind }) =>
    kind === 'n' ? html`<th scope="col" class="n">${title}</th>` : html`<th scope="col">${title}</th>`,
  );
  const body = rows.map(([first, ...cells]) => {
    const rest = cells.map((cell, index) => {
      const kind = columns[index + 1]?.kind;
      return kind === undefined ? html`<td dir="auto">${cell}</td>` : html`<td class="${kind}">${cell}</td>`;
    });
    return html`<tr><th scope="row" dir="auto">${first}</th>${rest}</tr>\n`;
  });
  const isChart = columns.some(({ kind }) => kind === 'bar');
  return html`<table${isChart && html` class="chart"`}><thead><tr>${head}</tr></thead><tbody>
${body}</tbody></table>`;
}
