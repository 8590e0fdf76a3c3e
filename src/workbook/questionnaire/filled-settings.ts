import type { KeptPart } from '../../filled/collect.ts';
import type { FilledCell } from '../../filled/field.ts';
import { loose } from '../../text/loose.ts';
import type { AnswerSheet, SheetEntry } from './filled-sheet.ts';
import { firstPiece, numberedKey, settingIds, workbookFormat } from './layout.ts';

/** What the hidden sheet of a workbook says. */
export interface Settings {
  readonly isQuestionnaire: boolean;
  /** The rubric that the workbook was made from. */
  readonly rubric: readonly FilledCell[];
  readonly kept: readonly KeptPart[];
  /** The value of an answers file that a word in a dropdown stands for; the word itself if it is none of them. */
  readonly valueOf: (column: string, word: string) => string;
  /** The whole text of a cell that was too short for it; undefined if the cell holds all. */
  readonly longText: (section: string, id: string, key: string) => string | undefined;
}

export function readSettings(sheets: readonly AnswerSheet[]): Settings {
  const entries = sheets.flatMap((sheet) => sheet.entries);
  const of = (id: string): SheetEntry[] => entries.filter((entry) => entry.id === id);
  const words = new Map(of(settingIds.word).map((entry) => [`${value(entry, 1)} ${loose(value(entry, 3))}`, value(entry, 2)]));
  const long = new Map(
    of(settingIds.long).map((entry) => [pathText(value(entry, 1), value(entry, 2), value(entry, 3)), pieces(entry)]),
  );
  const [rubric] = of(settingIds.rubric);
  const fact = (id: 'id' | 'version', number: number): FilledCell[] =>
    rubric === undefined || value(rubric, number) === ''
      ? []
      : [{ key: { section: 'rubric', id, part: 'value' }, value: value(rubric, number), place: {} }];
  return {
    isQuestionnaire: of(settingIds.format).some((entry) => value(entry, 1) === workbookFormat),
    rubric: [...fact('id', 1), ...fact('version', 2)],
    kept: of(settingIds.kept).flatMap(keptPart),
    valueOf: (column, word) => words.get(`${column} ${loose(word)}`) ?? word,
    longText: (section, id, key) => long.get(pathText(section, id, key)),
  };
}

function pathText(section: string, id: string, key: string): string {
  return JSON.stringify([section, id, key]);
}

/** A value that somebody has damaged is no part of the answers: it was never shown, so nobody meant to change it. */
function keptPart(entry: SheetEntry): KeptPart[] {
  try {
    const data: unknown = JSON.parse(pieces(entry));
    return [{ section: value(entry, 1), id: value(entry, 2), key: value(entry, 3), value: data }];
  } catch {
    return [];
  }
}

function value({ cells }: SheetEntry, number: number): string {
  return cells.get(numberedKey('value', number))?.text ?? '';
}

function pieces(entry: SheetEntry): string {
  let text = '';
  for (let number = firstPiece; entry.cells.has(numberedKey('value', number)); number++) text += value(entry, number);
  return text;
}
