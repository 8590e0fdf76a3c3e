import type { Assessment, Evidence } from '../../../core/answers.ts';
import { isVerified } from '../../../core/evidence.ts';
import type { AssessmentResult } from '../../../core/result.ts';
import type { Question, Rubric } from '../../../core/rubric.ts';
import { robustnessSentences } from '../../documents/robustness/narrative.ts';
import { type Cell, toCsv, toRecords } from '../../escape/csv.ts';
import type { ReportInput, StreamReporter } from '../../reporter.ts';
import { questionsOf } from '../../words/rubric.ts';
import { gateSentence } from '../../words/score.ts';
import { type CsvTable, wideTable } from './wide.ts';

/** The columns of a row; those that don't fit its kind are empty. */
export const answerColumns = [
  ...(['file', 'kind', 'title', 'version', 'jurisdiction', 'reviewer'] as const),
  ...(['feature', 'id', 'text', 'state', 'level', 'top', 'value', 'weight', 'critical', 'severity', 'points'] as const),
  ...(['because', 'rationale', 'evidence', 'verified', 'confidence', 'ignored'] as const),
  ...(['owner', 'due', 'review', 'principles', 'gap', 'line', 'column', 'marks', 'missing'] as const),
];

const numberColumns: ReadonlySet<string> = new Set(['level', 'top', 'value', 'weight', 'points', 'line', 'column']);

type Row = Readonly<Partial<Record<(typeof answerColumns)[number], Cell>>>;

/**
 * A table for spreadsheets and statistics: one row an answer, or with `wide` one row a law. `kind` tells what a row is: `question`,
 * `flag`, `guiding-question`, `gate`, `robustness`, or `failure` (one for each error in a file that could not be scored), so that nothing
 * of a batch is lost. A column has a number or nothing, never a number for a state.
 */
export function csvReport(input: ReportInput): string {
  const { result, assessments } = input;
  const table = csvTable(input);
  return toCsv([
    table.head,
    ...result.assessments.flatMap((law, index) => table.rowsOf(law, assessments[index])),
    ...result.failures.flatMap(table.failureRows),
  ]);
}

/** The table of a report: one row an answer, or with `wide` one row a law. */
export function csvTable({ result, rubric, wide }: Pick<ReportInput, 'result' | 'rubric' | 'wide'>): CsvTable {
  return wide ? wideTable(rubric, result) : answersTable(rubric);
}

/** The same in pieces, during a run, without the columns of `--robustness`: ranks are known only at the end. */
export function csvStream(rubric: Rubric, wide: boolean): StreamReporter {
  const table = wide ? wideTable(rubric) : answersTable(rubric);
  return {
    head: () => toCsv([table.head]),
    assessment: (law, assessment) => toRecords(table.rowsOf(law, assessment)),
    separator: '',
    tail: (_, { failures }) => toRecords(failures.flatMap(table.failureRows)),
  };
}

/** A row for each answer of a law, and for each flag, guiding question and gate. */
export function answersTable(rubric: Rubric): CsvTable {
  const questions = questionsOf(rubric);
  return {
    head: answerColumns,
    isNumber: (column) => numberColumns.has(column),
    rowsOf: (law, assessment) => {
      const { title, version, jurisdiction } = law.draft;
      const common = cellsOf({ file: law.source, title, version, jurisdiction, reviewer: law.reviewer.name });
      const rows = [
        ...questionRows(law, assessment, questions),
        ...flagRows(law, assessment, rubric),
        ...guidingRows(assessment, rubric),
        ...gateRows(law),
        ...robustnessRows(law, rubric),
      ];
      return rows.map((row) => cellsOf(row, common));
    },
    failureRows: ({ source: file, errors }) =>
      errors.map(({ message: because, line, column }) => cellsOf({ file, kind: 'failure', because, line, column })),
  };
}

/** The place of each column. */
const places = new Map<string, number>(answerColumns.map((column, place) => [column, place]));

/**
 * The cells of a row, in the order of `answerColumns`.
 * @param common the cells that all rows of a law have
 */
