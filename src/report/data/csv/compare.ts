import type { LawsComparison } from '../../../core/compare/laws-result.ts';
import type { CompareResult, Comparison, EvidenceDelta, MarkDelta, Points, QuestionDelta } from '../../../core/compare/result.ts';
import { namesOf, noteSentences, reasonOf, standingWord } from '../../documents/compare/phrases.ts';
import { type RankedLaw, rankedLaws } from '../../documents/laws/ranking.ts';
import { type Cell, toCsv } from '../../escape/csv.ts';
import type { CompareInput } from '../../reporter.ts';

/** For a spreadsheet: of versions a row for each change, of laws a row for each law. Numbers are not rounded. */
export function compareCsv(input: CompareInput): string {
  const { laws } = input.result;
  return toCsv(laws ? lawRows(input, laws) : versionRows(input));
}

/** The rubric, in every row, since tables are split and combined. */
function rubricCell({ rubric }: CompareResult): string {
  return `${rubric.id} ${rubric.version} ${rubric.digest}`;
}

/** The columns of a change; those that don't fit the kind of a row stay empty. */
const moveColumns = [
  ...(['from', 'to', 'kind', 'id', 'change', 'before', 'after', 'moved'] as const),
  ...(['points', 'points_low', 'gap', 'critical', 'reason', 'rubric', 'marks_added', 'marks_removed'] as const),
];

type Row = Readonly<Partial<Record<(typeof moveColumns)[number], Cell>>>;

function versionRows({ result, rubric }: CompareInput): (readonly Cell[])[] {
  const names = namesOf(result);
  const made = rubricCell(result);
  // A comparison that was forced must not be read without its notes.
  const notes = noteSentences(result, rubric).map((reason, index) => ({ kind: 'note', id: result.notes[index]?.code, reason }));
  const moves = result.comparisons.flatMap((comparison) => {
    const pair = { from: names[comparison.from], to: names[comparison.to] };
    return moveRows(comparison).map((row) => ({ ...pair, ...row }));
  });
  const rows = [...notes, ...moves].map((row: Row) => moveColumns.map((column) => (column === 'rubric' ? made : row[column])));
  return [moveColumns, ...rows];
}

function moveRows({ score, low, high, band, floor, ...comparison }: Comparison): Row[] {
  const { caps, features, flags, steps, evidence } = comparison;
  const overall = (id: string, cells: Row): Row => ({ kind: 'overall', id, ...cells });
  return [
    ...Object.entries({ score, low, high }).map(([id, figure]) => overall(id, figureCells(figure))),
    overall('band', { before: band.before, after: band.after }),
    ...(floor.score || floor.low ? [overall('floor', pointCells(floor))] : []),
    ...caps.map(({ when, change, added, removed }): Row => {
      return { kind: 'cap', id: when, change, before: removed.join(' '), after: added.join(' ') };
    }),
    ...features.map(({ id, score, points }): Row => ({ kind: 'feature', id, ...figureCells(score), ...pointCells(points) })),
    ...questionRows(comparison),
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

/** A row for each question whose answer moved, and for each question of which only the marks changed. */
function questionRows({ questions, marks }: Pick<Comparison, 'questions' | 'marks'>): Row[] {
  const deltas = new Map(marks.map((delta) => [delta.question, delta]));
  const moved = new Set(questions.map(({ id }) => id));
  const onlyMarks = marks.filter(({ question }) => !moved.has(question));
  return [
    ...questions.map((move): Row => ({ ...questionRow(move), ...markCells(deltas.get(move.id)) })),
    ...onlyMarks.map((delta): Row => {
      const { question: id, before, after, rationale: reason } = delta;
      return { kind: 'marks', id, before, after, reason, ...markCells(delta) };
    }),
  ];
}

function markCells(delta: MarkDelta | undefined): Row {
  return delta ? { marks_added: delta.added.join('; '), marks_removed: delta.removed.join('; ') } : {};
}

function questionRow(move: QuestionDelta): Row {
  const { id, change, before, after, gap, critical, points } = move;
  const levels = { before: before.level ?? standingWord(before), after: after.level ?? standingWord(after) };
  const marks = { gap, critical: critical ? 'critical' : '', reason: reasonOf(move) };
  return { kind: 'question', id, change, ...levels, ...pointCells(points), ...marks };
}

function figureCells({ before, after, change }: Comparison['score']): Row {
  return { before, after, moved: change };
}

function pointCells({ score, low }: Points): Row {
  return { points: score, points_low: low };
}

function pieceCell(piece: EvidenceDelta['before']): string {
  if (!piece) return '';
  return [[piece.document, piece.at].filter(Boolean).join(', '), piece.quote && `"${piece.quote}"`, piece.note]
    .filter(Boolean)
    .join(': ');
}

function lawRows({ result, rubric }: CompareInput, laws: LawsComparison): Cell[][] {
  type Column = readonly [name: string, cell: (law: RankedLaw) => Cell];
  const rankOf = ({ index }: RankedLaw) => laws.ranking.find(({ assessment }) => assessment === index);
  const critical = ({ index }: RankedLaw): string[] =>
    laws.critical.filter(({ atZero }) => atZero.includes(index)).map(({ question }) => question);
  const ofDraft = (['title', 'jurisdiction', 'version', 'date'] as const).map(
    (key): Column => [key, ({ assessment }) => assessment.draft[key]],
  );
  const ofScore = (['score', 'low', 'high', 'band', 'answered', 'applicable'] as const).map(
    (key): Column => [key, ({ assessment }) => assessment[key]],
  );
  const ofFeatures = laws.features.flatMap(({ id }) =>
    (['score', 'low', 'high', 'band'] as const).map(
      (key): Column => [`${id}_${key}`, ({ assessment }) => assessment.features.find((feature) => feature.id === id)?.[key]],
    ),
  );
  const columns: readonly Column[] = [
    ['source', ({ assessment }) => assessment.source],
    ...ofDraft,
    ['rank_best', (law) => rankOf(law)?.best],
    ['rank_worst', (law) => rankOf(law)?.worst],
    ...ofScore,
    ['critical_at_zero', (law) => critical(law).join(' ')],
    ['flags', ({ assessment }) => assessment.flags.join(' ')],
    ...ofFeatures,
    ['note', () => noteSentences(result, rubric).join(' ')],
    ['rubric', () => rubricCell(result)],
  ];
  return [columns.map(([name]) => name), ...rankedLaws(result, laws).map((law) => columns.map(([, cell]) => cell(law)))];
}
