import type { AssessmentResult, Gap, StepResult } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints, showScore } from '../../../text/number.ts';
import type { Block, Callout } from '../../document/blocks.ts';
import { list, paragraph, plain, section, strong, words } from '../../document/build.ts';
import { left, tableOf } from '../../document/table.ts';
import {
  bandRun,
  capSentences,
  evidenceSentences,
  gateRun,
  gravestFirst,
  reviewerName,
  severityRun,
  shownScore,
  textsOf,
} from '../../words/phrases.ts';
import { recordSection } from '../panel/record.ts';
import { robustnessSection } from '../robustness/sections.ts';
import { restSentences, stepWords } from './narrative.ts';
import { notCountedSection, reviewSection } from './sections.ts';
import { featureTable } from './summary.ts';

/** How many gaps are worth a screen; the full report has all. */
const gapsShown = 8;

/** The gap report to be read at once. */
export function briefBlocks(result: AssessmentResult, rubric: Rubric): Block[] {
  const evidence = evidenceSentences(result).join(' ');
  const gates = list(result.gates.map((gate) => [[gateRun(gate)]]));
  return [
    ...headBlocks(result),
    ...verdictBlocks(result, rubric),
    ...recordSection(result),
    section('features', phrase('report', 'features')),
    featureTable(result, rubric, 'brief'),
    ...robustnessSection(result, rubric, 'brief'),
    ...gapBlocks(result, rubric),
    ...flagBlocks(result, rubric),
    ...stepBlocks(result),
    ...(evidence === '' ? [] : [section('evidence', phrase('report', 'evidence-title')), paragraph(evidence)]),
    ...reviewSection(result, 'brief'),
    ...notCountedSection(result, rubric),
    ...(result.gates.length === 0 ? [] : [section('gates', phrase('report', 'gates')), gates]),
  ];
}

function headBlocks(result: AssessmentResult): Block[] {
  const { draft, source } = result;
  const by = reviewerName(result);
  const facts = [draft.jurisdiction, draft.version, draft.date, by && phrase('report', 'by-line', { name: by })].filter(Boolean);
  return [
    { kind: 'heading', level: 1, text: draft.title ?? source },
    ...(facts.length > 0 ? [paragraph(facts.join(' · '))] : []),
  ];
}

function verdictBlocks(result: AssessmentResult, rubric: Rubric): Block[] {
  const { score, low, high, answered, applicable, notApplicable, notAsked, deducted, band } = result;
  const callout = (runs: Callout['runs']): Callout => ({ kind: 'callout', runs });
  const range = { low: showScore(low), high: showScore(high) };
  if (applicable === 0) return [callout([plain(phrase('report', 'score-nothing-applies'))])];
  if (score === null) return [callout([plain(phrase('report', 'score-none', range))])];
  const isWhole = answered === applicable;
  const counts = [
    isWhole
      ? phrase('report', 'all-answered', { n: applicable })
      : phrase('report', 'some-answered', { answered, n: applicable }),
    ...(notApplicable > 0 ? [phrase('report', 'set-aside', { n: notApplicable })] : []),
    ...(notAsked > 0 ? [phrase('report', 'not-asked', { n: notAsked })] : []),
  ];
  const figure = { ...strong(shownScore(score, rubric)), band };
  return [
    callout([plain(`${phrase('report', 'score')} `), figure, plain(' / 100   '), { ...bandRun(rubric, band), set: 'strong' }]),
    ...(isWhole ? [] : [paragraph(phrase('report', 'range', range))]),
    paragraph(counts.join(', ')),
    ...(deducted > 0 ? [paragraph(phrase('report', 'deducted', { points: showPoints(deducted) }))] : []),
    ...capSentences(rubric, result).map((text) => paragraph([{ text, tone: 'bad' }])),
  ];
}

function gapBlocks({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const head = section('gaps', phrase('report', 'gaps'));
  if (gaps.length === 0) return [head, paragraph(phrase('report', 'gaps-none'))];
  const texts = textsOf(rubric);
  const ids = gaps.flatMap(({ critical, answered, question }) => (critical && !answered ? [question] : [])).join(', ');
  return [
    head,
    ...gaps
      .filter(({ answered }) => answered)
      .slice(0, gapsShown)
      .flatMap((gap) => gapEntry(gap, texts.get(gap.question) ?? '')),
    ...restSentences(gaps, gapsShown, 'brief').map((sentence) => paragraph(sentence)),
    ...(ids === '' ? [] : [paragraph(phrase('report', 'gaps-open-critical', { ids }), 'detail')]),
  ];
}

function gapEntry({ question, points, level, top, critical, gap }: Gap, text: string): Block[] {
  const name = strong(phrase('report', 'gap-line', { points: showPoints(points), question }));
  const standing = plain(`  ${phrase('report', 'gap-level', { level, top })}${critical ? ', ' : ''}`);
  const isWorst = critical && level === 0;
  const mark = isWorst ? { text: phrase('report', 'critical-word'), tone: 'bad' as const } : plain(phrase('report', 'critical'));
  const lines = [paragraph([name, standing, ...(critical ? [mark] : [])]), paragraph([{ text, tone: 'dim' }], 'detail')];
  return gap ? [...lines, paragraph(gap, 'detail')] : lines;
}

function flagBlocks({ flags, flagsChecked }: AssessmentResult, rubric: Rubric): Block[] {
  if (rubric.flags.length === 0) return [];
  const texts = textsOf(rubric);
  const none = paragraph(phrase('report', flagsChecked === 0 ? 'flags-not-looked' : 'flags-none'));
  return [
    section('flags', phrase('report', 'flags')),
    ...(flags.length === 0 ? [none] : []),
    ...gravestFirst(flags).flatMap(({ id, severity, because }) => [
      paragraph([severityRun(severity), plain('  '), strong(id), plain(`  ${texts.get(id) ?? ''}`)]),
      paragraph(because ?? phrase('report', 'no-reason'), 'detail'),
    ]),
  ];
}

function stepBlocks({ steps }: AssessmentResult): Block[] {
  if (steps.length === 0) return [];
  const title = `${phrase('report', 'steps')} (${phrase('report', 'steps-note')})`;
  const columns = [
    left('', 50, (step: StepResult) => words(step.title)),
    left('', 30, (step: StepResult) => words(stepWords(step))),
  ];
  return [section('steps', title), tableOf(title, columns, steps)];
}
