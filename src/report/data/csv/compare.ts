import type { CompareResult, Comparison, EvidenceDelta, LawsComparison, Points } from '../../../core/compare/result.ts';
import { namesOf, noteSentences, reasonOf, standingWord } from '../../documents/compare/phrases.ts';
import { type RankedLaw, rankedLaws } from '../../documents/laws/phrases.ts';
import { type Cell, toCsv } from '../../escape/csv.ts';
import type { CompareInput } from '../../reporter.ts';

/** For a spreadsheet: of versions a row for each thing that moved, of laws a row a law. Numbers are not rounded. */
export function compareCsv(input: CompareInput): string {
  const { laws } = input.result;
  return toCsv(laws ? lawRows(input, laws) : versionRows(input));
}

/** With what it was made: every row tells, since tables are cut up and put together. */
function rubricCell({ rubric }: CompareResult): string {
  return `${rubric.id} ${rubric.version} ${rubric.digest}`;
}

/** The columns of what moved; those that don't fit a row stay empty. */
const moveColumns = [
  ...(['from', 'to', 'kind', 'id', 'change', 'before', 'after', 'moved'] as const),
  ...(['points', 'points_low', 'gap', 'critical', 'reason', 'rubric'] as const),
];

type Row = Readonly<Partial<Record<(typeof moveColumns)[number], Cell>>>;

function versionRows({ result, rubric }: CompareInput): (readonly Cell[])[] {
  const names = namesOf(result);
  // A comparison that was forced must not be read without knowing it.
  const notes = noteSentences(result, rubric).map(
    (reason, index): Row => ({ kind: 'note', id: result.notes[index]?.code, reason }),
  );
  const moves = result.comparisons.flatMap((comparison) =>
    moveRows(comparison).map((row): Row => ({ from: names[comparison.from], to: names[comparison.to], ...row })),
  );
  const made = rubricCell(result);
  const rows = [...notes, ...moves].map((row) => moveColumns.map((column) => (column === 'rubric' ? made : row[column])));
  return [moveColumns, ...rows];
}

function moveRows({ score, low, high, band, floor, ...comparison }: Comparison): Row[] {
  const { caps, features, questions, flags, steps, evidence } = comparison;
  return [
    ...Object.entries({ score, low, high }).map(([id, figure]): Row => ({ kind: 'overall', id, ...figureCells(figure) })),
    { kind: 'overall', id: 'band', before: band.before, after: band.after },
    ...(floor.score || floor.low ? [{ kind: 'overall', id: 'floor', ...pointCells(floor) }] : []),
    ...caps.map(({ when, change, added, removed }): Row => {
      return { kind: 'cap', id: when, change, before: removed.join(' '), after: added.join(' ') };
    }),
    ...features.map(({ id, score, points }): Row => ({ kind: 'feature', id, ...figureCells(score), ...pointCells(points) })),
    ...questions.map((move): Row => {
      const { id, change, gap, critical, points } = move;
      const [before, after] = [standingCell(move.before), standingCell(move.after)];
      const marks = { gap, critical: critical ? 'critical' : '', reason: reasonOf(move) };
      return { kind: 'question', id, change, before, after, ...pointCells(points), ...marks };
    }),
    ...flags.map(({ id, change, before, after, points, rationale }): Row => {
      return { kind: 'flag', id, change, before, after, reason: rationale, ...pointCells(points) };
    }),
    ...steps.flatMap(({ id, coverage, questions: guiding }): Row[] => [
      { kind: 'step', id, ...figureCells(coverage) },
      ...guiding.map(({ id, before, after }): Row => ({ kind: 'guiding-question', id, before, after })),
    ]),
    ...evidence.moves.map(({ id, change, before, after }): Row => {
      return { kind: 'evidence', id, change, before: pieceCell(before), after: pieceCell(after) };
    }),
  ];
}

function figureCells({ before, after, change }: Comparison['score']): Row {
  return { before, after, moved: change };
}

function pointCells({ score, low }: Points): Row {
  return { points: score, points_low: low };
}

function standingCell(standing: Parameters<typeof standingWord>[0]): Cell {
  return standing.level ?? standingWord(standing);
}

function pieceCell(piece: EvidenceDelta['before']): string {
  if (!piece) return '';
  return [piece.at, piece.quote && `"${piece.quote}"`, piece.note].filter(Boolean).join(': ');
}

function lawRows({ result, rubric }: CompareInput, laws: LawsComparison): Cell[][] {
  type Column = readonly [name: string, cell: (law: RankedLaw) => Cell];
  const rankOf = ({ index }: RankedLaw) => laws.ranking.find(({ assessment }) => assessment === index);
  const criticalOf = ({ index }: RankedLaw) => laws.critical.filter(({ atZero }) => atZero.includes(index));
  const featureColumns = laws.features.flatMap(({ id }) =>
    (['score', 'low', 'high', 'band'] as const).map(
      (key): Column => [`${id}_${key}`, ({ assessment }) => assessment.features.find((feature) => feature.id === id)?.[key]],
    ),
  );
  const columns: readonly Column[] = [
    ['source', ({ assessment }) => assessment.source],
    ...(['title', 'jurisdiction', 'version', 'date'] as const).map(
      (key): Column => [key, ({ assessment }) => assessment.draft[key]],
    ),
    ['rank_best', (law) => rankOf(law)?.best],
    ['rank_worst', (law) => rankOf(law)?.worst],
    ...(['score', 'low', 'high', 'band', 'answered', 'applicable'] as const).map(
      (key): Column => [key, ({ assessment }) => assessment[key]],
    ),
    [
      'critical_at_zero',
      (law) =>
        criticalOf(law)
          .map(({ question }) => question)
          .join(' '),
    ],
    ['flags', ({ assessment }) => assessment.flags.join(' ')],
    ...featureColumns,
    ['note', () => noteSentences(result, rubric).join(' ')],
    ['rubric', () => rubricCell(result)],
  ];
  return [columns.map(([name]) => name), ...rankedLaws(result, laws).map((law) => columns.map(([, cell]) => cell(law)))];
}
