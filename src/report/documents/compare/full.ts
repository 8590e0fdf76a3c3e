import type { Comparison, EvidenceDelta, FlagDelta, Piece, QuestionDelta, StepDelta } from '../../../core/compare/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import { phrase } from '../../../messages/phrases.ts';
import type { Bar, Block, Callout, Cell, Run, Runs } from '../../document/blocks.ts';
import { code, paragraph, plain, strong, words } from '../../document/build.ts';
import { type ColumnOf, left, right, tableOf } from '../../document/table.ts';
import type { CompareInput } from '../../reporter.ts';
import { bandRun, barOf, pieceRuns, questionRuns, shownScore, textsOf } from '../../words/phrases.ts';
import type { Head } from './head.ts';
import {
  evidenceSentences,
  flagsSentence,
  leftWarning,
  levelWords,
  lowDiffers,
  type MoveGroup,
  moveGroups,
  namesOf,
  newsworthy,
  reasonOf,
  scoreMove,
  showChange,
  summaryLines,
} from './phrases.ts';

/** A comparison of two versions: everything that moved, with its reason. */
export function fullComparison(comparison: Comparison, input: CompareInput, head: Head): Block[] {
  const { rubric } = input;
  return [
    verdict(comparison, input),
    { kind: 'band-key' },
    head('features', phrase('compare', 'features')),
    featureTable(comparison, rubric),
    paragraph(`${phrase('compare', 'points-about')} ${phrase('compare', 'points-counted')}`),
    ...moveGroups(comparison).flatMap((group) => groupBlocks(group, comparison, rubric, head)),
    ...flagBlocks(comparison, input, head),
    ...stepBlocks(comparison, rubric, head),
    ...evidenceBlocks(comparison, head),
  ];
}

type Side = 'before' | 'after';

/** The score of a draft or feature before or after, as a picture; none where nothing applies. */
function barAt({ score, low, high, band }: Pick<Comparison, 'score' | 'low' | 'high' | 'band'>, side: Side, name: string): Bar[] {
  const figures = { score: score[side], low: low[side], high: high[side], band: band[side] };
  return figures.low === null ? [] : [barOf(figures, name)];
}

function verdict(comparison: Comparison, { result, rubric }: CompareInput): Callout {
  const { score, band, from, to } = comparison;
  const names = namesOf(result);
  const [before, after] = [shownScore(score.before, rubric), shownScore(score.after, rubric)];
  const change = showChange(score.change);
  return {
    kind: 'callout',
    headline: {
      words: [strong(`${[scoreMove(comparison, rubric), change].filter(Boolean).join(', ')}.`)],
      figure: phrase('compare', 'levels', { before, after }),
      outOf: change,
      band: band.after,
      bars: [...barAt(comparison, 'before', names[from] ?? ''), ...barAt(comparison, 'after', names[to] ?? '')],
    },
    runs: [plain(summaryLines(comparison, rubric).join(' '))],
  };
}

interface FeatureRow extends Pick<Comparison, 'score' | 'low' | 'high' | 'band'> {
  readonly name: string;
  readonly heading: Run;
  readonly points: { readonly score: number | null; readonly low: number | null };
}

/** Overall and by feature, before and after. */
function featureTable(comparison: Comparison, rubric: Rubric): Block {
  const overall = phrase('compare', 'overall');
  const rows: FeatureRow[] = [
    {
      ...{ ...comparison, name: overall, heading: strong(overall) },
      points: { score: comparison.score.change, low: comparison.low.change },
    },
    ...comparison.features.map((feature) => ({ ...feature, name: feature.title, heading: plain(feature.title) })),
  ];
  return tableOf(phrase('compare', 'features'), featureColumns(lowDiffers(comparison), rubric), rows);
}

function featureColumns(withLow: boolean, rubric: Rubric): ColumnOf<FeatureRow>[] {
  const room = withLow ? { name: 17, chart: 11, figure: 8, band: 14 } : { name: 22, chart: 20, figure: 9, band: 21 };
  const figure = (title: string, of: (row: FeatureRow) => number | null): ColumnOf<FeatureRow> =>
    right(title, room.figure, (row) => {
      const value = of(row);
      return words(value === null ? '' : shownScore(value, rubric));
    });
  const change = (title: string, of: (row: FeatureRow) => number | null): ColumnOf<FeatureRow> =>
    right(title, room.figure, (row) => words(showChange(of(row))));
  const low = [
    figure(phrase('compare', 'low-before'), (row) => row.low.before),
    figure(phrase('compare', 'low-after'), (row) => row.low.after),
  ];
  return [
    left(phrase('report', 'table-feature'), room.name, ({ heading }) => [heading]),
    { ...left<FeatureRow>(phrase('compare', 'chart'), room.chart, barsOf), drawn: true },
    figure(phrase('compare', 'before'), ({ score }) => score.before),
    figure(phrase('compare', 'after'), ({ score }) => score.after),
    change(phrase('compare', 'moved'), ({ score }) => score.change),
    ...(withLow ? low : []),
    change(phrase('compare', 'points'), ({ points }) => points.score),
    ...(withLow ? [change(phrase('compare', 'points-low'), ({ points }) => points.low)] : []),
    left(phrase('compare', 'band'), room.band, ({ band: { before, after } }) => [
      ...(before === after ? [] : [bandRun(rubric, before), plain(' → ')]),
      bandRun(rubric, after),
    ]),
  ];
}

/** The bar after under the bar before. */
function barsOf(row: FeatureRow): Cell {
  const [before] = barAt(row, 'before', `${row.name}, ${phrase('compare', 'before')}`);
  const [after] = barAt(row, 'after', `${row.name}, ${phrase('compare', 'after')}`);
  if (!after) return before ?? [];
  return before ? { ...after, before } : after;
}

