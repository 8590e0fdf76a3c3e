import type { CompareResult, Comparison, EvidenceMove, LawsComparison, Points } from '../../../core/compare/result.ts';
import { namesOf, noteSentences, reasonOf, standingWord } from '../../documents/compare/phrases.ts';
import { rankedLaws } from '../../documents/laws/phrases.ts';
import { type Cell, toCsv } from '../../escape/csv.ts';
import type { CompareInput } from '../../reporter.ts';

/** For a spreadsheet: of versions a row for each thing that moved, of laws a row a law. Numbers are not rounded. */
export function compareCsv(input: CompareInput): string {
  const { laws } = input.result;
  return toCsv(laws ? lawRows(input, laws) : versionRows(input));
}

const versionHead = [
  'from',
  'to',
  'kind',
  'id',
  'change',
  'before',
  'after',
  'moved',
  'points',
  'points_low',
  'gap',
  'critical',
  'reason',
  'rubric',
];

function versionRows({ result, rubric }: CompareInput): Cell[][] {
  const names = namesOf(result);
  // A comparison that was forced must not be read without knowing it.
  const notes = noteSentences(result, rubric).map((note, index): Cell[] => [
    ...['', '', 'note', result.notes[index]?.code ?? '', ''],
    ...[null, null, null, null, null],
    ...['', '', note],
  ]);
  const moved = result.comparisons.flatMap((comparison) =>
    comparisonRows(comparison).map((row): Cell[] => [names[comparison.from] ?? '', names[comparison.to] ?? '', ...row]),
  );
  return [versionHead, ...[...notes, ...moved].map((row) => [...row, rubricCell(result)])];
}

/** With what it was made: every row tells, since tables are cut up and put together. */
function rubricCell({ rubric }: CompareResult): string {
  return `${rubric.id} ${rubric.version} ${rubric.digest}`;
}

function comparisonRows(comparison: Comparison): Cell[][] {
  const { score, low, high, band, features, questions, flags, steps, evidence, floor } = comparison;
  const row = (kind: string, id: string, change: string, before: Cell, after: Cell, more: Partial<Row> = {}): Cell[] => [
    kind,
    id,
    change,
    before,
    after,
    more.moved ?? null,
    more.points?.score ?? null,
    more.points?.low ?? null,
    more.gap ?? '',
    more.critical ? 'critical' : '',
    more.reason ?? '',
  ];
  const figures = Object.entries({ score, low, high });
  return [
    ...figures.map(([name, move]) => row('overall', name, '', move.before, move.after, { moved: move.change })),
    row('overall', 'band', '', band.before, band.after),
    ...(floor.score || floor.low ? [row('overall', 'floor', '', null, null, { points: floor })] : []),
    ...comparison.caps.map(({ when, change, added, removed }) => row('cap', when, change, removed.join(' '), added.join(' '))),
    ...features.map(({ id, score: move, points }) =>
      row('feature', id, '', move.before, move.after, { moved: move.change, points }),
    ),
    ...questions.map((move) =>
      row('question', move.id, move.change, standingCell(move.before), standingCell(move.after), {
        points: move.points,
        gap: move.gap ?? '',
        critical: move.critical,
        reason: reasonOf(move),
      }),
    ),
    ...flags.map(({ id, change, before, after, points, rationale }) =>
      row('flag', id, change, before, after, { points, reason: rationale ?? '' }),
    ),
    ...steps.flatMap(({ id, coverage, questions: guiding }) => [
      row('step', id, '', coverage.before, coverage.after, { moved: coverage.change }),
      ...guiding.map((each) => row('guiding-question', each.id, '', each.before ?? '', each.after ?? '')),
    ]),
    ...evidence.moves.map((move) => row('evidence', move.id, move.change, pieceCell(move.before), pieceCell(move.after))),
  ];
}

interface Row {
  readonly moved: number | null;
  readonly points: Points;
  readonly gap: string;
  readonly critical: boolean;
  readonly reason: string;
}

function standingCell(standing: Parameters<typeof standingWord>[0]): Cell {
  return standing.level ?? standingWord(standing);
}

function pieceCell(piece: EvidenceMove['before']): string {
  if (!piece) return '';
  return [piece.at, piece.quote && `"${piece.quote}"`, piece.note].filter((part) => part !== undefined && part !== '').join(': ');
}

function lawRows({ result, rubric }: CompareInput, laws: LawsComparison): Cell[][] {
  const features = laws.features.map(({ id }) => id);
  const figures = ['score', 'low', 'high'] as const;
  const head = [
    'source',
    'title',
    'jurisdiction',
    'version',
    'date',
    'rank_best',
    'rank_worst',
    'score',
    'low',
    'high',
    'band',
    'answered',
    'applicable',
    'critical_at_zero',
    'flags',
    ...features.flatMap((id) => [...figures, 'band'].map((figure) => `${id}_${figure}`)),
    'note',
    'rubric',
  ];
  const rows = rankedLaws(result, laws).map(({ index, assessment }): Cell[] => {
    const { draft, source, score, low, high, band, answered, applicable } = assessment;
    const rank = laws.ranking.find((each) => each.assessment === index);
    const critical = laws.critical.filter(({ atZero }) => atZero.includes(index)).map(({ question }) => question);
    return [
      source,
      draft.title ?? '',
      draft.jurisdiction ?? '',
      draft.version ?? '',
      draft.date ?? '',
      rank?.best ?? null,
      rank?.worst ?? null,
      score,
      low,
      high,
      band,
      answered,
      applicable,
      critical.join(' '),
      assessment.flags.join(' '),
      ...features.flatMap((id): Cell[] => {
        const found = assessment.features.find((feature) => feature.id === id);
        return found ? [found.score, found.low, found.high, found.band] : [null, null, null, null];
      }),
      noteSentences(result, rubric).join(' '),
      rubricCell(result),
    ];
  });
  return [head, ...rows];
}
