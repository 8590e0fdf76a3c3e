import type { FilledRow } from '../../core/translation.ts';
import type { Problem, ProblemCode } from '../../source/problem.ts';
import { trimmedLines } from '../../text/trimmed-lines.ts';
import { addressOf } from '../address.ts';
import { keyIn } from '../questionnaire/layout.ts';
import { placeOf, type ReadRow, type ReadSheet, type ReadWorkbook, valueText } from '../read/content.ts';
import { checkedWord, columns, headCell, headingsMark, type TranslationColumn, textHead } from './layout.ts';

/** The rows of a translation, and what is wrong in its sheets. */
interface ReadTranslation {
  readonly rows: readonly FilledRow[];
  readonly problems: readonly Problem[];
}

/**
 * Reads the sheets that `translationWorkbook` made, after somebody has filled them in, sorted or renamed them. Empty sheets are left out.
 * @param language that the translation must be in
 * @param name of the file, in messages
 */
export function readTranslation({ sheets }: ReadWorkbook, language: string, name: string): ReadTranslation {
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  const [first] = sheets;
  if (filled.length === 0 && first) return { rows: [], problems: [unknownSheet(first, name)] };
  const read = filled.map((sheet) => readSheet(sheet, language, name));
  return { rows: read.flatMap(({ rows }) => rows), problems: read.flatMap(({ problems }) => problems) };
}

function unknownSheet(sheet: ReadSheet, source: string): Problem {
  return { code: 'locale-sheet-unknown', args: {}, source, at: placeOf(sheet, { row: sheet.rows[0]?.number ?? 1, column: 1 }) };
}

function readSheet(sheet: ReadSheet, language: string, name: string): ReadTranslation {
  const head = headOf(sheet);
  if (!head) return { rows: [], problems: [unknownSheet(sheet, name)] };
  if (head.language !== language) {
    const args = { found: head.language, language };
    const at = placeOf(sheet, { row: head.row.number, column: head.columns.get('text') ?? 1 });
    return { rows: [], problems: [{ code: 'locale-sheet-language', args, source: name, at }] };
  }
  const problems: Problem[] = [];
  const fault = (code: ProblemCode, args: Problem['args'], at: string): void => {
    problems.push({ code, args, source: name, at });
  };
  const rows = sheet.rows
    .filter((row) => row !== head.row)
    .flatMap((row) => filledRow({ sheet, row, columns: head.columns, fault }));
  return { rows, problems };
}

interface Head {
  readonly row: ReadRow;
  readonly language: string;
  readonly columns: ReadonlyMap<TranslationColumn, number>;
}

/** The row with the keys; undefined if there is none, or a column has lost its key. */
function headOf({ rows }: ReadSheet): Head | undefined {
  for (const row of rows) {
    const keys = [...row.cells.values()].map(({ column, value }) => ({ column, key: keyIn(valueText(value)) ?? '' }));
    const language = keys.find(({ key }) => key.startsWith(textHead))?.key.slice(textHead.length);
    if (language === undefined) continue;
    const found = columns.flatMap((name) => {
      const key = keyIn(headCell(name, language));
      const at = keys.find((each) => each.key === key);
      return at ? [[name, at.column] as const] : [];
    });
    return found.length === columns.length ? { row, language, columns: new Map(found) } : undefined;
  }
  return undefined;
}

interface RowPlace {
  readonly sheet: ReadSheet;
  readonly row: ReadRow;
  readonly columns: Head['columns'];
  readonly fault: (code: ProblemCode, args: Problem['args'], at: string) => void;
}

const hash = /^[0-9a-f]{8}$/;

function filledRow({ sheet, row, columns: places, fault }: RowPlace): FilledRow[] {
  const cell = (column: TranslationColumn) => row.cells.get(places.get(column) ?? 0);
  const textOf = (column: TranslationColumn): string => {
    const value = cell(column)?.value;
    return value === undefined ? '' : valueText(value).trim();
  };
  const at = (column: TranslationColumn): string => `${sheet.name}!${addressOf(row.number, places.get(column) ?? 1)}`;
  if (textOf('file') === headingsMark) return [];
  const [file, key, of, from, was] = (['file', 'key', 'of', 'from', 'was'] as const).map(textOf) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const [text, note] = [trimmedLines(textOf('text')), trimmedLines(textOf('note'))];
  if (file === '' && key === '' && text === '' && note === '') return [];
  for (const column of ['text', 'note'] as const) {
    const value = cell(column)?.value;
    if (value?.kind === 'error') fault('cell-error', { error: value.error }, at(column));
  }
  const isWhole = file !== '' && key !== '' && [of, was, from || of].every((each) => hash.test(each));
  if (!isWhole) {
    fault('locale-row-lost', {}, at('key'));
    return [];
  }
  const isChecked = textOf('status').toUpperCase() === checkedWord;
  return [{ file, key, of, from, was, text, note, isChecked, at: { file: at('file'), key: at('key'), text: at('text') } }];
}
