import { isFoundCritical } from '../../core/gaps.ts';
import type { AssessmentResult } from '../../core/result.ts';
import type { Rubric } from '../../core/rubric.ts';
import { phrase } from '../../messages/phrases.ts';
import { showRange, showScore } from '../../text/number.ts';
import { type Block, type Document, emphasis, list, paragraph, plain, type Runs, type Table } from '../document/blocks.ts';
import type { ReportInput } from '../reporter.ts';
import { worstFirst } from '../terminal-table.ts';
import { bandBounds, bandTitle, draftName, gateSentence } from '../words/phrases.ts';
import { rankSection } from './gap-report/robustness.ts';

/** Several drafts as a document: a table, the worst first, and the files that could not be scored. */
export function batchDocument({ result, rubric }: ReportInput): Document {
  const { summary, failures } = result;
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: phrase('report', 'batch-title') }];
  const drafts = worstFirst(result.assessments);
  if (drafts.length > 0) blocks.push(draftTable(drafts, rubric));
  const figures = {
    n: summary.assessed,
    mean: showScore(summary.mean),
    median: showScore(summary.median),
    min: showScore(summary.min),
    max: showScore(summary.max),
  };
  blocks.push(paragraph(summary.assessed === 0 ? phrase('report', 'batch-none') : phrase('report', 'batch-summary', figures)));
  blocks.push(...rankSection(result, rubric));
  const failed = drafts.flatMap((draft) =>
    draft.gates.filter((gate) => !gate.holds).map((gate) => `${draftName(draft)}: ${gateSentence(gate)}`),
  );
  if (failed.length > 0) blocks.push({ kind: 'heading', level: 2, text: phrase('report', 'gates') }, listOf(failed));
  if (failures.length > 0) {
    const lines = failures.flatMap(({ source, errors }) =>
      errors.map(
        ({ message, line, column }) => `${[source, line, column].filter((part) => part !== undefined).join(':')}: ${message}`,
      ),
    );
    blocks.push({ kind: 'heading', level: 2, text: phrase('report', 'failures-title') }, listOf(lines));
  }
  const made = phrase('report', 'made-with', { title: rubric.title, version: rubric.version, digest: result.rubric.digest });
  blocks.push(paragraph([emphasis(`${made}. ${rubric.notice}`)], 'notice'));
  return blocks;
}

function draftTable(drafts: readonly AssessmentResult[], rubric: Rubric): Table {
  return {
    kind: 'table',
    about: phrase('report', 'batch-title'),
    columns: [
      { title: phrase('report', 'table-draft'), align: 'left', room: 36 },
      { title: phrase('report', 'score'), align: 'right', room: 10 },
      { title: phrase('report', 'table-range'), align: 'left', room: 14 },
      { title: phrase('report', 'table-band'), align: 'left', room: 20 },
      { title: phrase('report', 'table-critical'), align: 'right', room: 10 },
      { title: phrase('report', 'table-flags'), align: 'right', room: 10 },
    ],
    rows: drafts.map((draft): Runs[] =>
      [
        draftName(draft),
        showScore(draft.score, bandBounds(rubric)),
        draft.answered < draft.applicable ? showRange(draft.low, draft.high) : '',
        bandTitle(rubric, draft.band),
        String(draft.gaps.filter(isFoundCritical).length),
        String(draft.flags.length),
      ].map((text) => [plain(text)]),
    ),
  };
}

function listOf(lines: readonly string[]): Block {
  return list(lines.map((line) => [[plain(line)]]));
}
