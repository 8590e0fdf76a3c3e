import { placeOf, type ReadRow, type ReadWorkbook, valueText } from '../../workbook/read/content.ts';
import type { SurveyRecord } from './records.ts';

/** The rows of all sheets as records, with the first row of a sheet for headings. */
export function sheetRecords({ sheets }: ReadWorkbook): SurveyRecord[] {
  return sheets.flatMap((sheet) => {
    const [headings, ...rows] = sheet.rows;
    return rows.map((row) => ({
      place: { at: placeOf(sheet, { row: row.number, column: 1 }) },
      values: [...(headings?.cells.values() ?? [])].map(
        (heading) => [valueText(heading.value), textAt(row, heading.column)] as const,
      ),
    }));
  });
}

function textAt({ cells }: ReadRow, column: number): string {
  const cell = cells.get(column);
  return cell ? valueText(cell.value) : '';
}
