import { loose } from '../../../text/loose.ts';
import { type ReadRow, type ReadSheet, valueText } from '../../read/content.ts';
import { columnKeys, idKeys, keyIn } from '../layout.ts';
import { type Columns, type IdKey, idKeyOf, type Known, type OwnContent } from './own.ts';

/** The keys in a row, by column. */
export function keysOfRow(row: ReadRow | undefined): Map<number, string> {
  const keys = new Map<number, string>();
  for (const cell of row?.cells.values() ?? []) {
    const key = keyIn(valueText(cell.value));
    if (key !== undefined) keys.set(cell.column, key);
  }
  return keys;
}

/**
 * The column with ids of a sheet that has lost the key of that column: the first one in which all texts below its heading are ids.
 * @returns undefined if the sheet has no keys and no headings of answers either: other sheets name ids too
 */
export function idsByValue(
  sheet: ReadSheet,
  keys: ReadonlyMap<number, string>,
  { own, prepared }: Known,
): { readonly idColumn: number; readonly idKey: IdKey } | undefined {
  const kinds = new Map<number, Set<string | undefined>>();
  for (const { cells } of sheet.rows) {
    for (const { column, value } of cells.values()) {
      const id = valueText(value).trim();
      const kind = idKeyOf(id, prepared);
      // Above the ids there may be a title; the hidden column has none.
      if (kind === undefined && !kinds.has(column)) continue;
      kinds.set(column, (kinds.get(column) ?? new Set()).add(kind));
    }
  }
  const isEvidence = ['document', 'at', 'quote', 'note'].every((key) => [...keys.values()].includes(key));
  for (const [idColumn, found] of [...kinds].sort(([a], [b]) => a - b)) {
    const [kind] = found;
    const idKey = isEvidence ? idKeys.evidence : kind;
    if (found.has(undefined) || idKey === undefined || (found.size > 1 && !isEvidence)) continue;
    const answers = own.keysOf(idKey);
    const isOfAnswers = [...keys.values()].some((key) => answers.includes(key)) || hasHeadings(sheet, idColumn, idKey, own);
    if (isOfAnswers) return { idColumn, idKey: idKey as IdKey };
  }
  return undefined;
}

function hasHeadings(sheet: ReadSheet, idColumn: number, idKey: string, own: OwnContent): boolean {
  return headedRow(sheet, idColumn, idKey, own) !== undefined;
}

/**
 * The row with the most headings of a sheet with these ids. An answer may look like a heading, so that a row with an id is none, nor is
 * one with a single heading where there are several.
 */
function headedRow(sheet: ReadSheet, idColumn: number, idKey: string, own: OwnContent): ReadRow | undefined {
  let best: { readonly row: ReadRow | undefined; readonly matches: number } = { row: undefined, matches: 0 };
  for (const row of sheet.rows) {
    if (row.cells.has(idColumn)) continue;
    const matches = [...row.cells.values()].filter(({ value }) => own.keyUnder(idKey, valueText(value)) !== undefined).length;
    if (matches > best.matches) best = { row, matches };
  }
  return best.matches >= Math.min(2, own.keysOf(idKey).length) ? best.row : undefined;
}

/** The columns of a sheet by their keys or, where a key is gone, by their headings; and the row of headings, which may be translated. */
export function headedColumns(
  sheet: ReadSheet,
  found: ReadonlyMap<number, string>,
  { idColumn, idKey }: { readonly idColumn: number; readonly idKey: IdKey },
  own: OwnContent,
): { readonly keys: ReadonlyMap<number, string>; readonly headingRow: ReadRow | undefined } {
  const isUntouched = own.keysOf(idKey).every((key) => [...found.values()].includes(key));
  const headingRow = headedRow(sheet, idColumn, idKey, own) ?? translatedHeadings(sheet, found, idColumn);
  if (isUntouched) return { keys: found, headingRow };
  const keys = new Map(found);
  const taken = new Set(found.values());
  for (const { column, value } of headingRow?.cells.values() ?? []) {
    const key = own.keyUnder(idKey, valueText(value));
    if (key === undefined || taken.has(key) || keys.has(column)) continue;
    keys.set(column, key);
    taken.add(key);
  }
  return { keys, headingRow };
}

/** The first row without an id that has a text in most columns with a key. */
function translatedHeadings(sheet: ReadSheet, keys: ReadonlyMap<number, string>, idColumn: number): ReadRow | undefined {
  return sheet.rows.find(({ cells }) => {
    const texts = [...keys.keys()].filter((column) => cells.has(column)).length;
    const isOfKeys = [...cells.values()].some(({ value }) => keyIn(valueText(value)) !== undefined);
    return !isOfKeys && !cells.has(idColumn) && texts > (keys.size - 1) / 2;
  });
}

/** Columns with answers of which nothing says what they are, and the headings of the columns that are missing. */
export function lostColumns(
  sheet: ReadSheet,
  { keys, idColumn, idKey, keyRow, headingRow }: Columns,
  { own, prepared }: Known,
): { readonly columns: readonly number[]; readonly headings: readonly string[] } {
  const present = new Set(keys.values());
  const most = mostMarks(sheet, idColumn, prepared);
  const isNeeded = (key: string): boolean => Number(/^mark\.(\d+)$/.exec(key)?.[1] ?? 0) <= most;
  const missing = own.keysOf(idKey).filter((key) => !present.has(key) && key !== columnKeys.marks && isNeeded(key));
  if (missing.length === 0 || idKey === idKeys.setting) return { columns: [], headings: [] };
  const last = Math.max(idColumn, ...keys.keys());
  const columns = new Set<number>();
  for (const row of sheet.rows) {
    const id = row.cells.get(idColumn);
    if (row === keyRow || row === headingRow || id === undefined) continue;
    // The words of a level are in the guidance too.
    const levels = prepared.questions.get(valueText(id.value).trim())?.question.levels ?? [];
    const isOwn = (text: string): boolean => own.isOwnText(text) && !levels.some((level) => loose(level) === loose(text));
    for (const { column, value, formula } of row.cells.values()) {
      const text = valueText(value).trim();
      const isPlaced = keys.has(column) || column === idColumn;
      // Beyond the last column, one without a heading is somebody's notes.
      const isOfTable = column < last || headingRow?.cells.has(column) === true;
      if (!isPlaced && isOfTable && formula === undefined && text !== '' && !isOwn(text)) columns.add(column);
    }
  }
  return { columns: [...columns].sort((a, b) => a - b), headings: missing.map((key) => own.headingOf(idKey, key)) };
}

/** The marks that a question of the sheet has at most: a sheet has no more columns for them. */
function mostMarks({ rows }: ReadSheet, idColumn: number, { questions }: Known['prepared']): number {
  const counts = rows.map(({ cells }) => {
    const id = cells.get(idColumn);
    return id === undefined ? 0 : (questions.get(valueText(id.value).trim())?.question.marks?.length ?? 0);
  });
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
