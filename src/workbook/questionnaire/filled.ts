import type { PreparedRubric } from '../../core/rubric.ts';
import type { Fault, KeptPart, Leftover } from '../../filled/collect.ts';
import type { FilledCell } from '../../filled/field.ts';
import type { ReadWorkbook } from '../read/content.ts';
import { entryCells, furtherEvidence } from './filled-cells.ts';
import { readSettings } from './filled-settings.ts';
import { type AnswerSheet, answerSheet } from './filled-sheet.ts';

/** What a filled workbook has. */
export interface FilledWorkbook {
  readonly cells: readonly FilledCell[];
  readonly kept: readonly KeptPart[];
  readonly faults: readonly Fault[];
  readonly leftovers: readonly Leftover[];
}

/**
 * Reads a workbook that somebody has filled in. Rows may be sorted, hidden or in another sheet, columns moved, headings translated: the
 * keys of `layout.ts` say what each cell is.
 * @returns undefined if it is not a questionnaire of compass
 */
export function readFilledWorkbook(workbook: ReadWorkbook, prepared: PreparedRubric): FilledWorkbook | undefined {
  const sheets = workbook.sheets.map(answerSheet).filter((sheet) => sheet !== undefined);
  const settings = readSettings(sheets.filter(({ idKey }) => idKey === 'setting'));
  if (!settings.isQuestionnaire) return undefined;
  const faults: Fault[] = [];
  const leftovers: Leftover[] = [];
  const cells: FilledCell[] = [];
  const isAnswers = ({ idKey }: AnswerSheet): boolean => idKey !== 'setting' && idKey !== 'evidence-of';
  for (const sheet of sheets.filter(isAnswers)) cells.push(...entryCells(sheet, settings, faults));
  cells.push(
    ...furtherEvidence(
      sheets.filter(({ idKey }) => idKey === 'evidence-of'),
      { settings, prepared, faults, before: cells },
    ),
  );
  for (const sheet of sheets) leftovers.push(...sheet.leftovers);
  return { cells: [...settings.rubric, ...cells], kept: settings.kept, faults, leftovers };
}
