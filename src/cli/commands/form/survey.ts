import type { PreparedRubric } from '../../../core/rubric.ts';
import { xlsformWorkbook } from '../../../survey/form-workbook.ts';
import { writeWorkbook } from '../../../workbook/write.ts';

/** The questionnaire as an XLSForm, which KoboToolbox and ODK make a survey of. */
export function formSurvey(prepared: PreparedRubric): Uint8Array {
  return writeWorkbook(xlsformWorkbook(prepared));
}
