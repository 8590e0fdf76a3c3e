import { readAnswers } from '../../../answers/read.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import type { Payload } from '../../../form/payload.ts';
import { speaking } from '../../../run/language.ts';
import { inOtherLanguages } from '../../../run/localise.ts';
import { findRubric } from '../../../run/open-rubric.ts';
import type { Run } from '../../../run/run.ts';
import { xlsformWorkbook } from '../../../survey/form-workbook.ts';
import { writeWorkbook } from '../../../workbook/write.ts';

/**
 * The questionnaire as an XLSForm, which KoboToolbox and ODK make a survey of, in all languages that the rubric has. Of the answers it
 * takes what they say about the draft.
 * @param named the rubric that the command line names
 */
export async function formSurvey(
  run: Run,
  prepared: PreparedRubric,
  { answers }: Payload,
  named: string | undefined,
): Promise<Uint8Array> {
  const { draft } = readAnswers(answers.text, answers.name, prepared).assessment;
  const others = await inOtherLanguages(run, await findRubric(run, named), prepared);
  const translations = others.map((other) => ({
    prepared: other,
    inItsWords: <Result>(act: () => Result): Result => speaking(run, other.rubric.language, act),
  }));
  return writeWorkbook(xlsformWorkbook(prepared, draft, translations));
}
