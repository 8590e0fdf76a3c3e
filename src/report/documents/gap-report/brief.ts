import type { AssessmentResult, FeatureResult, Gap } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import { showPoints, showScore } from '../../../text/number.ts';
import {
  type Block,
  type Callout,
  type Cell,
  list,
  listOf,
  paragraph,
  plain,
  type Run,
  section,
  strong,
  type Table,
  words,
} from '../../document/blocks.ts';
import {
  bandRun,
  barOf,
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
import { carriedLines, stepWords } from './narrative.ts';
import { rangeOf } from './summary.ts';

/** How many gaps are worth a screen; the full report has all. */
const gapsShown = 8;

/** The gap report to be read at once. */
export function briefBlocks(result: AssessmentResult, rubric: Rubric): Block[] {
  return [
    ...headBlocks(result),
    ...verdictBlocks(result, rubric),
    ...recordSection(result),
    section('features', phrase('report', 'features')),
    featureTable(result, rubric),
    ...robustnessSection(result, rubric, 'brief'),
    ...gapBlocks(result, rubric),
    ...flagBlocks(result, rubric),
    ...stepBlocks(result),
    ...titled('evidence', phrase('report', 'evidence-title'), evidenceSentences(result).join(' ')),
    ...noteBlocks(result, rubric),
    ...gateBlocks(result),
  ];
}

/** A section of one paragraph; nothing where there is nothing to say. */
function titled(id: string, title: string, text: string): Block[] {
  return text === '' ? [] : [section(id, title), paragraph(text)];
}

function headBlocks(result: AssessmentResult): Block[] {
  const { draft, source } = result;
  const by = reviewerName(result);
  const facts = [draft.jurisdiction, draft.version, draft.date, by && phrase('report', 'by-line', { name: by })].filter(Boolean);
  const head: Block = { kind: 'heading', level: 1, text: draft.title ?? source };
  return facts.length === 0 ? [head] : [head, paragraph(facts.join(' · '))];
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
  return [
    callout([
      plain(`${phrase('report', 'score')} `),
      { ...strong(shownScore(score, rubric)), band },
      plain(' / 100   '),
      { ...bandRun(rubric, band), set: 'strong' },
    ]),
    ...(isWhole ? [] : [paragraph(phrase('report', 'range', range))]),
    paragraph(counts.join(', ')),
    ...(deducted > 0 ? [paragraph(phrase('report', 'deducted', { points: showPoints(deducted) }))] : []),
    ...capSentences(rubric, result).map((text) => paragraph([{ text, tone: 'bad' }])),
  ];
}

function featureTable({ features }: AssessmentResult, rubric: Rubric): Table {
  return {
    kind: 'table',
    about: phrase('report', 'features'),
    columns: [
      { title: '', align: 'left', room: 40 },
      { title: '', align: 'left', room: 10, spare: 1 },
      { title: '', align: 'right', room: 6 },
      { title: '', align: 'left', room: 30 },
    ],
    rows: features.map((feature) => [words(feature.title), barOf(feature, feature.title), ...featureCells(feature, rubric)]),
  };
}

function featureCells(feature: FeatureResult, rubric: Rubric): Cell[] {
  if (feature.applicable === 0) return [words('n/a'), []];
  if (feature.score === null) return [words('-'), words(phrase('report', 'not-answered-short'))];
  const range = rangeOf(feature);
  return [
    words(shownScore(feature.score, rubric)),
    [bandRun(rubric, feature.band), ...(range === '' ? [] : [plain(` (${range})`)])],
  ];
}

function gapBlocks({ gaps }: AssessmentResult, rubric: Rubric): Block[] {
  const head = section('gaps', phrase('report', 'gaps'));
  if (gaps.length === 0) return [head, paragraph(phrase('report', 'gaps-none'))];
  const texts = textsOf(rubric);
  const found = gaps.filter(({ answered }) => answered);
  const open = gaps.filter(({ answered }) => !answered);
  const rest = found.slice(gapsShown);
  const figures = (some: readonly Gap[]): { n: number; points: string } => ({
    n: some.length,
    points: showPoints(some.reduce((total, { points }) => total + points, 0)),
  });
  const critical = open.filter((gap) => gap.critical).map(({ question }) => question);
  return [
    head,
    ...found.slice(0, gapsShown).flatMap((gap) => gapEntry(gap, texts.get(gap.question) ?? '')),
    ...(rest.length > 0 ? [paragraph(phrase('report', 'gaps-more', figures(rest)))] : []),
    ...(open.length > 0 ? [paragraph(phrase('report', 'gaps-open', figures(open)))] : []),
    ...(critical.length > 0 ? [listOf([phrase('report', 'gaps-open-critical', { ids: critical.join(', ') })])] : []),
  ];
}

function gapEntry({ question, points, level, top, critical, gap }: Gap, text: string): Block[] {
  const runs: Run[] = [
    strong(phrase('report', 'gap-line', { points: showPoints(points), question })),
    plain(`  ${phrase('report', 'gap-level', { level, top })}`),
  ];
  if (critical) runs.push(plain(', '));
  if (critical)
    runs.push(level === 0 ? { text: phrase('report', 'critical-word'), tone: 'bad' } : plain(phrase('report', 'critical')));
  return [paragraph(runs), paragraph([{ text, tone: 'dim' }], 'detail'), ...(gap ? [paragraph(gap, 'detail')] : [])];
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
  return [
    section('steps', title),
    {
      kind: 'table',
      about: title,
      columns: [
        { title: '', align: 'left', room: 50 },
        { title: '', align: 'left', room: 30 },
      ],
      rows: steps.map((step) => [words(step.title), words(stepWords(step))]),
    },
  ];
}

/** What has to be looked at again, and what is in the file and moves no number. */
function noteBlocks(result: AssessmentResult, rubric: Rubric): Block[] {
  const { review, ignored, carried } = result;
  const listed = (id: string, title: string, lines: readonly string[]): Block[] =>
    lines.length === 0 ? [section(id, title)] : [section(id, title), listOf(lines)];
  return [
    ...(review.length > 0
      ? listed(
          'review',
          phrase('report', 'review-title'),
          review.map((entry) => phrase('report', 'review-line', { ...entry })),
        )
      : []),
    ...(ignored.length > 0
      ? listed(
          'ignored',
          phrase('report', 'ignored'),
          ignored.map((entry) => phrase('report', 'ignored-line', { ...entry })),
        )
      : []),
    ...(carried
      ? listed('carried', phrase('report', 'carried', { from: carried.from, version: rubric.version }), carriedLines(result))
      : []),
  ];
}

function gateBlocks({ gates }: AssessmentResult): Block[] {
  return gates.length === 0 ? [] : [section('gates', phrase('report', 'gates')), list(gates.map((gate) => [[gateRun(gate)]]))];
}
