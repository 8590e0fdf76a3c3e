import type { Assessment } from '../../../core/answers.ts';
import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, FeatureResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showRange } from '../../../text/number.ts';
import {
  type Block,
  type Cell,
  type Column,
  type Document,
  emphasis,
  list,
  paragraph,
  plain,
  strong,
  type Table,
} from '../../document/blocks.ts';
import type { ReportInput } from '../../reporter.ts';
import { bandTitle, evidenceSentences, gateSentence } from '../../words/phrases.ts';
import { batchDocument } from '../batch.ts';
import { featureScore, featureSection } from './answers.ts';
import { actionSection, criticalSection, valueSection } from './gaps.ts';
import { draftFacts, profileSentences, verdictSentences } from './narrative.ts';
import { recordSection } from './record.ts';
import { robustnessSection } from './robustness.ts';
import { flagSection, methodSection, notCountedSection, reviewSection, stepSection } from './sections.ts';

/** The full gap report of one draft, to hand in; of several drafts, a table of them. */
export function reportDocument(input: ReportInput): Document {
  const { result, assessments } = input;
  const [only] = result.assessments;
  const [assessment] = assessments;
  if (!only || !assessment || result.assessments.length > 1 || result.failures.length > 0) return batchDocument(input);
  return gapReport(only, assessment, input);
}

function gapReport(result: AssessmentResult, assessment: Assessment, { rubric, result: run }: ReportInput): Document {
  return [
    ...titleSection(result, rubric),
    ...summarySection(result, rubric),
    ...recordSection(result),
    ...robustnessSection(result, rubric),
    ...criticalSection(result, rubric),
    ...reviewSection(result),
    ...valueSection(result, rubric),
    ...actionSection(result, rubric),
    ...rubric.features.flatMap((feature, index) => featureSection(feature, index + 1, result, assessment, rubric)),
    ...flagSection(result, assessment, rubric),
    ...stepSection(result, assessment, rubric),
    ...notCountedSection(result, rubric),
    ...methodSection(result, rubric, run),
  ];
}

function titleSection(result: AssessmentResult, rubric: Rubric): Block[] {
  const { draft, source } = result;
  const facts = draftFacts(result);
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: phrase('report', 'title', { title: draft.title ?? source }) }];
  if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (rubric.notice) blocks.push(paragraph([emphasis(rubric.notice)], 'notice'));
  return blocks;
}

function summarySection(result: AssessmentResult, rubric: Rubric): Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: phrase('report', 'summary') }, verdict(result, rubric)];
  for (const sentences of [profileSentences(result, rubric), evidenceSentences(result)])
    if (sentences.length > 0) blocks.push(paragraph(sentences.join(' ')));
  blocks.push(featureTable(result, rubric));
  if (result.gates.length > 0) {
    blocks.push(list(result.gates.map((gate) => [[plain(`${phrase('report', 'gate')} ${gateSentence(gate)}`)]])));
  }
  return blocks;
}

/** Its first sentence is the number, where there is one. */
function verdict(result: AssessmentResult, rubric: Rubric): Block {
  const [first = '', ...rest] = verdictSentences(result, rubric);
  const lead = result.score === null ? plain(first) : strong(first);
  return paragraph(rest.length === 0 ? [lead] : [lead, plain(` ${rest.join(' ')}`)], 'verdict');
}

function featureTable({ features, gaps }: AssessmentResult, rubric: Rubric): Table {
  const words = (text: string): Cell => (text === '' ? [] : [plain(text)]);
  const criticalIn = (id: string): number => gaps.filter((gap) => gap.feature === id && isFoundCritical(gap)).length;
  const columns: { column: Column; cells: Cell[] }[] = [
    {
      column: { title: phrase('report', 'table-feature'), align: 'left', room: 32 },
      cells: features.map(({ title }) => words(title)),
    },
    {
      column: { title: phrase('report', 'score'), align: 'right', room: 8 },
      cells: features.map((feature) => words(featureScore(feature, rubric))),
    },
    { column: { title: '', align: 'left', room: 25 }, cells: [...features] },
    {
      column: { title: phrase('report', 'table-range'), align: 'left', room: 14 },
      cells: features.map((each) => words(rangeOf(each))),
    },
    {
      column: { title: phrase('report', 'table-band'), align: 'left', room: 21 },
      cells: features.map(({ applicable, band }) =>
        words(applicable === 0 ? phrase('report', 'not-applicable') : bandTitle(rubric, band)),
      ),
    },
    {
      column: { title: phrase('report', 'table-critical'), align: 'right', room: 10 },
      cells: features.map(({ id }) => words(String(criticalIn(id) || ''))),
    },
  ];
  // A column that has nothing to say is left out.
  const used = columns.filter(({ cells }) => cells.some((cell) => !Array.isArray(cell) || cell.length > 0));
  return {
    kind: 'table',
    about: phrase('report', 'features'),
    columns: used.map(({ column }) => column),
    rows: features.map((_, index) => used.map(({ cells }) => cells[index] ?? [])),
  };
}

function rangeOf({ answered, applicable, low, high }: FeatureResult): string {
  return answered < applicable ? showRange(low, high) : '';
}
