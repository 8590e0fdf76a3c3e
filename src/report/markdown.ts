import type { Answer, Assessment } from '../core/answers.ts';
import { isCriticalAtZero } from '../core/gaps.ts';
import type { AssessmentResult, FeatureResult, Gap, QuestionResult } from '../core/result.ts';
import type { Feature, Question, Rubric } from '../core/rubric.ts';
import { bar, showPoints, showRange, showScore } from '../text/number.ts';
import { cell, inline } from './escape-markdown.ts';
import { batchMarkdown } from './markdown-batch.ts';
import {
  dissentList,
  evidenceList,
  flagSection,
  methodSection,
  notCountedSection,
  panelSection,
  reviewSection,
  stepSection,
} from './markdown-sections.ts';
import { draftFacts, profileSentences, stateWords, verdictSentences } from './narrative.ts';
import { bandBounds, bandTitle, evidenceSentences, gateSentence, say } from './phrases.ts';
import type { ReportInput } from './reporter.ts';

/** How many gaps stand in the table of the most valuable ones; each gap is told in full with its feature. */
const gapsInTable = 12;

/** The full gap report of one draft, to hand in; of several drafts, a table of them. */
export function markdownReport(input: ReportInput): string {
  const { result, assessments } = input;
  const [only] = result.assessments;
  const [assessment] = assessments;
  if (!only || !assessment || result.assessments.length > 1 || result.failures.length > 0) return batchMarkdown(input);
  return document(only, assessment, input);
}

