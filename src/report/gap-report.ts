import type { Assessment } from '../core/answers.ts';
import { isCriticalAtZero } from '../core/gaps.ts';
import type { AssessmentResult, FeatureResult } from '../core/result.ts';
import type { Rubric } from '../core/rubric.ts';
import { showPoints, showRange, showScore } from '../text/number.ts';
import { batchDocument } from './batch-report.ts';
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
} from './document.ts';
import { featureScore, featureSection } from './gap-report-answers.ts';
import { actionSection, criticalSection, valueSection } from './gap-report-gaps.ts';
import { flagSection, methodSection, notCountedSection, reviewSection, stepSection } from './gap-report-sections.ts';
import { bandBounds, bandOf, bandTitle, capSentences, evidenceSentences, gateSentence, say } from './phrases.ts';
import type { ReportInput } from './reporter.ts';

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
    ...criticalSection(result, rubric),
    ...reviewSection(result),
    ...valueSection(result),
    ...actionSection(result),
    ...rubric.features.flatMap((feature, index) => featureSection(feature, index + 1, result, assessment, rubric)),
    ...flagSection(result, assessment, rubric),
    ...stepSection(result, assessment, rubric),
    ...notCountedSection(result, rubric),
    ...methodSection(result, rubric, run),
  ];
}

function titleSection({ draft, reviewer, source }: AssessmentResult, rubric: Rubric): Block[] {
  const by = [reviewer.name, reviewer.organisation].filter((part) => part !== undefined).join(', ');
  const named: [string, string | undefined][] = [
    [say('fact-jurisdiction'), draft.jurisdiction],
    [say('fact-version'), draft.version],
    [say('fact-date'), draft.date],
    [say('fact-reviewer'), by || undefined],
    [say('fact-note'), draft.note],
  ];
  const facts = named.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
  const blocks: Block[] = [{ kind: 'heading', level: 1, text: say('title', { title: draft.title ?? source }) }];
  if (facts.length > 0) blocks.push({ kind: 'facts', facts });
  if (rubric.notice) blocks.push(paragraph([emphasis(rubric.notice)], 'notice'));
  return blocks;
}

function summarySection(result: AssessmentResult, rubric: Rubric): Block[] {
  const blocks: Block[] = [{ kind: 'heading', level: 2, text: say('summary') }, verdict(result, rubric)];
  for (const sentences of [profile(result, rubric), evidenceSentences(result)])
    if (sentences.length > 0) blocks.push(paragraph(sentences.join(' ')));
  blocks.push(featureTable(result, rubric));
  if (result.gates.length > 0) {
    blocks.push(list(result.gates.map((gate) => [[plain(`${say('gate')} ${gateSentence(gate)}`)]])));
  }
  return blocks;
}

function verdict(result: AssessmentResult, rubric: Rubric): Block {
  const { score, low, high, answered, applicable, notApplicable, notAsked, deducted } = result;
  if (applicable === 0) return paragraph(say('score-nothing-applies'), 'verdict');
  if (score === null) return paragraph(say('score-none', { low: showScore(low), high: showScore(high) }), 'verdict');
  const band = bandOf(rubric, result.band);
  const sentences: string[] = [];
  if (band?.summary) sentences.push(band.summary);
  sentences.push(...capSentences(rubric, result));
  const counts = [
    answered === applicable ? say('counts-all', { n: applicable }) : say('counts-some', { answered, n: applicable }),
  ];
  if (notApplicable > 0) counts.push(say('counts-aside', { n: notApplicable }));
  if (notAsked > 0) counts.push(say('counts-not-asked', { n: notAsked }));
  sentences.push(`${counts.join('; ')}.`);
  if (answered < applicable) sentences.push(say('range-sentence', { low: showScore(low), high: showScore(high) }));
  if (deducted > 0) sentences.push(`${say('deducted', { points: showPoints(deducted) })}.`);
  const number = say('score-of', { score: showScore(score, bandBounds(rubric)), band: bandTitle(rubric, result.band) });
  return paragraph([strong(number), plain(` ${sentences.join(' ')}`)], 'verdict');
}

/** The strongest and the weakest feature in a sentence, and what the flags add. */
function profile(result: AssessmentResult, rubric: Rubric): string[] {
  const scored = result.features.filter((feature) => feature.score !== null).sort((a, b) => (b.score ?? 0) - (a.score ?? 0));
  const [best] = scored;
  const worst = scored.at(-1);
  const sentences: string[] = [];
  if (best && worst && best.score !== worst.score) {
    const args = { best: best.title, high: showScore(best.score), worst: worst.title, low: showScore(worst.score) };
    sentences.push(say('profile', args));
  }
  const severe = result.flags.filter((flag) => flag.severity === 'severe').length;
  if (result.flags.length > 0)
    sentences.push(say(severe > 0 ? 'profile-flags-severe' : 'profile-flags', { n: result.flags.length, severe }));
  else if (rubric.flags.length > 0 && result.flagsChecked > 0) sentences.push(say('profile-no-flags'));
  return sentences;
}

function featureTable({ features, gaps }: AssessmentResult, rubric: Rubric): Table {
  const words = (text: string): Cell => (text === '' ? [] : [plain(text)]);
  const criticalIn = (id: string): number => gaps.filter((gap) => gap.feature === id && isCriticalAtZero(gap)).length;
  const columns: { column: Column; cells: Cell[] }[] = [
    { column: { title: say('table-feature'), align: 'left', room: 32 }, cells: features.map(({ title }) => words(title)) },
    {
      column: { title: say('score'), align: 'right', room: 8 },
      cells: features.map((feature) => words(featureScore(feature, rubric))),
    },
    { column: { title: '', align: 'left', room: 25 }, cells: [...features] },
    { column: { title: say('table-range'), align: 'left', room: 14 }, cells: features.map((each) => words(rangeOf(each))) },
    {
      column: { title: say('table-band'), align: 'left', room: 21 },
      cells: features.map(({ applicable, band }) => words(applicable === 0 ? say('not-applicable') : bandTitle(rubric, band))),
    },
    {
      column: { title: say('table-critical'), align: 'right', room: 10 },
      cells: features.map(({ id }) => words(String(criticalIn(id) || ''))),
    },
  ];
  // A column that has nothing to say is left out.
  const used = columns.filter(({ cells }) => cells.some((cell) => !Array.isArray(cell) || cell.length > 0));
  return {
    kind: 'table',
    about: say('features'),
    columns: used.map(({ column }) => column),
    rows: features.map((_, index) => used.map(({ cells }) => cells[index] ?? [])),
  };
}

function rangeOf({ answered, applicable, low, high }: FeatureResult): string {
  return answered < applicable ? showRange(low, high) : '';
}
