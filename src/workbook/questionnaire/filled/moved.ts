import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Fault } from '../../../filled/collect.ts';
import { listed } from '../../../messages/lists.ts';
import { phrase } from '../../../messages/phrases.ts';
import { loose } from '../../../text/loose.ts';
import { columnLetters } from '../../address.ts';
import { placeOf, type ReadRow, type ReadSheet, valueText } from '../../read/content.ts';
import { factIds, idKeys } from '../layout.ts';
import type { Columns, IdKey, OwnContent } from './own.ts';

/** What somebody did to a sheet that would give answers to other questions. */
export function movedFaults(
  sheet: ReadSheet,
  columns: Columns,
  { own, prepared }: { readonly own: OwnContent; readonly prepared: PreparedRubric },
): Fault[] {
  if (columns.idKey === idKeys.setting) return [];
  return [...movedRows(sheet, columns, prepared), ...twiceKeyed(sheet, columns, own), ...otherHeadings(sheet, columns, own)];
}

/**
 * Rows that show the id, or the words, of another entry than the hidden id says: hidden columns stay behind when somebody sorts a
 * selection.
 */
function movedRows(sheet: ReadSheet, columns: Columns, prepared: PreparedRubric): Fault[] {
  const { idColumn, idKey, keys } = columns;
  if (idKey === idKeys.evidence) return [];
  const rows = sheet.rows.filter((row) => isEntry(row, columns));
  const owners = ownersOf([...rows.map((row) => textAt(row, idColumn)), ...idsOf(idKey, prepared)], idKey, prepared);
  const shown = (row: ReadRow, column: number): ReadonlySet<string> | undefined => owners.get(loose(textAt(row, column)));
  const all = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
  const moved = [...all]
    .filter((column) => !keys.has(column) && column !== idColumn)
    // The column of a note may name an id here and there.
    .filter((column) => rows.filter((row) => shown(row, column)).length * 2 > rows.length)
    .flatMap((column) => rows.filter((row) => shown(row, column)?.has(textAt(row, idColumn)) === false));
  const [first] = moved;
  if (first === undefined) return [];
  const numbers = [...new Set(moved.map(({ number }) => number))].sort((a, b) => a - b);
  const place = { at: placeOf(sheet, { row: numbers[0] ?? first.number, column: idColumn }) };
  return [{ code: 'workbook-rows-moved', args: { sheet: sheet.name, rows: listed(numbers) }, place }];
}

function idsOf(idKey: IdKey, { questions, guidingQuestions, flags, features }: PreparedRubric): Iterable<string> {
  switch (idKey) {
    case idKeys.question:
      return questions.keys();
    case idKeys.guiding:
      return guidingQuestions.keys();
    case idKeys.flag:
      return flags.keys();
    case idKeys.feature:
      return features.map(({ feature }) => feature.id);
    default:
      return factIds;
  }
}

/** The entries that a text of a sheet may stand for: by their ids, in full or within the feature, and by their words. */
function ownersOf(ids: readonly string[], idKey: IdKey, prepared: PreparedRubric): ReadonlyMap<string, ReadonlySet<string>> {
  const owners = new Map<string, Set<string>>();
  for (const id of ids)
    for (const text of [id, id.slice(id.indexOf('.') + 1), ...wordsOf(id, idKey, prepared)])
      owners.set(loose(text), (owners.get(loose(text)) ?? new Set<string>()).add(id));
  return owners;
}

function wordsOf(
  id: string,
  idKey: IdKey,
  { questions, guidingQuestions, flags, features, formerIds }: PreparedRubric,
): string[] {
  if (idKey === idKeys.fact) return factIds.flatMap((fact) => (fact === id ? phrase('workbook', `fact-${fact}`) : []));
  const current = formerIds.get(id) ?? id;
  const found: Readonly<Partial<Record<IdKey, string | undefined>>> = {
    [idKeys.question]: questions.get(current)?.question.text,
    [idKeys.guiding]: guidingQuestions.get(current)?.text,
    [idKeys.flag]: flags.get(id)?.text,
    [idKeys.feature]: features.find(({ feature }) => feature.id === id)?.feature.title,
  };
  return [found[idKey] ?? []].flat();
}

/** Columns with the same hidden key that do not say the same: which of them is the copy, only people know. */
function twiceKeyed(sheet: ReadSheet, columns: Columns, own: OwnContent): Fault[] {
  const { keys, idKey, idColumn, keyRow } = columns;
  const rows = sheet.rows.filter((row) => isEntry(row, columns));
  return [...new Set(keys.values())].flatMap((key): Fault[] => {
    const [first = 0, ...others] = [...keys].flatMap(([column, each]) => (each === key && column !== idColumn ? [column] : []));
    const differing = others.filter((column) => rows.some((row) => textAt(row, column) !== textAt(row, first)));
    const [other] = differing;
    if (other === undefined) return [];
    const letters = listed([first, ...differing].map(columnLetters));
    return [
      {
        code: 'workbook-column-twice',
        args: { columns: letters, sheet: sheet.name, heading: own.headingOf(idKey, key) },
        place: { at: placeOf(sheet, { row: keyRow?.number ?? 1, column: other }) },
      },
    ];
  });
}

/** Columns whose hidden key is that of one heading, and whose heading is another's. A heading that somebody translated is none of them. */
function otherHeadings(sheet: ReadSheet, { keys, idKey, idColumn, keyRow, headingRow }: Columns, own: OwnContent): Fault[] {
  if (headingRow === undefined) return [];
  return [...keys].flatMap(([column, key]): Fault[] => {
    const found = textAt(headingRow, column);
    const meant = own.keyUnder(idKey, found);
    const expected = own.headingOf(idKey, key);
    if (column === idColumn || meant === undefined || meant === key || loose(expected) === loose(found)) return [];
    return [
      {
        code: 'workbook-heading-other',
        args: { column: columnLetters(column), sheet: sheet.name, found, expected },
        place: { at: placeOf(sheet, { row: keyRow?.number ?? 1, column }) },
      },
    ];
  });
}

function isEntry(row: ReadRow, { idColumn, keyRow, headingRow }: Columns): boolean {
  return row !== keyRow && row !== headingRow && textAt(row, idColumn) !== '';
}

function textAt({ cells }: ReadRow, column: number): string {
  const cell = cells.get(column);
  return cell ? valueText(cell.value).trim() : '';
}