function document(result: AssessmentResult, assessment: Assessment, { rubric, result: run }: ReportInput): string {
  const sections = [
    titleSection(result, rubric),
    summarySection(result, rubric),
    panelSection(result),
    criticalSection(result, rubric),
    reviewSection(result),
    valueSection(result),
    actionSection(result),
    ...rubric.features.map((feature, index) => featureSection(feature, index + 1, result, assessment, rubric)),
    flagSection(result, assessment, rubric),
    stepSection(result, assessment, rubric),
    notCountedSection(result, rubric),
    methodSection(result, rubric, run),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function titleSection(result: AssessmentResult, rubric: Rubric): string {
  const lines = draftFacts(result).map(([name, value]) => `- ${name}: ${inline(value)}`);
  const title = say('title', { title: inline(result.draft.title ?? result.source) });
  return [`# ${title}`, lines.join('\n'), `*${inline(rubric.notice)}*`].filter(Boolean).join('\n\n');
}

function summarySection(result: AssessmentResult, rubric: Rubric): string {
  const evidence = evidenceSentences(result).map(inline).join(' ');
  const parts = [
    `## ${say('summary')}`,
    verdict(result, rubric),
    profileSentences(result, rubric).map(inline).join(' '),
    evidence,
    featureTable(result, rubric),
  ];
  if (result.gates.length > 0)
    parts.push(result.gates.map((gate) => `- ${say('gate')} ${inline(gateSentence(gate))}`).join('\n'));
  return parts.filter((part) => part !== '').join('\n\n');
}

function verdict(result: AssessmentResult, rubric: Rubric): string {
  const [first = '', ...rest] = verdictSentences(result, rubric).map(inline);
  return [result.score === null ? first : `**${first}**`, ...rest].join(' ');
}

function featureTable({ features, gaps }: AssessmentResult, rubric: Rubric): string {
  const criticalIn = (id: string): number => gaps.filter((gap) => gap.feature === id && isCriticalAtZero(gap)).length;
  const columns: { title: string; align: string; cells: string[] }[] = [
    { title: say('table-feature'), align: '---', cells: features.map(({ title }) => cell(title)) },
    { title: say('score'), align: '---:', cells: features.map((feature) => featureScore(feature, rubric)) },
    { title: '', align: '---', cells: features.map(({ score }) => bar(score, 10)) },
    { title: say('table-range'), align: '---', cells: features.map(rangeOf) },
    {
      title: say('table-band'),
      align: '---',
      cells: features.map(({ applicable, band }) => cell(applicable === 0 ? say('not-applicable') : bandTitle(rubric, band))),
    },
    { title: say('table-critical'), align: '---:', cells: features.map(({ id }) => String(criticalIn(id) || '')) },
  ];
  // A column that has nothing to say is left out.
  const used = columns.filter(({ cells }) => cells.some((each) => each !== ''));
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(used.map(({ title }) => title)),
    row(used.map(({ align }) => align)),
    ...features.map((_, index) => row(used.map(({ cells }) => cells[index] ?? ''))),
  ].join('\n');
}

function featureScore(feature: FeatureResult, rubric: Rubric): string {
  return feature.score === null ? '' : showScore(feature.score, bandBounds(rubric));
}

function rangeOf({ answered, applicable, low, high }: FeatureResult): string {
  return answered < applicable ? showRange(low, high) : '';
}

function criticalSection({ gaps }: AssessmentResult, rubric: Rubric): string {
  const critical = gaps.filter(isCriticalAtZero);
  if (critical.length === 0) return `## ${say('critical-gaps')}\n\n${say('critical-gaps-none')}`;
  const questions = questionsOf(rubric);
  const items = critical.map((gap) => {
    const question = questions.get(gap.question);
    const lines = [`- **${inline(question?.text ?? gap.question)}** (\`${gap.question}\`, ${pointsWord(gap)})`];
    lines.push(`  ${gap.answered ? inline(question?.levels[gap.level] ?? '') : say('gap-unanswered-sentence')}`);
    if (gap.gap) lines.push(`  *${say('to-close')}* ${inline(gap.gap)}`);
    return lines.join('\\\n');
  });
  return [`## ${say('critical-gaps')}`, say('critical-gaps-about'), items.join('\n')].join('\n\n');
}

function valueSection({ gaps }: AssessmentResult): string {
  if (gaps.length === 0) return `## ${say('gaps')}\n\n${say('gaps-none')}`;
  const head = [say('table-gap'), say('table-level'), say('table-points'), say('table-write')];
  const rows = gaps
    .slice(0, gapsInTable)
    .map((gap) => [
      `\`${gap.question}\`${gap.critical ? ` (${say('critical')})` : ''}`,
      gap.answered ? `${gap.level} / ${gap.top}` : say('blank'),
      showPoints(gap.points),
      cell(gap.gap),
    ]);
  const table = [`| ${head.join(' | ')} |`, '| --- | ---: | ---: | --- |', ...rows.map((row) => `| ${row.join(' | ')} |`)].join(
    '\n',
  );
  const rest = gaps.slice(gapsInTable);
  const more =
    rest.length === 0
      ? ''
      : say('gaps-more-below', { n: rest.length, points: showPoints(rest.reduce((sum, gap) => sum + gap.points, 0)) });
  return [`## ${say('gaps')}`, say('gaps-about'), table, more].filter((part) => part !== '').join('\n\n');
}

/** Gaps that somebody has taken on: an action plan. */
function actionSection({ gaps }: AssessmentResult): string {
  const planned = gaps.filter((gap) => gap.owner !== undefined || gap.due !== undefined);
  if (planned.length === 0) return '';
  const rows = planned.map(
    (gap) => `| \`${gap.question}\` | ${cell(gap.owner ?? '')} | ${cell(gap.due ?? '')} | ${showPoints(gap.points)} |`,
  );
  const head = `| ${[say('table-gap'), say('table-owner'), say('table-due'), say('table-points')].join(' | ')} |`;
  return [`## ${say('action-plan')}`, [head, '| --- | --- | --- | ---: |', ...rows].join('\n')].join('\n\n');
}

function featureSection(
  feature: Feature,
  number: number,
  result: AssessmentResult,
  assessment: Assessment,
  rubric: Rubric,
): string {
  const scored = result.features.find((each) => each.id === feature.id);
  if (!scored) return '';
  const head = `## ${number}. ${inline(feature.title)}`;
  if (scored.notApplicable !== undefined)
    return [head, say('feature-aside', { reason: inline(scored.notApplicable) })].join('\n\n');
  const score =
    scored.score === null
      ? say('feature-blank')
      : say('feature-score', {
          score: featureScore(scored, rubric),
          band: inline(bandTitle(rubric, scored.band)),
          answered: scored.answered,
          n: scored.applicable,
        });
  const results = new Map(result.questions.map((question) => [question.id, question]));
  const gaps = new Map(result.gaps.map((gap) => [gap.question, gap]));
  const entries = feature.questions.map((question) => {
    const found = results.get(question.id);
    return found ? questionEntry(question, found, assessment.answers.get(question.id), gaps.get(question.id)) : '';
  });
  return [head, inline(feature.summary), `**${score}**`, ...entries].filter((part) => part !== '').join('\n\n');
}

function questionEntry(question: Question, result: QuestionResult, answer: Answer | undefined, gap: Gap | undefined): string {
  const principles = question.principles.length === 0 ? '' : `, GP ${question.principles.join(', ')}`;
  const lines = [
    `### ${inline(question.text)}`,
    `\`${question.id}\`${principles}${question.critical ? `, ${say('critical')}` : ''}`,
  ];
  lines.push(stateSentence(question, result));
  if (answer?.rationale) lines.push(inline(answer.rationale));
  if (answer?.review) lines.push(`*${say('to-review')}* ${inline(answer.review)}`);
  if (answer && answer.evidence.length > 0) lines.push(evidenceList(answer.evidence));
  const dissent = dissentList(answer?.dissent);
  if (dissent !== '') lines.push(dissent);
  if (answer?.confidence) lines.push(say('confidence', { confidence: say(`confidence-${answer.confidence}`) }));
  if (gap?.gap) lines.push(`*${say('to-close-points', { points: showPoints(gap.points) })}* ${inline(gap.gap)}`);
  return lines.join('\n\n');
}

function stateSentence(question: Question, result: QuestionResult): string {
  const { lead, text } = stateWords(question, result);
  return `**${lead}** ${inline(text)}`.trim();
}

function questionsOf(rubric: Rubric): Map<string, Question> {
  return new Map(rubric.features.flatMap((feature) => feature.questions.map((question) => [question.id, question])));
}

function pointsWord(gap: Gap): string {
  return say('points', { points: showPoints(gap.points) });
}
