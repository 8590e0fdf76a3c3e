import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Fault, KeptPart, Leftover } from '../../../filled/collect.ts';
import type { FilledCell } from '../../../filled/field.ts';
import { placeOf, type ReadSheet, type ReadWorkbook } from '../../read/content.ts';
import { idKeys } from '../layout.ts';
import { isHelperSheet } from '../questionnaire.ts';
import { entryCells, furtherEvidence } from './cells.ts';
import { blankContent } from './own.ts';
import { readSettings } from './settings.ts';
import { type AnswerSheet, answerSheet, hasKey, settingsEntries } from './sheet.ts';

/** What a filled workbook has. */
export interface FilledWorkbook {
  readonly cells: readonly FilledCell[];
  readonly kept: readonly KeptPart[];
  readonly faults: readonly Fault[];
  readonly leftovers: readonly Leftover[];
  /** Whether the hidden sheet is gone, with the parts of an answers file that have no cell. */
  readonly hasLostSettings: boolean;
}

/**
 * Reads a workbook that somebody has filled in. Rows may be sorted, hidden or in another sheet, columns moved, headings translated: the
 * keys of `layout.ts` say what each cell is. Where one of them is gone, the visible heading says it; where that is not certain either, it
 * is a fault. Whatever else somebody wrote anywhere is a leftover.
 * @returns undefined if it is not a questionnaire of compass
 */
export function readFilledWorkbook(workbook: ReadWorkbook, prepared: PreparedRubric): FilledWorkbook | undefined {
  const settings = readSettings(workbook.sheets.flatMap(settingsEntries));
  if (settings.format === 'other') return undefined;
  const own = settings.own ?? blankContent(prepared);
  const sheets = workbook.sheets.filter((sheet) => !isHelperSheet(sheet)).map((sheet) => answerSheet(sheet, { own, prepared }));
  const answers = sheets.filter(({ idKey }) => idKey !== undefined && idKey !== idKeys.setting);
  if (settings.format === 'lost' && !isOfCompass(workbook.sheets, sheets)) return undefined;
  const faults = sheets.flatMap((sheet) => sheet.faults);
  const leftovers = [...sheets.flatMap((sheet) => sheet.leftovers), ...workbook.sheets.flatMap(commentsOf)];
  const found = { settings, prepared, faults, leftovers };
  const cells = answers.filter(({ idKey }) => idKey !== idKeys.evidence).flatMap((sheet) => entryCells(sheet, found));
  const further = furtherEvidence(
    answers.filter(({ idKey }) => idKey === idKeys.evidence),
    { ...found, before: cells },
  );
  return {
    cells: [...settings.rubric, ...cells, ...further],
    kept: settings.kept,
    faults,
    leftovers,
    hasLostSettings: settings.format === 'lost',
  };
}

function commentsOf(sheet: ReadSheet): Leftover[] {
  return (sheet.comments ?? []).map(({ text, ...cell }) => ({ text, place: { at: placeOf(sheet, cell) } }));
}

/** Whether a workbook without settings is one of compass all the same: answers of its rubric under hidden keys. */
function isOfCompass(read: readonly ReadSheet[], sheets: readonly AnswerSheet[]): boolean {
  const hasEntries = sheets.some(({ idKey, entries }) => idKey !== undefined && idKey !== idKeys.setting && entries.length > 0);
  return hasEntries && read.some(({ rows }) => rows.some(hasKey));
}