function cellsOf(row: Row, common: readonly Cell[] = answerColumns.map(() => undefined)): Cell[] {
  const cells = [...common];
  // Only the cells that the row has: looking up all columns in rows of several kinds takes many times as long.
  for (const [column, cell] of Object.entries(row)) cells[places.get(column) as number] = cell;
  return cells;
}

function questionRows(law: AssessmentResult, assessment: Assessment | undefined, questions: Map<string, Question>): Row[] {
  const gaps = new Map(law.gaps.map((gap) => [gap.question, gap]));
  const ignored = new Map(law.ignored.map(({ question, because }) => [question, because]));
  return law.questions.map((question): Row => {
    const { id, feature, state, level, top, value, weight, because, rationale } = question;
    const { text, principles } = questions.get(id) ?? {};
    const { points, gap, missing } = gaps.get(id) ?? {};
    const { confidence, owner, due, review } = assessment?.answers.get(id) ?? {};
    const { evidence, verified } = evidenceCells(question.evidence);
    // One literal: an object of this size that is put together from several takes ten times as long.
    return {
      kind: 'question',
      feature,
      id,
      text,
      state,
      level,
      top,
      value,
      weight,
      critical: question.critical ? 'yes' : 'no',
      points,
      because,
      rationale,
      evidence,
      verified,
      confidence,
      ignored: ignored.get(id),
      owner,
      due,
      review,
      principles: principles?.join('; '),
      gap,
      marks: question.marks?.join('; '),
      missing: missing?.map((mark) => mark.id).join('; '),
    };
  });
}

function flagRows({ flags }: AssessmentResult, assessment: Assessment | undefined, rubric: Rubric): Row[] {
  const found = new Map(flags.map(({ id, evidence }) => [id, evidence]));
  return rubric.flags.map(({ id, text, severity, principles }): Row => {
    const { present = null, rationale, evidence = [], review } = assessment?.flags.get(id) ?? {};
    const state = present === null ? 'unanswered' : present ? 'present' : 'absent';
    const cells = { kind: 'flag', id, text, state, severity, rationale, review };
    return { ...cells, ...evidenceCells(found.get(id) ?? evidence), principles: principles.join('; ') };
  });
}

function guidingRows(assessment: Assessment | undefined, rubric: Rubric): Row[] {
  return rubric.steps.flatMap(({ id: feature, questions }) =>
    questions.map(({ id, text, principles }): Row => {
      const { status, notes: rationale, evidence = [], review } = assessment?.steps.get(id) ?? {};
      const cells = { kind: 'guiding-question', feature, id, text, state: status ?? 'unanswered', rationale, review };
      return { ...cells, ...evidenceCells(evidence), principles: principles.join('; ') };
    }),
  );
}

function gateRows({ gates }: AssessmentResult): Row[] {
  return gates.map((gate) => {
    const state = gate.holds ? 'holds' : 'fails';
    const because = gate.because.join('; ');
    return { kind: 'gate', feature: gate.feature, id: gate.gate, text: gateSentence(gate), state, because };
  });
}

/** How certain the score is, if it was asked for: in words here, in numbers with `wide`. */
function robustnessRows(law: AssessmentResult, rubric: Rubric): Row[] {
  const [range, bands] = robustnessSentences(law, rubric);
  return range === undefined ? [] : [{ kind: 'robustness', text: range, because: bands }];
}

/** The evidence in one cell, and whether all, some or none of the quotes that were looked up are verified. */
function evidenceCells(evidence: readonly Evidence[]): Row {
  const checks = evidence.flatMap(({ check }) => check ?? []);
  const good = checks.filter(isVerified).length;
  return {
    evidence: evidence.map(evidenceWords).join(' | '),
    verified: checks.length === 0 ? undefined : good === checks.length ? 'all' : good > 0 ? 'some' : 'none',
  };
}

/** A piece of evidence on one line. */
export function evidenceWords({ document, at, quote, note }: Evidence): string {
  const place = [document, at].filter((part) => part !== undefined).join(', ') || undefined;
  const words = [place, quote === undefined ? undefined : `"${quote}"`].filter((part) => part !== undefined).join(': ');
  return note === undefined ? words : `${words} (${note})`.trim();
}
