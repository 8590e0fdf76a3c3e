import type { Draft } from '../core/answers.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import type { Cell, Sheet, Workbook } from '../workbook/sheets.ts';
import { type FormSheet, type SurveyTranslation, xlsform } from './xlsform.ts';

/** Widths in characters, by the beginning of a heading; other columns are narrow. */
const widths: readonly (readonly [start: string, width: number])[] = [
  ['name', 44],
  ['type', 44],
  ['list_name', 44],
  ['label', 80],
  ['hint', 50],
  ['guidance_hint', 80],
  ['constraint', 50],
  ['relevant', 50],
  ['limesurvey_code', 24],
];

/** The XLSForm as a workbook: what KoboToolbox and ODK take as it is. Every cell is text. */
export function xlsformWorkbook(prepared: PreparedRubric, draft: Draft, translations: readonly SurveyTranslation[]): Workbook {
  const { title, notice, language } = prepared.rubric;
  return { title, description: notice, language, sheets: xlsform(prepared, draft, translations).map(sheetOf) };
}

function sheetOf({ name, headings, rows }: FormSheet): Sheet {
  return {
    name,
    columns: headings.map((heading) => ({ width: widths.find(([start]) => heading.startsWith(start))?.[1] ?? 14 })),
    rows: [
      { cells: headings.map((value): Cell => ({ value, style: { bold: true } })) },
      ...rows.map((row) => ({ cells: headings.map((heading) => cellOf(row[heading])) })),
    ],
    frozen: { rows: 1, columns: 0 },
  };
}

function cellOf(value: string | undefined): Cell | undefined {
  return value === undefined ? undefined : { value, style: { format: '@' } };
}
