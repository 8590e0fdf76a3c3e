import { phrase } from '../../messages/phrases.ts';
import { quotedSheet } from '../address.ts';
import type { Sheet } from '../sheets.ts';
import { looks } from './looks.ts';
import type { Parts } from './parts.ts';
import { buildTable, firstRowOf, type TableColumn, titleRow } from './table.ts';

/** A question or a red flag, with what helps to answer it. */
interface Guided {
  readonly id: string;
  readonly text: string;
  readonly help: string;
  readonly levels: readonly string[];
}

const above = [titleRow(phrase('workbook', 'guidance'), 0)];

/** Where the guidance on a question or a red flag stands: `'Guidance'!A12`. */
export function guidancePlace(parts: Pick<Parts, 'prepared' | 'names'>, id: string): string {
  const row = firstRowOf({ above }) + guidedOf(parts).findIndex((guided) => guided.id === id);
  return `${quotedSheet(parts.names.guidance)}!A${row}`;
}

/** The sheet with the guidance on every question, and the text of all its levels. */
export function guidanceSheet(parts: Parts): Sheet {
  const { prepared, names, rightToLeft } = parts;
  const entries = guidedOf(parts);
  const levels = Math.max(0, ...entries.map((entry) => entry.levels.length));
  const columns: TableColumn<Guided>[] = [
    { heading: phrase('workbook', 'id'), width: 18, cell: ({ id }) => ({ value: id, style: looks.id }) },
    { heading: phrase('workbook', 'question'), width: 30, cell: ({ text }) => ({ value: text, style: looks.strongText }) },
    { heading: phrase('workbook', 'help'), width: 62, cell: ({ help }) => ({ value: help, style: looks.text }) },
    ...Array.from(
      { length: levels },
      (_, level): TableColumn<Guided> => ({
        heading: phrase('workbook', 'level-number', { level }),
        width: 30,
        cell: ({ levels: texts }) => ({ ...(texts[level] !== undefined && { value: texts[level] }), style: looks.text }),
      }),
    ),
  ];
  return buildTable<Guided>({
    name: names.guidance,
    columns,
    entries,
    above,
    frozenColumns: 2,
    tab: '7f7f7f',
    rightToLeft,
    print: { pagesWide: 1, footer: prepared.rubric.notice },
  }).sheet;
}

function guidedOf({ prepared: { rubric } }: Pick<Parts, 'prepared'>): Guided[] {
  return [
    ...rubric.features.flatMap(({ questions }) => questions),
    ...rubric.flags.map(({ id, text, help }) => ({ id, text, help, levels: [] })),
  ];
}
