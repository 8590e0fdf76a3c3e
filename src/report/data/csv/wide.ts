import type { Assessment } from '../../../core/answers.ts';
import { isFoundCritical } from '../../../core/gaps.ts';
import type { AssessmentResult, Failure, Result } from '../../../core/result.ts';
import type { Rubric } from '../../../core/rubric.ts';
import type { Cell } from '../../escape/csv.ts';
import { positionOf } from '../../words/draft.ts';
import { gateSentence } from '../../words/score.ts';

/** A table that is made law by law, so that one of thousands need not be held in memory. */
export interface CsvTable {
  /** Names of the columns. */
  readonly head: readonly Cell[];
  /** Whether a column holds numbers, or nothing. */
  readonly isNumber: (column: string) => boolean;
  readonly rowsOf: (law: AssessmentResult, assessment: Assessment | undefined) => readonly (readonly Cell[])[];
  /** Of a file that could not be scored. */
  readonly failureRows: (failure: Failure) => readonly (readonly Cell[])[];
}

type Column = readonly [name: string, cell: (law: AssessmentResult) => Cell];

/**
 * One row a law, for statistics: its scores, those of each feature, and for each question the level, or nothing, with its state in a
 * column of its own. A file that could not be scored has a row too, with `kind` failure and its `errors`.
 * @param robust the whole result, for the columns about the certainty of its scores, if it has any; absent if rows are written before it is complete
 */
export function wideTable(rubric: Rubric, robust?: Result): CsvTable {
  const columns: Column[] = [
    ...lawColumns,
    ...(robust ? robustnessColumns(robust, rubric) : []),
    ...rubric.features.flatMap(({ id }) => featureColumns(id)),
    ...rubric.features.flatMap(({ questions }) => questions.flatMap(({ id }) => questionColumns(id))),
    ...rubric.steps.map(({ id }): Column => [`steps.${id}`, (law) => law.steps.find((step) => step.id === id)?.coverage]),
  ];
  const names = columns.map(([name]) => name);
  return {
    head: ['file', 'kind', 'errors', ...names],
    isNumber: (column) => !(textColumns.has(column) || column.endsWith('.state')),
    rowsOf: (law) => [[law.source, 'assessment', null, ...columns.map(([, cell]) => cell(law))]],
    failureRows: (failure) => [[failure.source, 'failure', errorsOf(failure), ...names.map(() => null)]],
  };
}

const lawColumns: readonly Column[] = [
  ...(['title', 'version', 'jurisdiction', 'date'] as const).map((key): Column => [key, ({ draft }) => draft[key]]),
  ['reviewer', ({ reviewer }) => reviewer.name],
  ['organisation', ({ reviewer }) => reviewer.organisation],
  ...(['score', 'low', 'high', 'band', 'uncappedBand'] as const).map((key): Column => [key, (law) => law[key]]),
  ['caps', ({ caps }) => caps.map(({ when, because }) => `${when}: ${because.join(', ')}`).join('; ')],
  ...(['deducted', 'answered', 'applicable', 'notApplicable', 'notAsked'] as const).map(
    (key): Column => [key, (law) => law[key]],
  ),
  ['criticalAtZero', ({ gaps }) => list(gaps.filter(isFoundCritical).map(({ question }) => question))],
  [
    'criticalUnanswered',
    ({ gaps }) => list(gaps.filter(({ critical, answered }) => critical && !answered).map(({ question }) => question)),
  ],
  ['flags', ({ flags }) => list(flags.map(({ id }) => id))],
  ['flagsChecked', ({ flagsChecked }) => flagsChecked],
  ['review', ({ review }) => list(review.map(({ id }) => id))],
  ['ignored', ({ ignored }) => list(ignored.map(({ question }) => question))],
  ['gatesFailed', ({ gates }) => gates.filter(({ holds }) => !holds).length],
  ['gates', ({ gates }) => list(gates.map(gateSentence))],
];

/** The columns of a law that hold words; those of questions, features and steps hold numbers, but for the states. */
const textColumns: ReadonlySet<string> = new Set([
  ...(['file', 'kind', 'errors', 'title', 'version', 'jurisdiction', 'date', 'reviewer', 'organisation'] as const),
  ...(['band', 'uncappedBand', 'caps', 'criticalAtZero', 'criticalUnanswered', 'flags', 'review', 'ignored', 'gates'] as const),
]);

/** Only if it was asked for: an ordinary run does not calculate how certain the scores are. */
function robustnessColumns({ assessments, robustness }: Result, { bands }: Rubric): Column[] {
  if (assessments.every((law) => law.robustness === undefined)) return [];
  const rank = (law: AssessmentResult) => robustness?.ranks.find(({ source }) => source === law.source);
  return [
    ['robustness.median', (law) => law.robustness?.median],
    ['robustness.from', (law) => law.robustness?.interval90[0]],
    ['robustness.to', (law) => law.robustness?.interval90[1]],
    ...bands.map(
      ({ id }): Column => [`robustness.band.${id}`, (law) => law.robustness?.bands.find((band) => band.id === id)?.probability],
    ),
    ...(robustness ? [['robustness.rank', (law) => rank(law)?.rank] as Column] : []),
  ];
}

function featureColumns(id: string): Column[] {
  const feature = (law: AssessmentResult) => law.features.find((each) => each.id === id);
  return [
    [id, (law) => feature(law)?.score],
    [`${id}.low`, (law) => feature(law)?.low],
    [`${id}.high`, (law) => feature(law)?.high],
  ];
}

function questionColumns(id: string): Column[] {
  const question = (law: AssessmentResult) => law.questions.find((each) => each.id === id);
  return [
    [id, (law) => question(law)?.level],
    [`${id}.state`, (law) => question(law)?.state],
  ];
}

function errorsOf({ errors }: Failure): string {
  return errors.map(({ message, line, column }) => positionOf(line, column, message)).join(' | ');
}

function list(items: readonly string[]): string {
  return items.join('; ');
}
