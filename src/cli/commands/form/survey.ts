import { readAnswers } from '../../../answers/read.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Payload } from '../../../form/payload.ts';
import { xlsformWorkbook } from '../../../survey/form-workbook.ts';
import { writeWorkbook } from '../../../workbook/write.ts';

/** The questionnaire as an XLSForm, which KoboToolbox and ODK make a survey of. Of the answers it takes what they say about the draft. */
export function formSurvey(prepared: PreparedRubric, { answers }: Payload): Uint8Array {
  const { draft } = readAnswers(answers.text, answers.name, prepared).assessment;
  return writeWorkbook(xlsformWorkbook(prepared, draft));
}
