import type { Assessment } from '../core/answers.ts';
import type { PanelResult } from '../core/panel/result.ts';
import type { AssessmentResult, Result } from '../core/result.ts';
import type { PreparedRubric } from '../core/rubric.ts';
import { draftEvidence, resultHead, resultOf } from '../core/run-result.ts';
import { scoreAssessment } from '../core/score.ts';
import { phrase } from '../messages/phrases.ts';
import type { Document } from '../report/document/blocks.ts';
import { reportDocument } from '../report/documents/gap-report/gap-report.ts';
import { panelDocument } from '../report/documents/panel/panel.ts';
import { writeDocx } from '../report/write/docx/docx.ts';
import { writeHtml } from '../report/write/html/html.ts';
import { plainStyle } from '../report/write/style.ts';
import type { DraftClient } from './draft/draft-client.ts';
import { isOtherDraft } from './model/other-draft.ts';
import type { SessionState } from './model/session.ts';
import { withUnfinished } from './model/unfinished.ts';
import type { Payload } from './payload.ts';

/** What the report is made of. */
export interface ReportSource {
  readonly prepared: PreparedRubric;
  readonly payload: Pick<Payload, 'version' | 'draft'>;
  readonly assessment: Assessment;
  /** The name of the answers file. */
  readonly fileName: string;
  /** Looks the quotes up; undefined if the page has no draft. */
  readonly client: Pick<DraftClient, 'withChecks'> | undefined;
}

/** What the report of a page is made of: its answers as they are saved, with a mark for each choice that waits. */
export function sourceOf(
  state: Pick<SessionState, 'assessment' | 'pending' | 'unexplained' | 'elsewhere' | 'keeping'>,
  page: Pick<ReportSource, 'prepared' | 'payload' | 'client'>,
): ReportSource {
  return { ...page, assessment: withUnfinished(state), fileName: state.keeping.fileName };
}

/** The name of a report's file, without its ending, from that of the answers file. */
export function reportName(fileName: string): string {
  return fileName.replace(/(\.answers)?\.(?:ya?ml|json)$/i, '');
}

/** The report as an HTML page: the same bytes as `compass report FILE --format html` makes of the saved file beside its draft. */
export async function htmlReport(source: ReportSource): Promise<string> {
  return writeHtml(await reportOf(source));
}

/** The report as a Word file: the same bytes as those of `compass report FILE --format docx`. */
export async function docxReport(source: ReportSource): Promise<Uint8Array> {
  return writeDocx(await reportOf(source));
}

/** What several reviewers answered, as `compass panel FILES --format html` makes it. */
export function htmlPanel(result: PanelResult, { rubric }: PreparedRubric): string {
  return writeHtml(panelDocument({ result, rubric }, 'full'));
}

/** The same as a Word file. */
export function docxPanel(result: PanelResult, { rubric }: PreparedRubric): Uint8Array {
  return writeDocx(panelDocument({ result, rubric }, 'full'));
}

/** Columns, for the formats that need them; the two here don't. */
const width = 80;

async function reportOf(source: ReportSource): Promise<Document> {
  const { assessment, result } = await scored(source);
  const { prepared } = source;
  return reportDocument({ result, rubric: prepared.rubric, assessments: [assessment], width, style: plainStyle }, 'full');
}

/** The result of a run over this one file, with the quotes looked up. */
async function scored(source: ReportSource): Promise<{ assessment: Assessment; result: Result }> {
  const { prepared, payload } = source;
  const { assessment, evidence } = await checked(source);
  const law = { ...scoreAssessment(prepared, assessment, source.fileName), ...(evidence && { evidence }) };
  return { assessment, result: resultOf(resultHead(payload.version, prepared), [law], []) };
}

/** A draft that the answers name and the page lacks is said to be unread, so that nobody takes its quotes for checked. */
async function checked({
  payload,
  assessment,
  client,
}: ReportSource): Promise<{ assessment: Assessment; evidence?: AssessmentResult['evidence'] }> {
  const { text } = assessment.draft;
  if (text === undefined) return { assessment };
  if (!payload.draft || !client) return { assessment, evidence: { text, unread: phrase('report', 'form-without-draft') } };
  if (isOtherDraft(assessment.draft, payload.draft.text))
    return { assessment, evidence: { text, unread: phrase('report', 'form-with-other-draft') } };
  const withChecks = await client.withChecks(assessment);
  return { assessment: withChecks, evidence: draftEvidence(withChecks, payload.draft.text) };
}
