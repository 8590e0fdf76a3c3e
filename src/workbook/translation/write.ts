import type { TranslationRow, TranslationStatus } from '../../core/translation.ts';
import { phrase } from '../../messages/phrases.ts';
import { directionOf } from '../../text/language.ts';
import { addressOf } from '../address.ts';
import { heightFor } from '../heights.ts';
import { looks, warning } from '../questionnaire/looks.ts';
import { type Cell, type Row, type Sheet, sheetNames, type Workbook } from '../sheets.ts';
import { checkedWord, columns, headCell, headingsMark, type TranslationColumn } from './layout.ts';

interface Translation {
  /** The rubric's title. */
  readonly title: string;
  /** The language of the rubric. */
  readonly from: string;
  readonly language: string;
  /** The rows by the file of the rubric. */
  readonly files: ReadonlyMap<string, readonly TranslationRow[]>;
}

const hidden = { width: 10, hidden: true } as const;
const widths = { file: hidden, of: hidden, from: hidden, was: hidden, key: { width: 24 }, source: { width: 60 } } as const;
const layout = { ...widths, text: { width: 60 }, note: { width: 28 }, status: { width: 16 } };

/** The column of a key, from 1. */
const numberOf = (column: TranslationColumn): number => columns.indexOf(column) + 1;

/** A rubric's translation as a table, a sheet for each file. */
export function translationWorkbook(translation: Translation): Workbook {
  const { title, language, files } = translation;
  const names = sheetNames([...files.keys()].map((file) => file.replace(/\.yaml$/, '')));
  return {
    title,
    description: phrase('rubric', 'sheet-about'),
    language,
    sheets: [...files.values()].map((rows, index) => sheetOf(names[index] ?? '', rows, translation)),
  };
}

function sheetOf(name: string, rows: readonly TranslationRow[], { from, language }: Translation): Sheet {
  const first = 3;
  const last = rows.length + first - 1;
  const range = (column: TranslationColumn): string =>
    `${addressOf(first, numberOf(column))}:${addressOf(last, numberOf(column))}`;
  const state = addressOf(first, numberOf('status'));
  const prompt = { title: phrase('rubric', 'sheet-text', { language }), text: phrase('rubric', 'sheet-how') };
  const stale = phrase('rubric', 'sheet-stale');
  return {
    name,
    columns: columns.map((column) => layout[column]),
    rows: [
      { cells: columns.map((column) => ({ value: headCell(column, language) })), hidden: true },
      headings(from, language),
      ...rows.map(rowOf),
    ],
    locked: true,
    ...(directionOf(language) === 'rtl' && { rightToLeft: true }),
    frozen: { rows: 2, columns: numberOf('key') },
    filter: `${addressOf(2, numberOf('key'))}:${addressOf(last, numberOf('status'))}`,
    choices: [
      { cells: range('text'), prompt },
      ...rows.flatMap(({ status }, index) =>
        status === 'stale' ? [{ cells: addressOf(first + index, numberOf('status')), list: `"${stale},${checkedWord}"` }] : [],
      ),
    ],
    // Without a colour for what is done: only what is left to do has to be found.
    rules: [{ cells: range('status'), formula: `$${state}<>"${checkedWord}"`, style: warning }],
  };
}

function headings(from: string, language: string): Row {
  const heading = (value: string): Cell => ({ value, style: looks.heading });
  return {
    cells: [
      { value: headingsMark },
      undefined,
      undefined,
      undefined,
      heading(phrase('rubric', 'sheet-key')),
      heading(phrase('rubric', 'sheet-source', { language: from })),
      heading(phrase('rubric', 'sheet-text', { language })),
      heading(phrase('rubric', 'sheet-note')),
      heading(phrase('rubric', 'sheet-status')),
    ],
    height: 24,
  };
}

function rowOf(row: TranslationRow): Row {
  const { file, of, from, was, key, source, text, note, status } = row;
  return {
    cells: [
      ...[file, of, from, was].map((value) => ({ value })),
      { value: key, style: looks.id },
      { value: source, style: looks.fixed },
      { value: text, style: looks.answer },
      { value: note, style: looks.answer },
      { value: statusWord(status), style: status === 'stale' ? looks.choice : looks.text },
    ],
    height: heightFor([
      [source, layout.source.width],
      [text, layout.text.width],
      [note, layout.note.width],
    ]),
  };
}

function statusWord(status: TranslationStatus): string {
  return status === 'ok' ? checkedWord : phrase('rubric', status === 'stale' ? 'sheet-stale' : 'sheet-missing');
}
