import { isFoundCritical } from '../../core/gaps.ts';
import type { AssessmentResult, Result } from '../../core/result.ts';
import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { showScore } from '../../text/number.ts';
import type { Block, Cell, Detail, Document, Table } from '../document/blocks.ts';
import { emphasis, list, listOf, paragraph, plain, section, words } from '../document/build.ts';
import { type ColumnOf, filled, left, right, tableOf } from '../document/table.ts';
import type { ReportInput } from '../reporter.ts';
import { bandRun, barOf, draftName, failureLines, frameOf, gateRun, madeWith, shownScore, worstFirst } from '../words/phrases.ts';
import { rangeOf } from './gap-report/summary.ts';
import { rankSection } from './robustness/sections.ts';

/** Several drafts: a table, the worst first, and the files that could not be scored. A terminal has these on standard error. */
export function batchDocument({ result, rubric }: ReportInput, detail: Detail): Document {
  const isBrief = detail === 'brief';
  const title = phrase('report', 'batch-title');
  const drafts = worstFirst(result.assessments);
  const made = madeWith(result, rubric, detail);
  return {
    title,
    ...frameOf(rubric),
    subject: phrase('docx', 'subject', { rubric: rubric.title, version: rubric.version }),
    blocks: [
      ...(isBrief ? [] : [{ kind: 'heading' as const, level: 1 as const, text: title }]),
      ...(drafts.length > 0 ? [draftTable(drafts, rubric, isBrief)] : []),
      paragraph(summarySentences(result, isBrief).join(' '), isBrief ? 'verdict' : undefined),
      ...rankSection(result, rubric, detail),
      ...gateSection(drafts),
      ...(isBrief ? [] : failureSection(result)),
    ],
    closing: [isBrief ? paragraph(made, 'foot') : paragraph([emphasis(made)], 'notice')],
  };
}

function summarySentences({ summary, failures }: Result, isBrief: boolean): string[] {
  const { assessed, mean, median, min, max } = summary;
  const figures = { n: assessed, mean: showScore(mean), median: showScore(median), min: showScore(min), max: showScore(max) };
  const sentences = [assessed === 0 ? phrase('report', 'batch-none') : phrase('report', 'batch-summary', figures)];
  if (isBrief && failures.length > 0) sentences.push(phrase('report', 'failures', { n: failures.length }));
  return sentences;
}

function draftTable(drafts: readonly AssessmentResult[], rubric: Rubric, isBrief: boolean): Table {
  // A screen has no room for zeros, nor for a column that is empty.
  const count = (n: number): Cell => words(isBrief && n === 0 ? '' : String(n));
  const bar = left<AssessmentResult>(phrase('html', 'chart'), 20, (draft) =>
    draft.applicable > 0 ? barOf(draft, draftName(draft)) : [],
  );
  const columns: ColumnOf<AssessmentResult>[] = [
    left(phrase('report', 'table-draft'), 36, (draft) => words(draftName(draft))),
    right(phrase('report', 'score'), 10, ({ score }) => words(shownScore(score, rubric))),
    ...(isBrief ? [] : [{ ...bar, drawn: true as const }]),
    { ...left(phrase('report', 'table-range'), 14, (draft: AssessmentResult) => words(rangeOf(draft))), spare: 1 },
    left(phrase('report', 'table-band'), 20, ({ band }) => [bandRun(rubric, band)]),
    right(phrase('report', isBrief ? 'table-critical-short' : 'table-critical'), 10, ({ gaps }) =>
      count(gaps.filter(isFoundCritical).length),
    ),
    right(phrase('report', 'table-flags'), 10, ({ flags }) => count(flags.length)),
  ];
  return tableOf(phrase('report', 'batch-title'), isBrief ? filled(columns, drafts) : columns, drafts);
}

/** The gates that do not hold. */
function gateSection(drafts: readonly AssessmentResult[]): Block[] {
  const failed = drafts.flatMap((draft) =>
    draft.gates.filter(({ holds }) => !holds).map((gate) => [[plain(`${draftName(draft)}: `), gateRun(gate)]]),
  );
  return failed.length === 0 ? [] : [section('gates', phrase('report', 'gates')), list(failed)];
}

function failureSection({ failures }: Result): Block[] {
  return failures.length === 0 ? [] : [section('failures', phrase('report', 'failures-title')), listOf(failureLines(failures))];
}
