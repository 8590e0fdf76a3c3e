import { readAnswers } from '../../../answers/read.ts';
import type { PreparedRubric } from '../../../core/rubric.ts';
import { scoreAssessment } from '../../../core/score.ts';
import type { Payload } from '../../../form/payload.ts';
import { questionnaireWorkbook } from '../../../workbook/questionnaire/questionnaire.ts';
import { writeWorkbook } from '../../../workbook/write.ts';

/** The questionnaire as a workbook. The same payload gives the same bytes. */
export function formWorkbook(prepared: PreparedRubric, { answers, draft, version }: Payload): Uint8Array {
  const { assessment: read, parsed } = readAnswers(answers.text, answers.name, prepared);
  const assessment = draft?.link ? { ...read, draft: { ...read.draft, ...draft.link } } : read;
  const workbook = questionnaireWorkbook({
    prepared,
    assessment,
    result: scoreAssessment(prepared, assessment, answers.name),
    file: parsed.value,
    tool: version,
    ...(draft && { passages: draft.suggestions }),
  });
  return writeWorkbook(workbook);
}
