import { isFoundCritical } from '../../core/gaps.ts';
import type { AssessmentResult, Result } from '../../core/result.ts';
import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { showScore } from '../../text/number.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Detail,
  type Document,
  emphasis,
  list,
  listOf,
  paragraph,
  plain,
  section,
  type Table,
  words,
} from '../document/blocks.ts';
import type { ReportInput } from '../reporter.ts';
import { bandRun, barOf, draftName, failureLines, gateRun, madeWith, shownScore, worstFirst } from '../words/phrases.ts';
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
    language: rubric.language,
    scale: rubric.bands,
    notice: rubric.notice,
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
  const critical = phrase('report', isBrief ? 'table-critical-short' : 'table-critical');
  const columns: (Column & { of: (draft: AssessmentResult) => Cell })[] = [
    { title: phrase('report', 'table-draft'), align: 'left', room: 36, of: (draft) => words(draftName(draft)) },
    { title: phrase('report', 'score'), align: 'right', room: 10, of: ({ score }) => words(shownScore(score, rubric)) },
    {
      ...{ title: phrase('html', 'chart'), align: 'left', room: 20, drawn: true, spare: 1 },
      of: (draft) => (draft.applicable > 0 ? barOf(draft, draftName(draft)) : []),
    },
    { title: phrase('report', 'table-range'), align: 'left', room: 14, spare: 2, of: (draft) => words(rangeOf(draft)) },
    { title: phrase('report', 'table-band'), align: 'left', room: 20, of: ({ band }) => [bandRun(rubric, band)] },
    { title: critical, align: 'right', room: 10, of: ({ gaps }) => count(gaps.filter(isFoundCritical).length) },
    { title: phrase('report', 'table-flags'), align: 'right', room: 10, of: ({ flags }) => count(flags.length) },
  ];
  const used = columns.filter(
    ({ drawn, of }) => !isBrief || (!drawn && drafts.map(of).some((cell) => !Array.isArray(cell) || cell.length > 0)),
  );
  return {
    kind: 'table',
    about: phrase('report', 'batch-title'),
    columns: used.map(({ of: _, ...column }) => column),
    rows: drafts.map((draft) => used.map(({ of }) => of(draft))),
  };
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