function groupBlocks(group: MoveGroup, comparison: Comparison, rubric: Rubric, head: Head): Block[] {
  const { key, moves } = group;
  const texts = textsOf(rubric);
  const title = phrase('compare', `group-${key}`);
  const warning = leftWarning(group);
  const columns: ColumnOf<QuestionDelta>[] = [
    left(phrase('compare', 'question'), 36, ({ id, critical }) => questionRuns(id, texts, critical)),
    left(phrase('compare', 'level'), 13, (move) => words(levelWords(move))),
    right(phrase('compare', 'points'), 9, ({ points }) => words(showChange(points.score))),
    right(phrase('compare', 'points-low'), 9, ({ points }) => words(showChange(points.low))),
    left(phrase('compare', 'gap'), 12, ({ gap }) => words(gap === null ? '' : phrase('compare', `gap-${gap}`))),
    left(phrase('compare', 'reason'), 31, (move) => words(reasonOf(move))),
  ];
  const used = lowDiffers(comparison) ? columns : columns.filter((column) => column.title !== phrase('compare', 'points-low'));
  return [
    head(`moved-${key}`, title),
    ...(warning === undefined ? [] : [paragraph([{ ...strong(warning), tone: 'bad' }])]),
    tableOf(title, used, moves),
  ];
}

function flagBlocks(comparison: Comparison, { result, rubric }: CompareInput, head: Head): Block[] {
  if (rubric.flags.length === 0) return [];
  const title = phrase('compare', 'flags');
  const moves = newsworthy(comparison.flags);
  if (moves.length === 0) return [head('flags', title), paragraph(flagsSentence(result, comparison))];
  const texts = textsOf(rubric);
  const columns: ColumnOf<FlagDelta>[] = [
    left(phrase('compare', 'flag'), 45, ({ id }) => questionRuns(id, texts)),
    left(phrase('compare', 'severity'), 10, ({ severity }) => words(phrase('report', `severity-${severity}`))),
    left(phrase('compare', 'change'), 13, flagChange),
    left(phrase('compare', 'reason'), 32, ({ rationale }) => words(rationale ?? '')),
  ];
  return [head('flags', title), tableOf(title, columns, moves)];
}

function flagChange({ change, points }: FlagDelta): Runs {
  const word: Run = { text: phrase('compare', `flag-${change}`), tone: change === 'gone' ? 'good' : 'bad' };
  return points.score ? [word, plain(` (${showChange(points.score)})`)] : [word];
}

function stepBlocks({ steps }: Comparison, rubric: Rubric, head: Head): Block[] {
  if (steps.length === 0) return [];
  const title = `${phrase('compare', 'steps')} (${phrase('report', 'steps-note')})`;
  const coverage = (value: number | null): Cell => words(value === null ? phrase('compare', 'nothing') : `${value.toFixed(0)} %`);
  const columns: ColumnOf<StepDelta>[] = [
    left(phrase('compare', 'step'), 70, (step) => words(step.title)),
    right(phrase('compare', 'before'), 15, (step) => coverage(step.coverage.before)),
    right(phrase('compare', 'after'), 15, (step) => coverage(step.coverage.after)),
  ];
  return [
    head('steps', title),
    paragraph(phrase('report', 'steps-about'), 'about'),
    tableOf(title, columns, steps),
    ...stepAnswers(steps, rubric),
  ];
}

/** The guiding questions whose answers moved. */
function stepAnswers(steps: readonly StepDelta[], rubric: Rubric): Block[] {
  const moved = steps.flatMap(({ questions }) => questions);
  if (moved.length === 0) return [];
  const texts = new Map(rubric.steps.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text])));
  const columns: ColumnOf<StepDelta['questions'][number]>[] = [
    left(phrase('compare', 'guiding'), 66, ({ id }) => questionRuns(id, texts)),
    left(phrase('compare', 'before'), 17, ({ before }) => words(phrase('report', `status-${before ?? 'open'}`))),
    left(phrase('compare', 'after'), 17, ({ after }) => words(phrase('report', `status-${after ?? 'open'}`))),
  ];
  return [tableOf(phrase('compare', 'guiding'), columns, moved)];
}

function evidenceBlocks(comparison: Comparison, head: Head): Block[] {
  const sentences = evidenceSentences(comparison);
  if (sentences.length === 0) return [];
  const title = phrase('compare', 'evidence');
  const { moves } = comparison.evidence;
  const columns: ColumnOf<EvidenceDelta>[] = [
    left(phrase('compare', 'evidence-for'), 22, ({ id }) => [code(id)]),
    left(phrase('compare', 'change'), 12, ({ change }) => words(phrase('compare', `evidence-${change}`))),
    left(phrase('compare', 'before'), 33, ({ before }) => pieceCell(before)),
    left(phrase('compare', 'after'), 33, ({ change, before, after }) => {
      // The words of a quote that only moved are not said twice.
      if (change !== 'moved' || after === null || before?.quote !== after.quote) return pieceCell(after);
      const { quote: _, ...place } = after;
      return pieceCell(place);
    }),
  ];
  const summary = phrase('compare', 'evidence-each', { n: moves.length });
  return [
    head('evidence', title),
    paragraph(sentences.join(' ')),
    ...(moves.length === 0 ? [] : [{ kind: 'details' as const, summary, blocks: [tableOf(title, columns, moves)] }]),
  ];
}

/** A piece of evidence, and whether its words were looked up in vain. */
function pieceCell(piece: Piece | null): Runs {
  if (piece === null) return [];
  const runs = pieceRuns(piece);
  const mark: Run = { text: `(${phrase('compare', 'evidence-unverified')})`, tone: 'bad' };
  return piece.verified === false ? [...runs, plain(' '), mark] : runs;
}
