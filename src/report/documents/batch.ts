import { isFoundCritical } from '../../core/gaps.ts';
import type { AssessmentResult, Result } from '../../core/result.ts';
import type { Rubric } from '../../core/rubric.ts';
import { inSentences } from '../../messages/lists.ts';
import { phrase } from '../../messages/phrases.ts';
import { showScore } from '../../text/number.ts';
import type { Detail, Document, Table } from '../document/blocks.ts';
import { heading, list, paragraph, section } from '../document/build.ts';
import { type ColumnOf, filled, left, right, tableOf } from '../document/table.ts';
import type { ReportInput } from '../reporter.ts';
import { draftName, failureSection, madeWithNote, worstFirst } from '../words/draft.ts';
import { documentOf } from '../words/rubric.ts';
import { bandRun, barOf, counted, gateRun, shownScore } from '../words/score.ts';
import { rangeOf } from './gap-report/summary.ts';
import { rankSection } from './robustness/sections.ts';

/**
 * A table of several drafts, the worst first, and a list of the files that could not be scored. The brief document omits that list,
 * because the terminal shows it on standard error.
 */
export function batchDocument({ result, rubric }: ReportInput, detail: Detail): Document {
  const isBrief = detail === 'brief';
  const title = phrase('report', 'batch-title');
  const drafts = worstFirst(result.assessments);
  const failedGates = drafts.flatMap((draft) =>
    draft.gates
      .filter(({ holds }) => !holds)
      .map((gate) => [`${draftName(draft)}${phrase('values', 'label-separator')}`, gateRun(gate)]),
  );
  return documentOf(rubric, title, {
    subject: phrase('docx', 'subject', { rubric: rubric.title, version: rubric.version }),
    blocks: [
      !isBrief && heading(1, title),
      draftTable(drafts, rubric, isBrief),
      paragraph(summaryWords(result, isBrief), isBrief ? 'verdict' : undefined),
      rankSection(result, rubric, detail),
      section('gates', phrase('report', 'gates'), list(failedGates)),
      !isBrief && failureSection(result),
    ],
    closing: madeWithNote(result, rubric, detail),
  });
}

function summaryWords({ summary, failures }: Result, isBrief: boolean): string {
  const { assessed, mean, median, min, max } = summary;
  const figures = { n: assessed, mean: showScore(mean), median: showScore(median), min: showScore(min), max: showScore(max) };
  const sentence = assessed === 0 ? phrase('report', 'batch-none') : phrase('report', 'batch-summary', figures);
  return inSentences([sentence, ...counted('report', { failures: isBrief ? failures.length : 0 })]);
}

function draftTable(drafts: readonly AssessmentResult[], rubric: Rubric, isBrief: boolean): Table {
  // The brief document omits zeros.
  const count = (n: number): string => (isBrief && n === 0 ? '' : String(n));
  const bar = (draft: AssessmentResult) => draft.applicable > 0 && barOf(draft, draftName(draft));
  const columns: (ColumnOf<AssessmentResult> | false)[] = [
    left(phrase('report', 'table-draft'), 36, draftName),
    right(phrase('report', 'score'), 10, ({ score }) => shownScore(score, rubric)),
    right(phrase('report', 'table-in-context'), 10, ({ inContext }) => inContext && shownScore(inContext.score, rubric), {
      spare: 2,
    }),
    !isBrief && left(phrase('html', 'chart'), 20, bar, { drawn: true }),
    left(phrase('report', 'table-range'), 14, rangeOf, { spare: 1 }),
    left(phrase('report', 'table-band'), 20, ({ band }) => bandRun(rubric, band)),
    right(phrase('report', isBrief ? 'table-critical-short' : 'table-critical'), 10, ({ gaps }) =>
      count(gaps.filter(isFoundCritical).length),
    ),
    right(phrase('report', 'table-flags'), 10, ({ flags }) => count(flags.length)),
  ];
  return tableOf(phrase('report', 'batch-title'), filled(columns, drafts), drafts);
}
