// The script of a page without a view: the client of the draft, and the reports.
import { readAnswersText } from '../../../src/answers/answers-text.ts';
import { prepareRubric } from '../../../src/core/rubric.ts';
import { openDraftClient } from '../../../src/form/draft/open-client.ts';
import { readPayload } from '../../../src/form/read-payload.ts';
import { docxReport, htmlReport } from '../../../src/form/report.ts';

const payload = readPayload();
const prepared = prepareRubric(payload.rubric, payload.digest);
const client = openDraftClient();
const { name, text } = payload.answers;
const { assessment } = readAnswersText(text, name, prepared);
const source = { prepared, payload, assessment, fileName: name, client };

Object.assign(globalThis, {
  client,
  htmlReport: () => htmlReport(source),
  docxReport: async () => [...(await docxReport(source))],
});
